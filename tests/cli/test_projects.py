"""Whole studies and coded transcripts out on the command line."""

from pathlib import Path

from cli.conftest import Shell
from docx import Document


def test_a_project_leaves_with_its_report(coded: Shell) -> None:
    coded("code", "s.qnhs", "FG9", 22, 27, "waste")
    answer = coded("export", "s.qnhs", "project", "out.qdpx", "--json")
    assert answer.status == 0
    rows = {row["what"]: row for row in answer.json["table"]}
    assert (rows["codings"]["in_study"], rows["codings"]["seen"], rows["codings"]["back"]) == (
        1,
        1,
        1,
    )
    assert rows["turns with labels and times"]["seen"] == 0
    assert rows["steps of the history"]["back"] == 0
    assert coded("history", "s.qnhs", "--json").json["steps"][0]["step"] == "Export project"
    told = coded("export", "s.qnhs", "project", "nvivo.qdpx", "--for", "nvivo-windows")
    assert "UTF-16" in told.out
    assert "codings: 1 of 1 seen by others, 1 back here" in told.out
    coded("code", "s.qnhs", "FG9", 22, 27, "waste")
    answer = coded("export", "s.qnhs", "project", "q.qdpx", "--for", "qualcoder", "--json")
    assert answer.json["target"].startswith("QualCoder")
    rows = {row["what"]: row for row in answer.json["table"]}
    assert (rows["codings"]["seen"], rows["codings"]["back"]) == (1, 1)


def test_a_project_has_one_kind_of_file(coded: Shell) -> None:
    answer = coded("export", "s.qnhs", "project", "out.zip")
    assert (answer.status, answer.out) == (2, "")
    assert ".qdpx" in answer.err
    assert coded("export", "s.qnhs", "project", "out.qdpx", "--for", "elsewhere").status == 2


def test_an_archive_is_a_folder(coded: Shell) -> None:
    assert coded("export", "s.qnhs", "archive", "deposit").status == 0
    assert (Path("deposit") / "README.txt").exists()
    assert (Path("deposit") / "study.qdpx").exists()
    answer = coded("export", "s.qnhs", "archive", "deposit")
    assert answer.status == 2
    assert "already" in answer.err


def test_a_coded_transcript_has_its_codes_as_comments(coded: Shell) -> None:
    coded("code", "s.qnhs", "FG9", 22, 27, "waste")
    answer = coded("export", "s.qnhs", "transcript", "out.docx", "--transcript", "FG9")
    assert answer.status == 0
    assert "1 coding" in answer.out
    assert len(list(Document("out.docx").comments)) == 1
    assert coded("export", "s.qnhs", "transcript", "out.html").status == 0


def test_which_transcript_has_to_be_said_where_there_are_several(coded: Shell) -> None:
    Path("FG8.txt").write_text("P1: a\n\nP1: b\n\nP2: c\n\nP2: d\n")
    assert coded("import", "s.qnhs", "FG8.txt").status == 0
    answer = coded("export", "s.qnhs", "transcript", "out.docx")
    assert (answer.status, answer.out) == (2, "")
    assert "FG8" in answer.err
    assert "FG9" in answer.err


def test_a_codebook_goes_out_for_other_programs(coded: Shell) -> None:
    assert coded("export", "s.qnhs", "codebook", "book.qdc").status == 0
    assert coded("new", "t.qnhs", "--codebook", "book.qdc").status == 0
    paths = [
        [code["path"] for code in coded("show", study, "--json").json["codes"]]
        for study in ("s.qnhs", "t.qnhs")
    ]
    assert paths[0] == paths[1]

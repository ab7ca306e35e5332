"""The public interface of the command line, exactly as other programs use it."""

import csv
import io
import json
from pathlib import Path

import pytest
from cli.conftest import Shell
from openpyxl import load_workbook

from qualcoder_nhs.study import Study


def test_a_new_study_has_its_coder_and_nothing_else(shell: Shell) -> None:
    assert shell("new", "a.qnhs", "--coder", "HL").status == 0
    found = shell("show", "a.qnhs", "--json").json
    assert (found["study"], found["transcripts"], found["codes"]) == ("a", [], [])
    assert [(one["name"], one["codings"]) for one in found["coders"]] == [("HL", 0)]
    assert found["codings"] == 0


def test_an_existing_file_is_left_alone(shell: Shell) -> None:
    Path("a.qnhs").write_text("mine")
    answer = shell("new", "a.qnhs")
    assert (answer.status, answer.out) == (2, "")
    assert "a.qnhs" in answer.err
    assert Path("a.qnhs").read_text() == "mine"


def test_import_tells_turns_and_speakers(coded: Shell) -> None:
    Path("copy.txt").write_text("P1: a\n\nP1: b\n\nP2: c\n\nP2: d\n")
    answer = coded("import", "s.qnhs", "copy.txt", "--json")
    (one,) = answer.json["imported"]
    assert (one["file"], one["kind"], one["name"]) == ("copy.txt", "transcript", "copy")
    assert (one["turns"], one["speakers"], one["codings"]) == (4, {"P1": 2, "P2": 2}, 0)
    assert answer.json["refused"] == []


def test_one_refused_file_does_not_hold_up_the_others(coded: Shell) -> None:
    Path("empty.docx").write_bytes(b"")
    Path("other.txt").write_text("P1: a\n\nP1: b\n")
    answer = coded("import", "s.qnhs", "empty.docx", "other.txt", "missing.txt", "--json")
    assert answer.status == 1
    assert [one["name"] for one in answer.json["imported"]] == ["other"]
    assert [one["file"] for one in answer.json["refused"]] == ["empty.docx", "missing.txt"]
    assert all(one["why"] for one in answer.json["refused"])


def test_the_same_file_twice_is_noticed(coded: Shell) -> None:
    Path("renamed.txt").write_bytes(Path("FG9.txt").read_bytes())
    answer = coded("import", "s.qnhs", "renamed.txt", "--json")
    assert answer.status == 1
    assert "FG9" in answer.json["refused"][0]["why"]


def test_names_are_made_unique(coded: Shell) -> None:
    Path("sub").mkdir()
    Path("sub/FG9.txt").write_text("P1: another\n\nP1: session\n")
    assert (
        coded("import", "s.qnhs", "sub/FG9.txt", "--json").json["imported"][0]["name"] == "FG9 (2)"
    )


def test_show_counts_what_was_said(coded: Shell) -> None:
    (one,) = coded("show", "s.qnhs", "--json").json["transcripts"]
    text = coded("turns", "s.qnhs", "FG9", "--json").json["turns"]
    assert (one["name"], one["turns"]) == ("FG9", 6)
    assert one["speakers"] == {"MOD": 2, "P1": 2, "P2": 2}
    assert one["words"] == 2 + 3 + 1 + 2 + 3 + 1
    assert text[1] == {
        "index": 2,
        "label": "P1",
        "participant": "P1",
        "function": "participant",
        "start": 22,
        "end": 22 + len("Money, \U0001f642 every year."),
        "time": None,
        "text": "Money, \U0001f642 every year.",
    }
    assert (text[0]["participant"], text[0]["function"]) == (None, "moderator")


def test_codes_show_their_place(coded: Shell) -> None:
    codes = coded("show", "s.qnhs", "--json").json["codes"]
    assert [(c["slug"], c["path"], c["depth"], c["parent"]) for c in codes] == [
        ("money", "Money", 1, None),
        ("waste", "Money > Waste", 2, "money"),
        ("time", "Time", 1, None),
    ]


def test_a_passage_is_coded_as_given_and_told_with_its_words(coded: Shell) -> None:
    assert coded("code", "s.qnhs", "FG9", 29, 37, "waste", "--coder", "New").status == 0
    (one,) = coded("codings", "s.qnhs", "--json").json["codings"]
    assert one["text"] == "\U0001f642 every "
    assert {key: one[key] for key in ("transcript", "coder", "code", "path", "layer")} == {
        "transcript": "FG9",
        "coder": "New",
        "code": "waste",
        "path": "Money > Waste",
        "layer": "open",
    }
    assert (one["turns"], one["labels"], one["memo"], one["flags"]) == ([2], ["P1"], None, [])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("FG8", 1, 2, "waste"), "FG8"),
        (("FG9", 1, 2, "wast"), "wast"),
        (("FG9", 5, 5, "waste"), "empty"),
        (("FG9", 5, 9999, "waste"), "9999"),
        (("FG9", -1, 4, "waste"), "from -1 to 4"),
    ],
)
def test_a_wrong_request_changes_nothing(
    coded: Shell, words: tuple[object, ...], says: str
) -> None:
    answer = coded("code", "s.qnhs", *words)
    assert (answer.status, answer.out) == (2, "")
    assert says in answer.err
    assert coded("show", "s.qnhs", "--json").json["codings"] == 0


def test_a_coder_who_undid_even_being_added_comes_back_by_redo(coded: Shell) -> None:
    coded("code", "s.qnhs", "FG9", 22, 27, "waste", "--coder", "AB")
    for _step in range(2):
        assert coded("undo", "s.qnhs", "--coder", "AB").status == 0
    assert {one["coder"] for one in coded("history", "s.qnhs", "--json").json["steps"][:4]} == {
        "AB"
    }
    for _step in range(2):
        assert coded("redo", "s.qnhs", "--coder", "AB").status == 0
    assert [c["coder"] for c in coded("codings", "s.qnhs", "--json").json["codings"]] == ["AB"]
    assert coded("redo", "s.qnhs", "--coder", "AB").err == "There is nothing to redo.\n"
    assert "There is no coder" in coded("redo", "s.qnhs", "--coder", "AC").err


def test_undo_and_redo_by_coder(coded: Shell) -> None:
    coded("code", "s.qnhs", "FG9", 22, 27, "waste", "--coder", "HL")
    coded("code", "s.qnhs", "FG9", 22, 27, "time", "--coder", "DM")
    assert coded("undo", "s.qnhs", "--coder", "HL").status == 0
    assert [c["coder"] for c in coded("codings", "s.qnhs", "--json").json["codings"]] == ["DM"]
    assert coded("redo", "s.qnhs", "--coder", "HL").status == 0
    assert len(coded("codings", "s.qnhs", "--json").json["codings"]) == 2
    directions = [step["direction"] for step in coded("history", "s.qnhs", "--json").json["steps"]]
    assert directions[:2] == ["redo", "undo"]


def test_codings_are_filtered(coded: Shell) -> None:
    coded("code", "s.qnhs", "FG9", 22, 27, "waste", "--coder", "HL")
    coded("code", "s.qnhs", "FG9", 30, 40, "time", "--coder", "DM")

    def slugs(*words: str) -> list[str]:
        return [c["code"] for c in coded("codings", "s.qnhs", *words, "--json").json["codings"]]

    assert slugs("--coder", "DM") == ["time"]
    assert slugs("--code", "waste") == ["waste"]
    assert slugs("--transcript", "FG9") == ["waste", "time"]
    assert slugs("--layer", "settled") == []
    assert coded("codings", "s.qnhs", "--coder", "Nobody").status == 2


def test_codings_round_trip_as_csv(coded: Shell) -> None:
    coded("code", "s.qnhs", "FG9", 22, 27, "waste", "--coder", "HL")
    coded("code", "s.qnhs", "FG9", 30, 40, "time", "--coder", "DM")
    table = coded("codings", "s.qnhs", "--csv").out
    header = next(csv.reader(io.StringIO(table)))
    assert header == ["transcript", "coder", "code", "start", "end", "memo", "flags", "layer"]
    Path("codings.csv").write_text(table, encoding="utf-8")
    coded("undo", "s.qnhs", "--coder", "HL")
    coded("undo", "s.qnhs", "--coder", "DM")
    (one,) = coded("import", "s.qnhs", "codings.csv", "--json").json["imported"]
    assert (one["kind"], one["codings"], one["known"]) == ("codings", 2, 0)
    assert coded("codings", "s.qnhs", "--csv").out == table
    (again,) = coded("import", "s.qnhs", "codings.csv", "--json").json["imported"]
    assert (again["codings"], again["known"]) == (0, 2)


def test_rows_that_do_not_fit_are_listed_with_their_line(coded: Shell) -> None:
    Path("codings.csv").write_text(
        "transcript,coder,code,start,end,memo,flags\n"
        "FG9,HL,waste,22,27,look,strong;discuss\n"
        "FG7,HL,waste,22,27,,\n"
        "FG9,HL,nothing,22,27,,\n"
        "FG9,New one,Money > Waste,30,9999,,\n"
        "FG9,New one,Money > Waste,30,35,,\n",
        encoding="utf-8",
    )
    (one,) = coded("import", "s.qnhs", "codings.csv", "--json").json["imported"]
    assert one["codings"] == 2
    assert [problem["line"] for problem in one["problems"] if problem["line"]] == [3, 4, 5]
    assert one["coders"] == ["New one"]
    first = coded("codings", "s.qnhs", "--json").json["codings"][0]
    assert (first["memo"], first["flags"]) == ("look", ["strong", "discuss"])


def test_reads_work_and_writes_are_refused_while_a_window_holds_the_study(coded: Shell) -> None:
    with Study.open(Path("s.qnhs")):
        assert coded("show", "s.qnhs", "--json").status == 0
        answer = coded("code", "s.qnhs", "FG9", 22, 27, "waste")
    assert (answer.status, answer.out) == (1, "")
    assert "open elsewhere" in answer.err


@pytest.mark.parametrize("command", ["show", "check", "codings", "history"])
def test_what_is_no_study_is_refused_in_a_sentence(shell: Shell, command: str) -> None:
    Path("x.qnhs").write_text("no study at all, really; but a text of some length")
    answer = shell(command, "x.qnhs")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [("show",), ("show", "a.qnhs", "--xml"), ("show", "missing.qnhs"), ("code", "a", "b", "c")],
)
def test_a_wrong_request_is_one_sentence(shell: Shell, words: tuple[str, ...]) -> None:
    answer = shell(*words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


def test_check_is_well_and_says_so(coded: Shell) -> None:
    answer = coded("check", "s.qnhs")
    assert (answer.status, answer.out) == (0, "All is well.\n")


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "csv", "html", "md"])
def test_excerpts_are_exported(coded: Shell, suffix: str) -> None:
    coded("code", "s.qnhs", "FG9", 22, 27, "waste")
    answer = coded("export", "s.qnhs", "excerpts", f"out.{suffix}", "--code", "money")
    assert answer.status == 0
    assert "1 of 1 excerpts" in answer.out
    assert Path(f"out.{suffix}").stat().st_size > 0


def test_an_export_is_noted_and_cannot_be_undone(coded: Shell) -> None:
    coded("code", "s.qnhs", "FG9", 22, 27, "waste", "--coder", "HL")
    coded("export", "s.qnhs", "excerpts", "out.md")
    assert coded("history", "s.qnhs", "--json").json["steps"][0]["step"] == "Export excerpts"
    assert coded("undo", "s.qnhs").status == 0
    assert coded("codings", "s.qnhs", "--json").json["codings"] == []


def test_codings_are_exported_as_they_are_printed_and_with_all_that_is_known(coded: Shell) -> None:
    coded("code", "s.qnhs", "FG9", 22, 27, "waste")
    for suffix in ("csv", "json", "xlsx"):
        assert coded("export", "s.qnhs", "codings", f"out.{suffix}").status == 0
    [printed] = csv.DictReader(io.StringIO(coded("codings", "s.qnhs", "--csv").out))
    [row] = csv.DictReader(io.StringIO(Path("out.csv").read_text(encoding="utf-8")))
    assert {name: row[name] for name in printed} == printed
    told = coded("codings", "s.qnhs", "--json").json
    assert json.loads(Path("out.json").read_text(encoding="utf-8")) == told
    [coding] = told["codings"]
    assert (row["text"], row["id"], row["path"]) == (coding["text"], coding["id"], coding["path"])
    [head, cells] = load_workbook("out.xlsx").active.values
    assert dict(zip(head, cells, strict=True))["text"] == coding["text"]
    assert coded("export", "s.qnhs", "codings", "out.docx").status == 2


def test_an_unknown_format_is_a_wrong_request(coded: Shell) -> None:
    assert coded("export", "s.qnhs", "excerpts", "out.exe").status == 2
    assert not Path("out.exe").exists()


@pytest.mark.parametrize("suffix", ["yaml", "csv", "xlsx", "docx"])
def test_a_codebook_comes_back_as_it_went(coded: Shell, suffix: str) -> None:
    assert coded("export", "s.qnhs", "codebook", f"book.{suffix}").status == 0
    assert coded("new", "t.qnhs", "--codebook", f"book.{suffix}").status == 0
    wanted = ("slug", "name", "path", "depth", "parent")
    one, other = (
        [[code[key] for key in wanted] for code in coded("show", study, "--json").json["codes"]]
        for study in ("s.qnhs", "t.qnhs")
    )
    assert one == other


def test_the_sample_is_built_coded_and_well(shell: Shell) -> None:
    assert shell("new", "sample.qnhs", "--sample", "--coder", "HL").status == 0
    found = shell("show", "sample.qnhs", "--json").json
    assert [one["name"] for one in found["transcripts"]] == ["FG1", "FG2", "FG3", "FG4"]
    assert found["codings"] >= 120
    leaves = {code["slug"] for code in found["codes"]}
    assert len(leaves) == 8 + 13 + 58
    assert all(4000 <= one["words"] <= 8000 for one in found["transcripts"])
    assert shell("check", "sample.qnhs").status == 0

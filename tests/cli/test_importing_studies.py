"""`import` takes studies of other programs, known by their content, and prints the table."""

from pathlib import Path

from tests.cli.conftest import Shell
from tests.importers.refi.material import code, codebook, project, qdpx
from tests.importers.refi.programs import everything, nvivo_windows


def made(path: str, which: object = nvivo_windows) -> Path:
    one = which()  # type: ignore[operator]
    return qdpx(Path(path), one.xml, one.sources, one.heart, one.folder)


def test_a_project_under_any_name(shell: Shell) -> None:
    shell("new", "s.qnhs", "--coder", "HL")
    made("from-nvivo.zip")
    answer = shell("import", "s.qnhs", "from-nvivo.zip", "--json")
    [one] = answer.json["imported"]
    assert (answer.status, one["kind"], one["name"]) == (0, "project", "Trust")
    assert (one["turns"], one["codings"], one["coders"]) == (3, 4, ["Bob", "Ann"])
    rows = {row["what"]: row for row in one["table"]}
    assert rows["codings"] == {
        "what": "codings",
        "in_file": 4,
        "taken": 4,
        "changed": 0,
        "left_out": 0,
        "why": "",
    }
    assert answer.json["table"] == one["table"]
    assert one["placing"] == [
        {
            "text": "FG1",
            "unit": "UTF-16 units, line ends counted twice",
            "starts": 1.0,
            "ends": 1.0,
            "codings": 4,
            "unsure": False,
            "worst": [],
        }
    ]
    quotes = [one["text"] for one in shell("codings", "s.qnhs", "--json").json["codings"]]
    assert quotes == ["We trust them", "mostly.", "I do not", "anybody here."]
    assert shell("check", "s.qnhs").status == 0


def test_every_row_adds_up_and_people_read_it_too(shell: Shell) -> None:
    shell("new", "s.qnhs", "--coder", "HL")
    made("all.qdpx", everything)
    told = shell("import", "s.qnhs", "all.qdpx").out
    assert "codings: 5 of 11 in, 1 of them changed, 6 left out: " in told
    assert "texts: “Board” left out: a picture, which cannot be shown." in told
    assert "positions in “Tape”: code points, line ends counted once; 100 % begin" in told
    assert shell("undo", "s.qnhs").out == "Undone: Import all.qdpx\n"
    assert shell("show", "s.qnhs", "--json").json["transcripts"] == []
    for row in shell("import", "s.qnhs", "all.qdpx", "--json").json["table"]:
        assert row["in_file"] == row["taken"] + row["changed"] + row["left_out"]


def test_two_names_of_one_coder(shell: Shell) -> None:
    shell("new", "s.qnhs", "--coder", "HL")
    made("a.qdpx")
    shell("import", "s.qnhs", "a.qdpx", "--same", "Bob=HL")
    coders = shell("show", "s.qnhs", "--json").json["coders"]
    assert {one["name"]: one["codings"] for one in coders} == {"HL": 4, "Ann": 0}
    wrong = shell("import", "s.qnhs", "a.qdpx", "--same", "Bob")
    assert (wrong.status, "NAME=NAME" in wrong.err) == (2, True)


def test_a_codebook_of_another_program_has_its_table_too(shell: Shell) -> None:
    shell("new", "s.qnhs", "--coder", "HL")
    codes = code(1, "care.night") + code(2, "trust")
    Path("book.xml").write_text(
        f'<CodeBook xmlns="urn:QDA-XML:codebook:0:4" origin="Taguette"><Codes>{codes}</Codes>'
        "<Sets><Set name='Core'/></Sets></CodeBook>",
        encoding="utf-8",
    )
    answer = shell("import", "s.qnhs", "book.xml", "--json").json
    fared = {
        row["what"]: (row["in_file"], row["taken"], row["left_out"])
        for row in answer["table"]
        if row["in_file"]
    }
    assert fared == {"codes": (2, 2, 0), "sets": (1, 0, 1)}
    assert answer["imported"][0]["kind"] == "codebook"


def test_a_broken_project_is_refused_and_the_others_come_in(shell: Shell) -> None:
    shell("new", "s.qnhs", "--coder", "HL")
    made("good.qdpx")
    Path("bad.qdpx").write_bytes(b"PK\x03\x04 and nothing more")
    qdpx(Path("empty.qdpx"), project(codebook()))
    answer = shell("import", "s.qnhs", "bad.qdpx", "good.qdpx", "empty.qdpx", "--json")
    assert answer.status == 1
    assert [Path(one["file"]).name for one in answer.json["refused"]] == ["bad.qdpx"]
    assert len(answer.json["imported"]) == 2


def test_several_at_once_have_a_table_each(shell: Shell) -> None:
    shell("new", "s.qnhs", "--coder", "HL")
    made("one.qdpx")
    made("two.qdpx", everything)
    answer = shell("import", "s.qnhs", "one.qdpx", "two.qdpx", "--json")
    codings = [
        next(row["in_file"] for row in table if row["what"] == "codings")
        for table in (*(one["table"] for one in answer.json["imported"]), answer.json["table"])
    ]
    assert (answer.status, codings) == (0, [4, 11, 15])
    assert shell("undo", "s.qnhs").out == "Undone: Import two.qdpx\n"

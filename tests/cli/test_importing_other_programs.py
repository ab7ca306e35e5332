"""`import` takes QualCoder, Taguette and RQDA studies, and its table accounts for all in them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qualcoder_nhs.domain.foreign import Kind
from tests.cli.conftest import Shell
from tests.importers.other import qualcoder, rqda, taguette

# The changed things of each fixture, counted by hand.
CHANGED = {
    "qualcoder": {Kind.CODES: 3, Kind.CODINGS: 2, Kind.MEMOS: 3},
    "rqda": {Kind.CODES: 2, Kind.CODINGS: 2, Kind.MEMOS: 3, Kind.SETS: 1},
    "taguette": {Kind.CODINGS: 1},
}


def qualcoder_folder() -> tuple[Path, Path]:
    folder = qualcoder.project(Path())
    return folder, folder / "data.qda"


def taguette_file() -> tuple[Path, Path]:
    path = taguette.project(Path("no suffix says what this is"))
    return path, path


def rqda_file() -> tuple[Path, Path]:
    path = rqda.project(Path("Trust.rqda"))
    return path, path


@pytest.mark.parametrize(
    ("program", "write"),
    [("qualcoder", qualcoder_folder), ("taguette", taguette_file), ("rqda", rqda_file)],
)
def test_every_row_adds_up_to_what_sql_counts(
    shell: Shell, program: str, write: Callable[[], tuple[Path, Path]]
) -> None:
    shell("new", "s.qnhs", "--coder", "HL")
    path, database = write()
    wanted = {"qualcoder": qualcoder, "taguette": taguette, "rqda": rqda}[program].in_file(database)
    answer = shell("import", "s.qnhs", str(path), "--json")
    assert answer.status == 0, answer.err
    [one] = answer.json["imported"]
    assert one["kind"] == "project"
    rows = {Kind(row["what"]): row for row in one["table"] if row["what"] != Kind.OTHER}
    for row in one["table"]:
        assert row["in_file"] == row["taken"] + row["changed"] + row["left_out"]
        assert bool(row["why"]) or row["in_file"] == row["taken"]
    assert {kind: row["in_file"] for kind, row in rows.items() if row["in_file"]} == dict(wanted)
    changed = {kind: row["changed"] for kind, row in rows.items() if row["changed"]}
    assert changed == CHANGED[program]
    came = rows[Kind.CODINGS]["taken"] + rows[Kind.CODINGS]["changed"]
    assert 0 < len(shell("codings", "s.qnhs", "--json").json["codings"]) <= came
    assert shell("check", "s.qnhs").status == 0


def test_quotes_speakers_and_the_tree_as_they_come_in(shell: Shell) -> None:
    shell("new", "s.qnhs", "--coder", "HL")
    qualcoder.project(Path())
    shell("import", "s.qnhs", "Study of trust.qda")
    codings = shell("codings", "s.qnhs", "--json").json["codings"]
    first = next(one for one in codings if one["flags"] == ["strong"])
    assert first["text"] == "We trust them"
    assert first["path"] == "Trust > In people > In managers > held"
    assert (first["coder"], first["memo"], first["labels"]) == ("asha", "Note “mostly”.", ["P1"])
    shown = shell("show", "s.qnhs", "--json").json
    assert [one["speakers"] for one in shown["transcripts"]] == [
        {"MOD": 1, "P1": 1, "P2": 1},
        {"MOD": 1, "P1": 1, "P2": 1},
        {},
    ]


def test_the_same_file_twice_adds_nothing(shell: Shell) -> None:
    shell("new", "s.qnhs", "--coder", "HL")
    rqda.project(Path("Trust.rqda"))
    shell("import", "s.qnhs", "Trust.rqda")
    before = shell("codings", "s.qnhs", "--json").json
    shown = shell("show", "s.qnhs", "--json").json
    shell("import", "s.qnhs", "Trust.rqda")
    assert shell("codings", "s.qnhs", "--json").json == before
    assert shell("show", "s.qnhs", "--json").json == shown
    shell("undo", "s.qnhs")
    shell("undo", "s.qnhs")
    assert shell("show", "s.qnhs", "--json").json["transcripts"] == []


def test_what_is_none_of_them_is_refused_by_name(shell: Shell) -> None:
    shell("new", "s.qnhs", "--coder", "HL")
    Path("empty.qda").mkdir()
    Path("torn.rqda").write_bytes(b"SQLite format 3\x00 and nothing more")
    Path("words.sqlite3").write_text("P1: no database", encoding="utf-8")
    answer = shell("import", "s.qnhs", "empty.qda", "torn.rqda", "words.sqlite3", "--json")
    assert answer.status == 1
    why = {Path(one["file"]).name: one["why"] for one in answer.json["refused"]}
    assert "no data.qda in it" in why["empty.qda"]
    assert "damaged" in why["torn.rqda"]
    assert "no SQLite file" in why["words.sqlite3"]

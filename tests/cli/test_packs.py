"""Packs and merges from the command line, as scripts drive them."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import Shell

from qualcoder_nhs.actions.themes import AddTheme
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study

MONEY = (22, 27)


@pytest.fixture
def packed(coded: Shell) -> Shell:
    """`s.qnhs` with the blind round `Pilot` of HL and AB, and the pack `ab.qnhs`, coded."""
    assert coded("round", "s.qnhs", "new", "Pilot", "--coders", "HL,AB").status == 0
    made = coded("pack", "s.qnhs", "Pilot", "--coder", "AB", "ab.qnhs")
    assert (made.status, made.err) == (0, "")
    assert made.out == "The pack of AB for “Pilot” was written to ab.qnhs.\n"
    assert coded("code", "ab.qnhs", "FG9", *MONEY, "money", "--round", "Pilot").status == 0
    assert coded("finish", "ab.qnhs", "FG9").status == 0
    return coded


def merge(shell: Shell, *words: str) -> Any:
    answer = shell("merge", "s.qnhs", "ab.qnhs", "--json", *words)
    assert (answer.status, answer.err) == (0, "")
    return answer.json


def test_a_plan_writes_nothing_and_a_merge_does_what_it_said(packed: Shell) -> None:
    before = packed("history", "s.qnhs", "--json").json
    plan = merge(packed, "--plan")
    assert (plan["added"], plan["known"], plan["finished"]) == (1, 0, 1)
    assert (plan["conflicting"], plan["refused"], plan["merged"]) == ([], [], False)
    assert (plan["transcripts"], plan["rounds"]) == ([], [])
    assert packed("history", "s.qnhs", "--json").json == before
    assert merge(packed) == plan | {"merged": True}
    again = merge(packed)
    assert (again["added"], again["known"], again["merged"]) == (0, 1, False)
    [coding] = packed("codings", "s.qnhs", "--json", "--as", "AB").json["codings"]
    assert (coding["coder"], coding["code"], coding["layer"]) == ("AB", "money", "Pilot")
    assert packed("codings", "s.qnhs", "--json").json["codings"] == []
    assert packed("undo", "s.qnhs").out == "Undone: Merge ab.qnhs\n"
    assert packed("codings", "s.qnhs", "--json", "--as", "AB").json["codings"] == []


def test_what_is_read_before_merging(packed: Shell) -> None:
    told = packed("merge", "s.qnhs", "ab.qnhs", "--plan").out.splitlines()
    assert told == [
        "Added",
        "  1 coding",
        "  1 transcript finished",
        "Already known",
        "Conflicting: stays as it is here",
        "Refused: stays out",
        "Nothing was written.",
    ]
    assert "Undo takes all of it out" in packed("merge", "s.qnhs", "ab.qnhs").out
    assert "nothing was changed" in packed("merge", "s.qnhs", "ab.qnhs").out


def test_a_pack_is_written_again_to_be_returned(packed: Shell) -> None:
    back = packed("pack", "ab.qnhs", "Pilot", "--coder", "AB", "back.qnhs")
    assert back.status == 0
    assert back.out.splitlines() == [
        "  FG9: finished, 3 of 4 turns without a coding: t.3 t.5 t.6",
        "  0 private memos are left out.",
        "The pack of AB for “Pilot” was written to back.qnhs.",
    ]
    assert packed("merge", "s.qnhs", "back.qnhs", "--json").json["added"] == 1
    assert packed("check", "back.qnhs").status == 0


def test_what_is_refused_gives_status_1_and_the_rest_comes(packed: Shell) -> None:
    assert packed("round", "s.qnhs", "end", "Pilot").status == 0
    assert packed("code", "ab.qnhs", "FG9", *MONEY, "time").status == 0
    answer = packed("merge", "s.qnhs", "ab.qnhs", "--json")
    assert answer.status == 1
    assert answer.json["added"] == 1
    [row] = answer.json["refused"]
    assert row["what"] == "a coding of AB in “Pilot”"
    assert "has ended" in row["why"]
    assert packed("merge", "s.qnhs", "ab.qnhs", "--json", "--plan").status == 0
    again = packed("merge", "s.qnhs", "ab.qnhs", "--json")
    assert (again.status, again.json["refused"]) == (0, [row])
    assert packed("code", "ab.qnhs", "FG9", *MONEY, "waste").status == 0
    assert packed("merge", "s.qnhs", "ab.qnhs", "--json").status == 1


def test_what_no_merge_brings_stays_and_is_no_failure(packed: Shell) -> None:
    assert packed("merge", "s.qnhs", "ab.qnhs").status == 0
    shutil.copyfile("s.qnhs", "other.qnhs")
    with Study.open(packed.folder / "other.qnhs") as other:
        other.run(AddTheme("Money gives"), other.ask(Reader.coders)[0].id)
    assert packed("code", "other.qnhs", "FG9", *MONEY, "time").status == 0
    answer = packed("merge", "s.qnhs", "other.qnhs", "--json")
    assert (answer.status, answer.json["added"]) == (0, 1)
    assert [row["what"] for row in answer.json["stays"]] == ["1 theme"]
    assert answer.json["refused"] == answer.json["stays"]
    assert packed("merge", "s.qnhs", "other.qnhs", "--json").status == 0


def test_rows_that_cannot_be_read_fail_each_time(packed: Shell) -> None:
    with closing(sqlite3.connect("ab.qnhs")) as connection, connection:
        connection.execute("UPDATE codings SET made = 'x'")
    for _time in range(2):
        assert packed("merge", "s.qnhs", "ab.qnhs", "--json").status == 1


def test_coders_of_the_same_name_are_joined_where_it_is_said(packed: Shell) -> None:
    assert packed("new", "other.qnhs", "--coder", "AB").status == 0
    assert packed("import", "other.qnhs", "FG9.txt").status == 0
    book = packed("export", "s.qnhs", "codebook", "book.yaml")
    assert (book.status, packed("import", "other.qnhs", "book.yaml").status) == (0, 0)
    assert packed("code", "other.qnhs", "FG9", *MONEY, "money").status == 0
    told = packed("merge", "s.qnhs", "other.qnhs", "--plan").out.splitlines()
    assert told[-3:-1] == [
        "Coders of the same name: --join NAME says that they are one person",
        "  coder AB: another id than “AB” here; comes in as “AB (2)”",
    ]
    plan = packed("merge", "s.qnhs", "other.qnhs", "--plan", "--json").json
    assert plan["namesakes"] == [{"name": "AB", "joined": False, "otherwise": "AB (2)"}]
    assert plan["coders"] == ["AB (2)"]
    joined = packed("merge", "s.qnhs", "other.qnhs", "--json", "--join", "AB").json
    assert (joined["added"], joined["coders"]) == (1, [])
    again = packed("merge", "s.qnhs", "other.qnhs", "--json", "--join", "AB").json
    assert (again["added"], again["merged"]) == (0, False)
    assert [one["coder"] for one in packed("codings", "s.qnhs", "--json").json["codings"]] == ["AB"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("pack", "s.qnhs", "Pilot", "--coder", "Nobody", "x.qnhs"), 2),
        (("pack", "s.qnhs", "Nothing", "--coder", "AB", "x.qnhs"), 2),
        (("pack", "s.qnhs", "Pilot", "--coder", "AB", "ab.qnhs"), 2),
        (("pack", "s.qnhs", "Pilot", "x.qnhs"), 2),
        (("pack", "s.qnhs", "Pilot", "--coder", "HL", "x.qnhs", "--as", "AB"), 2),
        (("pack", "s.qnhs", "Pilot", "--coder", "AB", "nowhere/x.qnhs"), 1),
        (("merge", "s.qnhs", "nothing.qnhs"), 2),
        (("merge", "s.qnhs", "s.qnhs"), 2),
        (("merge", "s.qnhs", "FG9.txt"), 1),
        (("merge", "s.qnhs", "ab.qnhs", "--as", "AB"), 2),
        (("merge", "s.qnhs", "ab.qnhs", "--join", "AB"), 2),
        (("merge", "nothing.qnhs", "ab.qnhs"), 2),
    ],
)
def test_wrong_requests_and_failed_jobs(packed: Shell, words: tuple[str, ...], status: int) -> None:
    answer = packed(*words)
    assert (answer.status, answer.out) == (status, "")
    assert answer.err.count("\n") == 1
    assert not Path("x.qnhs").exists()
    assert [one for one in Path().iterdir() if "unfinished" in one.name] == []

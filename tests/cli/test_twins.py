"""Two codings of one coder and code on overlapping words: kept as they came, counted once."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import Answer, Shell

HEAD = "transcript,coder,code,start,end,memo,flags,layer\n"
THEIRS = "FG9,DM,money,24,35,,,open\n"
APART = "FG9,HL,money,22,30,first,,open\nFG9,HL,money,26,41,second,,open\n" + THEIRS
JOINED = "FG9,HL,money,22,41,,,open\n" + THEIRS


def table(shell: Shell, study: str, rows: str) -> Answer:
    Path("codings.csv").write_text(HEAD + rows)
    return shell("import", study, "codings.csv", "--json")


def spans(shell: Shell, study: str = "s.qnhs") -> list[tuple[str, int, int, str | None]]:
    found = shell("codings", study, "--json").json["codings"]
    return sorted((one["coder"], one["start"], one["end"], one["memo"]) for one in found)


@pytest.fixture
def twins(coded: Shell) -> Shell:
    """HL has the code twice on words that overlap, each with a memo of its own."""
    [said] = table(coded, "s.qnhs", APART).json["imported"]
    assert said["codings"] == 3
    assert any("they stay two" in one["what"] for one in said["problems"])
    return coded


def test_they_stay_two_and_the_same_table_adds_nothing(twins: Shell) -> None:
    before = spans(twins)
    assert before == [("DM", 24, 35, None), ("HL", 22, 30, "first"), ("HL", 26, 41, "second")]
    [said] = table(twins, "s.qnhs", APART).json["imported"]
    assert (said["codings"], spans(twins)) == (0, before)
    assert twins("check", "s.qnhs").status == 0


def to_table(shell: Shell) -> None:
    assert shell("export", "s.qnhs", "codings", "out.csv").status == 0
    assert shell("new", "b.qnhs", "--coder", "HL").status == 0
    assert shell("import", "b.qnhs", "codes.csv", "FG9.txt", "out.csv").status == 0


def to_project(shell: Shell) -> None:
    assert shell("export", "s.qnhs", "project", "out.qdpx", "--for", "qualcoder").status == 0
    assert shell("new", "b.qnhs", "--coder", "HL").status == 0
    assert shell("import", "b.qnhs", "out.qdpx").status == 0


def to_study(shell: Shell) -> None:
    assert shell("new", "b.qnhs", "--coder", "HL").status == 0
    assert shell("merge", "b.qnhs", "s.qnhs", "--join", "HL").status == 0
    assert shell("merge", "b.qnhs", "s.qnhs", "--as", "HL").status == 0


@pytest.mark.parametrize("way", [to_table, to_project, to_study])
def test_they_are_two_wherever_they_go(way: Callable[[Shell], None], twins: Shell) -> None:
    way(twins)
    assert spans(twins, "b.qnhs") == spans(twins)


def figures(shell: Shell, study: str, rows: str) -> tuple[Any, ...]:
    shutil.copy("s.qnhs", study)
    table(shell, study, rows)
    for name in ("HL", "DM"):
        assert shell("finish", study, "FG9", "--coder", name).status == 0
    found = shell("report", study, "agreement", "--json", "--replicates", 0, "--all").json
    counted = shell("report", study, "frequencies", "--json").json
    # Groups, people, turns; codings themselves are counted as many as they are.
    rows_of_turns = [row[:5] for row in counted["rows"]]
    return found["overall"], found["codes"], found["disagreements"], rows_of_turns


def test_agreement_and_counts_are_those_of_the_words(coded: Shell) -> None:
    assert figures(coded, "apart.qnhs", APART) == figures(coded, "joined.qnhs", JOINED)
    assert len(spans(coded, "apart.qnhs")) == len(spans(coded, "joined.qnhs")) + 1


def test_each_is_an_excerpt(twins: Shell) -> None:
    assert twins("export", "s.qnhs", "excerpts", "x.csv", "--coder", "HL").status == 0
    with Path("x.csv").open(encoding="utf-8-sig") as file:
        assert len(list(csv.DictReader(file))) == 2


def test_coding_over_them_makes_one_with_both_memos(twins: Shell) -> None:
    assert twins("code", "s.qnhs", "FG9", 28, 29, "money", "--coder", "HL").status == 0
    [_theirs, mine] = spans(twins)
    assert mine[:3] == ("HL", 22, 41)
    assert {"first", "second"} <= set((mine[3] or "").split("\n\n"))

"""Settling from the command line: listing, deciding, what is unanimous, and amending a code."""

from pathlib import Path
from typing import Any

import pytest
from cli.conftest import Shell

from tests.agreement_study import FIRST, SECOND
from tests.settling_study import a_settling_study

SWAPPED = ("FG2", SECOND, SECOND + 10)


@pytest.fixture
def opened(shell: Shell) -> Shell:
    """`s.qnhs`, whose round has been opened: one thing unanimous, four in dispute."""
    a_settling_study(Path("s.qnhs")).close()
    return shell


def disagreements(shell: Shell, *words: str) -> list[dict[str, Any]]:
    return shell("settle", "s.qnhs", "list", "--json", *words).json["disagreements"]


def decide(shell: Shell, *words: object) -> Any:
    return shell("settle", "s.qnhs", "decide", *words)


def settled(shell: Shell) -> list[tuple[str, str, int, int]]:
    found = shell("codings", "s.qnhs", "--json", "--layer", "settled").json["codings"]
    return [(one["transcript"], one["code"], one["start"], one["end"]) for one in found]


def test_what_is_in_dispute_is_listed(opened: Shell) -> None:
    lines = opened("settle", "s.qnhs", "list").out.splitlines()
    assert len(lines) == 5
    assert lines[0] == (f"FG1 t.2 {FIRST}–{FIRST + 10}  boundary: HL cost; AB cost  → not settled")
    assert lines[-1] == "Round 1: 0 of 4 disagreements settled, 0 of 1 unanimous codings."
    found = opened("settle", "s.qnhs", "list", "--json", "--round", "Round 1").json
    assert (found["round"], found["settled"], found["of"]) == ("Round 1", 0, 4)
    assert found["unanimous"] == {"settled": 0, "of": 1}
    [swapped] = [one for one in found["disagreements"] if one["turn"] == 3]
    assert (swapped["transcript"], swapped["start"], swapped["end"]) == SWAPPED
    assert (swapped["kind"], swapped["text"]) == ("substitution", "0123456789")
    assert (swapped["same_family"], swapped["characters"]) == (True, 10)
    assert [(one["coder"], one["code"]) for one in swapped["codings"]] == [
        ("HL", "cost"),
        ("AB", "waste"),
    ]
    assert swapped["decision"] is None


def test_a_decision_is_told_and_kept_with_cause_and_reason(opened: Shell) -> None:
    words = ("AB", "--cause", "sibling", "--reason", "It was thrown away.")
    told = decide(opened, *SWAPPED, *words, "--as", "AB").out.splitlines()
    assert told[0].endswith("→ AB (overlaps a sibling, It was thrown away.)")
    assert told[1].startswith("Round 1: 1 of 4")
    assert settled(opened) == [("FG2", "waste", SECOND, SECOND + 10)]
    [one] = [one["decision"] for one in disagreements(opened) if one["decision"]]
    assert (one["choice"], one["coder"], one["code"]) == ("coder", "AB", None)
    assert (one["cause"], one["reason"], one["by"]) == ("sibling", "It was thrown away.", "AB")
    assert len(one["settled"]) == 1
    assert len(disagreements(opened, "--unsettled")) == 3


@pytest.mark.parametrize(
    ("decision", "codes"),
    [("both", ["cost", "waste"]), ("neither", []), ("code:trust", ["trust"]), ("HL", ["cost"])],
)
def test_what_is_to_hold(opened: Shell, decision: str, codes: list[str]) -> None:
    assert decide(opened, *SWAPPED, decision, "--cause", "reading").status == 0
    assert sorted(code for _where, code, *_span in settled(opened)) == codes


def test_putting_off_needs_no_cause_and_undo_takes_it_back(opened: Shell) -> None:
    told = decide(opened, "FG2", SECOND + 2, SECOND + 3, "put-off", "--reason", "Ask P2.")
    assert told.out.splitlines()[0].endswith("→ put off (Ask P2.)")
    assert opened("undo", "s.qnhs").status == 0
    assert [one["decision"] for one in disagreements(opened)] == [None] * 4


def test_several_on_the_same_words_are_told_apart_by_place_or_code(opened: Shell) -> None:
    wide = ("FG2", FIRST, SECOND + 10)
    refused = decide(opened, *wide, "neither", "--cause", "slip")
    assert refused.status == 2
    assert refused.err.startswith("3 disagreements touch these words; give the passage of one (")
    assert decide(opened, *wide, "neither", "--cause", "slip", "--code", "trust").status == 0
    [left] = [one for one in disagreements(opened) if one["decision"]]
    assert [one["code"] for one in left["codings"]] == ["trust"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((*SWAPPED, "both"), "Say first why the coders differ"),
        (("FG2", 1, 2, "both", "--cause", "slip"), "differ on nothing from 1 to 2 of “FG2”"),
        ((*SWAPPED, "XY", "--cause", "slip"), "There is no coder “XY”"),
        ((*SWAPPED, "CD", "--cause", "slip"), "“CD” has no part in “Round 1”"),
        ((*SWAPPED, "both", "--cause", "slip", "--as", "CD"), "settle it, or whoever leads"),
        ((*SWAPPED, "both", "--cause", "mood"), "is not one of"),
    ],
)
def test_refusals(opened: Shell, words: tuple[object, ...], sentence: str) -> None:
    answer = decide(opened, *words)
    assert (answer.status, answer.out) == (2, "")
    assert sentence in answer.err
    assert settled(opened) == []


def test_what_is_unanimous_settles_in_one_step(opened: Shell) -> None:
    assert opened("settle", "s.qnhs", "unanimous").out == "1 was settled as all gave it.\n"
    assert settled(opened) == [("FG1", "trust", SECOND, SECOND + 10)]
    assert opened("settle", "s.qnhs", "unanimous").status == 2


def test_a_definition_is_amended_in_a_line_and_says_what_it_left_behind(opened: Shell) -> None:
    told = opened("settle", "s.qnhs", "amend", "cost", "--definition", "What it costs.")
    assert told.out == "Codebook version 2.\n4 codings were made under the old words.\n"
    assert opened("settle", "s.qnhs", "amend", "cost").status == 2


def test_nothing_is_settled_before_a_round_is_opened_and_several_are_told_apart(
    opened: Shell,
) -> None:
    a_settling_study(Path("apart.qnhs"), opened=False).close()
    answer = opened("settle", "apart.qnhs", "list")
    assert (answer.status, answer.err.startswith("No round has been opened")) == (2, True)
    assert opened("settle", "apart.qnhs", "list", "--round", "Round 1").status == 2
    assert opened("round", "s.qnhs", "new", "R2", "--coders", "HL,AB", "--open").status == 0
    assert "Round 1, R2" in opened("settle", "s.qnhs", "list").err
    assert len(disagreements(opened, "--round", "Round 1")) == 4


def test_settled_is_no_layer_to_code_or_import_into(opened: Shell) -> None:
    coded = opened("code", "s.qnhs", "FG1", FIRST, FIRST + 3, "cost", "--layer", "settled")
    assert (coded.status, "comes of a decision" in coded.err) == (2, True)
    opened("settle", "s.qnhs", "unanimous")
    table = opened("codings", "s.qnhs", "--csv", "--layer", "settled").out
    Path("more.csv").write_text(table + f"FG1,HL,cost,{FIRST},{FIRST + 3},,,settled\n")
    [report] = opened("import", "s.qnhs", "more.csv", "--json").json["imported"]
    [problem] = [one for one in report["problems"] if one["line"] == 3]
    assert "comes of a decision" in problem["what"]
    assert settled(opened) == [("FG1", "trust", SECOND, SECOND + 10)]

"""The page that works agreement out with a pencil says what the program says."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from pilot_round import Pilot

PAGE = (Path(__file__).parents[2] / "docs" / "agreement-by-hand.md").read_text(encoding="utf-8")
CODE, TRANSCRIPT = "tru-motive", "FG4"


def section(title: str) -> str:
    (found,) = re.findall(rf"^## {title}$(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


def table(words: str) -> list[list[str]]:
    rows = [line.strip("|").split("|") for line in words.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows if set("".join(row)) - set("-: ")]


def result(title: str) -> float:
    """The figure in the last line of working of a section."""
    return float(re.findall(r"^    .* = (-?\d\.\d{4})$", section(title), re.MULTILINE)[-1])


@pytest.fixture(scope="module")
def counts() -> list[list[int]]:
    """The four counts and their sums, as the page has them."""
    rows = [row for row in table(section("What is counted")) if row[0].startswith("**")]
    return [[int(cell) for cell in row[1:]] for row in rows]


def test_the_turns_are_those_that_were_coded(pilot: Pilot) -> None:
    rows = [row for row in table(section("What is counted")) if row[0].isdigit()]
    transcript = pilot.transcript(TRANSCRIPT)
    for at, coder in ((3, "DM"), (4, "AW")):
        told = {int(row[0]) for row in rows if row[at] == "yes"}
        assert told == pilot.turns_with(CODE, TRANSCRIPT, coder)
    for index, label, words, *_ in rows:
        turn = transcript.turns[int(index) - 1]
        assert (turn.index, turn.label) == (int(index), label)
        assert words in turn.words.of(transcript.text)


def test_what_is_left_out_is_said(pilot: Pilot) -> None:
    transcript = pilot.transcript(TRANSCRIPT)
    labels = [turn.label for turn in transcript.turns]
    told = (len(labels), labels.count("MOD"), labels.count("Note-taker"))
    words = " ".join(section("What is counted").split())
    assert (
        "FG4 has {} turns. The moderator speaks {} of them and the note-taker {}".format(*told)
        in words
    )
    assert f"{told[0] - told[1] - told[2]} turns are looked at" in words


def test_the_counts_are_the_programs(pilot: Pilot, counts: list[list[int]]) -> None:
    (pair,) = pilot.figures("turn", TRANSCRIPT)[CODE].pairs
    assert pair.coders == ("DM", "AW")
    assert counts[0][:2] == [pair.both, pair.first_only]
    assert counts[1][:2] == [pair.second_only, pair.neither]
    for row in counts:
        assert row[0] + row[1] == row[2]
    assert [one + other for one, other in zip(*counts[:2], strict=True)] == counts[2]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Positive agreement", "positive_agreement"),
        ("Cohen's kappa", "kappa"),
        ("Krippendorff's alpha", "alpha"),
    ],
)
def test_the_program_finds_what_the_pencil_found(pilot: Pilot, title: str, name: str) -> None:
    (pair,) = pilot.figures("turn", TRANSCRIPT)[CODE].pairs
    value = pair.figures[name].value
    assert value is not None
    assert result(title) == round(value, 4)


def test_every_line_of_working_is_right() -> None:
    """Each `… = … = 0.1234` is computed again as it stands."""
    lines = re.findall(r"^    (?:by chance: +)?([-\d(].* = .*)$", PAGE, re.MULTILINE)
    assert len(lines) >= 6
    for line in lines:
        sides = [_worth(side) for side in line.split(" = ")]
        assert all(abs(side - sides[0]) < Fraction(1, 20000) for side in sides), line


def _worth(side: str) -> Fraction:
    numbers = re.sub(r"(\d+(?:\.\d+)?)", r"Fraction('\1')", side.replace("×", "*"))
    assert not set(re.sub(r"Fraction\('[\d.]+'\)", "", numbers)) - set("+-*/() ")
    return Fraction(eval(numbers, {"Fraction": Fraction}))  # noqa: S307 - digits and signs, see above


def test_the_planted_values_are_the_programs(pilot: Pilot) -> None:
    rows = [row for row in table(section("The planted values")) if row[0].startswith("`")]
    assert len(rows) == 5
    for code, *told, _made in rows:
        for unit, words in zip(("character", "turn"), told, strict=True):
            value = pilot.figures(unit)[code.strip("`")].figures["alpha"].value
            assert words == ("undefined" if value is None else f"{value:.4f}")
    (pair,) = pilot.figures("turn")[CODE].pairs
    given = (pair.both + pair.first_only, pair.both + pair.second_only)
    words = " ".join(section("The planted values").split())
    assert "DM gave `tru-motive` to {} turns in all and AW to {}".format(*given) in words

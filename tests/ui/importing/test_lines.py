"""The lines of a file, doubtful ones in their places, and what proposals rest on."""

from pathlib import Path

from transcript_material import FG2, parsed

from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.importers.format import Doubt, Parsed, Problem
from qualcoder_nhs.ui.importing.evidence import (
    kept,
    problem_lines,
    who_speaks,
    why_function,
    why_merged,
)
from qualcoder_nhs.ui.importing.file_choice import FileChoice
from qualcoder_nhs.ui.importing.lines import lines_of

FILE = FileChoice(Path("FG2.txt"), parsed=parsed(FG2))


def test_every_line_stands_once_with_its_number_and_words() -> None:
    lines = lines_of(parsed(FG2))
    assert [line.number for line in lines] == list(range(1, len(FG2.splitlines()) + 1))
    assert lines[1].label == "MD-01"
    assert lines[1].text.startswith("So, February.")
    doubtful = [line for line in lines if line.doubt]
    assert [line.text for line in doubtful] == [
        "I said: no. Not tonight.",
        "17: 30 everyone had gone home by then, that's the thing.",
    ]
    assert [line.label for line in doubtful] == [None, None]
    assert lines[6].text == "So I rang the site team."


def test_a_doubt_about_a_turn_stands_at_the_turn() -> None:
    understood = parsed(FG2)
    turn = understood.turns[3]
    doubt = Doubt(4, turn.whole.start, "Speaks only once.", turn.label)
    lines = lines_of(Parsed(understood.text, understood.turns, "text", doubts=(doubt,)))
    assert [line.label for line in lines if line.doubt] == ["MD-03"]
    assert len(lines) == len(understood.turns)


def test_text_without_turns_is_shown_line_by_line() -> None:
    lines = lines_of(Parsed("A lecture\n\nwithout names.\n", (), "text"))
    assert [(line.number, line.text, line.spoken) for line in lines] == [
        (1, "A lecture", False),
        (3, "without names.", False),
    ]


def test_what_speaks_for_a_proposal_is_said() -> None:
    assert why_function(FILE, "MOD-03", Function.MODERATOR) == (
        "proposed as moderator: called so, asks in 2 of 3 turns"
    )
    assert why_merged(FILE, "MD-3", "MD-03") == "merged into MD-03: 1 turn, never in reply to it"
    assert who_speaks(FILE) == "10 labels → 7 participants, a moderator and an unknown voice"


def test_what_is_kept_and_what_is_lost_is_counted() -> None:
    assert kept(parsed(FG2)) == (
        f"Kept as they stand: 2 notes such as [laughs] and {len(FG2):,} characters."
    )
    many = Parsed("", (), "text", problems=tuple(Problem(at, "odd") for at in range(1, 5)))
    assert problem_lines(many, most=2) == "line 1: odd\nline 2: odd\nand 2 more"

"""Turns begun by hand lose no word and move none."""

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.domain.turn_taking import Beginning, turns_begun

TEXT = "P1: We met.\nAnd then?\nWe left.\nP2: Yes.\n"
TURNS = (
    Turn(1, "P1", Span(4, 30), Span(0, 2)),
    Turn(2, "P2", Span(35, 39), Span(31, 33)),
)


def said(turns: tuple[Turn, ...]) -> list[tuple[int, str, str]]:
    return [(turn.index, turn.label, turn.words.of(TEXT)) for turn in turns]


def test_somebody_else_begins_in_the_middle_and_the_next_place_ends_it() -> None:
    begun = turns_begun(TEXT, TURNS, {12: Beginning("?"), 22: Beginning("P1")})
    assert said(begun) == [
        (1, "P1", "We met."),
        (2, "?", "And then?"),
        (3, "P1", "We left."),
        (4, "P2", "Yes."),
    ]
    assert [turn.label_at for turn in begun] == [Span(0, 2), None, None, Span(31, 33)]


def test_a_time_mark_is_kept_out_of_the_words_and_whoever_speaks_goes_on() -> None:
    begun = turns_begun(TEXT, TURNS, {12: Beginning("?"), 22: Beginning(None, Span(22, 24), 9.0)})
    assert said(begun)[1:3] == [(2, "?", "And then?"), (3, "?", "left.")]
    assert (begun[2].time_at, begun[2].time) == (Span(22, 24), 9.0)


def test_places_outside_words_and_at_their_beginning_change_nothing() -> None:
    nowhere = dict.fromkeys((0, 4, 30, 32, 35, 99), Beginning("?"))
    assert turns_begun(TEXT, TURNS, nowhere) == TURNS


@given(st.sets(st.integers(0, len(TEXT))))
def test_every_word_is_said_once_and_in_order(places: set[int]) -> None:
    begun = turns_begun(TEXT, TURNS, dict.fromkeys(places, Beginning("?")))
    spoken = "".join(turn.words.of(TEXT) for turn in begun)
    was = "".join(turn.words.of(TEXT) for turn in TURNS)
    assert "".join(spoken.split()) == "".join(was.split())
    assert [turn.index for turn in begun] == list(range(1, len(begun) + 1))
    ends = [turn.words.end for turn in begun]
    assert ends == sorted(ends)

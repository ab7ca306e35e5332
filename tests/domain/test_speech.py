"""What counts as a word said, and how a selection grows to whole words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import count_words, snapped, stage_directions, words_in


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 0),
        ("I said: no.", 3),
        ("twenty-one o’clock", 2),
        ("[laughs] That’s the job description.", 4),
        ("(pause, 7 secs) Well –", 1),
        ("(the other one) {disfmarker} yes", 4),
        ("*(A short break)*", 0),
        ("£90,000", 1),
        ("… — ?", 0),
    ],
)
def test_words_said(words: str, count: int) -> None:
    assert count_words(words) == count


def test_only_the_asked_for_part_is_counted() -> None:
    assert count_words("P1: one two three", Span(4, 11)) == 2


@pytest.mark.parametrize(
    "mark", ["[laughs]", "(laughter)", "[pause, 9 secs]", "[inaudible 00:10:35]"]
)
def test_stage_directions_are_known(mark: str) -> None:
    text = f"well {mark} yes"
    assert [span.of(text) for span in stage_directions(text)] == [mark]


@pytest.mark.parametrize(
    ("start", "end", "becomes"),
    [
        (8, 10, "world"),
        (6, 12, "world"),
        (0, 8, "hello  world"),
        (14, 16, "don’t"),
        (5, 7, "  "),
    ],
)
def test_a_selection_grows_to_whole_words(start: int, end: int, becomes: str) -> None:
    text = "hello  world don’t do"
    assert snapped(text, Span(start, end)).of(text) == becomes


@given(
    st.text(alphabet="ab é\n.’'-\U0001f600", max_size=30), st.integers(0, 30), st.integers(0, 30)
)
def test_snapping_keeps_the_words_and_is_settled_at_once(text: str, one: int, other: int) -> None:
    ends = sorted(min(end, len(text)) for end in (one, other))
    span = Span(*ends)
    grown = snapped(text, span)
    assert span.of(text).strip() in grown.of(text)
    assert snapped(text, grown) == grown


def test_a_turn_without_words_has_none() -> None:
    text = "P1: Well (laughs) said."
    nowhere = Span(3, 3)
    assert count_words(text, nowhere) == 0
    assert list(words_in(text, nowhere)) == list(stage_directions(text, nowhere)) == []

"""Turns are looked for in the texts of another program, which stay as they are to the letter."""

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.tasks.import_study import MOST_VOICES, turns_of

LINES = st.sampled_from(
    ["P1: We trust them.", "P2: No.", "", "  ", "| P1 | We |", "|---|---|", "Well", "[P3] 😀 Yes\t"]
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\n\n", "\n \n"]), st.booleans())
def test_turns_lie_within_the_text_whatever_it_ends_with(
    lines: list[str], between: str, ended: bool
) -> None:
    text = between.join(lines) + ("\n" if ended else "")
    turns = turns_of(text)
    ends = [turn.whole.end for turn in turns]
    assert ends == sorted(ends)
    assert all(turn.whole.end <= len(text) for turn in turns)
    assert all(turn.label_at and turn.label_at.of(text) == turn.label for turn in turns)


def test_a_name_that_stands_once_is_a_label_where_somebody_is_called_so() -> None:
    text = "We met at noon.\nIris: Only this once.\nAnd so it went on."
    assert turns_of(text) == ()
    assert [turn.label for turn in turns_of(text, frozenset({"Iris"}))] == ["Iris"]


def test_posts_by_hundreds_are_no_talk() -> None:
    def posts(voices: int) -> str:
        return "".join(f"User {n}: I think so.\nUser {n}: I do.\n" for n in range(voices))

    assert len(turns_of(posts(MOST_VOICES))) == 2 * MOST_VOICES
    assert turns_of(posts(MOST_VOICES + 1)) == ()

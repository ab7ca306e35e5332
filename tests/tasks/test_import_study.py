"""Turns are looked for in the texts of another program, which stay as they are to the letter."""

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.tasks.import_study import A_ROOM, OPENING, turns_of

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


def said(voices: int, each: int = 3, beside: int = 0) -> str:
    """Talk in which everybody speaks so often, with lines after each turn that nobody speaks."""
    more = "They went on reading.\n" * beside
    lines = (f"Witness {n}: I think so.\n{more}" for _ in range(each) for n in range(voices))
    return "".join(lines)


def test_a_day_of_an_inquiry_may_have_more_voices_than_a_room() -> None:
    for voices in (A_ROOM, 80, 120):
        assert len(turns_of(said(voices))) == 3 * voices
    assert len(turns_of(said(80, beside=OPENING - 2))) == 240


def test_a_list_of_many_names_is_no_talk() -> None:
    assert turns_of(said(A_ROOM + 1, each=1)) == ()
    assert turns_of(said(A_ROOM + 1, beside=OPENING)) == ()
    assert len(turns_of(said(A_ROOM, beside=OPENING))) == 3 * A_ROOM

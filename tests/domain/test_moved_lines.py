"""Turns that stand elsewhere in a corrected version: what lies on them goes with them."""

import pytest
from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st

from qualcoder_nhs.domain.correcting.difference import Difference, difference
from qualcoder_nhs.domain.correcting.following import Fate, Following
from qualcoder_nhs.domain.correcting.plan import Changed
from qualcoder_nhs.domain.correcting.turns import turn_map
from qualcoder_nhs.domain.correcting.wording import changed_words
from qualcoder_nhs.domain.span import Span
from tests.builders import turns_of

LINES = (
    "MOD: Who decides what is bought on the ward?",
    "P1: The board does, and the nurses 🩺 hear of it later.",
    "P2: We were asked once, and then never again.",
    "P3: In my trust the matron signs for everything.",
    "MOD: And what becomes of the money that is saved?",
    "P1: Yes.",
)


def text_of(order: tuple[int, ...]) -> str:
    return "\n".join(LINES[at] for at in order)


def followed(found: Difference, words: str) -> tuple[str, Fate]:
    at = found.old.index(words)
    one = Following(found).passage(Span(at, at + len(words)))
    return one.new.of(found.new), one.fate


OLD = text_of((0, 1, 2, 3, 4, 5))


def test_a_turn_that_moved_takes_its_passages_along() -> None:
    found = difference(OLD, text_of((0, 2, 3, 4, 1, 5)))
    assert followed(found, "the nurses 🩺 hear") == ("the nurses 🩺 hear", Fate.MOVED)
    assert followed(found, "asked once") == ("asked once", Fate.MOVED)
    assert followed(found, "Who decides") == ("Who decides", Fate.UNMOVED)
    assert list(changed_words(found)) == [Changed(None, LINES[1], LINES[1], moved=True)]


def test_a_turn_that_moved_and_was_reworded_is_known_again() -> None:
    new = text_of((0, 2, 3, 4, 1, 5)).replace("hear of it later", "hear of it much later")
    found = difference(OLD, new)
    assert followed(found, "nurses 🩺 hear of it later") == (
        "nurses 🩺 hear of it much later",
        Fate.CHANGED,
    )
    [moved] = changed_words(found)
    assert (moved.moved, moved.before) == (True, LINES[1])


def test_neighbours_that_moved_are_one() -> None:
    found = difference(OLD, text_of((0, 3, 4, 1, 2, 5)))
    assert len(found.moved) == 1
    across = "hear of it later.\nP2: We were asked"
    assert followed(found, across) == (across, Fate.MOVED)


def test_numbers_of_turns_follow() -> None:
    new = text_of((0, 2, 3, 4, 1, 5))
    found = turn_map(Following(difference(OLD, new)), turns_of(OLD), turns_of(new))
    assert found.numbers == {1: 1, 2: 5, 3: 2, 4: 3, 5: 4, 6: 6}
    assert (found.gone, found.new, found.moved) == ((), (), (2,))


def test_words_that_stand_twice_are_not_taken_for_moved() -> None:
    found = difference(OLD, text_of((0, 2, 3, 1, 4, 1, 5)))
    assert found.moved == ()


def test_a_short_turn_is_not_taken_for_moved() -> None:
    found = difference(OLD, text_of((5, 0, 1, 2, 3, 4)))
    assert found.moved == ()
    assert followed(found, "P1: Yes.")[1] is Fate.LOST


def test_a_turn_is_not_reworded_into_one_that_came_to_its_place() -> None:
    found = difference(OLD, text_of((0, 1, 4, 3, 5)))
    assert followed(found, "We were asked once")[1] is Fate.LOST
    assert followed(found, "the money that is saved")[1] is Fate.MOVED


@pytest.mark.parametrize("words", ["of it later.\nP2: We were asked once"])
def test_of_a_passage_that_was_torn_apart_the_part_in_order_stays(words: str) -> None:
    found = difference(OLD, text_of((0, 2, 3, 4, 1, 5)))
    assert followed(found, words) == ("P2: We were asked once", Fate.SHORTENED)


def test_a_turn_that_was_written_anew_in_its_place_has_not_moved() -> None:
    found = difference(OLD, OLD.replace(LINES[1], LINES[1].upper()))
    assert found.moved == ()
    assert followed(found, "hear of it")[1] is not Fate.LOST


def test_a_text_that_is_one_turn_in_capitals_is_compared() -> None:
    found = difference(LINES[1], LINES[1].upper())
    assert followed(found, LINES[1])[0] == LINES[1].upper()


@tried(max_examples=50)
@given(st.permutations(range(5)), st.integers(0, len(OLD)), st.integers(1, 60))
def test_no_word_is_lost_when_turns_only_move(order: list[int], start: int, length: int) -> None:
    found = difference(OLD, text_of((*order, 5)))
    span = Span(start, min(len(OLD), start + length))
    for line in LINES[:5]:
        at = OLD.index(line)
        part = span.shared(Span(at, at + len(line)))
        if part and any(map(str.isalnum, part.of(OLD))):
            there = Following(found).passage(part)
            assert there.new.of(found.new).strip() == part.of(OLD).strip()
    assert all(one.moved for one in changed_words(found))

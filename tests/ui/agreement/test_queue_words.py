"""The words and passages of the queue as plain values: who speaks, what is said of a sibling."""

from qualcoder_nhs.domain.excerpts import Said, Voice
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.ui.agreement.passage_view import Shown, deepened, shown_words
from qualcoder_nhs.ui.agreement.queue_cards import sibling_words


def test_siblings_say_how_often_they_were_given_where_that_tells_something() -> None:
    assert sibling_words(0, 1) == "sibling"
    assert sibling_words(1, 1) == "sibling, given here"
    assert sibling_words(0, 5) == "sibling, given in none of 5 such passages"
    assert sibling_words(2, 5) == "sibling, given in 2 of 5 such passages"


def test_people_are_called_by_their_names_and_not_by_the_files_labels() -> None:
    one = Voice("Speaker 3", "P3", Function.PARTICIPANT)
    said = [Said(1, one, Span(0, 3), "Yes"), Said(2, one, Span(5, 8), "Oh.")]
    assert shown_words(said, Span(0, 8)).text == "P3: Yes\u2028P3: Oh."


def test_where_words_of_the_stored_text_are_seen() -> None:
    shown = Shown("P1: a🩺cd", ((Span(10, 14), 4),))
    assert list(shown.places(Span(11, 13))) == [(5, 8)]
    assert list(shown.places(Span(0, 11))) == [(4, 5)]


def test_longer_codings_lie_below() -> None:
    assert deepened([Span(2, 4), Span(0, 9), Span(3, 8), Span(20, 22)]) == [2, 0, 1, 0]

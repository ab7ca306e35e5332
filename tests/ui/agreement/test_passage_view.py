"""Where the words of the stored text stand as they are shown, and how codings lie over them."""

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.ui.agreement.passage_view import Shown, deepened


def test_where_words_of_the_stored_text_are_seen() -> None:
    shown = Shown("P1: a🩺cd", ((Span(10, 14), 4),))
    assert list(shown.places(Span(11, 13))) == [(5, 8)]
    assert list(shown.places(Span(0, 11))) == [(4, 5)]


def test_longer_codings_lie_below() -> None:
    assert deepened([Span(2, 4), Span(0, 9), Span(3, 8), Span(20, 22)]) == [2, 0, 1, 0]

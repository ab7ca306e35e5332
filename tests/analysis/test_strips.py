"""Longest below, lowest free depth, and when a coding is of the whole turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.analysis.strips import drawn_depths, is_whole, layers, strip_edges
from qualcoder_nhs.domain.span import Span

TURN = Span(100, 200)
SPANS = st.lists(
    st.tuples(st.integers(100, 195), st.integers(1, 60)).map(lambda s: Span(s[0], s[0] + s[1])),
    max_size=12,
)


def depths(*spans):
    return [layer.depth for layer in layers(TURN, spans, range(len(spans)))]


def test_the_longest_lies_lowest_then_the_earlier_then_the_codebook():
    assert depths(Span(110, 120), Span(105, 150)) == [1, 0]
    assert depths(Span(115, 125), Span(110, 120)) == [1, 0]
    laid = layers(TURN, [Span(110, 120), Span(110, 120)], [7, 3])
    assert [layer.depth for layer in laid] == [1, 0]


def test_a_depth_is_taken_again_where_nothing_overlaps():
    assert depths(Span(100, 160), Span(100, 110), Span(120, 130)) == [0, 1, 1]


def test_parts_outside_the_turn_do_not_count():
    laid = layers(TURN, [Span(0, 110), Span(105, 140)], [0, 1])
    assert [layer.span for layer in laid] == [Span(100, 110), Span(105, 140)]
    assert [layer.depth for layer in laid] == [1, 0]


def test_a_whole_turn_is_ninety_five_parts_of_a_hundred():
    assert is_whole(TURN, Span(100, 195))
    assert not is_whole(TURN, Span(100, 194))
    assert is_whole(TURN, Span(0, 999))
    assert not is_whole(Span(5, 5), Span(0, 9))


def test_strips_shrink_with_depth_and_narrow_lines_have_room_for_two():
    assert strip_edges(27, 0) == pytest.approx((-18.9, 7.02))
    assert strip_edges(27, 2) == pytest.approx((-12.9, 2.02))
    assert (drawn_depths(27), drawn_depths(21)) == (3, 2)


@given(SPANS)
def test_overlapping_codings_never_share_a_depth(spans):
    laid = layers(TURN, spans, range(len(spans)))
    for at, one in enumerate(laid):
        for other in laid[at + 1 :]:
            assert one.depth != other.depth or not one.span.overlaps(other.span)

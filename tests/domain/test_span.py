"""Span and its algebra, against sets of positions."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.errors import BadSpan
from qualcoder_nhs.domain.span import Span, united

spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(*sorted(ends)))


def positions(span: Span) -> set[int]:
    return set(range(span.start, span.end))


@given(spans, spans)
def test_overlap_is_a_shared_character(one: Span, other: Span) -> None:
    assert one.overlaps(other) == bool(positions(one) & positions(other))
    assert positions(one.shared(other)) == positions(one) & positions(other)


@given(spans, spans)
def test_without_leaves_what_the_other_has_not(one: Span, other: Span) -> None:
    left = [positions(piece) for piece in one.without(other)]
    assert set().union(*left) == positions(one) - positions(other)
    assert sum(map(len, left)) == len(set().union(*left))


@given(spans, spans)
def test_hull_covers_both_and_no_more(one: Span, other: Span) -> None:
    hull = one.hull(other)
    assert hull.covers(one)
    assert hull.covers(other)
    assert {hull.start, hull.end} <= {one.start, one.end, other.start, other.end}


@given(st.lists(spans))
def test_united_spans_hold_the_same_characters_and_lie_apart(many: list[Span]) -> None:
    result = united(many)
    assert set().union(*map(positions, result)) == set().union(*map(positions, many))
    assert all(a.end < b.start for a, b in pairwise(result))


@given(spans, st.text(max_size=50))
def test_a_quote_is_cut_by_code_points(span: Span, text: str) -> None:
    assert span.of(text) == "".join(text[at] for at in sorted(positions(span)) if at < len(text))


def test_abutting_spans_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))


@pytest.mark.parametrize("ends", [(-1, 2), (3, 2)])
def test_a_range_that_is_none_is_refused(ends: tuple[int, int]) -> None:
    with pytest.raises(BadSpan):
        Span(*ends)

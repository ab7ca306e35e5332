"""The index answers as a look at everything would."""

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.analysis.intervals import IntervalIndex
from qualcoder_nhs.domain.span import Span

SPANS = st.lists(
    st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda s: Span(s[0], s[0] + s[1])),
    max_size=25,
)


@given(SPANS, st.integers(0, 60), st.integers(1, 10))
def test_it_finds_what_overlaps_and_what_touches(spans, start, length):
    index = IntervalIndex(spans, lambda span: span)
    wanted = Span(start, start + length)
    assert list(index.overlapping(wanted)) == sorted(s for s in spans if s.overlaps(wanted))
    assert list(index.touching(start)) == sorted(s for s in spans if s.start <= start <= s.end)


def test_walking_passes_equal_spans_one_by_one():
    things = [("a", Span(1, 3)), ("b", Span(1, 3)), ("c", Span(4, 5))]
    index = IntervalIndex(things, lambda thing: thing[1])
    assert [name for name, _ in index.after(Span(1, 3), things[0])] == ["b", "c"]
    assert [name for name, _ in index.before(Span(1, 3), things[1])] == ["a"]
    assert [name for name, _ in index.after(Span(2, 2))] == ["c"]
    assert [name for name, _ in index.before(Span(4, 4))] == ["b", "a"]

"""Lanes never overlap, take the lowest free place, and names keep their rows apart."""

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.lanes import Bar, name_rows, pack

BARS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda bar: Bar(bar[0], sum(bar))),
    max_size=30,
)


def test_longer_first_among_those_that_start_together():
    assert pack([Bar(0, 3), Bar(0, 9)]) == [1, 0]


def test_a_lane_is_free_again_where_its_last_bar_ends():
    assert pack([Bar(0, 5), Bar(2, 8), Bar(5, 6)]) == [0, 1, 0]


@given(BARS)
def test_bars_of_one_lane_never_overlap_and_no_lane_is_wasted(bars):
    lanes = pack(bars)
    for at, bar in enumerate(bars):
        others = bars[:at] + bars[at + 1 :]
        kept = lanes[:at] + lanes[at + 1 :]
        same = [other for other, lane in zip(others, kept, strict=True) if lane == lanes[at]]
        assert all(other.end <= bar.start or bar.end <= other.start for other in same)
    deepest = max((sum(b.start <= p < b.end for b in bars) for p in range(90)), default=0)
    assert len(set(lanes)) == deepest


def test_names_stand_at_their_start_or_below():
    assert name_rows([0, 0, 30, 90], 18) == [0, 18, 36, 90]
    assert name_rows([10], 18, floor=40) == [40]

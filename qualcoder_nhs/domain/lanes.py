"""Give overlapping stripes side-by-side lanes, and their names rows that never overlap."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """What one stripe covers, from `start` up to, and without, `end`, in any unit."""

    start: int
    end: int


def pack(bars: Sequence[Bar]) -> list[int]:
    """The lane of each bar, from 0: the lowest whose last bar ends at or before this one's start.

    Taken by start, longer first among those that start together.
    """
    order = sorted(range(len(bars)), key=lambda at: (bars[at].start, -bars[at].end))
    lanes = [0] * len(bars)
    ends: list[int] = []
    for at in order:
        lane = _free_lane(ends, bars[at].start)
        if lane == len(ends):
            ends.append(0)
        ends[lane] = bars[at].end
        lanes[at] = lane
    return lanes


def _free_lane(ends: Sequence[int], start: int) -> int:
    return next((lane for lane, end in enumerate(ends) if end <= start), len(ends))


def name_rows(starts: Sequence[int], height: int, floor: int = 0) -> list[int]:
    """The top of each name's row: the first free place at or below its start, in order of start.

    No row begins above `floor`, where what came before ends.
    """
    rows = [0] * len(starts)
    free = floor
    for at in sorted(range(len(starts)), key=lambda place: starts[place]):
        rows[at] = max(starts[at], free)
        free = rows[at] + height
    return rows

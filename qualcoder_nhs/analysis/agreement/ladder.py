"""How near each span comes to one of another coder with the same code, from exact to anywhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np

from qualcoder_nhs.analysis.agreement.blocks import Integers, Truths
from qualcoder_nhs.analysis.agreement.grid import Grid, SpanColumns
from qualcoder_nhs.analysis.agreement.meeting import Meeting, meeting

PERCENT = 90


@dataclass(frozen=True)
class Ladder:
    """Shares of the spans of a code that have a counterpart, each rung easier than the one before.

    `spans` is how many there were to find a counterpart for: those of every coder, once for every
    other coder who read the transcript. Each rung counts spans with a same-code span of the other
    coder that is equal; whose intersection over union reaches the percentage; that shares a
    character; that lies in the same turn; in the same transcript. None without any span.
    """

    spans: int
    exact: float | None
    near: float | None
    overlap: float | None
    turn: float | None
    document: float | None


NO_LADDER = Ladder(0, None, None, None, None, None)


def ladders(cut: Sequence[Grid], percent: int = PERCENT) -> dict[str, Ladder]:
    """The ladder of every code of the grids, over all transcripts and pairs, both directions.

    `near` is the segment agreement at X % of MAXQDA. The vendor does not say in public what the
    overlap is a percentage of; intersection over union is our choice.
    """
    if not cut:
        return {}
    codes = cut[0].codes
    reached = np.zeros((6, len(codes)), dtype=np.int64)
    for grid in cut:
        for one, other in permutations(range(len(grid.coders)), 2):
            _add(grid, meeting(grid, one, other), percent, reached)
    return {code: _ladder(*column) for code, column in zip(codes, reached.T.tolist(), strict=True)}


def _ladder(spans: int, *rungs: int) -> Ladder:
    return Ladder(spans, *(rung / spans if spans else None for rung in rungs))


def _add(grid: Grid, met: Meeting, percent: int, reached: Integers) -> None:
    shared, union = met.shared_and_union
    rungs: list[Truths] = [
        np.ones(len(met.met), dtype=bool),
        _any(met, shared == union),
        _any(met, 100 * shared >= percent * union),
        met.met > 0,
        _in_same_turn(grid, met),
        np.isin(met.units.code, met.others.code),
    ]
    for at, rung in enumerate(rungs):
        reached[at] += np.bincount(met.units.code[rung], minlength=reached.shape[1])


def _any(met: Meeting, fits: Truths) -> Truths:
    """Whether one of the spans that it meets fits."""
    own, _ = met.pairs
    return np.asarray(np.bincount(own[fits], minlength=len(met.met)) > 0)


def _in_same_turn(grid: Grid, met: Meeting) -> Truths:
    """Whether a span of the other with the code lies in one of the turns it lies in."""
    first, last = _turns(grid, met.units)
    their_first, their_last = _turns(grid, met.others)
    begun = np.searchsorted(their_first, last, side="right")
    ended = np.searchsorted(their_last, first, side="left")
    return np.asarray(begun > ended)


def _turns(grid: Grid, units: SpanColumns) -> tuple[Integers, Integers]:
    """The first and the last turn of each unit, with the codes one behind the other."""
    starts = np.array([turn.start for turn in grid.continuum.turns], dtype=np.int64)
    base = units.code * (len(starts) + 1)
    first = np.searchsorted(starts, units.start, side="right")
    return base + first, base + np.searchsorted(starts, units.end, side="left")

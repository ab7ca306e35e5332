"""Which spans of one coder meet which spans of another, code by code."""

from dataclasses import dataclass

import numpy as np

from qualcoder_nhs.analysis.agreement.blocks import Integers, Truths
from qualcoder_nhs.analysis.agreement.grid import Grid, SpanColumns
from qualcoder_nhs.analysis.agreement.pausing import look_up


@dataclass(frozen=True)
class Meeting:
    """The spans of `units` and, of each, the spans of `others` with the same code that it meets.

    Those are the ones from `first` up to, and without, `stop`: both lists are in order, and spans
    of one coder and code never overlap.
    """

    units: SpanColumns
    others: SpanColumns
    first: Integers
    stop: Integers
    back: Integers
    """How many of `units` each of `others` meets."""

    @property
    def met(self) -> Integers:
        """How many of the others' spans each one meets."""
        return self.stop - self.first

    @property
    def one_to_one(self) -> Truths:
        """Whether it meets one span, and that one no other."""
        single: Truths = self.met == 1
        single[single] = self.back[self.first[single]] == 1
        return single

    @property
    def pairs(self) -> tuple[Integers, Integers]:
        """The places of every two spans that meet: among `units`, and among `others`."""
        met = self.met
        own = np.repeat(np.arange(len(met)), met)
        ahead = np.cumsum(met) - met
        return own, np.arange(len(own)) - np.repeat(ahead - self.first, met)

    @property
    def shared_and_union(self) -> tuple[Integers, Integers]:
        """The characters that both, and that either, of every two spans that meet has."""
        own, their = self.pairs
        starts = np.maximum(self.units.start[own], self.others.start[their])
        ends = np.minimum(self.units.end[own], self.others.end[their])
        shared = ends - starts
        return shared, self.units.lengths[own] + self.others.lengths[their] - shared


def meeting(grid: Grid, one: int, other: int) -> Meeting:
    """How the spans of two coders of the grid meet, by their places among its coders."""
    look_up()
    units, others = grid.units[one], grid.units[other]
    own, theirs = _keys(grid, units), _keys(grid, others)
    first, stop = _reach(own, theirs)
    first_back, stop_back = _reach(theirs, own)
    return Meeting(units, others, first, stop, stop_back - first_back)


def _keys(grid: Grid, units: SpanColumns) -> tuple[Integers, Integers]:
    """Starts and ends with the codes one behind the other, so that none reaches the next."""
    base = units.code * (grid.continuum.length + 1)
    return base + units.start, base + units.end


def _reach(
    own: tuple[Integers, Integers], theirs: tuple[Integers, Integers]
) -> tuple[Integers, Integers]:
    (starts, ends), (their_starts, their_ends) = own, theirs
    return (
        np.searchsorted(their_ends, starts, side="right"),
        np.searchsorted(their_starts, ends, side="left"),
    )

"""Pairs the spans of two coders off, code by code, and says how the two of each pair differ."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from qualcoder_nhs.analysis.agreement.blocks import Truths
from qualcoder_nhs.analysis.agreement.grid import Grid, SpanColumns
from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.analysis.agreement.meeting import Meeting, meeting
from qualcoder_nhs.analysis.agreement.resampling import Floats
from qualcoder_nhs.domain.span import Span


@dataclass(frozen=True)
class Match:
    """A span of a code by one or both of two coders, and what kind of difference it is.

    Of a split or merge the two spans that fit best are one match, what is left over are matches
    without a partner. A span that meets none of its code is a substitution where the other coder
    gave other codes instead to half of it or more, and else an omission.
    """

    transcript: str
    code: str
    kind: Kind
    first: Span | None
    second: Span | None

    @property
    def offsets(self) -> tuple[int, int] | None:
        """How much later the second coder's span begins, and how much later it ends."""
        if self.first is None or self.second is None:
            return None
        return self.second.start - self.first.start, self.second.end - self.first.end

    @property
    def iou(self) -> float:
        """The characters both spans have by those either has: 1 if exact, 0 without a partner."""
        if self.first is None or self.second is None:
            return 0.0
        shared = len(self.first.shared(self.second))
        return shared / (len(self.first) + len(self.second) - shared)


def matches(grid: Grid, first: str, second: str) -> list[Match]:
    """Every span of two coders who have read the transcript, in exactly one match, in order."""
    one, other = grid.coders.index(first), grid.coders.index(second)
    met = meeting(grid, one, other)
    pairs = best_pairs(met)
    alone = _left(grid, met, {own for own, _ in pairs}, _instead(grid, one, other))
    back = meeting(grid, other, one)
    alone_back = _left(grid, back, {their for _, their in pairs}, _instead(grid, other, one))
    found = [
        *_partners(grid, met, pairs),
        *(_match(grid, code, kind, span, None) for code, kind, span in alone),
        *(_match(grid, code, kind, None, span) for code, kind, span in alone_back),
    ]
    return sorted(found, key=_place)


def best_pairs(met: Meeting) -> list[tuple[int, int]]:
    """The partners with the greatest sum of intersection over union, each span in one pair at most.

    Spans of one coder and code do not overlap, so two pairs never cross, and the pairs that share a
    span with one are right before it: the best choice up to each pair follows from earlier ones.
    """
    own, their = met.pairs
    clear = np.minimum(np.searchsorted(own, own), np.searchsorted(their, their)).tolist()
    best = [0.0]
    for fit, before in zip(overlap(met).tolist(), clear, strict=True):
        best.append(max(best[-1], fit + best[before]))
    chosen = []
    at = len(own)
    while at:
        if best[at] == best[at - 1]:
            at -= 1
        else:
            at -= 1
            chosen.append((int(own[at]), int(their[at])))
            at = clear[at]
    return chosen


def overlap(met: Meeting) -> Floats:
    """Intersection over union of every two spans that meet, in the order of their pairs."""
    shared, union = met.shared_and_union
    return np.asarray(shared / union)


def _partners(grid: Grid, met: Meeting, pairs: list[tuple[int, int]]) -> Iterator[Match]:
    single = met.one_to_one
    for own, their in pairs:
        first, second = _span(met.units, own), _span(met.others, their)
        differing = Kind.BOUNDARY if single[own] else Kind.SPLIT
        kind = Kind.EXACT if first == second else differing
        yield _match(grid, met.units.code[own], kind, first, second)


def _left(
    grid: Grid, met: Meeting, paired: set[int], instead: Truths
) -> Iterator[tuple[int, Kind, Span]]:
    """The spans that no partner was found for."""
    filled = np.concatenate([[0], np.cumsum(grid.widths * instead)])
    for at in sorted(set(range(len(met.met))) - paired):
        span = _span(met.units, at)
        other_code = filled[met.units.stop[at]] - filled[met.units.first[at]]
        apart = Kind.SUBSTITUTION if 2 * other_code >= len(span) else Kind.OMISSION
        yield int(met.units.code[at]), Kind.SPLIT if met.met[at] else apart, span


def _instead(grid: Grid, one: int, other: int) -> Truths:
    """Where the other gave a code that the one did not."""
    return np.asarray((grid.has[:, other] & ~grid.has[:, one]).any(axis=1))


def _match(grid: Grid, code: int, kind: Kind, first: Span | None, second: Span | None) -> Match:
    return Match(grid.continuum.name, grid.codes[code], kind, first, second)


def _span(units: SpanColumns, at: int) -> Span:
    return Span(int(units.start[at]), int(units.end[at]))


def _place(match: Match) -> tuple[str, int, bool, bool]:
    start = min(span.start for span in (match.first, match.second) if span is not None)
    return match.code, start, match.first is None, match.second is None

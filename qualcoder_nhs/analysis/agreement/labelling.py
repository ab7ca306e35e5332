"""Gives each coder one value a piece of the grid, as the unitizing coefficients ask for it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qualcoder_nhs.analysis.agreement.blocks import Integers, Truths
from qualcoder_nhs.analysis.agreement.grid import Grid, SpanColumns, runs
from qualcoder_nhs.domain.span import Span

Value = int
"""The codes a coder gave a passage together, mostly one: a bit for each code that is compared."""

_AT_ONCE = 32


@dataclass(frozen=True)
class Labelling:
    """One value a piece and coder, and where each coder's units begin and end.

    `labels` are pieces × coders: 0 is a gap, 1 the first of `values`, which are sets of `codes`.
    `breaks`, of the same shape, say where a unit or a gap begins; the label changes nowhere else.
    """

    grid: Grid
    codes: tuple[str, ...]
    values: tuple[Value, ...]
    labels: Integers
    breaks: Truths


@dataclass(frozen=True, slots=True)
class Overlap:
    """A passage to which one coder gave several codes that are compared as alternatives."""

    transcript: str
    span: Span
    coder: str
    codes: tuple[str, ...]


def by_set(grid: Grid, places: Sequence[int] | None = None) -> Labelling:
    """The codes as values; where a coder's codes overlap the set of them is a value of its own.

    Units are then cut at every edge of any of the coder's own spans, so that without overlaps they
    are the spans as they were made. `places` choose the codes; without them it is all of them.
    """
    chosen = _chosen(grid, places)
    values, labels = _sets(grid, chosen)
    breaks = np.stack([_edges_of(grid, units, chosen) for units in grid.units], axis=1)
    return Labelling(grid, tuple(grid.codes[at] for at in chosen), values, labels, breaks)


def any_code(grid: Grid, places: Sequence[int] | None = None) -> Labelling:
    """One value: any of the codes. Overlapping spans of a coder are one unit, abutting ones two."""
    chosen = _chosen(grid, places)
    breaks = np.stack([_edges_of_union(grid, units, chosen) for units in grid.units], axis=1)
    labels = np.asarray(grid.has[:, :, chosen].any(axis=2), dtype=np.int64)
    return Labelling(grid, ("",), (1,), labels, breaks)


def overlaps(labelling: Labelling) -> tuple[Overlap, ...]:
    """Where codes of one coder lie over each other: a passage for each set of them, in order."""
    grid = labelling.grid
    edges = grid.edges.tolist()
    members = [_members(labelling.codes, value) for value in labelling.values]
    several = np.array([0, *(len(codes) > 1 for codes in members)])
    return tuple(
        Overlap(
            grid.continuum.name,
            Span(edges[first], edges[stop]),
            grid.coders[coder],
            members[label - 1],
        )
        for coder, first, stop, label in runs(
            labelling.labels * several[labelling.labels]
        ).T.tolist()
    )


def _members(codes: Sequence[str], value: Value) -> tuple[str, ...]:
    found = []
    while value:
        found.append(codes[(value & -value).bit_length() - 1])
        value &= value - 1
    return tuple(found)


def _chosen(grid: Grid, places: Sequence[int] | None) -> Integers:
    return np.arange(len(grid.codes)) if places is None else np.array(places, dtype=np.int64)


def _sets(grid: Grid, chosen: Integers) -> tuple[tuple[Value, ...], Integers]:
    """The sets of codes that occur, and which of them each piece and coder has: 0 for none."""
    values, labels = [0], np.zeros(grid.has.shape[:2], dtype=np.int64)
    for at in range(0, len(chosen), _AT_ONCE):
        some = chosen[at : at + _AT_ONCE]
        bits = grid.has[:, :, some] @ (1 << np.arange(len(some)))
        keys, labels = _numbered(labels << _AT_ONCE | bits)
        here = (keys & (1 << _AT_ONCE) - 1).tolist()
        before = (keys >> _AT_ONCE).tolist()
        values = [values[one] | more << at for one, more in zip(before, here, strict=True)]
    return tuple(values[1:]), labels


def _numbered(keys: Integers) -> tuple[Integers, Integers]:
    """The distinct keys with 0 before them, used or not, and which of them each key is."""
    distinct, which = np.unique(np.append(keys.ravel(), 0), return_inverse=True)
    return distinct, which[:-1].reshape(keys.shape)


def _among(grid: Grid, chosen: Integers) -> Truths:
    among = np.zeros(len(grid.codes), dtype=bool)
    among[chosen] = True
    return among


def _edges_of(grid: Grid, units: SpanColumns, chosen: Integers) -> Truths:
    """Whether a unit of one of the chosen codes begins or ends where the piece begins."""
    edge = np.zeros(len(grid.edges), dtype=bool)
    among = _among(grid, chosen)[units.code]
    edge[units.first[among]] = True
    edge[units.stop[among]] = True
    edge[0] = True
    return edge[:-1]


def _edges_of_union(grid: Grid, units: SpanColumns, chosen: Integers) -> Truths:
    """The same without the edges over which another such span of the coder reaches."""
    among = _among(grid, chosen)[units.code]
    over = np.zeros(len(grid.edges) + 1, dtype=np.int64)
    np.add.at(over, units.first[among] + 1, 1)
    np.subtract.at(over, units.stop[among], 1)
    free: Truths = np.cumsum(over)[:-2] == 0
    return _edges_of(grid, units, chosen) & free

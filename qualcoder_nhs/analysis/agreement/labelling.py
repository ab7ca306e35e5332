"""Gives each coder one value a piece of the grid, as the unitizing coefficients ask for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from qualcoder_nhs.analysis.agreement.blocks import Integers, Truths
from qualcoder_nhs.analysis.agreement.grid import Grid, Units
from qualcoder_nhs.domain.span import Span

ANY_CODE = frozenset({"any code"})

Value = frozenset[str]
"""The codes a coder gave a passage together: of one code mostly, never empty."""


@dataclass(frozen=True)
class Labelling:
    """One value a piece and coder, and where each coder's units begin and end.

    `labels` are pieces × coders: 0 is a gap, 1 the first of `values`. `breaks`, of the same shape,
    say where a unit or a gap begins; the label never changes elsewhere.
    """

    grid: Grid
    values: tuple[Value, ...]
    labels: Integers
    breaks: Truths


@dataclass(frozen=True, order=True)
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
    has = grid.has[:, :, chosen].reshape(-1, len(chosen))
    first, label = _distinct(has)
    sets = [frozenset(grid.codes[chosen[at]] for at in np.flatnonzero(has[row])) for row in first]
    label += 0 if sets and not sets[0] else 1
    return Labelling(
        grid,
        tuple(filter(None, sets)),
        label.reshape(-1, len(grid.coders)),
        np.stack([_edges_of(grid, units, chosen) for units in grid.units], axis=1),
    )


def any_code(grid: Grid, places: Sequence[int] | None = None) -> Labelling:
    """One value: any of the codes. Overlapping spans of a coder are one unit, abutting ones two."""
    chosen = _chosen(grid, places)
    breaks = np.stack([_edges_of_union(grid, units, chosen) for units in grid.units], axis=1)
    labels = np.asarray(grid.has[:, :, chosen].any(axis=2), dtype=np.int64)
    return Labelling(grid, (ANY_CODE,), labels, breaks)


def overlaps(grid: Grid, places: Sequence[int] | None = None) -> tuple[Overlap, ...]:
    """Where codes of one coder lie over each other: a passage for each set of them, in order."""
    chosen = _chosen(grid, places)
    has = grid.has[:, :, chosen]
    return tuple(
        sorted(
            Overlap(grid.continuum.name, span, coder, tuple(grid.codes[chosen[c]] for c in codes))
            for at, coder in enumerate(grid.coders)
            for span, codes in _several(grid, has[:, at])
        )
    )


def _chosen(grid: Grid, places: Sequence[int] | None) -> Integers:
    return np.arange(len(grid.codes)) if places is None else np.array(places, dtype=np.int64)


def _distinct(has: Truths) -> tuple[Integers, Integers]:
    """One row of each kind, those without any code first; and which kind each row is."""
    if not has.shape[1]:
        return np.zeros(min(len(has), 1), dtype=np.int64), np.zeros(len(has), dtype=np.int64)
    packed = np.ascontiguousarray(np.packbits(has, axis=1))
    keys = packed.view(np.dtype((np.void, packed.shape[1]))).ravel()
    _, first, label = np.unique(keys, return_index=True, return_inverse=True)
    return first, label


def _edges_of(grid: Grid, units: Units, chosen: Integers) -> Truths:
    """Whether a unit of one of the chosen codes begins or ends where the piece begins."""
    edge = np.zeros(len(grid.edges), dtype=bool)
    among = np.isin(units.code, chosen)
    edge[units.first[among]] = True
    edge[units.stop[among]] = True
    edge[0] = True
    return edge[:-1]


def _edges_of_union(grid: Grid, units: Units, chosen: Integers) -> Truths:
    """The same without the edges over which another such span of the coder reaches."""
    among = np.isin(units.code, chosen)
    over = np.zeros(len(grid.edges) + 1, dtype=np.int64)
    np.add.at(over, units.first[among] + 1, 1)
    np.subtract.at(over, units.stop[among], 1)
    free: Truths = np.cumsum(over)[:-2] == 0
    return _edges_of(grid, units, chosen) & free


def _several(grid: Grid, has: Truths) -> Iterator[tuple[Span, tuple[int, ...]]]:
    crowded = np.flatnonzero(has.sum(axis=1) > 1)
    found = [(int(at), tuple(np.flatnonzero(has[at]).tolist())) for at in crowded]
    for _, run in groupby(enumerate(found), key=lambda each: (each[1][0] - each[0], each[1][1])):
        pieces = [piece for _, piece in run]
        start, end = grid.edges[pieces[0][0]], grid.edges[pieces[-1][0] + 1]
        yield Span(int(start), int(end)), pieces[0][1]

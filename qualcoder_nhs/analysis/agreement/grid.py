"""The grid: a transcript cut at every edge of every mark, and who gave which code in each piece."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from qualcoder_nhs.analysis.agreement.blocks import Blocks, Integers, Truths
from qualcoder_nhs.analysis.agreement.continuum import Continuum, Marks
from qualcoder_nhs.analysis.agreement.pausing import look_up


@dataclass(frozen=True)
class SpanColumns:
    """The spans of one coder as columns, by code and then by place.

    `code` is the place of the code among the codes of the grid; a span fills the pieces of the grid
    from `first` up to, and without, `stop`.
    """

    code: Integers
    start: Integers
    end: Integers
    first: Integers
    stop: Integers

    @property
    def lengths(self) -> Integers:
        """How many characters each span has."""
        return self.end - self.start


@dataclass(frozen=True)
class Grid:
    """One transcript in pieces within which no coder changes anything.

    Only the coders who have read it are in it. `edges` begin each piece and end the last one;
    `block` says what is drawn together with each piece when resampling. Its size goes with the
    number of marks, never with the length of the text.
    """

    continuum: Continuum
    coders: tuple[str, ...]
    codes: tuple[str, ...]
    edges: Integers
    block: Integers
    units: tuple[SpanColumns, ...]

    @cached_property
    def widths(self) -> Integers:
        """How many characters each piece has."""
        return np.diff(self.edges)

    @cached_property
    def has(self) -> Truths:
        """Whether the coder gave the code there: pieces × coders × codes."""
        turned = np.zeros((len(self.edges), len(self.coders), len(self.codes)), dtype=np.int8)
        for coder, units in enumerate(self.units):
            turned[units.first, coder, units.code] += 1
            turned[units.stop, coder, units.code] -= 1
        return turned[:-1].cumsum(axis=0, dtype=np.int8).astype(bool)

    @cached_property
    def counts(self) -> Integers:
        """How many coders gave the code: pieces × codes."""
        return np.asarray(self.has.sum(axis=1), dtype=np.int64)

    @cached_property
    def coded(self) -> Integers:
        """How many coders gave any code: one number a piece."""
        return np.asarray(self.has.any(axis=2).sum(axis=1), dtype=np.int64)

    @cached_property
    def others(self) -> int:
        """How many others each coder can be compared with; every grid has at least one."""
        return len(self.coders) - 1

    @cached_property
    def heads(self) -> Integers:
        """The pieces with which a block begins."""
        return np.flatnonzero(np.diff(self.block, prepend=-1))


def grids(blocks: Blocks, codes: Sequence[str]) -> tuple[Grid, ...]:
    """A grid of every transcript that holds any talk."""
    return tuple(
        _grid(blocks, document, tuple(codes))
        for document, continuum in enumerate(blocks.continua)
        if continuum.length
    )


def runs(marks: Integers) -> Integers:
    """Where a column of marks stays the same and is not 0: column, first row, row behind, mark.

    One column of the result each, in the order of the first rows.
    """
    height = len(marks) + 1
    flat = np.pad(marks, ((0, 1), (0, 0))).T.ravel()
    changes = np.flatnonzero(np.diff(flat, prepend=0))
    behind = np.append(changes[1:], len(flat))
    kept = flat[changes] > 0
    column, first = np.divmod(changes[kept], height)
    found = np.stack([column, first, behind[kept] - column * height, flat[changes[kept]]])
    return found[:, np.lexsort(found[[0, 2, 1]])]


def _grid(blocks: Blocks, document: int, codes: tuple[str, ...]) -> Grid:
    look_up()
    continuum = blocks.continua[document]
    coders = tuple(coder for coder in blocks.coders if coder in continuum.marks)
    spans = [_columns(continuum.marks[coder], codes) for coder in coders]
    own = np.flatnonzero(blocks.document == document)
    cuts = blocks.edges[own] - blocks.starts[document]
    ends = [0, continuum.length]
    edges = np.unique(np.concatenate([ends, cuts, *(rows[1:].ravel() for rows in spans)]))
    block = own[np.searchsorted(cuts, edges[:-1], side="right") - 1]
    units = tuple(SpanColumns(*rows, *np.searchsorted(edges, rows[1:])) for rows in spans)
    return Grid(continuum, coders, codes, edges, block, units)


def _columns(marks: Marks, codes: Sequence[str]) -> Integers:
    spans = [(place, span) for place, code in enumerate(codes) for span in marks.get(code, ())]
    places = [place for place, _ in spans]
    starts = [span.start for _, span in spans]
    ends = [span.end for _, span in spans]
    return np.array([places, starts, ends], dtype=np.int64)

"""What set of codes each coder has where: one row for every combination that occurs in a block."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from qualcoder_nhs.analysis.agreement.blocks import Blocks, Integers
from qualcoder_nhs.analysis.agreement.pausing import look_up
from qualcoder_nhs.analysis.agreement.resampling import Floats

UNREAD = -1
"""In place of a set, where the coder has not read the transcript."""

_Key = tuple[int, ...]


@dataclass(frozen=True)
class States:
    """Sets of codes over the talk.

    `members` is sets × codes, 1 where the code is in the set; the first set is the empty one. Of
    every row the columns say the `block`, the set each coder has there in `held`, by its place in
    `members` or `UNREAD`, and the `length` of all the stretches it is so.
    """

    blocks: Blocks
    members: Floats
    block: Integers
    held: Integers
    length: Integers

    def coded(self) -> "States":
        """Without the stretches to which nobody gave any code: another population, smaller."""
        rows = (self.held > 0).any(axis=1)
        return replace(self, block=self.block[rows], held=self.held[rows], length=self.length[rows])

    @cached_property
    def readers(self) -> Integers:
        """How many coders have read each row's block."""
        return np.asarray((self.held != UNREAD).sum(axis=1))


def states(blocks: Blocks, codes: Sequence[str]) -> States:
    """One sweep over all codes of all coders; S spans and n blocks make at most 2S + n rows."""
    lengths: dict[_Key, int] = {}
    sets: dict[int, int] = {0: 0, UNREAD: UNREAD}
    edges = blocks.edges.tolist()
    for document in range(len(blocks.continua)):
        look_up()
        for start, end, masks in _sweep(blocks, document, codes):
            held = (sets.setdefault(mask, len(sets) - 1) for mask in masks)
            key = (bisect_right(edges, start) - 1, *held)
            lengths[key] = lengths.get(key, 0) + end - start
    keys = np.array(list(lengths), dtype=np.int64).reshape(-1, 1 + len(blocks.coders))
    return States(
        blocks,
        _members(sets, len(codes)),
        keys[:, 0],
        keys[:, 1:],
        np.array(list(lengths.values()), dtype=np.int64),
    )


def _members(sets: Iterable[int], codes: int) -> Floats:
    rows = [[mask >> at & 1 for at in range(codes)] for mask in sets if mask != UNREAD]
    return np.array(rows, dtype=np.float64).reshape(-1, codes)


def _sweep(
    blocks: Blocks, document: int, codes: Sequence[str]
) -> Iterator[tuple[int, int, list[int]]]:
    """The stretches of one transcript, with the bits of each coder's codes."""
    marks = blocks.continua[document].marks
    now = [0 if coder in marks else UNREAD for coder in blocks.coders]
    start = int(blocks.starts[document])
    for at, coder, bit in sorted(_edges(blocks, document, codes)):
        if at > start:
            yield start, at, now
            start = at
        now[coder] ^= bit


def _edges(blocks: Blocks, document: int, codes: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Where a code begins or ends for a coder, and where blocks end: place, coder, code's bit."""
    start = int(blocks.starts[document])
    marks = blocks.continua[document].marks
    for block in np.flatnonzero(blocks.document == document):
        yield int(blocks.edges[block + 1]), 0, 0
    for place, coder in enumerate(blocks.coders):
        for at, code in enumerate(codes):
            for span in marks.get(coder, {}).get(code, ()):
                yield start + span.start, place, 1 << at
                yield start + span.end, place, 1 << at

"""The sweep: where each code begins or ends for any coder the talk is cut, and nowhere else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from qualcoder_nhs.analysis.agreement.blocks import Blocks, Integers


@dataclass(frozen=True)
class Sections:
    """The stretches that carry a code for at least one coder, one row each, by code and place.

    Of every row the columns say the `code`, by its place in `codes`; the `block` it lies in; its
    `start` on the whole and its `length`; and which coders gave the code there, one bit a coder, in
    `mask`. What is in no row carries the code for nobody. The length of the text enters nowhere:
    S spans make at most 2S + 1 sections, and the block edges what they cut.
    """

    blocks: Blocks
    codes: tuple[str, ...]
    code: Integers
    block: Integers
    start: Integers
    length: Integers
    mask: Integers

    @cached_property
    def has(self) -> Integers:
        """1 where the coder gave the code in the section: rows × coders."""
        bits = np.arange(len(self.blocks.coders), dtype=np.int64)
        return (self.mask[:, None] >> bits) & 1

    def by_mask(self, code: str, document: int | None = None) -> dict[int, int]:
        """W: how much exactly the coders in each mask gave the code; 0 is what nobody gave it.

        Over one transcript, by its place in `blocks.continua`, or over all of them.
        """
        chosen = self.code == self.codes.index(code)
        within = np.ones(len(self.blocks), dtype=bool)
        if document is not None:
            within = self.blocks.document == document
            chosen &= within[self.block]
        masks, which = np.unique(self.mask[chosen], return_inverse=True)
        sums = np.bincount(which, self.length[chosen], len(masks)).astype(np.int64)
        table = dict(zip(masks.tolist(), sums.tolist(), strict=True))
        return {0: int(self.blocks.lengths[within].sum()) - sum(table.values())} | table


def sections(blocks: Blocks, codes: Sequence[str]) -> Sections:
    """All codes in one sweep: every edge of a span turns its coder's bit over.

    Spans of one coder and code must not overlap, as `Marks` promises; they may abut.
    """
    edges = np.array(list(_edges(blocks, codes)), dtype=np.int64).reshape(-1, 3)
    edges = np.concatenate((edges, _cuts(blocks, len(codes))))
    edges = edges[np.lexsort((edges[:, 1], edges[:, 0]))]
    code, start, _ = edges.T
    mask = np.bitwise_xor.accumulate(edges[:, 2])
    length = np.append(np.diff(start), 0)
    rows = (mask != 0) & (length > 0)
    block = np.searchsorted(blocks.edges, start[rows], side="right") - 1
    return Sections(blocks, tuple(codes), code[rows], block, start[rows], length[rows], mask[rows])


def _edges(blocks: Blocks, codes: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    for start, continuum in zip(blocks.starts.tolist(), blocks.continua, strict=True):
        for bit, coder in enumerate(blocks.coders):
            marks = continuum.marks.get(coder, {})
            for place, code in enumerate(codes):
                for span in marks.get(code, ()):
                    yield place, start + span.start, 1 << bit
                    yield place, start + span.end, 1 << bit


def _cuts(blocks: Blocks, codes: int) -> Integers:
    """The block edges once a code: they cut sections and turn nobody over."""
    cuts = np.zeros((codes, len(blocks.edges), 3), dtype=np.int64)
    cuts[:, :, 0] = np.arange(codes)[:, None]
    cuts[:, :, 1] = blocks.edges
    return cuts.reshape(-1, 3)

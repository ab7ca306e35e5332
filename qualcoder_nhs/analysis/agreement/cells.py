"""Counts from the sections: what coefficients are computed from, for every block and every code."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from qualcoder_nhs.analysis.agreement.blocks import Blocks, Integers
from qualcoder_nhs.analysis.agreement.resampling import Floats
from qualcoder_nhs.analysis.agreement.sections import Sections, sections


@dataclass(frozen=True)
class Cells:
    """The cells of each block; every array begins with blocks × codes and adds up over blocks."""

    sections: Sections

    @property
    def blocks(self) -> Blocks:
        """What the cells are the cells of."""
        return self.sections.blocks

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, in the order of the second axis."""
        return self.sections.codes

    @cached_property
    def marked(self) -> Floats:
        """What each coder gave the code: blocks × codes × coders."""
        each = [self._summed(has) for has in self.sections.has.T]
        return np.stack(each, axis=-1)

    @cached_property
    def given(self) -> Floats:
        """What each coder gave and did not give the code: blocks × codes × coders × 2."""
        read = (self.blocks.lengths[:, None] * self.blocks.present)[:, None, :]
        return np.stack([self.marked, read - self.marked], axis=-1)

    @cached_property
    def tables(self) -> Floats:
        """Both and first only, second only and neither: blocks × codes × pairs × 2 × 2."""
        none = np.zeros((len(self.blocks), len(self.codes), 0, 2, 2))
        pairs = [self._table(*pair)[:, :, None] for pair in self.blocks.pairs]
        return np.concatenate([none, *pairs], axis=2)

    @cached_property
    def profiles(self) -> Floats:
        """How many coders gave the code and how many did not: all that can be, profiles × 2."""
        most = len(self.blocks.coders)
        rows = [(given, of - given) for of in range(most + 1) for given in range(of + 1)]
        return np.array(rows, dtype=np.float64)

    @cached_property
    def weights(self) -> Floats:
        """What has each profile: blocks × codes × profiles."""
        readers = self.blocks.present.sum(axis=1)
        first = readers * (readers + 1) // 2
        rows = self.sections
        cells = np.zeros((*self.marked.shape[:2], len(self.profiles)))
        profile = first[rows.block] + rows.has.sum(axis=1)
        np.add.at(cells, (rows.block, rows.code, profile), rows.length)
        unmarked = self.blocks.lengths[:, None] - cells.sum(axis=-1)
        cells[np.arange(len(first)), :, first] += unmarked
        return cells

    def by_document(self, cells: Floats) -> Floats:
        """Cells of blocks added up to cells of transcripts."""
        sums = np.zeros((len(self.blocks.continua), *cells.shape[1:]))
        np.add.at(sums, self.blocks.document, cells)
        return sums

    def _summed(self, of: Integers) -> Floats:
        rows = self.sections
        shape = (len(self.blocks), len(self.codes))
        places = rows.block * shape[1] + rows.code
        sums = np.bincount(places, rows.length * of, shape[0] * shape[1])
        return sums.reshape(shape).astype(np.float64)

    def _table(self, first: int, second: int) -> Floats:
        one, other = self.sections.has[:, first], self.sections.has[:, second]
        compared = (self.blocks.present[:, first] & self.blocks.present[:, second])[:, None]
        both = self._summed(one & other)
        alone = [(self.marked[..., at] - both) * compared for at in (first, second)]
        neither = self.blocks.lengths[:, None] * compared - both - alone[0] - alone[1]
        rows = [np.stack([both, alone[0]], axis=-1), np.stack([alone[1], neither], axis=-1)]
        return np.stack(rows, axis=-2)


def cells(blocks: Blocks, codes: Sequence[str]) -> Cells:
    """The cells of the codes in the blocks."""
    return Cells(sections(blocks, codes))

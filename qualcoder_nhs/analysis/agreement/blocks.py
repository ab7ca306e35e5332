"""Lays transcripts end to end and cuts them into what is resampled: whole ones, or their turns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.domain.span import Span

Integers = NDArray[np.int64]
Truths = NDArray[np.bool_]

ENOUGH_DOCUMENTS = 8
"""Below this many transcripts turns are resampled in their place."""


@dataclass(frozen=True)
class Blocks:
    """Transcripts that at least two of the coders have read, one behind the other.

    Offsets on the whole are the continuum's own plus its `starts`. A block is a transcript, or a
    non-empty turn where `by_turn`; blocks abut.
    """

    continua: tuple[Continuum, ...]
    coders: tuple[str, ...]
    by_turn: bool

    @cached_property
    def starts(self) -> Integers:
        """Where each transcript begins on the whole."""
        lengths = [continuum.length for continuum in self.continua]
        return np.cumsum([0, *lengths], dtype=np.int64)[:-1]

    @cached_property
    def _spans(self) -> list[tuple[int, Span]]:
        return list(self._cut())

    def _cut(self) -> Iterator[tuple[int, Span]]:
        for document, continuum in enumerate(self.continua):
            whole = (Span(0, continuum.length),)
            for span in continuum.turns if self.by_turn else whole:
                if span:
                    yield document, span

    def __len__(self) -> int:
        return len(self._spans)

    @cached_property
    def document(self) -> Integers:
        """The transcript each block is part of, by its place in `continua`."""
        return np.array([document for document, _ in self._spans], dtype=np.int64)

    @property
    def keys(self) -> list[tuple[str, int]]:
        """What each block is known by elsewhere: its transcript's name, and where it begins."""
        return [(self.continua[document].name, span.start) for document, span in self._spans]

    @cached_property
    def lengths(self) -> Integers:
        """How long each block is."""
        return np.array([len(span) for _, span in self._spans], dtype=np.int64)

    @cached_property
    def edges(self) -> Integers:
        """Where the blocks begin on the whole, and where the last one ends."""
        return np.concatenate(([0], np.cumsum(self.lengths)))

    @cached_property
    def present(self) -> Truths:
        """Which coders have read each block: blocks × coders."""
        read = [[coder in one.marks for coder in self.coders] for one in self.continua]
        table = np.array(read, dtype=bool).reshape(len(self.continua), len(self.coders))
        return table[self.document]

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """Every two coders, by their places in `coders`."""
        return list(combinations(range(len(self.coders)), 2))


def blocks(
    continua: Iterable[Continuum], coders: Sequence[str], *, by_turn: bool | None = None
) -> Blocks:
    """The transcripts that can be compared, cut for resampling.

    By turn where fewer than eight transcripts are left, unless said otherwise.
    """
    kept = tuple(one for one in continua if readers(one, coders) >= 2)
    if by_turn is None:
        by_turn = len(kept) < ENOUGH_DOCUMENTS
    return Blocks(kept, tuple(coders), by_turn)


def readers(continuum: Continuum, coders: Iterable[str]) -> int:
    """How many of the coders have read it. Fewer than two: it is left out, and to be listed."""
    return sum(1 for coder in coders if coder in continuum.marks)

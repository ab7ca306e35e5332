"""The passages on which coders differ, for going through them one by one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from qualcoder_nhs.analysis.agreement.blocks import Integers
from qualcoder_nhs.analysis.agreement.kinds import Kind, PieceKinds
from qualcoder_nhs.domain.span import Span

_KIND_OF = tuple(Kind)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A passage that some of the coders who finished the transcript gave a code, and others not.

    The span is on the continuum. The kind is the one of the two coders who are nearest to
    agreement there; `same_family` says whether a substitution stays in the code's family.
    """

    transcript: str
    span: Span
    code: str
    coders_with: tuple[str, ...]
    coders_without: tuple[str, ...]
    kind: Kind
    same_family: bool


def disagreements(found: Iterable[PieceKinds]) -> list[Disagreement]:
    """All of them, by transcript, place and code; each as long as coders and kind are the same."""
    return [each for pieces in found for each in sorted(_listed(pieces), key=_place)]


def _place(found: Disagreement) -> tuple[int, int, str]:
    return found.span.start, found.span.end, found.code


def _listed(pieces: PieceKinds) -> Iterator[Disagreement]:
    grid = pieces.grid

    @cache
    def split(mask: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        given = {coder: bool(mask >> at & 1) for at, coder in enumerate(grid.coders)}
        return (
            tuple(coder for coder, has in given.items() if has),
            tuple(coder for coder, has in given.items() if not has),
        )

    bits = 1 << np.arange(len(grid.coders))
    masks = np.tensordot(bits, grid.has, axes=(0, 1))
    marks = (masks * 16 + pieces.nearest * 2 + pieces.kin) * (pieces.nearest > 0)
    edges = grid.edges.tolist()
    for code, first, stop, mark in _runs(marks):
        span = Span(edges[first], edges[stop])
        kind = _KIND_OF[mark // 2 % 8]
        name, kin = grid.continuum.name, bool(mark % 2)
        yield Disagreement(name, span, grid.codes[code], *split(mark // 16), kind, kin)


def _runs(marks: Integers) -> Iterator[tuple[int, int, int, int]]:
    """Column, first row, row behind and mark of all that stays the same down a column, but 0."""
    height = len(marks) + 1
    flat = np.pad(marks, ((0, 1), (0, 0))).T.ravel()
    changes = np.flatnonzero(np.diff(flat, prepend=0))
    behind = np.append(changes[1:], len(flat))
    kept = flat[changes] > 0
    column, first = np.divmod(changes[kept], height)
    ends = behind[kept] - column * height
    columns = (column, first, ends, flat[changes[kept]])
    yield from zip(*(each.tolist() for each in columns), strict=True)

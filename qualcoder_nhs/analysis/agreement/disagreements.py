"""The passages on which coders differ, for going through them one by one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from qualcoder_nhs.analysis.agreement.grid import runs
from qualcoder_nhs.analysis.agreement.kinds import Kind, PieceKinds
from qualcoder_nhs.analysis.agreement.pausing import look_up
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
    return [each for pieces in found for each in _listed(pieces)]


def _listed(pieces: PieceKinds) -> Iterator[Disagreement]:
    look_up()
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
    for code, first, stop, mark in runs(marks).T.tolist():
        span = Span(edges[first], edges[stop])
        kind = _KIND_OF[mark // 2 % 8]
        name, kin = grid.continuum.name, bool(mark % 2)
        yield Disagreement(name, span, grid.codes[code], *split(mark // 16), kind, kin)

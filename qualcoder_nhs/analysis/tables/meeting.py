"""Where codes meet: on the same words, in the same turn, in one exchange, or some turns later."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TypeVar

from qualcoder_nhs.analysis.counting.hits import Hit
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.code_rows import CodeRow
from qualcoder_nhs.domain.ids import CodeId, CodingId, TranscriptId
from qualcoder_nhs.domain.links import exchanges
from qualcoder_nhs.domain.tabled import Place

T = TypeVar("T")


class Near(StrEnum):
    """When two codes meet."""

    OVERLAP = "overlap"
    TURN = "turn"
    EXCHANGE = "exchange"
    AFTER = "after"


Carried = dict[Place, list[T]]
"""The turns that carry a code, or the exchanges, each by its first turn; with what stands there."""


@dataclass(frozen=True)
class Met:
    """Where one code meets another: turns, or exchanges, of the first; and the codings that do."""

    units: tuple[Place, ...]
    codings: tuple[CodingId, ...]


class Meetings:
    """The meetings of some codes. No code of one row counts as another's."""

    def __init__(
        self,
        material: Material,
        found: Iterable[Hit],
        rows: Iterable[CodeRow],
        near: Near,
        within: int,
    ) -> None:
        """Of these hits; `within` is how many turns later the second may come, at most."""
        shown = {code: row.code.id for row in rows for code in row.takes}
        seen = [(shown[hit.coding.code], hit) for hit in found if hit.coding.code in shown]
        turns = _by_code((code, place(hit), hit.coding.id) for code, hit in seen)
        self._first = self._second = turns
        self._hits: dict[CodeId, Carried[Hit]] | None = None
        if near is Near.OVERLAP:
            self._hits = _by_code((code, place(hit), hit) for code, hit in seen)
        elif near is Near.EXCHANGE:
            self._first = self._second = _by_code(_in_exchanges(material, turns))
        elif near is Near.AFTER:
            self._second = _by_code(_earlier(turns, within))

    def total(self, code: CodeId) -> int:
        """How many turns, or exchanges, carry a code."""
        return len(self._first.get(code, {}))

    def between(self, code: CodeId, other: CodeId) -> Met:
        """Where the first of two codes meets the second."""
        if self._hits is not None:
            return _on_the_same_words(self._hits.get(code, {}), self._hits.get(other, {}))
        first, second = self._first.get(code, {}), self._second.get(other, {})
        shared = sorted(first.keys() & second.keys())
        ones = chain.from_iterable(map(first.__getitem__, shared))
        others = chain.from_iterable(map(second.__getitem__, shared))
        return Met(tuple(shared), tuple(dict.fromkeys(chain(ones, others))))


def _by_code(found: Iterable[tuple[CodeId, Place, T]]) -> dict[CodeId, Carried[T]]:
    carried: dict[CodeId, Carried[T]] = defaultdict(dict)
    for code, unit, what in found:
        carried[code].setdefault(unit, []).append(what)
    return carried


def _on_the_same_words(first: Carried[Hit], second: Carried[Hit]) -> Met:
    shared = sorted(first.keys() & second.keys())
    both = {unit: _overlapping(first[unit], second[unit]) for unit in shared}
    codings = chain.from_iterable(both.values())
    return Met(tuple(unit for unit in shared if both[unit]), tuple(dict.fromkeys(codings)))


def _in_exchanges(
    material: Material, turns: Mapping[CodeId, Carried[CodingId]]
) -> Iterator[tuple[CodeId, Place, CodingId]]:
    """Every coding on a linked turn, at the exchange that the turn belongs to."""
    belongs: dict[Place, Place] = {}
    for one in exchanges(material.links):
        if session := material.by_id.get(one.transcript):
            for turn in one.turns:
                at = session.turns[turn - 1].part_of
                belongs[one.transcript, at] = one.transcript, one.first
    for code, carried in turns.items():
        for unit in carried.keys() & belongs.keys():
            for coding in carried[unit]:
                yield code, belongs[unit], coding


def _earlier(
    turns: Mapping[CodeId, Carried[CodingId]], within: int
) -> Iterator[tuple[CodeId, Place, CodingId]]:
    """Every coding, at each of the turns that it comes shortly after and that carry any code."""
    known: dict[TranscriptId, list[int]] = defaultdict(list)
    for transcript, turn in sorted({unit for carried in turns.values() for unit in carried}):
        known[transcript].append(turn)
    for code, carried in turns.items():
        for (transcript, turn), there in carried.items():
            listed = known[transcript]
            for before in listed[bisect_left(listed, turn - within) : bisect_left(listed, turn)]:
                for coding in there:
                    yield code, (transcript, before), coding


def _overlapping(first: Sequence[Hit], second: Sequence[Hit]) -> list[CodingId]:
    """The codings that share a character with one of the other code."""
    return [
        coding
        for hit in first
        for other in second
        if hit.span.start < other.span.end and other.span.start < hit.span.end
        for coding in (hit.coding.id, other.coding.id)
    ]


def place(hit: Hit) -> Place:
    """The turn that a hit counts in; 0 in a text without turns."""
    if hit.turn is not None:
        return hit.unit
    near = next(iter(hit.session.turns[hit.near - 1 : hit.near]), None)
    return hit.session.id, near.part_of if near else 0

"""Where codes meet: on the same words, in the same turn, in one exchange, or some turns later."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qualcoder_nhs.analysis.counting.hits import Hit
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.code_rows import CodeRow
from qualcoder_nhs.domain.ids import CodeId, TranscriptId
from qualcoder_nhs.domain.links import exchanges
from qualcoder_nhs.domain.tabled import Place


class Near(StrEnum):
    """When two codes meet."""

    OVERLAP = "overlap"
    TURN = "turn"
    EXCHANGE = "exchange"
    AFTER = "after"


Carried = dict[Place, list[Hit]]
"""The turns that carry a code, or the exchanges, each by its first turn; with the hits there."""


@dataclass(frozen=True)
class Met:
    """Where one code meets another: turns, or exchanges, of the first; and the hits that do."""

    units: tuple[Place, ...]
    hits: tuple[Hit, ...]


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
        self._near = near
        shown = {code: row.code.id for row in rows for code in row.takes}
        seen = [(shown[hit.coding.code], hit) for hit in found if hit.coding.code in shown]
        turns = _by_code((code, place(hit), hit) for code, hit in seen)
        if near is Near.EXCHANGE:
            turns = _by_code(_in_exchanges(material, turns))
        self._first = turns
        self._second = _by_code(_earlier(turns, within)) if near is Near.AFTER else turns

    def total(self, code: CodeId) -> int:
        """How many turns, or exchanges, carry a code."""
        return len(self._first.get(code, {}))

    def between(self, code: CodeId, other: CodeId) -> Met:
        """Where the first of two codes meets the second."""
        first, second = self._first.get(code, {}), self._second.get(other, {})
        shared = sorted(first.keys() & second.keys())
        if self._near is not Near.OVERLAP:
            hits = [hit for unit in shared for hit in (*first[unit], *second[unit])]
            return Met(tuple(shared), tuple(hits))
        both = {unit: _overlapping(first[unit], second[unit]) for unit in shared}
        return Met(
            tuple(unit for unit in shared if both[unit]),
            tuple(hit for hits in both.values() for hit in hits),
        )


def _by_code(found: Iterable[tuple[CodeId, Place, Hit]]) -> dict[CodeId, Carried]:
    carried: dict[CodeId, Carried] = defaultdict(dict)
    for code, unit, hit in found:
        carried[code].setdefault(unit, []).append(hit)
    return carried


def _in_exchanges(
    material: Material, turns: Mapping[CodeId, Carried]
) -> Iterator[tuple[CodeId, Place, Hit]]:
    """Every hit on a linked turn, at the exchange that the turn belongs to."""
    belongs: dict[Place, Place] = {}
    for one in exchanges(material.links):
        if session := material.by_id.get(one.transcript):
            for turn in one.turns:
                at = session.turns[turn - 1].part_of
                belongs[one.transcript, at] = one.transcript, one.first
    for code, carried in turns.items():
        for unit in carried.keys() & belongs.keys():
            for hit in carried[unit]:
                yield code, belongs[unit], hit


def _earlier(turns: Mapping[CodeId, Carried], within: int) -> Iterator[tuple[CodeId, Place, Hit]]:
    """Every hit, at each of the turns that it comes shortly after and that carry any code."""
    known: dict[TranscriptId, list[int]] = defaultdict(list)
    for transcript, turn in sorted({unit for carried in turns.values() for unit in carried}):
        known[transcript].append(turn)
    for code, carried in turns.items():
        for (transcript, turn), there in carried.items():
            listed = known[transcript]
            for before in listed[bisect_left(listed, turn - within) : bisect_left(listed, turn)]:
                for hit in there:
                    yield code, (transcript, before), hit


def _overlapping(first: Sequence[Hit], second: Sequence[Hit]) -> list[Hit]:
    """The hits that share a character with one of the other code."""
    found: dict[int, Hit] = {}
    for hit in first:
        for other in second:
            if hit.span.start < other.span.end and other.span.start < hit.span.end:
                found[id(hit)], found[id(other)] = hit, other
    return list(found.values())


def place(hit: Hit) -> Place:
    """The turn that a hit counts in."""
    turn = hit.turn or hit.session.turns[hit.near - 1]
    return hit.session.id, turn.part_of

"""Where codes meet: on the same words, in the same turn, in one exchange, or some turns later."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import chain
from typing import TypeVar

from qualcoder_nhs.analysis.counting.hits import Hit
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.code_rows import CodeRow
from qualcoder_nhs.domain.ids import CodeId, CodingId
from qualcoder_nhs.domain.links import exchanges
from qualcoder_nhs.domain.tabled import Place
from qualcoder_nhs.domain.when_asked import WhenAsked

T = TypeVar("T")


class Near(StrEnum):
    """When two codes meet."""

    OVERLAP = "overlap"
    TURN = "turn"
    EXCHANGE = "exchange"
    AFTER = "after"


Carried = dict[int, list[T]]
"""The turns that carry a code, or the exchanges, each by its first turn; with what stands there.

They are numbered in the order of their places: numbers are met and sorted sooner than places.
"""


@dataclass(frozen=True)
class Met:
    """Where one code meets another: turns, or exchanges, of the first; and the codings that do."""

    units: tuple[Place, ...]
    codings: Sequence[CodingId]


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
        unit_of = _exchanges(material).get if near is Near.EXCHANGE else _itself
        placed = [(code, unit_of(place(hit)), hit) for code, hit in seen]
        self._units = sorted({unit for _code, unit, _hit in placed if unit is not None})
        number = {unit: n for n, unit in enumerate(self._units)}
        where = [(code, number[unit], hit) for code, unit, hit in placed if unit is not None]
        turns = _by_code((code, unit, hit.coding.id) for code, unit, hit in where)
        self._first = self._second = turns
        self._hits = _by_code(where) if near is Near.OVERLAP else None
        if near is Near.AFTER:
            self._second = _by_code(_earlier(self._units, turns, within))

    def total(self, code: CodeId) -> int:
        """How many turns, or exchanges, carry a code."""
        return len(self._first.get(code, {}))

    def between(self, code: CodeId, other: CodeId) -> Met:
        """Where the first of two codes meets the second."""
        if self._hits is not None:
            return self._on_the_same_words(self._hits.get(code, {}), self._hits.get(other, {}))
        first, second = self._first.get(code, {}), self._second.get(other, {})
        shared = sorted(first.keys() & second.keys())
        # Of thousands of pairs somebody looks into one or two.
        return Met(self._places(shared), WhenAsked(partial(_standing, shared, first, second)))

    def _on_the_same_words(self, first: Carried[Hit], second: Carried[Hit]) -> Met:
        shared = sorted(first.keys() & second.keys())
        both = {unit: _overlapping(first[unit], second[unit]) for unit in shared}
        codings = chain.from_iterable(both.values())
        met = self._places([unit for unit in shared if both[unit]])
        return Met(met, tuple(dict.fromkeys(codings)))

    def _places(self, units: Iterable[int]) -> tuple[Place, ...]:
        return tuple([self._units[unit] for unit in units])


def _standing(
    units: Sequence[int], first: Carried[CodingId], second: Carried[CodingId]
) -> Iterable[CodingId]:
    """What stands at these units, of the first code and then of the second, each once."""
    ones = chain.from_iterable(map(first.__getitem__, units))
    others = chain.from_iterable(map(second.__getitem__, units))
    return dict.fromkeys(chain(ones, others))


def _by_code(found: Iterable[tuple[CodeId, int, T]]) -> dict[CodeId, Carried[T]]:
    carried: dict[CodeId, Carried[T]] = defaultdict(dict)
    for code, unit, what in found:
        carried[code].setdefault(unit, []).append(what)
    return carried


def _itself(turn: Place) -> Place | None:
    return turn


def _exchanges(material: Material) -> dict[Place, Place]:
    """For every linked turn, the first turn of the exchange that it belongs to."""
    belongs: dict[Place, Place] = {}
    for one in exchanges(material.links):
        if session := material.by_id.get(one.transcript):
            for turn in one.turns:
                at = session.turns[turn - 1].part_of
                belongs[one.transcript, at] = one.transcript, one.first
    return belongs


def _earlier(
    units: Sequence[Place], turns: Mapping[CodeId, Carried[CodingId]], within: int
) -> Iterator[tuple[CodeId, int, CodingId]]:
    """Every coding, at each of the turns that it comes shortly after and that carry any code."""
    nearby = [_before(units, at, within) for at in range(len(units))]
    for code, carried in turns.items():
        for unit, there in carried.items():
            for before in nearby[unit]:
                for coding in there:
                    yield code, before, coding


def _before(units: Sequence[Place], at: int, within: int) -> range:
    """The units of the same transcript that stand at most so many turns before one."""
    transcript, turn = units[at]
    first = at
    while first and units[first - 1] >= (transcript, turn - within):
        first -= 1
    return range(first, at)


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

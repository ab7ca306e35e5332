"""Passages in which one thing comes near another, found in the order of the talk."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.analysis.tables.signs import Sighting, sightings
from qualcoder_nhs.domain.ids import QuestionId, TranscriptId
from qualcoder_nhs.domain.talk_pattern import Side, Sought, TalkPattern, Voice


@dataclass(frozen=True)
class Passage:
    """Turns in which a pattern shows. `signs` are what was found there, in order.

    `begun` are those that stand for the first part of the pattern. What overlaps is one passage.
    """

    session: Session
    first: int
    last: int
    signs: tuple[Sighting, ...]
    begun: tuple[Sighting, ...]

    @property
    def name(self) -> str:
        """Such as `FG1 t.27–30`."""
        if self.first == self.last:
            return f"{self.session.name} t.{self.first}"
        return f"{self.session.name} t.{self.first}–{self.last}"

    @property
    def question(self) -> QuestionId | None:
        """The question that was open when the pattern began."""
        return self.begun[0].question


def passages(
    material: Material, pattern: TalkPattern, question: QuestionId | None = None
) -> list[Passage]:
    """All of them, or those that begin while a question was open; session by session.

    Raises:
        NoSuch, Ambiguous: when a code's name means nothing, or several codes.
    """
    firsts, thens = _seen(material, pattern.first), _seen(material, pattern.then)
    found: list[Passage] = []
    for session in material.sessions:
        asked = [one for one in firsts[session.id] if question in (None, one.question)]
        found += _joined(list(_found(pattern, asked, thens[session.id])))
    return found


def _seen(material: Material, wanted: Iterable[Sought]) -> dict[TranscriptId, list[Sighting]]:
    found: dict[TranscriptId, list[Sighting]] = defaultdict(list)
    for one in wanted:
        for sighting in sightings(material, one):
            found[sighting.session.id].append(sighting)
    for listed in found.values():
        listed.sort(key=_order)
    return found


def _order(one: Sighting) -> tuple[int, int, int]:
    return one.turn, one.span.start, one.span.end


def _found(
    pattern: TalkPattern, firsts: list[Sighting], thens: list[Sighting]
) -> Iterator[Passage]:
    turns = [one.turn for one in thens]
    for first in firsts:
        back = pattern.within if pattern.side is Side.AROUND else 0
        there = thens[
            bisect_left(turns, first.turn - back) : bisect_right(turns, first.turn + pattern.within)
        ]
        near = [one for one in there if _fits(pattern, first, one)]
        if near:
            signs = sorted([first, *near], key=_order)
            ends = signs[0].turn, signs[-1].turn
            yield Passage(first.session, *ends, tuple(signs), (first,))


def _fits(pattern: TalkPattern, first: Sighting, other: Sighting) -> bool:
    """Nothing is its own sequel; within a turn, what comes after comes after."""
    if (first.span, first.told) == (other.span, other.told):
        return False
    if pattern.side is Side.AFTER and _order(other) < _order(first):
        return False
    same = first.label == other.label
    return pattern.voice is Voice.ANY or same is (pattern.voice is Voice.SAME)


def _joined(found: list[Passage]) -> list[Passage]:
    """Passages that share a turn become one."""
    joined: list[Passage] = []
    for one in sorted(found, key=lambda passage: (passage.first, passage.last)):
        if joined and one.first <= joined[-1].last:
            joined[-1] = _united(joined[-1], one)
        else:
            joined.append(one)
    return joined


def _united(one: Passage, other: Passage) -> Passage:
    return Passage(
        one.session,
        one.first,
        max(one.last, other.last),
        _each_once(one.signs + other.signs),
        _each_once(one.begun + other.begun),
    )


def _each_once(signs: tuple[Sighting, ...]) -> tuple[Sighting, ...]:
    apart = {(one.span, one.told, one.coding): one for one in signs}
    return tuple(sorted(apart.values(), key=_order))

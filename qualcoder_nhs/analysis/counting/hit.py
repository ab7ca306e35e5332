"""Hit: a participant's turn that a coding touches, or the event in the group that it marks."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from qualcoder_nhs.analysis.counting.session import Session, Uttered, Voice
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import CodeId, CodingId, QuestionId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import count_words
from qualcoder_nhs.domain.tabled import Place


class Hit(NamedTuple):
    """A coding on one turn. `span` is what it takes of the turn, `words` how many words these are.

    Without a turn it is an event of the group: a pause, or what the moderator did. Events count in
    groups and events, never in participants or turns. `near` is the turn it happened at, `place`
    the same with its transcript; `unit` is the turn that it counts in.
    """

    coding: Coding
    session: Session
    turn: Uttered | None
    span: Span
    near: int
    place: Place
    unit: Place
    voice: Voice
    words: int = 0

    @property
    def question(self) -> QuestionId | None:
        """The question that was open."""
        return self.session.course.at(self.near)


class Touching:
    """The hits of codings in some sessions, each found when it is first asked for and then kept."""

    def __init__(
        self, sessions: Mapping[TranscriptId, Session], events: Collection[CodeId]
    ) -> None:
        """Codings of `events` have no speaker."""
        self._sessions, self._events = sessions, events
        self._known: dict[CodingId, tuple[Coding, tuple[Hit, ...]]] = {}

    def of(self, codings: Iterable[Coding]) -> list[Hit]:
        """What these touch, in their order; nothing of what lies in other sessions."""
        known = self._known
        found: list[Hit] = []
        for coding in codings:
            kept = known.get(coding.id)
            if kept is None or kept[0] is not coding:
                kept = known[coding.id] = coding, tuple(self._of(coding))
            found += kept[1]
        return found

    def _of(self, coding: Coding) -> list[Hit]:
        session = self._sessions.get(coding.transcript)
        if session is None:
            return []
        if coding.code not in self._events and (said := _said(session, coding)):
            return said
        near = session.turn_near(coding.span.start)
        place = session.id, near
        return [Hit(coding, session, None, coding.span, near, place, place, (session.id, ()))]


def _said(session: Session, coding: Coding) -> list[Hit]:
    found: list[Hit] = []
    whole = session.around(coding.span)
    for turn in (whole,) if whole else session.touched(coding.span):
        if turn.counts:
            span = coding.span if turn is whole else coding.span.shared(turn.span)
            # Many codings take in whole turns: the count is for the rest.
            words = turn.words if span == turn.span else count_words(session.text, span)
            if words:
                found.append(of_turn(coding, session, turn, span, words))
    return found


def of_turn(coding: Coding, session: Session, turn: Uttered, span: Span, words: int) -> Hit:
    """A coding on some words of a turn."""
    return Hit(coding, session, turn, span, turn.index, *session.places[turn.index], words)

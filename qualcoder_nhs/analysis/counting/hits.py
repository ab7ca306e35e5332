"""Hits: the participants' turns that a coding touches, or the event in the group that it marks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qualcoder_nhs.analysis.counting.material import Material, Session, Uttered
from qualcoder_nhs.domain.codebook import SetKind
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import CodeId, QuestionId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import count_words


@dataclass(frozen=True, slots=True)
class Hit:
    """A coding on one turn. `span` is what it takes of the turn, `words` how many words these are.

    Without a turn it is an event of the group: a pause, or what the moderator did. Events count in
    groups and events, never in participants or turns. `near` is the turn it happened at.
    """

    coding: Coding
    session: Session
    turn: Uttered | None
    span: Span
    near: int
    words: int = 0

    @property
    def question(self) -> QuestionId | None:
        """The question that was open."""
        return self.session.course.at(self.near)


def hits(material: Material, codings: Iterable[Coding] | None = None) -> list[Hit]:
    """What these codings, or all of the material, touch; in their order.

    A coding counts once for each turn it touches by at least one word, whoever moderates left out.
    """
    events = _event_codes(material)
    chosen = material.codings if codings is None else codings
    return [hit for coding in chosen for hit in _of(material, coding, coding.code in events)]


def _event_codes(material: Material) -> set[CodeId]:
    sets = (one for one in material.codebook.sets if one.kind is SetKind.EVENTS)
    return {code for one in sets for code in one.members}


def _of(material: Material, coding: Coding, event: bool) -> Iterator[Hit]:  # noqa: FBT001
    session = material.by_id.get(coding.transcript)
    if session is None:
        return
    said = [] if event else list(_said(session, coding))
    yield from said
    if not said:
        near = session.turn_near(coding.span.start)
        yield Hit(coding, session, None, coding.span, near)


def _said(session: Session, coding: Coding) -> Iterator[Hit]:
    for turn in session.touched(coding.span):
        if not turn.counts:
            continue
        inside = turn.span.covers(coding.span)
        span = coding.span if inside else coding.span.shared(turn.span)
        # Many codings take in whole turns: the count is for the rest.
        words = turn.words if span == turn.span else count_words(session.text, span)
        if words:
            yield Hit(coding, session, turn, span, turn.index, words)

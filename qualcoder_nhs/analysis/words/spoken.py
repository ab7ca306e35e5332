"""What is said in a part of a study, word by word: moderators and stage directions left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from qualcoder_nhs.analysis.counting.hit import Hit, of_turn
from qualcoder_nhs.analysis.counting.material import Session, Uttered
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import STAGE_DIRECTION
from qualcoder_nhs.stemming import stem

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A turn with the words that are said in it, in small letters; as a hit, to be counted."""

    session: Session
    turn: Uttered
    words: tuple[str, ...]
    hit: Hit


def spoken(scope: Scope) -> Iterator[Spoken]:
    """The turns of everybody looked at, in their order; several who speak as one, once."""
    for session in scope.sessions:
        said = _said(session.text, tuple(turn.span for turn in session.turns))
        for turn in turns_of(scope, session):
            yield Spoken(session, turn, said[turn.index - 1], hit_of(session, turn))


def turns_of(scope: Scope, session: Session) -> Iterator[Uttered]:
    """The turns of a session that belong to the scope and are said by somebody looked at."""
    there = scope.present[session.id]
    for part in scope.stretches(session):
        for turn in session.turns[part.first - 1 : part.last]:
            if turn.counts and (not turn.people or not there.isdisjoint(turn.people)):
                yield turn


@lru_cache(maxsize=128)
def _said(text: str, turns: tuple[Span, ...]) -> tuple[tuple[str, ...], ...]:
    """Texts are fixed, and cutting a million words takes a while."""
    return tuple(tuple(_words(span.of(text))) for span in turns)


def _words(said: str) -> list[str]:
    plain = STAGE_DIRECTION.sub(" ", said) if any(one in said for one in "[{(") else said
    return _WORD.findall(plain.lower().replace("’", "'"))


def forms(scope: Scope, word: str) -> frozenset[str]:
    """The words said that have the same stem as this one."""
    wanted, beginning = stem(word), word[:1]
    known = (each for one in spoken(scope) for each in one.words)
    return frozenset(one for one in set(known) if one[:1] == beginning and stem(one) == wanted)


def hit_of(session: Session, turn: Uttered) -> Hit:
    """A turn counted as if all of it were coded."""
    return of_turn(_NOWHERE, session, turn, turn.span, turn.words)


_NOWHERE = Coding(
    id=CodingId(""),
    transcript=None,  # type: ignore[arg-type]  # it is counted as codings are, and kept nowhere
    coder=CoderId(""),
    code=CodeId(""),
    layer="",
    span=Span(0, 0),
    made=datetime.min.replace(tzinfo=UTC),
)

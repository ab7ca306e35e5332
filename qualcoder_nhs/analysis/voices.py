"""Who talks how much, who speaks first when a question is asked, and who follows whom."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from qualcoder_nhs.analysis.counting.material import Session, Uttered
from qualcoder_nhs.domain.guide import Stretch
from qualcoder_nhs.domain.ids import ParticipantId, QuestionId
from qualcoder_nhs.domain.people import Function

_ASKING = (Function.MODERATOR, Function.CO_MODERATOR)
MODERATOR, UNKNOWN = "moderator", "unknown"

Speaker = ParticipantId | str
"""A participant, or `MODERATOR`, or `UNKNOWN` for voices that nobody knows."""


@dataclass(frozen=True)
class Said:
    """What a speaker said in a part of a session: the numbers of the turns, and words."""

    turns: tuple[int, ...] = ()
    words: int = 0


def speakers(turn: Uttered) -> tuple[Speaker, ...]:
    """Who speaks in a turn; whoever takes notes is nobody in the talk."""
    if turn.function in _ASKING:
        return (MODERATOR,)
    if turn.function is Function.NOTE_TAKER:
        return ()
    return turn.people or (UNKNOWN,)


def parts(session: Session, question: QuestionId | None) -> list[Stretch]:
    """The turns of a session while a question was open, or all of them."""
    if question is not None:
        return list(session.course.of(question))
    if not session.turns:
        return []
    return [Stretch(None, session.turns[0].index, session.turns[-1].index)]


def said_by(session: Session, question: QuestionId | None = None) -> dict[Speaker, Said]:
    """Turns and words of everybody who speaks; several who speak as one are each heard."""
    turns: dict[Speaker, dict[int, None]] = defaultdict(dict)
    words: Counter[Speaker] = Counter()
    for turn in _spoken(session, question):
        for who in speakers(turn):
            turns[who].setdefault(turn.part_of)
            words[who] += turn.words
    return {who: Said(tuple(some), words[who]) for who, some in turns.items()}


def first_on(session: Session, question: QuestionId) -> Uttered | None:
    """The first turn of a participant after the question was asked; None where there is none."""
    for part in session.course.of(question):
        for turn in session.turns[part.first - 1 : part.last]:
            if turn.counts and turn.words and turn.people:
                return turn
    return None


def follows(
    session: Session, question: QuestionId | None = None
) -> dict[tuple[Speaker, Speaker], tuple[int, ...]]:
    """The turns in which the second speaks right after the first; nobody follows themselves."""
    found: dict[tuple[Speaker, Speaker], list[int]] = defaultdict(list)
    for part in parts(session, question):
        before: Uttered | None = None
        for turn in session.turns[part.first - 1 : part.last]:
            if not turn.words or not speakers(turn):
                continue
            for pair in _pairs(before, turn):
                found[pair].append(turn.index)
            before = turn
    return {pair: tuple(turns) for pair, turns in found.items()}


def _pairs(before: Uttered | None, turn: Uttered) -> Iterator[tuple[Speaker, Speaker]]:
    if before is None:
        return
    for one in speakers(before):
        for other in speakers(turn):
            if one != other:
                yield one, other


def _spoken(session: Session, question: QuestionId | None) -> Iterator[Uttered]:
    for part in parts(session, question):
        for turn in session.turns[part.first - 1 : part.last]:
            if turn.words:
                yield turn

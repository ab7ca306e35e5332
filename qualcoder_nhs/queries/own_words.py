"""All that one participant said, with the questions they were asked and nobody else's words."""

from collections.abc import Iterator
from datetime import UTC, datetime

from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.domain.errors import Ambiguous, NoSuch
from qualcoder_nhs.domain.ids import ParticipantId
from qualcoder_nhs.domain.own_words import OwnSession, OwnTurn, OwnWords
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.queries.material import MaterialWish, material
from qualcoder_nhs.queries.theme_page import names_of
from qualcoder_nhs.storage.reader import Reader

_ASKING = (Function.MODERATOR, Function.CO_MODERATOR)


def own_words(read: Reader, participant: str) -> OwnWords:
    """The extract of whoever is meant by `FG1/P3`, by a name that only one bears, or by an id.

    Raises:
        NoSuch, Ambiguous: when the words mean nobody, or several people.
    """
    found = material(read, MaterialWish(joined=False))
    person = _meant(found, participant)
    sessions = tuple(
        OwnSession(one.id, one.name, tuple(_turns(found, one, person)))
        for one in found.sessions
        if person in one.people
    )
    return OwnWords(found.study, names_of(found)[person], datetime.now(UTC), sessions)


def _meant(found: Material, words: str) -> ParticipantId:
    place, _slash, name = words.rpartition("/")
    meant = {
        person
        for session in found.sessions
        for person in session.people
        if words == person
        or (name == found.people[person].name and place in ("", session.name, session.group.name))
    }
    if not meant:
        raise NoSuch(kind="participant", name=words)
    if len(meant) > 1:
        raise Ambiguous(kind="participant", name=words, count=len(meant))
    return meant.pop()


def _turns(found: Material, session: Session, person: ParticipantId) -> Iterator[OwnTurn]:
    asked, questions = "", {one.id: one.text or one.name for one in found.questions}
    prompt = ""
    for turn in session.turns:
        if turn.function in _ASKING:
            prompt = " ".join(turn.span.of(session.text).split())
        if person not in turn.people:
            continue
        question = session.course.at(turn.index)
        now = questions.get(question, "") if question else prompt
        told = now if now != asked else ""
        asked = now
        words = turn.span.of(session.text)
        yield OwnTurn(turn.index, words, told, together=len(turn.people) > 1)

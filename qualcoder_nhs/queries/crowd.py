"""Everybody among whom the people of a study are described."""

from qualcoder_nhs.domain.attributes import FEW_PEOPLE
from qualcoder_nhs.domain.attribution import ROLE, Crowd, Template
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.survey import SURVEY
from qualcoder_nhs.storage.reader import Reader


def crowd(read: Reader, keys: tuple[str, ...] = (ROLE,), minimum: int = FEW_PEOPLE) -> Crowd:
    """The participants of the study: who speaks in it as one, or is said to have been there."""
    surveys = {one.id for one in read.transcripts() if one.kind == SURVEY}
    there = [
        (person, one.transcript)
        for one in read.speakers()
        if one.function is Function.PARTICIPANT
        for person in one.participants
    ]
    there += [(one.participant, one.transcript) for one in read.presences()]
    spoke = {person for person, where in there if where not in surveys}
    answered = {person for person, where in there if where in surveys} - spoke
    known = read.participants()
    people = {key: known[key].attributes for key in known if key in spoke | answered}
    return Crowd(people, keys, minimum, frozenset(answered))


def refuse_template(read: Reader, text: str) -> None:
    """See that a template of attributions asks for what the study knows.

    Raises:
        NotAChoice, AttributesNobody: as `Template` says.
    """
    used = (key for one in read.participants().values() for key in one.attributes)
    Template(text).refuse_unknown([*(one.key for one in read.attributes()), *used])

"""What both sides of a merge hold beside transcripts, codes and work, kind by kind, to compare."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from qualcoder_nhs.domain.merge.beside import Other
from qualcoder_nhs.domain.merge.talk import questions_here
from qualcoder_nhs.domain.merge.translating import Terms

Said = tuple[str, object]


class Compared(NamedTuple):
    """One kind: what the file says of each thing, by the id it has here, and what is said here."""

    kind: str
    theirs: tuple[Said, ...]
    own: Mapping[str, object]


def compared(terms: Terms) -> Iterator[Compared]:
    """Every kind, but for what other rows tell of: new transcripts, and people of refused ones."""
    staying = _staying(terms)
    rooms, people = terms.arrivals.rooms, terms.arrivals.people
    yield Compared("groups", _strangers(terms.there.groups, {*rooms, *staying}), {})
    yield Compared("participants", _strangers(terms.there.people, {*people, *staying}), {})
    yield _attributes(terms)
    yield _presences(terms)
    yield _questions(terms)
    yield _askings(terms)
    for kind, rows in terms.there.beside.others.items():
        yield Compared(kind, _others(terms, kind, rows), terms.here.beside.others.get(kind, {}))


def _staying(terms: Terms) -> set[str]:
    """Groups and people of transcripts that are refused: the row of these tells of all on them."""
    refused = (terms.there.sessions.get(one) for one in terms.transcripts.refused)
    found: set[str] = set()
    for session in refused:
        if session is not None:
            found.add(session.group.id)
            found.update(who for one in session.speakers for who in one.participants)
    return found


def _strangers(theirs: Iterable[str], told: set[str]) -> tuple[Said, ...]:
    return tuple((one, None) for one in theirs if one not in told)


def _others(terms: Terms, kind: str, rows: Mapping[str, Other]) -> tuple[Said, ...]:
    """A part is told of where its whole is here; of decisions on new rounds others tell."""
    if kind == "decisions":
        new = terms.rounds.new
        return tuple((id_, one) for id_, one in rows.items() if one.whole not in new)
    own = {id_ for rows in terms.here.beside.others.values() for id_ in rows}
    return tuple((id_, one) for id_, one in rows.items() if one.whole is None or one.whole in own)


def _attributes(terms: Terms) -> Compared:
    """Found by their key, too: every study has its own list."""
    listed = terms.here.beside.attributes
    keys = {(one.subject, one.key): one.id for one in listed}
    theirs = (
        (keys.get((one.subject, one.key), one.id), (one.name, one.values, one.identifying))
        for one in terms.there.beside.attributes
    )
    own: dict[str, object] = {one.id: (one.name, one.values, one.identifying) for one in listed}
    return Compared("attributes", tuple(theirs), own)


def _questions(terms: Terms) -> Compared:
    known = questions_here(terms.here, terms.there)
    theirs = (
        (known.get(one.id, one.id), (one.name, one.text, one.probes))
        for one in terms.there.beside.questions
    )
    own: dict[str, object] = {
        one.id: (one.name, one.text, one.probes) for one in terms.here.beside.questions
    }
    return Compared("questions", tuple(theirs), own)


def _presences(terms: Terms) -> Compared:
    """Found by who it is of and where, too."""
    own: dict[str, object] = {one.id: (one.first, one.last) for one in terms.here.beside.presences}
    places = {(one.transcript, one.participant): one.id for one in terms.here.beside.presences}
    theirs: list[Said] = []
    for one in terms.there.beside.presences:
        if one.transcript not in terms.arrivals.transcripts:
            transcript = terms.transcripts.here.get(one.transcript, one.transcript)
            person = terms.arrivals.people.get(one.participant, one.participant)
            theirs.append((places.get((transcript, person), one.id), (one.first, one.last)))
    return Compared("presences", tuple(theirs), own)


def _askings(terms: Terms) -> Compared:
    """Found by all that they say, too."""
    known = questions_here(terms.here, terms.there)
    own: dict[str, object] = {
        one.id: (one.transcript, one.question, one.turn) for one in terms.here.beside.askings
    }
    places: dict[object, str] = {said: id_ for id_, said in own.items()}
    theirs: list[Said] = []
    for one in terms.there.beside.askings:
        if one.transcript not in terms.arrivals.transcripts:
            transcript = terms.transcripts.here.get(one.transcript, one.transcript)
            question = one.question and known.get(one.question, one.question)
            said = transcript, question, one.turn
            theirs.append((places.get(said, one.id), said))
    return Compared("askings", tuple(theirs), own)

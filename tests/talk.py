"""A small discussion as material, written line by line, for tests of what is counted."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from qualcoder_nhs.analysis.counting.material import Material, Session, Uttered
from qualcoder_nhs.domain.attributes import Presence
from qualcoder_nhs.domain.codebook import Code, Codebook, CodeSet, SetKind
from qualcoder_nhs.domain.coding import Coding, Flag
from qualcoder_nhs.domain.guide import Asking, Course, Question
from qualcoder_nhs.domain.ids import (
    AskingId,
    CodeId,
    CoderId,
    CodeSetId,
    CodingId,
    GroupId,
    LinkId,
    ParticipantId,
    PresenceId,
    QuestionId,
    TranscriptId,
)
from qualcoder_nhs.domain.links import Link, LinkKind
from qualcoder_nhs.domain.people import Function, Group, Participant
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import count_words

NOW = datetime(2026, 5, 12, tzinfo=UTC)
HL = CoderId("HL")
FLAGGED = Flag.IDENTIFYING


_FUNCTIONS = {"MOD": Function.MODERATOR, "??": Function.UNKNOWN}


def _spoken(name: str, lines: Iterable[str]) -> tuple[str, list[Uttered]]:
    text, turns = "", list[Uttered]()
    for index, line in enumerate(lines, 1):
        label, words = line.split(": ", 1)
        start = len(text) + len(label) + 2
        text += line + "\n"
        span = Span(start, len(text) - 1)
        assert span.of(text) == words
        function = _FUNCTIONS.get(label, Function.PARTICIPANT)
        known = function is Function.PARTICIPANT
        people = tuple(ParticipantId(f"{name}/{one}") for one in label.split("+") if known)
        number = count_words(text, span)
        turns.append(Uttered(index, function, people, label, span, number, index))
    return text, turns


def session(
    name: str,
    lines: Iterable[str],
    asked: Mapping[str, int | None] | None = None,
    away: Mapping[str, tuple[int | None, int | None]] | None = None,
    *,
    survey: bool = False,
) -> Session:
    """A session of lines such as `P1: words`; `MOD` moderates, `??` is nobody known.

    People are called `FG1/P1`. `asked` says at which turn each question was asked, or None; `away`
    from which turn to which somebody was there.
    """
    text, turns = _spoken(name, lines)
    key = TranscriptId(name)
    askings = [
        Asking(AskingId(f"{name}/{question}"), key, QuestionId(question), turn)
        for question, turn in (asked or {}).items()
    ]
    presences = {
        ParticipantId(f"{name}/{who}"): Presence(
            PresenceId(f"{name}/{who}"), key, ParticipantId(f"{name}/{who}"), *turns_there
        )
        for who, turns_there in (away or {}).items()
    }
    group = Group(GroupId(f"group {name}"), name)
    course = Course(askings, len(turns))
    return Session(key, name, group, text, tuple(turns), course, presences, survey)


def coded(session: Session, code: str, first: int, last: int | None = None, **parts: int) -> Coding:
    """A coding of whole turns, from the first to the last; `start` and `end` shift its ends."""
    start = session.turns[first - 1].span.start + parts.get("start", 0)
    end = session.turns[(last or first) - 1].span.end + parts.get("end", 0)
    name = CodingId(f"{session.name}/{code}/{start}-{end}")
    return Coding(name, session.id, HL, CodeId(code), "open", Span(start, end), NOW)


def linked(session: Session, turn: int, target: int, kind: LinkKind = LinkKind.AGREE) -> Link:
    """A link from a turn to an earlier one."""
    name = LinkId(f"{session.name}/{turn}/{target}/{kind}")
    return Link(name, session.id, turn, target, kind, HL, "open", NOW)


def talk(
    sessions: Iterable[Session],
    codings: Iterable[Coding] = (),
    links: Iterable[Link] = (),
    roles: Mapping[str, str] | None = None,
    events: Iterable[str] = ("silence",),
) -> Material:
    """Material of these sessions, with a codebook of just the codes that are used."""
    held, found = tuple(sessions), tuple(codings)
    names = dict.fromkeys([*(one.code for one in found), *events])
    codes = tuple(
        Code(CodeId(name), slug=name, name=name.title(), position=at)
        for at, name in enumerate(names)
    )
    event_set = CodeSet(
        CodeSetId("events"), SetKind.EVENTS, "Events", "", "", tuple(CodeId(one) for one in events)
    )
    return Material(
        study="Trust",
        layer="open",
        sessions=held,
        people={one: _person(one, roles or {}) for room in held for one in room.people},
        questions=_questions(held),
        codebook=Codebook(codes, (event_set,)),
        codings=found,
        links=tuple(links),
        coders={HL: "HL"},
        identifying=tuple((one.transcript, one.span) for one in found if FLAGGED in one.flags),
    )


def _person(person: ParticipantId, roles: Mapping[str, str]) -> Participant:
    attributes = {"role": roles[person]} if person in roles else {}
    return Participant(person, person.split("/")[1], attributes)


def _questions(held: Iterable[Session]) -> tuple[Question, ...]:
    asked = {part.question for one in held for part in one.course.stretches if part.question}
    return tuple(Question(one, one, f"{one}?", (), at) for at, one in enumerate(sorted(asked)))

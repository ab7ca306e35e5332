"""The topic guide with its versions, where each question was asked, and where it may have been."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from qualcoder_nhs.analysis.question_places import Asking as Said
from qualcoder_nhs.analysis.question_places import question_places
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.guide import Asked, Asking, Course, GuideVersion, Question
from qualcoder_nhs.domain.ids import AskingId, CoderId, QuestionId, TranscriptId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.transcript import TranscriptSummary
from qualcoder_nhs.storage.reader import Reader

_ASKING = (Function.MODERATOR, Function.CO_MODERATOR)


@dataclass(frozen=True)
class Mark:
    """A turn from which a question, or none, is open, and how far that goes."""

    asking: AskingId
    turn: int
    last: int


@dataclass(frozen=True)
class Suggested:
    """A turn at which a question may begin: what is said there, and which words speak for it."""

    turn: int
    words: str
    shared: tuple[str, ...]


@dataclass(frozen=True)
class QuestionThere:
    """A question in one transcript: whether and where it was asked, and what is suggested.

    `missing` is the mark that it was not asked.
    """

    question: Question
    asked: Asked
    marks: tuple[Mark, ...] = ()
    missing: AskingId | None = None
    suggested: tuple[Suggested, ...] = ()


@dataclass(frozen=True)
class GuideRoom:
    """One transcript: its questions in the order of the guide, and where none was open."""

    transcript: TranscriptId
    name: str
    turns: int
    questions: tuple[QuestionThere, ...]
    none_open: tuple[Mark, ...]

    @property
    def known(self) -> int:
        """Of how many questions it is known whether they were asked."""
        return sum(one.asked is not Asked.UNKNOWN for one in self.questions)


@dataclass(frozen=True)
class VersionKept:
    """A version of the guide in short."""

    version: GuideVersion
    by: str

    @property
    def number(self) -> int:
        """Its number among the study's versions."""
        return self.version.number

    @property
    def made(self) -> datetime:
        """When it was kept."""
        return self.version.made


@dataclass(frozen=True)
class GuidePage:
    """The guide as it is now. `changed` says whether that differs from its last version."""

    questions: tuple[Question, ...]
    versions: tuple[VersionKept, ...]
    rooms: tuple[GuideRoom, ...]
    changed: bool


def guide_page(read: Reader) -> GuidePage:
    """The guide, and for each transcript what is marked there; without suggestions."""
    questions = tuple(read.questions())
    versions = read.guide_versions()
    return GuidePage(
        questions,
        tuple(_kept(one, {who.id: who.name for who in read.coders()}) for one in versions),
        tuple(_rooms(read, questions)),
        questions != (versions[-1].questions if versions else ()),
    )


def question_suggestions(
    read: Reader, transcript: TranscriptId
) -> dict[QuestionId, tuple[Suggested, ...]]:
    """Where each question of which nothing is known yet may begin, by the moderator's words.

    Turns that are marked already are left out. Nothing is ever marked by itself.

    Raises:
        NoSuch: when the transcript is gone.
    """
    found = read.transcript(transcript)
    askings = read.askings(transcript)
    course = Course(askings, len(found.turns))
    marked = {one.turn for one in askings}
    labels = {one.label for one in read.speakers(transcript) if one.function in _ASKING}
    said = [
        Said(turn.index, turn.words.of(found.text))
        for turn in found.turns
        if turn.label in labels and turn.index not in marked
    ]
    words = {one.turn: one.words for one in said}
    suggested: dict[QuestionId, list[Suggested]] = defaultdict(list)
    for place in question_places(read.questions(), said):
        if course.asked(place.question) is Asked.UNKNOWN:
            one = Suggested(place.turn, words[place.turn], place.shared)
            suggested[place.question].append(one)
    return {question: tuple(some) for question, some in suggested.items()}


def guide_room(read: Reader, transcript: TranscriptId) -> GuideRoom:
    """One transcript with what is marked and what is suggested there.

    Raises:
        NoSuch: when it is gone.
    """
    for one in read.transcript_summaries():
        if one.id == transcript:
            suggested = question_suggestions(read, transcript)
            return _room(read.askings(transcript), one, tuple(read.questions()), suggested)
    raise NoSuch(kind="transcript", name=transcript)


def _kept(version: GuideVersion, names: Mapping[CoderId, str]) -> VersionKept:
    return VersionKept(version, names.get(version.made_by, ""))


def _rooms(read: Reader, questions: tuple[Question, ...]) -> Iterator[GuideRoom]:
    askings: dict[TranscriptId, list[Asking]] = defaultdict(list)
    for one in read.askings():
        askings[one.transcript].append(one)
    for summary in read.transcript_summaries():
        if summary.turns:
            yield _room(askings[summary.id], summary, questions, {})


def _room(
    askings: list[Asking],
    summary: TranscriptSummary,
    questions: tuple[Question, ...],
    suggested: Mapping[QuestionId, tuple[Suggested, ...]],
) -> GuideRoom:
    course = Course(askings, summary.turns)
    ends = {part.first: part.last for part in course.stretches}
    marks: dict[QuestionId | None, list[Mark]] = defaultdict(list)
    for one in askings:
        if one.turn is not None:
            marks[one.question].append(Mark(one.id, one.turn, ends[one.turn]))
    missing = {one.question: one.id for one in askings if one.turn is None}
    there = tuple(
        QuestionThere(
            one,
            course.asked(one.id),
            tuple(marks[one.id]),
            missing.get(one.id),
            suggested.get(one.id, ()),
        )
        for one in questions
    )
    return GuideRoom(summary.id, summary.name, summary.turns, there, tuple(marks[None]))

"""The topic guide: its questions, and where in a transcript each of them was asked."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from operator import itemgetter

from qualcoder_nhs.domain.ids import (
    AskingId,
    CoderId,
    GuideVersionId,
    QuestionId,
    TranscriptId,
)


@dataclass(frozen=True)
class Question:
    """One item of the topic guide. `name` is short (`Q5`), `probes` are asked where needed."""

    id: QuestionId
    name: str
    text: str
    probes: tuple[str, ...] = ()
    position: int = 0


@dataclass(frozen=True)
class GuideVersion:
    """The guide as it was at one time. `number` counts the study's versions from 1."""

    id: GuideVersionId
    number: int
    questions: tuple[Question, ...]
    made: datetime
    made_by: CoderId


@dataclass(frozen=True)
class Asking:
    """A question is open from a turn on, until another is.

    Without a `turn` the question was not asked in this transcript, which somebody looked for and
    said. Without a `question` none is open from the turn on: a break, or the words of welcome.
    """

    id: AskingId
    transcript: TranscriptId
    question: QuestionId | None
    turn: int | None


class Asked(StrEnum):
    """What is known of a question in a transcript."""

    ASKED = "asked"
    NOT_ASKED = "not asked"
    UNKNOWN = "not marked yet"


@dataclass(frozen=True)
class Stretch:
    """The turns from `first` to `last` while a question was open; without one, none was."""

    question: QuestionId | None
    first: int
    last: int

    def __contains__(self, turn: int) -> bool:
        return self.first <= turn <= self.last


class Course:
    """The course of one discussion: which question was open when.

    Of a transcript without marks nothing is known: it has no stretches. Turns before the first
    mark belong to no question.
    """

    def __init__(self, askings: Iterable[Asking], turns: int) -> None:
        """Of one transcript's askings, and how many turns it has."""
        listed = list(askings)
        self._missing = {one.question for one in listed if one.turn is None}
        asked = [(one.turn, one.question) for one in listed if one.turn is not None]
        marks = sorted(asked, key=itemgetter(0))
        ends = [*(turn - 1 for turn, _ in marks[1:]), turns]
        self.stretches = tuple(
            Stretch(question, turn, end)
            for (turn, question), end in zip(marks, ends, strict=False)
            if turn <= end
        )
        self._starts = [one.first for one in self.stretches]

    def __repr__(self) -> str:
        return f"Course({self.stretches!r}, missing={sorted(map(str, self._missing))!r})"

    def stretch_at(self, turn: int) -> Stretch | None:
        """The stretch that a turn lies in; None before the first mark."""
        place = bisect_right(self._starts, turn) - 1
        return self.stretches[place] if place >= 0 else None

    def at(self, turn: int) -> QuestionId | None:
        """The question that was open at a turn; None where none was, or nothing is known."""
        place = bisect_right(self._starts, turn) - 1
        return self.stretches[place].question if place >= 0 else None

    def of(self, question: QuestionId) -> Iterator[Stretch]:
        """The stretches of a question, in order: a discussion may come back to it."""
        return (one for one in self.stretches if one.question == question)

    def asked(self, question: QuestionId) -> Asked:
        """Whether the question was asked here."""
        if any(self.of(question)):
            return Asked.ASKED
        return Asked.NOT_ASKED if question in self._missing else Asked.UNKNOWN

"""Choices for builders of actions, from what stands in a study."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from hypothesis import strategies as st

from qualcoder_nhs.actions.action import Action
from qualcoder_nhs.domain.attributes import Attribute, Presence
from qualcoder_nhs.domain.codebook import Applicable, Code
from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.consensus import Correction, Proposition, Voicing
from qualcoder_nhs.domain.guide import Asking, Question
from qualcoder_nhs.domain.ids import CoderId, ParticipantId
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.domain.people import Speaker
from qualcoder_nhs.domain.rounds import Finish, Round
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.themes import Quote, Theme
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.storage.reader import Reader

T = TypeVar("T")


@dataclass(frozen=True)
class Known:
    """What stands in a study, for builders to choose from."""

    transcripts: list[Transcript]
    codes: list[Code]
    codings: list[Coding]
    memos: list[Memo]
    coders: list[CoderId]
    participants: list[ParticipantId]
    speakers: list[Speaker]
    rounds: list[Round]
    finishes: list[Finish]
    attributes: list[Attribute]
    presences: list[Presence]
    questions: list[Question]
    askings: list[Asking]
    links: list[Link]
    themes: list[Theme]
    quotes: list[Quote]
    propositions: list[Proposition]
    voicings: list[Voicing]
    corrections: list[Correction]


def known_in(read: Reader) -> Known:
    """What stands in the study, in an order that a second run finds again."""
    codes = sorted(read.codebook().codes, key=lambda code: code.slug)
    return Known(
        read.transcripts(),
        codes,
        read.codings(),
        read.memos(),
        [coder.id for coder in read.coders()],
        list(read.participants()),
        read.speakers(),
        read.rounds(),
        read.finishes(),
        read.attributes(),
        read.presences(),
        read.questions(),
        read.askings(),
        read.links(),
        read.themes(),
        read.quotes(),
        read.propositions(),
        read.voicings(),
        read.corrections(),
    )


class Dice:
    """Choices of one example; hypothesis makes them, and makes them smaller where a test fails."""

    def __init__(self, known: Known, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self.known = known
        self.draw = draw

    def one(self, things: Sequence[T]) -> T:
        """One of them; no action can be built where there is none."""
        if not things:
            raise NothingToBuildFrom
        return things[self.draw(st.integers(0, len(things) - 1))]

    def some(self, things: Sequence[T]) -> list[T]:
        """None, one or several of them."""
        return [thing for thing in things if self.draw(st.booleans())]

    def name(self) -> str:
        return self.one(
            ("Trust", "Nähe", "FG1", "🩺", "Warm", "a > b", "x" * 60, "HL", "Zed", "New")
        )

    def words(self) -> str:
        return self.one(("", "One word.", "Zwei\nZeilen 🩺", 'it\'s "so"'))

    def applicable(self) -> Code:
        return self.one(
            [c for c in self.known.codes if not c.archived and c.applicable is not Applicable.NO]
        )

    def code(self) -> Code:
        return self.one(self.known.codes)

    def span(self, transcript: Transcript) -> Span:
        if not transcript.text:
            raise NothingToBuildFrom
        start = self.draw(st.integers(0, len(transcript.text) - 1))
        return Span(start, self.draw(st.integers(start + 1, len(transcript.text))))

    def text_of(self, coding: Coding) -> Transcript:
        return next(one for one in self.known.transcripts if one.id == coding.transcript)


class NothingToBuildFrom(Exception):
    """The study holds nothing such an action could be about."""


Builder = Callable[[Dice], Action[Any]]

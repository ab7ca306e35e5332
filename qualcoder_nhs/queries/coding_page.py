"""One transcript as the coding desk shows it: text, turns, who speaks, codings and their codes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.coding import OPEN, Coding
from qualcoder_nhs.domain.excerpts import Voice
from qualcoder_nhs.domain.guide import Asking, Course, Question
from qualcoder_nhs.domain.ids import CoderId, CodingId, QuestionId, TranscriptId
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.domain.rounds import Round
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.queries.rounds import turns_in
from qualcoder_nhs.queries.voices import voices
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class CodingPage:
    """Everything the desk draws for one transcript; values only.

    `codings` are of one layer, ordered by span, `links` of the same, by turn. `memos` are the words
    of the codings' memos.
    `round` is the one the layer belongs to, `to_code` the turns that it has of the transcript:
    none where the transcript has no part in it, and None outside any round. `questions` are the
    topic guide, `askings` say where in this transcript they were asked.
    """

    transcript: Transcript
    voices: Mapping[str, Voice]
    codebook: Codebook
    codings: tuple[Coding, ...]
    coders: Mapping[CoderId, Coder]
    memos: Mapping[CodingId, str]
    round: Round | None = None
    to_code: frozenset[int] | None = None
    links: tuple[Link, ...] = ()
    questions: tuple[Question, ...] = ()
    askings: tuple[Asking, ...] = ()

    @cached_property
    def course(self) -> Course:
        """Which question was open when."""
        return Course(self.askings, len(self.transcript.turns))

    def question(self, question: QuestionId | None) -> Question | None:
        """A question of the guide; None where there is no such."""
        return next((one for one in self.questions if one.id == question), None)

    def leaves_out(self, turn: Turn) -> bool:
        """Whether the round has no part in the turn: another was drawn, or none of this text."""
        if self.round is None:
            return False
        portion = self.round.portion(self.transcript.id)
        return portion is None or (portion.turns is not None and turn.index not in portion.turns)

    def is_to_code(self, turn: Turn) -> bool:
        """Whether the turn waits for codings: any does outside rounds."""
        return self.to_code is None or turn.index in self.to_code


def coding_page(
    read: Reader, transcript: TranscriptId, layer: str = OPEN, touching: Span | None = None
) -> CodingPage:
    """The page of one transcript in one layer, with the codings that touch a passage or all."""
    one = read.round_of(layer)
    portion = one.portion(transcript) if one else None
    return CodingPage(
        transcript=read.transcript(transcript),
        voices=voices(read, transcript),
        codebook=read.codebook(),
        codings=tuple(read.codings(transcript=transcript, layer=layer, touching=touching)),
        coders={coder.id: coder for coder in read.coders()},
        memos=coding_memos(read, transcript),
        round=one,
        to_code=None if one is None else turns_in(read, portion) if portion else frozenset(),
        links=tuple(read.links(transcript, layer=layer)),
        questions=tuple(read.questions()),
        askings=tuple(read.askings(transcript)),
    )


def coding_memos(read: Reader, transcript: TranscriptId | None = None) -> dict[CodingId, str]:
    """The words of the memos on codings, in one transcript or in all."""
    texts: dict[CodingId, str] = {}
    for memo in read.memos(transcript=transcript):
        if memo.coding is not None:
            before = texts.get(memo.coding)
            texts[memo.coding] = f"{before}\n\n{memo.text}" if before else memo.text
    return texts


@dataclass(frozen=True)
class PagePatch:
    """What became of some codings of a page: those that are there now, and the ids that went.

    `links` are all of the page.
    """

    now: tuple[Coding, ...]
    gone: frozenset[CodingId]
    memos: Mapping[CodingId, str]
    links: tuple[Link, ...] = ()


def page_patch(
    read: Reader, transcript: TranscriptId, ids: Collection[CodingId], layer: str = OPEN
) -> PagePatch:
    """How to bring a page up to date after a step that touched these codings."""
    now = tuple(
        coding
        for coding in read.codings_by_id(ids)
        if coding.transcript == transcript and coding.layer == layer
    )
    kept = {coding.id for coding in now}
    memos = {
        coding.id: "\n\n".join(memo.text for memo in found)
        for coding in now
        if (found := read.memos_on("coding", coding.id))
    }
    links = tuple(read.links(transcript, layer=layer))
    return PagePatch(now, frozenset(set(ids) - kept), memos, links)

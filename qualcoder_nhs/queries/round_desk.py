"""What the board of rounds shows, and what a new round is declared from."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.guide import Course, Question
from qualcoder_nhs.domain.ids import CoderId, QuestionId, TranscriptId
from qualcoder_nhs.domain.people import Coder, CoderRole
from qualcoder_nhs.domain.round_turns import of_questions, sampled
from qualcoder_nhs.domain.rounds import Sample, turns_to_code
from qualcoder_nhs.queries.rounds import RoundBoard, round_boards
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class RoundDesk:
    """The rounds as one coder may see them, oldest first. `lead` names who leads the study.

    `leads` is whether that is the coder.
    """

    coder: CoderId
    leads: bool
    lead: str
    boards: tuple[RoundBoard, ...]


@dataclass(frozen=True)
class RoundMaterial:
    """What there is to make a round of.

    `turns` are the numbers of the turns that would be coded of each transcript. `version` is the
    codebook's number in the round; `fresh` where it is frozen for the first time. `codes` are those
    that are put on words. `courses` say which of the `questions` was open when.
    """

    coders: tuple[Coder, ...]
    transcripts: Mapping[TranscriptId, str]
    turns: Mapping[TranscriptId, tuple[int, ...]]
    taken: frozenset[str]
    version: int
    fresh: bool
    codes: int
    questions: tuple[Question, ...] = ()
    courses: Mapping[TranscriptId, Course] = field(default_factory=dict)

    def chosen(
        self, transcript: TranscriptId, questions: Collection[QuestionId]
    ) -> tuple[int, ...]:
        """The turns of a transcript that would be coded for these questions; all for none."""
        course = self.courses.get(transcript, Course((), 0))
        return of_questions(self.turns[transcript], course, questions)


def round_desk(read: Reader, coder: CoderId) -> RoundDesk:
    """All rounds, and what this coder is to the study."""
    leads = [one for one in read.coders() if one.role is CoderRole.LEAD]
    return RoundDesk(
        coder,
        any(one.id == coder for one in leads),
        " / ".join(one.name for one in leads),
        round_boards(read),
    )


def round_material(read: Reader) -> RoundMaterial:
    """What a round would be made of now."""
    versions, book, names = read.versions(), read.codebook(), read.transcript_names()
    still = bool(versions) and versions[-1].still_holds(book)
    return RoundMaterial(
        tuple(read.coders()),
        names,
        {one: turns_to_code(read.turns(one), read.speakers(one)) for one in names},
        frozenset(one.name for one in read.rounds()),
        versions[-1].number if still else len(versions) + 1,
        not still,
        sum(code.applicable is Applicable.YES and not code.archived for code in book.codes),
        tuple(read.questions()),
        {one.id: Course(read.askings(one.id), one.turns) for one in read.transcript_summaries()},
    )


def drawn_turns(
    material: RoundMaterial,
    transcripts: tuple[TranscriptId, ...],
    sample: Sample,
    questions: Collection[QuestionId] = (),
) -> dict[TranscriptId, tuple[int, ...]]:
    """The turns that the sample draws of these transcripts, as the round will."""
    names = material.transcripts
    courses = {names[one]: course for one, course in material.courses.items()}
    turns = {names[one]: material.chosen(one, questions) for one in transcripts}
    found = sampled(turns, courses, sample)
    return {one: found[names[one]] for one in transcripts}

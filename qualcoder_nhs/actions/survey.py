"""Bringing the answers to a survey in: one text an open question, the respondents shared."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.attributes import AddAttributes
from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Attribute, Subject
from qualcoder_nhs.domain.errors import AlreadyThere, NoOpenQuestion
from qualcoder_nhs.domain.guide import Asking, Question
from qualcoder_nhs.domain.ids import (
    AskingId,
    GroupId,
    ParticipantId,
    SpeakerId,
    TranscriptId,
    new_id,
)
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.domain.people import Function, Group, Participant, Speaker
from qualcoder_nhs.domain.people_table import attribute_of, told_value
from qualcoder_nhs.domain.survey import SURVEY, Answers, Survey, SurveyPlan, Use, planned
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.i18n import N_, _

_NAMED = 40  # letters of a question that a text is called by


@dataclass(frozen=True)
class SurveyTaken:
    """What came in: how many respondents, and the texts with how many answers each has."""

    respondents: int
    transcripts: tuple[TranscriptId, ...]
    questions: tuple[tuple[str, int], ...]
    empty: int
    silent: int


@dataclass(frozen=True)
class AddSurvey:
    """Bring answers in, the columns of their table taken for what `uses` says of each title.

    The respondents of all texts are the same people, described by the columns that are attributes;
    a question that the guide has is marked as asked in the text of its answers.
    """

    survey: Survey
    uses: Mapping[str, Use]
    label: ClassVar[str] = N_("Import survey {}")

    def apply(self, write: Writer) -> SurveyTaken:
        """Add them.

        Raises:
            NoOpenQuestion: when no column is one, or nobody answered any.
            AlreadyThere: when the same file has come in before.
        """
        plan = planned(self.survey, self.uses)
        if not plan.questions or not plan.respondents:
            raise NoOpenQuestion(name=self.survey.file_name)
        if known := write.read.transcripts_from(self.survey.file_hash):
            raise AlreadyThere(kind=_("transcript with the same content:"), name=known[0])
        people = self._people(write, plan)
        groups = {group.name for group in write.read.groups().values()}
        group = Group(GroupId(new_id()), unique_name(self.survey.name, groups))
        write.add(group)
        texts = tuple(self._text(write, group, one, people) for one in plan.questions)
        write.detail(group.name)
        return SurveyTaken(
            len(people),
            tuple(one.id for one in texts),
            tuple((one.name, len(one.turns)) for one in texts),
            sum(one.empty for one in plan.questions),
            plan.silent,
        )

    def _people(self, write: Writer, plan: SurveyPlan) -> dict[str, Participant]:
        listed = _attributes(write, plan)
        people = {
            name: Participant(ParticipantId(new_id()), name, _described(told, listed))
            for name, told in plan.respondents.items()
        }
        write.add(*people.values())
        return people

    def _text(
        self, write: Writer, group: Group, answers: Answers, people: Mapping[str, Participant]
    ) -> Transcript:
        asked = _in_guide(answers.title, write.read.questions())
        short = asked.name if asked else _shortened(answers.title)
        text = Transcript(
            TranscriptId(new_id()),
            unique_name(f"{group.name} {short}", set(write.read.transcript_names().values())),
            answers.text,
            answers.turns,
            group.id,
            SURVEY,
            self.survey.file_name,
            self.survey.file_hash,
            write.read.next_position(),
            write.now,
            write.coder,
        )
        write.add(text)
        write.add(
            *(
                Speaker(
                    SpeakerId(new_id()), text.id, name, Function.PARTICIPANT, (people[name].id,)
                )
                for name in text.labels
            )
        )
        if asked and text.turns:
            write.add(Asking(AskingId(new_id()), text.id, asked.id, 1))
        return text


def _attributes(write: Writer, plan: SurveyPlan) -> dict[str, Attribute]:
    """The attribute that each column is about; one that is new is added with its values."""
    listed = write.read.attributes(Subject.PARTICIPANT)
    fresh = [title for title in plan.attributes if attribute_of(title, listed) is None]
    drafts = tuple(
        AttributeDraft(Subject.PARTICIPANT, title, _values(plan, title)) for title in fresh
    )
    if drafts:
        AddAttributes(drafts).apply(write)
        listed = write.read.attributes(Subject.PARTICIPANT)
    found = {title: attribute_of(title, listed) for title in plan.attributes}
    return {title: known for title, known in found.items() if known is not None}


def _values(plan: SurveyPlan, title: str) -> tuple[str, ...]:
    said = (told_value(told.get(title, ""), ()) for told in plan.respondents.values())
    return tuple(sorted({value for value in said if value}))


def _described(told: Mapping[str, str], listed: Mapping[str, Attribute]) -> dict[str, str]:
    values = {
        listed[title].key: told_value(cell, listed[title].values) for title, cell in told.items()
    }
    return {key: value for key, value in values.items() if value}


def _in_guide(title: str, questions: list[Question]) -> Question | None:
    """The question of the guide that a column asks: its name or its words stand at the top."""
    wanted = _plain(title)
    return next((one for one in questions if wanted in (_plain(one.name), _plain(one.text))), None)


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split()).rstrip(" ?.:")


def _shortened(title: str) -> str:
    plain = title.strip().rstrip("?:. ")
    return plain if len(plain) <= _NAMED else f"{plain[: _NAMED - 1].rsplit(' ', 1)[0]}…"

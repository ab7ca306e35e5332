"""Texts of another program as transcripts, with their turns, groups, speakers and people."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TypeVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.domain.foreign import ForeignStudy, ForeignText, Kind
from qualcoder_nhs.domain.ids import GroupId, ParticipantId, SpeakerId, TranscriptId, new_id
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.domain.people import Function, Group, Participant, Speaker
from qualcoder_nhs.domain.taking.account import Account
from qualcoder_nhs.domain.taking.cases import CasePlan
from qualcoder_nhs.domain.taking.ids import kept_id
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.i18n import _

KIND = "project"

Described = TypeVar("Described", Participant, Group)


@dataclass
class Texts:
    """The transcripts that texts become, or were already: by key, with the people in them."""

    transcripts: dict[str, TranscriptId] = field(default_factory=dict)
    people: dict[str, ParticipantId] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class TakingTexts:
    """Brings the texts in; attributes are by the keys that the study has them under."""

    write: Writer
    study: ForeignStudy
    turns: Mapping[str, Sequence[Turn]]
    plan: CasePlan
    of_people: Mapping[str, Mapping[str, str]]
    of_groups: Mapping[str, Mapping[str, str]]
    account: Account

    def take(self) -> Texts:
        """All of them; a text that is in the study to the letter is used as it stands there."""
        texts = Texts()
        there = self._there()
        transcripts, groups = [], []
        names = set(self.write.read.transcript_names().values())
        called = {group.name for group in self.write.read.groups().values()}
        for position, text in enumerate(self.study.texts, self.write.read.next_position()):
            if same := there.get(_hash(text.text)):
                texts.transcripts[text.key] = same.pop()
                texts.known.add(text.key)
                self.account.tell(Kind.TEXTS, _("in the study already, to the letter"))
                there = {key: some for key, some in there.items() if some}
                continue
            name = self._name(text, names)
            group = Group(
                GroupId(new_id()), unique_name(name, called), self.of_groups.get(text.key, {})
            )
            called.add(group.name)
            groups.append(group)
            transcripts.append(self._transcript(text, name, group.id, position))
            texts.transcripts[text.key] = transcripts[-1].id
            texts.names.append(name)
        self.write.add(*groups)
        self.write.add(*transcripts)
        self._people(texts)
        return texts

    def _there(self) -> dict[str, list[TranscriptId]]:
        """The transcripts of the study by the hash of their words."""
        found: dict[str, list[TranscriptId]] = defaultdict(list)
        for one in reversed(self.write.read.transcripts()):
            found[_hash(one.text)].append(one.id)
        return dict(found)

    def _name(self, text: ForeignText, names: set[str]) -> str:
        given = " ".join(text.name.split())
        name = unique_name(given or PurePath(text.file_name).stem or _("Text"), names)
        names.add(name)
        if not given:
            how = _("without a name; called “{name}”").format(name=name)
            self.account.change(Kind.TEXTS, text.key, how)
        elif name != text.name:
            how = _("called “{name}”, since the name must be its own").format(name=name)
            self.account.change(Kind.TEXTS, text.key, how)
        return name

    def _transcript(
        self, text: ForeignText, name: str, group: GroupId, position: int
    ) -> Transcript:
        taken = self.write.read.transcript_names()
        return Transcript(
            TranscriptId(kept_id(text.key, taken)),
            name,
            text.text,
            tuple(self.turns.get(text.key, ())),
            group,
            KIND,
            text.file_name or name,
            _hash(text.text),
            position,
            self.write.now,
            self.write.coder,
        )

    def _people(self, texts: Texts) -> None:
        people: list[Participant] = []
        speakers: list[Speaker] = []
        self._people_there(texts)
        for text, said in self.turns.items():
            if text in texts.known or text not in texts.transcripts:
                continue
            for label in dict.fromkeys(turn.label for turn in said):
                speaker = Speaker(
                    SpeakerId(new_id()),
                    texts.transcripts[text],
                    label,
                    self._function(text, label),
                    tuple(self._behind(text, label, texts, people)),
                )
                speakers.append(speaker)
        self.write.add(*people)
        self.write.add(*speakers)

    def _people_there(self, texts: Texts) -> None:
        """In a text that was there, cases are whom its labels stand for; what is new is added."""
        people, groups = self.write.read.participants(), self.write.read.groups()
        of_transcript = {one.id: one.group for one in self.write.read.transcript_summaries()}
        for text in sorted(texts.known):
            transcript = texts.transcripts[text]
            group = of_transcript[transcript]
            groups[group] = self._with(groups[group], self.of_groups.get(text, {}))
            for speaker in self.write.read.speakers(transcript):
                case = self.plan.by_label.get((text, speaker.label), "")
                if case and case not in texts.people and len(speaker.participants) == 1:
                    [person] = speaker.participants
                    texts.people[case] = person
                    people[person] = self._with(people[person], self.of_people.get(case, {}))

    def _with(self, one: Described, said: Mapping[str, str]) -> Described:
        """The person or group with what is said and was not known yet."""
        new = {key: value for key, value in said.items() if not one.attributes.get(key)}
        told = replace(one, attributes={**one.attributes, **new})
        if new:
            self.write.change(one, told)
        return told

    def _function(self, text: str, label: str) -> Function:
        proposed = self.plan.functions[text, label]
        return Function.PARTICIPANT if (text, label) in self.plan.by_label else proposed

    def _behind(
        self, text: str, label: str, texts: Texts, people: list[Participant]
    ) -> Iterator[ParticipantId]:
        """The person of a label, new where no case was met before; voices of nobody have none."""
        if self._function(text, label) is not Function.PARTICIPANT:
            return
        case = self.plan.by_label.get((text, label))
        if case is None or case not in texts.people:
            name = self._case_name(case) or label
            told = self.of_people.get(case, {}) if case else {}
            people.append(Participant(ParticipantId(new_id()), name, told))
            if case is not None:
                texts.people[case] = people[-1].id
            yield people[-1].id
        else:
            yield texts.people[case]

    def _case_name(self, key: str | None) -> str:
        return next((" ".join(one.name.split()) for one in self.study.cases if one.key == key), "")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

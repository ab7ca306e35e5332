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
from qualcoder_nhs.domain.people import MODERATING, Group, Participant, Speaker
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
        there, groups = self._there(), _Groups(self.write)
        transcripts = []
        names = set(self.write.read.transcript_names().values())
        for position, text in enumerate(self.study.texts, self.write.read.next_position()):
            if same := there.get(_hash(text.text)):
                texts.transcripts[text.key] = same.pop()
                texts.known.add(text.key)
                self.account.tell(Kind.TEXTS, _("in the study already, to the letter"))
                continue
            name = self._name(text, names)
            group = groups.of(text.group, name, self.of_groups.get(text.key, {}))
            transcripts.append(self._transcript(text, name, group, position))
            texts.transcripts[text.key] = transcripts[-1].id
            texts.names.append(name)
        self.write.add(*groups.new)
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
            (text.kind if text.turns is not None else "") or KIND,
            text.file_name or name,
            _hash(text.text),
            position,
            self.write.now,
            self.write.coder,
        )

    def _people(self, texts: Texts) -> None:
        self._people_there(texts)
        people, speakers = _People(self, texts), []
        for text, said in self.turns.items():
            if text in texts.known or text not in texts.transcripts:
                continue
            for label in dict.fromkeys(turn.label for turn in said):
                function = self.plan.function((text, label))
                behind = tuple(people.behind(text, label)) if function not in MODERATING else ()
                transcript = texts.transcripts[text]
                speakers.append(Speaker(SpeakerId(new_id()), transcript, label, function, behind))
        people.without_words()
        self.write.add(*people.new)
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
                cases = self.plan.by_label.get((text, speaker.label), ())
                if len(cases) != len(speaker.participants):
                    continue
                for case, person in zip(cases, speaker.participants, strict=True):
                    if case not in texts.people:
                        texts.people[case] = person
                        people[person] = self._with(people[person], self.of_people.get(case, {}))

    def _with(self, one: Described, said: Mapping[str, str]) -> Described:
        """The person or group with what is said and was not known yet."""
        new = {key: value for key, value in said.items() if not one.attributes.get(key)}
        told = replace(one, attributes={**one.attributes, **new})
        if new:
            self.write.change(one, told)
        return told


class _Groups:
    """The groups of new texts: one each, or one for all texts that the file says are of one."""

    def __init__(self, write: Writer) -> None:
        self._called = {group.name for group in write.read.groups().values()}
        self._by_name: dict[str, GroupId] = {}
        self.new: list[Group] = []

    def of(self, name: str, text: str, said: Mapping[str, str]) -> GroupId:
        """The group of this name, or one that is called as its text is."""
        if name and name in self._by_name:
            return self._by_name[name]
        group = Group(GroupId(new_id()), unique_name(name or text, self._called), said)
        self._called.add(group.name)
        self.new.append(group)
        if name:
            self._by_name[name] = group.id
        return group.id


class _People:
    """The people of new texts: cases, and whom labels name that are no case."""

    def __init__(self, taking: TakingTexts, texts: Texts) -> None:
        self._taking = taking
        self._texts = texts
        self._names = {one.key: " ".join(one.name.split()) for one in taking.study.cases}
        self._there = set(taking.write.read.participants())
        self._in_text: dict[tuple[str, str], ParticipantId] = {}
        self.new: list[Participant] = []

    def behind(self, text: str, label: str) -> Iterator[ParticipantId]:
        """The people of a label; who is named in several of one text is one person there."""
        plan = self._taking.plan
        if cases := plan.by_label.get((text, label)):
            yield from map(self._case, cases)
            return
        for name in dict.fromkeys(plan.parts[text, label].participants):
            if cases := plan.by_label.get((text, name)):
                yield from map(self._case, cases)
            elif (text, name) in self._in_text:
                yield self._in_text[text, name]
            else:
                self._in_text[text, name] = self._added(ParticipantId(new_id()), name, {})
                yield self._in_text[text, name]

    def without_words(self) -> None:
        """People who say nothing in any text."""
        for case, labels in self._taking.plan.people.items():
            if not labels:
                self._case(case)

    def _case(self, key: str) -> ParticipantId:
        if key not in self._texts.people:
            new = ParticipantId(kept_id(key, self._there))
            said = self._taking.of_people.get(key, {})
            self._texts.people[key] = self._added(new, self._names[key], said)
        return self._texts.people[key]

    def _added(self, new: ParticipantId, name: str, said: Mapping[str, str]) -> ParticipantId:
        self.new.append(Participant(new, name, said))
        return new


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

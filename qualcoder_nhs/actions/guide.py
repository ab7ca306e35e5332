"""The topic guide: its questions with their probes, and the versions it went through."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.domain.errors import AlreadyThere, NothingToFreeze, QuestionInUse
from qualcoder_nhs.domain.guide import GuideVersion, Question
from qualcoder_nhs.domain.guide_draft import QuestionDraft
from qualcoder_nhs.domain.ids import GuideVersionId, QuestionId, new_id
from qualcoder_nhs.domain.naming import refuse_nameless
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class AddQuestion:
    """Add a question to the end of the guide; without a name it is called `Q8` or so."""

    text: str
    probes: tuple[str, ...] = ()
    name: str = ""
    label: ClassVar[str] = N_("Add question {}")

    def apply(self, write: Writer) -> QuestionId:
        """Add it.

        Raises:
            Nameless: when it has no words.
            AlreadyThere: when another question has the name.
        """
        return _added(write, QuestionDraft(self.text, self.probes, self.name)).id


@dataclass(frozen=True)
class ChangeQuestion:
    """Change a question's name, its words and its probes; where it was asked stays."""

    question: QuestionId
    name: str
    text: str
    probes: tuple[str, ...] = ()
    label: ClassVar[str] = N_("Change question {}")

    def apply(self, write: Writer) -> None:
        """Change it.

        Raises:
            Nameless: when it has no name or no words.
            AlreadyThere: when another question has the name.
            NoSuch: when it is gone.
        """
        refuse_nameless(self.name)
        refuse_nameless(self.text)
        old = write.read.question(self.question)
        name = self.name.strip()
        if name in {one.name for one in write.read.questions() if one.id != old.id}:
            raise AlreadyThere(kind="question", name=name)
        new = replace(old, name=name, text=self.text.strip(), probes=_cleaned(self.probes))
        write.change(old, new)
        write.detail(name)


@dataclass(frozen=True)
class RemoveQuestion:
    """Take a question out of the guide.

    Where it was asked, no question is open any more: the talk does not fall to the one before.
    """

    question: QuestionId
    label: ClassVar[str] = N_("Remove question {}")

    def apply(self, write: Writer) -> None:
        """Remove it.

        Raises:
            NoSuch: when it is gone.
            QuestionInUse: when propositions are about it.
        """
        old = write.read.question(self.question)
        about = [one for one in write.read.propositions() if one.question == old.id]
        if about:
            raise QuestionInUse(name=old.name, count=len(about))
        for asking in write.read.askings():
            if asking.question == old.id and asking.turn is None:
                write.remove(asking)
            elif asking.question == old.id:
                write.change(asking, replace(asking, question=None))
        write.remove(old)
        write.detail(old.name)


@dataclass(frozen=True)
class MoveQuestion:
    """Put a question at another place of the guide, counted from 0."""

    question: QuestionId
    place: int
    label: ClassVar[str] = N_("Move question {}")

    def apply(self, write: Writer) -> None:
        """Move it; the others close up.

        Raises:
            NoSuch: when it is gone.
        """
        moved = write.read.question(self.question)
        others = [one for one in write.read.questions() if one.id != moved.id]
        others.insert(max(0, self.place), moved)
        for position, one in enumerate(others):
            write.change(one, replace(one, position=position))
        write.detail(moved.name)


@dataclass(frozen=True)
class TakeGuide:
    """Take questions in from a file or from pasted words, in one step.

    A question whose name is in the guide gets the new words and probes; the others are added at the
    end. None is removed.
    """

    drafts: tuple[QuestionDraft, ...]
    source: str = ""
    label: ClassVar[str] = N_("Take in the topic guide {}")

    def apply(self, write: Writer) -> tuple[QuestionId, ...]:
        """Take them in.

        Raises:
            Nameless: when a question has no words.
        """
        taken = tuple(self._taken(write, draft) for draft in self.drafts)
        write.detail(self.source)
        return taken

    def _taken(self, write: Writer, draft: QuestionDraft) -> QuestionId:
        known = {one.name: one for one in write.read.questions()}
        if draft.name not in known:
            return _added(write, draft).id
        old = known[draft.name]
        refuse_nameless(draft.text)
        write.change(old, replace(old, text=draft.text.strip(), probes=_cleaned(draft.probes)))
        return old.id


@dataclass(frozen=True)
class FreezeGuide:
    """Keep the guide as it is now as a numbered version, which never changes."""

    label: ClassVar[str] = N_("Keep version {} of the topic guide")

    def apply(self, write: Writer) -> GuideVersionId:
        """Keep it.

        Raises:
            NothingToFreeze: when it is empty or as it was in the last version.
        """
        questions = tuple(write.read.questions())
        versions = write.read.guide_versions()
        if questions == (versions[-1].questions if versions else ()):
            raise NothingToFreeze
        number = versions[-1].number + 1 if versions else 1
        name = GuideVersionId(new_id())
        write.add(GuideVersion(name, number, questions, write.now, write.coder))
        write.detail(str(number))
        return name


def _added(write: Writer, draft: QuestionDraft) -> Question:
    refuse_nameless(draft.text)
    others = write.read.questions()
    names = {one.name for one in others}
    name = draft.name.strip() or _free(names)
    if name in names:
        raise AlreadyThere(kind="question", name=name)
    position = max((one.position for one in others), default=-1) + 1
    text, probes = draft.text.strip(), _cleaned(draft.probes)
    question = Question(QuestionId(new_id()), name, text, probes, position)
    write.add(question)
    write.detail(name)
    return question


def _free(names: set[str]) -> str:
    number = len(names) + 1
    while f"Q{number}" in names:
        number += 1
    return f"Q{number}"


def _cleaned(probes: Iterable[str]) -> tuple[str, ...]:
    return tuple(one.strip() for one in probes if one.strip())

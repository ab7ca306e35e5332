"""The study's list of attributes, and describing people and groups with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Attribute, Subject
from qualcoder_nhs.domain.errors import AlreadyThere, NoSuch
from qualcoder_nhs.domain.ids import AttributeId, GroupId, ParticipantId
from qualcoder_nhs.domain.naming import refuse_nameless
from qualcoder_nhs.domain.people import Group, Participant
from qualcoder_nhs.i18n import N_

K = TypeVar("K", ParticipantId, GroupId)


@dataclass(frozen=True)
class AddAttributes:
    """Add attributes to the end of the study's list, all in one step."""

    drafts: tuple[AttributeDraft, ...]
    label: ClassVar[str] = N_("Add attribute {}")

    def apply(self, write: Writer) -> tuple[AttributeId, ...]:
        """Add them.

        Raises:
            Nameless: when a name is blank.
            AlreadyThere: when the same is said of people, or of groups, already.
        """
        added = [_added(write, draft) for draft in self.drafts]
        write.detail(", ".join(one.name for one in added))
        return tuple(one.id for one in added)


def _added(write: Writer, draft: AttributeDraft) -> Attribute:
    refuse_nameless(draft.name)
    others = write.read.attributes(draft.subject)
    if any(draft.known_as == one.key for one in others):
        raise AlreadyThere(kind="attribute", name=draft.known_as)
    position = max((one.position for one in others), default=-1) + 1
    new = draft.made(position)
    write.add(new)
    return new


@dataclass(frozen=True)
class TakeAttributes:
    """Take a list in: what is known already stays, and gets the list's values where it has none."""

    drafts: tuple[AttributeDraft, ...]
    source: str = ""
    label: ClassVar[str] = N_("Take in the attributes of {}")

    def apply(self, write: Writer) -> int:
        """Take it in; how many attributes are new.

        Raises:
            Nameless: when a name is blank.
        """
        new = 0
        for draft in self.drafts:
            listed = write.read.attributes(draft.subject)
            known = next((one for one in listed if one.key == draft.known_as), None)
            if known is None:
                _added(write, draft)
                new += 1
            elif draft.values and not known.values:
                write.change(known, replace(known, values=draft.values))
        write.detail(self.source)
        return new


@dataclass(frozen=True)
class ChangeAttribute:
    """Change what an attribute is called and which values are offered; what was said stays."""

    attribute: AttributeId
    name: str
    values: tuple[str, ...]
    identifying: bool = False
    label: ClassVar[str] = N_("Change attribute {}")

    def apply(self, write: Writer) -> None:
        """Change it.

        Raises:
            Nameless: when the name is blank.
            NoSuch: when it is gone.
        """
        refuse_nameless(self.name)
        old = _attribute(write, self.attribute)
        values = tuple(dict.fromkeys(one.strip() for one in self.values if one.strip()))
        name, hidden = self.name.strip(), self.identifying
        write.change(old, replace(old, name=name, values=values, identifying=hidden))
        write.detail(name)


@dataclass(frozen=True)
class RemoveAttribute:
    """Take an attribute off the list, and what was said with it; Undo brings both back."""

    attribute: AttributeId
    label: ClassVar[str] = N_("Remove attribute {}")

    def apply(self, write: Writer) -> None:
        """Remove it from the list and from everybody.

        Raises:
            NoSuch: when it is gone.
        """
        old = _attribute(write, self.attribute)
        for one in list(_described(write, old.subject)):
            if old.key in one.attributes:
                write.change(one, _told(one, {old.key: ""}))
        write.remove(old)
        write.detail(old.name)


@dataclass(frozen=True)
class MoveAttribute:
    """Put an attribute at another place of its list, counted from 0."""

    attribute: AttributeId
    place: int
    label: ClassVar[str] = N_("Move attribute {}")

    def apply(self, write: Writer) -> None:
        """Move it; the others close up.

        Raises:
            NoSuch: when it is gone.
        """
        moved = _attribute(write, self.attribute)
        others = [one for one in write.read.attributes(moved.subject) if one.id != moved.id]
        others.insert(max(0, self.place), moved)
        for position, one in enumerate(others):
            write.change(one, replace(one, position=position))
        write.detail(moved.name)


@dataclass(frozen=True)
class DescribePeople:
    """Say things of several participants in one step, as when cells are pasted.

    Only the attributes named are touched; an empty word means that the value is unknown.
    """

    told: Mapping[ParticipantId, Mapping[str, str]]
    label: ClassVar[str] = N_("Describe {}")

    def apply(self, write: Writer) -> None:
        """Describe them.

        Raises:
            NoSuch: when there is no such participant.
        """
        _describe(write, "participant", write.read.participants(), self.told)


@dataclass(frozen=True)
class DescribeGroups:
    """Say things of groups in one step: their composition, date, mode, who moderated."""

    told: Mapping[GroupId, Mapping[str, str]]
    label: ClassVar[str] = N_("Describe group {}")

    def apply(self, write: Writer) -> None:
        """Describe them.

        Raises:
            NoSuch: when there is no such group.
        """
        _describe(write, "group", write.read.groups(), self.told)


@dataclass(frozen=True)
class RenameGroup:
    """Give a group another name."""

    group: GroupId
    name: str
    label: ClassVar[str] = N_("Rename group to {}")

    def apply(self, write: Writer) -> None:
        """Rename it.

        Raises:
            Nameless: when the name is blank.
            AlreadyThere: when another group has it.
            NoSuch: when it is gone.
        """
        refuse_nameless(self.name)
        known = write.read.groups()
        if self.group not in known:
            raise NoSuch(kind="group", name=self.group)
        if self.name in {one.name for key, one in known.items() if key != self.group}:
            raise AlreadyThere(kind="group", name=self.name)
        write.change(known[self.group], replace(known[self.group], name=self.name))
        write.detail(self.name)


def _attribute(write: Writer, attribute: AttributeId) -> Attribute:
    for one in write.read.attributes():
        if one.id == attribute:
            return one
    raise NoSuch(kind="attribute", name=attribute)


def _described(write: Writer, subject: Subject) -> Iterator[Participant | Group]:
    if subject is Subject.PARTICIPANT:
        yield from write.read.participants().values()
    else:
        yield from write.read.groups().values()


def _describe(
    write: Writer,
    kind: str,
    known: Mapping[K, Participant] | Mapping[K, Group],
    told: Mapping[K, Mapping[str, str]],
) -> None:
    for key, values in told.items():
        if key not in known:
            raise NoSuch(kind=kind, name=key)
        write.change(known[key], _told(known[key], values))
    write.detail(_names([known[key].name for key in told]))


def _told(one: Participant | Group, values: Mapping[str, str]) -> Participant | Group:
    """The same with these values; without those that are unknown now."""
    stripped = {key: value.strip() for key, value in values.items()}
    known = {key: value for key, value in {**one.attributes, **stripped}.items() if value}
    return replace(one, attributes=known)


def _names(names: list[str]) -> str:
    """At most three names, and how many more."""
    more = f" + {len(names) - 3}" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more

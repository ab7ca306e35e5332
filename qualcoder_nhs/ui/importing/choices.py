"""What can be chosen for a file on the import page: each choice is a new value."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from qualcoder_nhs.domain.casting import Part
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.domain.turn_taking import Beginning
from qualcoder_nhs.importers.format import Doubt, Parsed
from qualcoder_nhs.ui.importing.file_choice import FileChoice


def as_function(file: FileChoice, label: str, function: Function) -> FileChoice:
    """The label is this; as a participant, it is a person of its own again."""
    names = (label,) if function is Function.PARTICIPANT else ()
    attributes = file.cast[label].attributes if names else {}
    return _chosen(file, label, Part(function, names, attributes))


def same_as(file: FileChoice, label: str, other: str) -> FileChoice:
    """The label is another spelling of the other one."""
    other = file.spellings.get(other, other)
    if other == label:
        return file
    followers = {one: other for one, end in file.spellings.items() if end == label}
    parts = {one: part for one, part in file.parts.items() if one != label}
    merged = {**file.merged, **followers, label: other}
    merged.pop(other, None)
    return replace(file, merged=merged, parts=parts, apart=file.apart - {label})


def kept_apart(file: FileChoice, label: str) -> FileChoice:
    """The label is nobody else's spelling after all."""
    merged = {one: other for one, other in file.merged.items() if one != label}
    return replace(file, merged=merged, apart=file.apart | {label})


def described(file: FileChoice, label: str, name: str, role: str) -> FileChoice:
    """The person behind the label has this name and role, wherever else they speak."""
    head = file.spellings.get(label, label)
    old = file.cast[head]
    name = name.strip() or (old.participants or (head,))[0]
    attributes = {key: value for key, value in old.attributes.items() if key != "role"}
    if role.strip():
        attributes["role"] = role.strip()
    part = Part(Function.PARTICIPANT, (name,), attributes)
    file = replace(file, parts={**file.parts, head: part})
    return _renamed(file, {old.participants[0]: name}) if len(old.participants) == 1 else file


def role_for_all(file: FileChoice, role: str) -> FileChoice:
    """Every participant who speaks alone has this role."""
    for label in list(_heads(file)):
        names = file.cast[label].participants
        if len(names) == 1:
            file = described(file, label, names[0], role)
    return file


def numbered(file: FileChoice) -> FileChoice:
    """The participants are called P1, P2 … in the order in which they first speak."""
    alone = [
        file.cast[label].participants[0]
        for label in _heads(file)
        if len(file.cast[label].participants) == 1
    ]
    names = {name: f"P{number}" for number, name in enumerate(dict.fromkeys(alone), 1)}
    return _renamed(file, names)


def read_anew(file: FileChoice, parsed: Parsed | None) -> FileChoice:
    """The file as it was read now; what was said of places goes where the text is another one."""
    same = file.parsed is not None and parsed is not None and file.parsed.text == parsed.text
    if same or file.parsed is None:
        return replace(file, parsed=parsed)
    return replace(file, parsed=parsed, settled=frozenset(), begun={})


def settled(
    file: FileChoice, doubt: Doubt, speaker: str | None = None, *, as_time: bool = False
) -> FileChoice:
    """Somebody looked at the line: the turn before goes on, or this speaker begins with it.

    `as_time` says that it opens with a time mark, which is none of the words.
    """
    begun = {place: one for place, one in file.begun.items() if place != doubt.start}
    if as_time:
        begun[doubt.start] = Beginning(speaker, doubt.mark, doubt.time)
    elif speaker is not None:
        begun[doubt.start] = Beginning(speaker)
    return replace(file, settled=file.settled | {doubt.start}, begun=begun)


def reopened(file: FileChoice, doubt: Doubt) -> FileChoice:
    """The line is to be looked at once more; until then it stays as it was taken."""
    return replace(file, settled=file.settled - {doubt.start})


def turn_before(file: FileChoice, doubt: Doubt) -> Turn | None:
    """The turn that a doubtful line goes on with, as the file was read."""
    turns = file.parsed.turns if file.parsed else ()
    return next((turn for turn in turns if turn.words.start < doubt.start < turn.words.end), None)


def begins_turn(file: FileChoice, doubt: Doubt) -> bool:
    """Whether the doubtful line was read as somebody's turn, not as more of the one before."""
    turns = file.parsed.turns if file.parsed else ()
    return any(
        doubt.start in (turn.whole.start, turn.words.start)
        or (turn.label_at is not None and turn.label_at.start == doubt.start)
        for turn in turns
    )


def _chosen(file: FileChoice, label: str, part: Part) -> FileChoice:
    merged = {one: other for one, other in file.merged.items() if one != label}
    return replace(file, parts={**file.parts, label: part}, merged=merged)


def _heads(file: FileChoice) -> Iterator[str]:
    for label, part in file.cast.items():
        if part.function is Function.PARTICIPANT and label not in file.spellings:
            yield label


def _renamed(file: FileChoice, names: Mapping[str, str]) -> FileChoice:
    """The same people under other names, in joint labels too."""
    parts = dict(file.parts)
    for label in _heads(file):
        old = file.cast[label]
        new = tuple(names.get(name, name) for name in old.participants)
        if new != old.participants:
            parts[label] = replace(old, participants=new)
    return replace(file, parts=parts)

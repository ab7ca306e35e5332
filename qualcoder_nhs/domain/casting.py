"""Casting: who each label of a transcript is proposed, or was told, to be."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from qualcoder_nhs.domain.people import Function

_MODERATOR = re.compile(
    r"(co-?)?(mod(erator)?|facilitator|fac|interviewer|int|researcher|iv|i)[\s.\-_]*\d*",
    re.IGNORECASE,
)
_NOTE_TAKER = re.compile(r"note[\s-]?taker|notes|observer|scribe", re.IGNORECASE)
_UNKNOWN = re.compile(
    r"\?+|unknown( speaker)?|several|all|everyone|group|many( voices)?|multiple( speakers)?"
    r"|[mf]\?|m/?f\??|(un)?identified( speaker)?|unclear|unidentified( \w+)?|speaker \?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:,|&|\+|/|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """What one label stands for: a function, and the short names of participants.

    Labels that name the same participant are one person. `attributes` describe that person.
    """

    function: Function
    participants: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)


def proposed(labels: Iterable[str]) -> dict[str, Part]:
    """What each label most likely stands for, by its words alone, in the order given."""
    listed = list(labels)
    single = {_key(label) for label in listed if _function(label) is Function.PARTICIPANT}
    return {label: _part(label, single) for label in listed}


def _part(label: str, single: set[str]) -> Part:
    function = _function(label)
    if function is not Function.PARTICIPANT:
        return Part(function)
    joint = [name for name in _JOINT.split(label) if name]
    if len(joint) > 1 and all(_key(name) in single for name in joint):
        return Part(function, tuple(joint))
    return Part(function, (label,))


def _function(label: str) -> Function:
    bare = label.strip().strip("[]():*")
    if (found := _MODERATOR.fullmatch(bare)) is not None:
        return Function.CO_MODERATOR if found[1] else Function.MODERATOR
    if _NOTE_TAKER.fullmatch(bare):
        return Function.NOTE_TAKER
    return Function.UNKNOWN if _UNKNOWN.fullmatch(bare) else Function.PARTICIPANT


def _key(label: str) -> str:
    return label.strip().casefold()

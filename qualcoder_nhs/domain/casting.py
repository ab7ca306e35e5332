"""Casting: who each label of a transcript is proposed, or was told, to be."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from qualcoder_nhs.domain.people import Function

_MODERATOR = re.compile(
    r"(co-?)?(mod(erator)?|facilitator|fac|interviewer|int|researcher|iv|i)"
    r"([\s.\-_]*\d*|[\s.\-_]+[a-z])",
    re.IGNORECASE,
)
_NOTE_TAKER = re.compile(r"(note[\s-]?taker|notes|observer|scribe)[\s.\-_]*\d*", re.IGNORECASE)
_UNKNOWN = re.compile(
    r"\?+|unknown( speaker)?[\s.\-_]*\d*|several( \w+)?|all|everyone|group"
    r"|many( voices)?|multiple( speakers)?|[mf]\?|m/?f\??"
    r"|(un)?identified( speaker)?|unclear|speaker \?|(fe)?male voice"
    r"|(unknown|unidentified|unnamed|inaudible)( \w+){1,2}[\s.\-_]*\d*",
    re.IGNORECASE,
)
_ADDITION = re.compile(r"(?<=\w)\s*\([^)]*\)$")
_JOINT = re.compile(r"\s*(?:,|&|\+|/|\band\b)\s*", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"\d+")
_EVERYDAY = {"participant", "respondent", "speaker", "interviewee"}


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


def alike(labels: Mapping[str, int]) -> dict[str, str]:
    """Labels that most likely are another one written differently, each with that other.

    `labels` says how many turns each has, in order of appearance. The other is the more frequent of
    the two: `P4` and `Participant 4`, `Speaker 4` and `Participant 4`, `MD-3` and `MD-03`,
    `interviewr` and `interviewer`. Where two others would fit, nothing is proposed; numbers are
    never taken for one another.
    """
    others: list[str] = []
    found: dict[str, str] = {}
    for label in sorted(labels, key=lambda one: -labels[one]):
        if _function(label) is Function.UNKNOWN or len(_JOINT.split(label)) > 1:
            continue
        fits = [other for other in others if _spelt_alike(label, other)] or [
            other for other in others if _nearly(label, other, labels)
        ]
        if len(fits) == 1:
            found[label] = fits[0]
        else:
            others.append(label)
    return found


def _spelt_alike(label: str, other: str) -> bool:
    """The same letters and numbers, whatever stands between them or before a number."""
    return _numbers(label) == _numbers(other) and "".join(_words(label)) == "".join(_words(other))


def _nearly(label: str, other: str, labels: Mapping[str, int]) -> bool:
    """Cut short or called otherwise before the same number, or one slip of the fingers away."""
    if _numbers(label) != _numbers(other):
        return False
    ours, theirs = _words(label), _words(other)
    if _numbers(label) and len(ours) == len(theirs) == 1:
        short, long = sorted((ours[0], theirs[0]), key=len)
        if len(short) <= 3 < len(long) and long.startswith(short):
            return True
        if {short, long} <= _EVERYDAY:
            return True
    return len(ours) == len(theirs) and _misspelt(ours, theirs, labels[label], labels[other])


def _misspelt(ours: list[str], theirs: list[str], count: int, of: int) -> bool:
    """People's names must be rare beside the right one: Daniel and Danielle may both be there."""
    known = any(word in _EVERYDAY or _function(word) is not Function.PARTICIPANT for word in theirs)
    slips = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    return len(slips) == 1 and _one_slip(*slips[0]) and (known or count <= max(2, of // 10))


def _one_slip(word: str, other: str) -> bool:
    """One letter more, less, other or swapped in a long word, its first and last being right.

    The last letter tells an interviewee from an interviewer.
    """
    if min(len(word), len(other)) < 5 or (word[0], word[-1]) != (other[0], other[-1]):
        return False
    short, long = sorted((word, other), key=len)
    at = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = long[:at] + long[at + 1 : at + 2] + long[at : at + 1] + long[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or short == swapped


def _words(label: str) -> list[str]:
    return [word.casefold() for word in _WORDS.findall(label)]


def _numbers(label: str) -> list[int]:
    return [int(digits) for digits in _NUMBERS.findall(label)]


def _part(label: str, single: set[str]) -> Part:
    function = _function(label)
    if function is not Function.PARTICIPANT:
        return Part(function)
    joint = [name for name in _JOINT.split(label) if name]
    if len(joint) > 1 and all(_key(name) in single for name in joint):
        return Part(function, tuple(joint))
    return Part(function, (label,))


def _function(label: str) -> Function:
    bare = _ADDITION.sub("", label.strip()).strip("[]():*")
    if (found := _MODERATOR.fullmatch(bare)) is not None:
        return Function.CO_MODERATOR if found[1] else Function.MODERATOR
    if _NOTE_TAKER.fullmatch(bare):
        return Function.NOTE_TAKER
    return Function.UNKNOWN if _UNKNOWN.fullmatch(bare) else Function.PARTICIPANT


def _key(label: str) -> str:
    return label.strip().casefold()

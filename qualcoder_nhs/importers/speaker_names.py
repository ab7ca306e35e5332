"""Which words could name a speaker, which names are alike, and who a file lists as speaking."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LONGEST = 100

_STAGE = re.compile(
    r"(laugh(s|ing|ter|ed)?|paus(e|es|ed)|silen(ce|t)|inaud\w*|unclear|unintell\w*|cross-?talk\w*"
    r"|overlap\w*|applau\w*|nod(s|ding)?|sigh(s|ing)?|cough(s|ing)?|music|noises?|gap|disfm\w*"
    r"|vocal\w*|looks?|smil(e|es|ing)|whisper\w*|background|phone|break|end|start|recording|cut)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"(for (example|instance)|e\.?g|i\.?e|n\.?b|note|notes|p\.?s|so|and|but|because|well|okay|ok"
    r"|yes|no|that is|in other words|question \d+|q\d+|chapter|section|part|figure|table|step|page"
    r"|appendix|date|place|time|duration|venue|location|title|subject|re|keywords|summary|speakers"
    r"|participants|present|attendees|apologies|file|transcript(ion)?|http|https|www|mailto"
    r"|actions?|decisions?|agenda( item)?|next steps?|sources?|url|tip|warning|important|reminder"
    r"|aims?|objectives?|methods?|results?|conclusions?|introduction|discussion|ingredients"
    r"|topic guide|context)\b\s*\d*",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(said|says|say|saying|asked|asks|told|thought|thinks?|goes|went|was|were|is|are|am|has|have"
    r"|had|it|this|that|which|what|why|how|these|those|there|here|my|your|our|their|reads?|wrote"
    r"|means?|would|will|can|could|should|do|does|did)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(\s*[ap]\.?m\.?)?", re.IGNORECASE)
_SENTENCE = re.compile(
    r"[?!;…]|(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)(?<!\bProf)\.\s+[a-z]|,\s+[a-z]{3,}\s"
)
_ADDITION = re.compile(r"\s*\([^)]*\)\s*$")
_UNKNOWN = re.compile(r"\?{1,3}")
_ANYONE = re.compile(r"several|all|everyone|many|group|\?{1,3}|unknown")
_AND = re.compile(r"\s*(?:,|&|\+|/|\band\b)\s*", re.IGNORECASE)
_LIST = re.compile(
    r"[\s*#_]*(?:list of )?(?:speakers|participants|present|attendees|in attendance)[\s*_]*"
    r"(?P<colon>:?)[\s*_]*(?P<names>.*)",
    re.IGNORECASE,
)
_ONE_LISTED = re.compile(r"[\s*•·–—\-]*(?P<name>[^\s:(\t][^:(\t–—]*?)\s*(?:[:(\t–—].*|\s-\s.*)?")


def could_name(label: str, *, strong: bool) -> bool:
    """Whether the words could name a speaker at all."""
    if _UNKNOWN.fullmatch(label):
        return True
    if len(label) > LONGEST or not re.search(r"[^\W\d_]", label):
        return False
    if _NEVER.fullmatch(label) or _CLOCK.match(label) or _STAGE.match(label):
        return False
    bare = without_addition(label)
    words = bare.split()
    if len(words) > (10 if strong else 8) or _SAYING.search(bare) or _SENTENCE.search(bare):
        return False
    return strong or not _runs_on(words)


def _runs_on(words: Sequence[str]) -> bool:
    """Like a sentence: several words in small letters, where names have capitals or numbers."""
    joined = " ".join(words)
    if len(words) > 4:
        return sum(word[0].isupper() for word in words) * 2 < len(words)
    plain = len(words) > 2 and joined == joined.lower()
    return plain and not re.search(r"\band\b|&|\d", joined)


def without_addition(label: str) -> str:
    """The label without what stands in brackets behind it: `Member (Minister)` is `Member`."""
    return _ADDITION.sub("", label) or label


def name_key(label: str) -> str:
    """By which repeats are counted: an addition in brackets, blanks and case are left aside."""
    return " ".join(without_addition(label).split()).casefold()


def slips(key: str) -> frozenset[str]:
    """What is left of a name when a letter is missed; names one slip apart share one of these.

    `interviewr` and `interviewer` do; names with a number or of few letters have none, so that
    `P1` and `P2` are never taken for one another.
    """
    if len(key) < 5 or re.search(r"\d", key):
        return frozenset()
    return frozenset({key, *(key[:at] + key[at + 1 :] for at in range(len(key)))})


def is_joint(key: str, names: set[str]) -> bool:
    """Whether several of those who speak are meant: `P2 and P4`, `Several`, or `?`."""
    if _ANYONE.fullmatch(key):
        return bool(names)
    parts = [part for part in _AND.split(key) if part]
    return len(parts) > 1 and all(part in names for part in parts)


@dataclass(frozen=True)
class SpeakerList:
    """The keys of the speakers that a file lists ahead of the talk, and the lines of the list."""

    names: frozenset[str] = frozenset()
    lines: range = range(0)


def listed_speakers(lines: Sequence[str]) -> SpeakerList:
    """The list of speakers at the head of a file: `Speakers: Anna, Ben`, or a name to a line."""
    for number, line in enumerate(lines[:60], 1):
        found = _LIST.fullmatch(line[:2000])
        if found and found["names"] and found["colon"]:
            return SpeakerList(_names([found["names"]]), range(number, number + 1))
        if found and not found["names"]:
            below = _list_below(lines[number : number + 40])
            if _names(below):
                return SpeakerList(_names(below), range(number, number + 1 + len(below)))
    return SpeakerList()


def _list_below(lines: Sequence[str]) -> Sequence[str]:
    """The lines up to a blank one; at most one where a label returns: that is talk already."""
    upto = next((at for at, line in enumerate(lines) if not line.strip()), 0)
    heads = [name for line in lines[:upto] for name in _names([line])]
    if heads and len(heads) == len(set(heads)):
        return lines[:upto]
    return [line for line in lines[:1] if ":" not in line]


def _names(lines: Iterable[str]) -> frozenset[str]:
    listed = (part for line in lines for part in re.split(r"[,;]|\band\b|&", line[:2000]))
    found = (_ONE_LISTED.fullmatch(part[:LONGEST]) for part in listed)
    return frozenset(name_key(one["name"]) for one in found if one)

"""Where the talk begins: what says when, where and with whom stands before it and is no turn."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qualcoder_nhs.importers.turns import lexicon, times
from qualcoder_nhs.importers.turns.lines import Candidate, Line
from qualcoder_nhs.importers.turns.names import is_code, is_name, is_plausible, key_of

_REACH = 80  # lines; a header is not longer
_KEY = re.compile(r"[\s*_#>\-•]*([^:\n]{2,40}?)[\s*_]*(:|$)[\s*_]*(.*)")
_LIST_OF_NAMES = re.compile(r"['\"\[\]]")
_LISTED = re.compile(r"[\s*_•\-]*([^:\n\t,]{1,40}?)[*_]*(?:\s*[:\t,]|\s+[–—-]\s+|\s*\()")
_EXPLAINED = re.compile(r"[\s*_•\-]*(?P<label>[^\s=:][^=:\n]{0,40}?)\s*:?\s*=\s*[^\s=]")
_BETWEEN_NAMES = re.compile(r"\s*[,;|]\s*|\s+(?:and|&)\s+")
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]]*\s*$")


@dataclass(frozen=True)
class Front:
    """The first line of the talk, and the labels that a list of speakers announced."""

    begin: int
    roster: frozenset[str]


def front_matter(lines: Sequence[Line], field: Sequence[Sequence[Candidate]]) -> Front:
    """How far the header reaches; 0 where there is none."""
    begin, roster = _preamble(lines)
    counts = Counter(each.key for found in field for each in {c.key: c for c in found}.values())
    at = begin
    while at < min(len(lines), begin + _REACH) and at < len(lines):
        text = lines[at].text
        key, value = _entry(text)
        if key in lexicon.ROSTERS:
            end, names = _roster(lines, at, value)
            if names:
                roster |= names
                begin = at = end
                continue
        explained = _EXPLAINED.match(text[:200])
        if explained:
            roster.add(key_of(explained["label"]))
            begin = at + 1
        elif key in lexicon.METADATA and ":" in text and not _returns(field[at], counts):
            begin = at + 1
        elif any(counts[each.key] > 1 for each in field[at]):
            if not _is_entry(lines, at, value):
                break
            begin = at + 1
        at += 1
    return Front(begin, frozenset(roster))


def _returns(found: Sequence[Candidate], counts: Mapping[str, int]) -> bool:
    """Whether a code stands here that others have too: `ID01` speaks, where `ID` is told once."""
    return any(is_code(each.label) and counts[each.key] > 1 for each in found)


def _preamble(lines: Sequence[Line]) -> tuple[int, set[str]]:
    """A block between `---` lines at the very top, with the speakers it names."""
    if not lines or lines[0].text.rstrip() != "---":
        return 0, set()
    for at in range(1, min(len(lines), 300)):
        if lines[at].text.rstrip() in {"---", "..."}:
            return at + 1, _announced(lines[1:at])
    return 0, set()


def _announced(lines: Sequence[Line]) -> set[str]:
    for at, line in enumerate(lines):
        key, value = _entry(line.text)
        if key in lexicon.ROSTERS:
            items = [_BETWEEN_NAMES.split(value)] if value else []
            for below in lines[at + 1 :]:
                if not below.text.lstrip().startswith("-"):
                    break
                items.append([below.text.strip(" -")])
            return _keys(name for item in items for name in item)
    return set()


def _entry(text: str) -> tuple[str, str]:
    """`Date: 3 May` as its key, folded, and its value."""
    found = _KEY.match(text[:200])
    if found is None:
        return "", ""
    return re.sub(r"\s*\(.*\)$|\s*\d+$", "", key_of(found.group(1))), found.group(3).strip()


def _is_entry(lines: Sequence[Line], at: int, value: str) -> bool:
    """`Moderator: Jane Smith` beside a line of the header belongs to it."""
    names = [name for name in _BETWEEN_NAMES.split(value) if name]
    if not names or not all(is_name(name) for name in names) or _SENTENCE_END.search(value):
        return False
    return any(
        0 <= near < len(lines) and _entry(lines[near].text)[0] in lexicon.METADATA
        for near in (at - 1, at + 1, at - 2)
    )


def _roster(lines: Sequence[Line], at: int, value: str) -> tuple[int, set[str]]:
    """The line after a list of speakers, and who is on it."""
    if value:
        return at + 1, _keys(_BETWEEN_NAMES.split(value))
    first = at + 1
    while first < len(lines) and not lines[first].text.strip():
        first += 1
    if first < len(lines) and "," in lines[first].text and not _LISTED.match(lines[first].text):
        return first + 1, _keys(_BETWEEN_NAMES.split(lines[first].text))
    closed = _is_closed(lines, first)
    listed: set[str] = set()
    end = first
    while end < len(lines):
        key = _listed_key(lines[end].text)
        # A list that a blank line closes may hold sentences; else the first sentence is talk.
        if not key or key in listed or (not closed and _SENTENCE_END.search(lines[end].text)):
            break
        listed.add(key)
        end += 1
    return end, listed


def _listed_key(text: str) -> str:
    """Who a line of a list of speakers names: `P1 – chief executive`, `Dr Roe (observer)`.

    Beside a time mark somebody speaks already.
    """
    if times.MARK.search(text[:200]):
        return ""
    found = _LISTED.match(text)
    name = found.group(1).strip(" *_") if found else text.strip(" *_•-")
    return key_of(name) if len(name.split()) <= 5 and is_plausible(name) else ""


def _is_closed(lines: Sequence[Line], first: int) -> bool:
    """Whether everybody up to the next blank line stands there once."""
    seen: set[str] = set()
    for line in lines[first : first + _REACH]:
        if not line.text.strip():
            return bool(seen)
        key = _listed_key(line.text)
        if not key or key in seen:
            return False
        seen.add(key)
    return False


def _keys(names: Iterable[str]) -> set[str]:
    stripped = (_LIST_OF_NAMES.sub("", name).strip() for name in names)
    return {key_of(name) for name in stripped if name}

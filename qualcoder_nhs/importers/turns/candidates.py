"""What on a line may be a speaker's label, told by its layout alone."""

import re
from collections.abc import Iterator
from dataclasses import replace

from qualcoder_nhs.importers.labels import Convention
from qualcoder_nhs.importers.turns import times
from qualcoder_nhs.importers.turns.directions import is_direction, is_direction_line
from qualcoder_nhs.importers.turns.heads import Head, head_of
from qualcoder_nhs.importers.turns.lines import Candidate, Line, Mark
from qualcoder_nhs.importers.turns.names import is_identifier, is_name, is_plausible, key_of

# A label lies this near the start of its line, time marks and additions included.
REACH = 130

_LEAD = re.compile(r"\s*(?P<list>(?:>+|[-*+•·–—]|\#{1,6}|\d{1,4}[.)]?)[ \t]+)?")
_COLON = re.compile(r"[:：](?![\d/\\:])")
_STARRED = re.compile(r"(\*{2,3}|__)(?=[^\s*_])(.{1,90}?)(?<=\S)\1(?![*\w])")
_BRACKETED = re.compile(r"\[[^\[\]\n]{1,70}\]|<[^<>\n]{1,70}>")
_AFTER = re.compile(r"[ \t]*(?:\*{1,3}|__)?[ \t]*")
_FULL_STOP = re.compile(r"(?:\w{4}\.|[!?,…])[\"'”’)]*\s*\W?\d[^a-zA-Z]*$")
_LOOSE = re.compile(r"[ ]{2,}|[ ][–—|>-]{1,2}[ ]|>[ ]")
_CAPITALS = re.compile(
    r"(?=[^a-z]*[A-Z]{2})[^\Wa-z](?:[^a-z\s:]|[ ](?=[^\Wa-z])){2,39}(?=[ ]\S*[a-z])"
)


def candidates_on(
    index: int, line: Line, named: frozenset[str] = frozenset()
) -> tuple[Candidate, ...]:
    """The labels this line may begin with, the most telling layout first.

    `named` are keys of labels that somebody called speakers: they pass whatever they say.
    """
    if not line.text.strip() or is_direction_line(line.text):
        return ()
    return tuple(_seek(index, line, named))


def _seek(index: int, line: Line, named: frozenset[str]) -> Iterator[Candidate]:
    lead = _LEAD.match(line.text)
    start = lead.end() if lead else 0
    listed = bool(lead and lead["list"])
    if start >= len(line.text):
        return
    for head in _heads(line, start, named):
        found = _candidate(index, line, head)
        yield replace(found, listed=listed)


def _heads(line: Line, start: int, named: frozenset[str]) -> Iterator[Head]:
    for seek in (_by_colon, _by_bold, _by_brackets, _by_time, _by_tab, _by_line, _by_gap, _by_case):
        head = seek(line, start)
        if head and (is_plausible(head.label) or key_of(head.label) in named):
            yield head


def _candidate(index: int, line: Line, head: Head) -> Candidate:
    marks = set(head.marks)
    if _is_bold(line, head):
        marks.add(Mark.BOLD)
    if not line.text[head.words :].strip():
        marks.add(Mark.OWN_LINE)
    return Candidate(
        line=index,
        label=head.label,
        key=key_of(head.label),
        at=head.at,
        words=head.words,
        convention=head.convention,
        marks=frozenset(marks),
        time_at=head.time_at,
        time=times.seconds(head.time_at.of(line.text)) if head.time_at else None,
    )


def _is_bold(line: Line, head: Head) -> bool:
    """Whether the label is bold and the words after it are not."""
    return head.at.end <= line.bold <= head.words or (
        head.at.end <= line.bold and not line.text[head.words :].strip()
    )


def _by_colon(line: Line, start: int) -> Head | None:
    stretch = line.text[: start + REACH]
    taken = [found.span() for found in times.MARK.finditer(stretch, start)]
    for colon in _COLON.finditer(stretch, start):
        if any(a <= colon.start() < b for a, b in taken):
            continue
        before = stretch[start : colon.start()]
        if times.ALONE.fullmatch(before) and not times.is_plain(before):
            continue
        if before.count("(") > before.count(")") or before.count("[") > before.count("]"):
            continue
        return head_of(
            line.text, start, colon.start(), _past(line.text, colon.end()), Convention.COLON
        )
    return None


def _past(text: str, at: int) -> int:
    """Where the words begin after a separator: behind blanks and the stars that close bold."""
    found = _AFTER.match(text, at)
    return found.end() if found else at


def _by_bold(line: Line, start: int) -> Head | None:
    starred = _STARRED.match(line.text, start)
    if starred:
        end = starred.end()
        return head_of(line.text, start, end, _past(line.text, end), Convention.BOLD)
    if start < line.bold <= start + REACH and not line.text[start : line.bold].isspace():
        return head_of(line.text, start, line.bold, _past(line.text, line.bold), Convention.BOLD)
    return None


def _by_brackets(line: Line, start: int) -> Head | None:
    first = times.SET_APART.match(line.text, start)
    begin = first.end() if first else start
    while begin < len(line.text) and line.text[begin] in " \t":
        begin += 1
    found = _BRACKETED.match(line.text, begin)
    if found is None or is_direction(found.group()):
        return None
    return head_of(
        line.text, start, found.end(), _past(line.text, found.end()), Convention.BRACKETS
    )


def _by_time(line: Line, start: int) -> Head | None:
    """A label and a time mark without a colon: `Speaker 1  00:01:23`."""
    for mark in times.MARK.finditer(line.text, start, start + REACH):
        if mark.start() > start and _ends_speech(line.text[start : mark.end()]):
            return None
        rest = line.text[mark.end() :]
        if mark.start() == start:
            if len(rest) <= REACH and _stands_alone(rest.strip(" \t*_")):
                end = len(line.text.rstrip())
                return head_of(line.text, start, end, len(line.text), Convention.TIME)
            return None
        spaced = line.text[start : mark.start()].endswith(("  ", "\t"))
        if not rest.strip() or spaced or not times.is_plain(mark.group()):
            words = _past(line.text, mark.end())
            return head_of(line.text, start, mark.end(), words, Convention.TIME)
        return None
    return None


def _ends_speech(text: str) -> bool:
    """Whether a time mark closes words: f4 sets its marks there, others after a full stop."""
    return text.endswith("#") or bool(_FULL_STOP.search(text))


def _by_tab(line: Line, start: int) -> Head | None:
    at = line.text.find("\t", start, start + REACH)
    if at < 0:
        return None
    if times.ALONE.fullmatch(line.text[start:at]):
        at = line.text.find("\t", at + 1, start + REACH)
    if at < 0:
        return None
    head = head_of(line.text, start, at, _past(line.text, at), Convention.TAB)
    return head if head and any(map(str.isalpha, head.label)) else None


def _by_line(line: Line, start: int) -> Head | None:
    """A label alone on its line, without a colon."""
    whole = line.text.rstrip()
    if not start < len(whole) <= start + 50 or whole[-1] in ".,!":
        return None
    head = head_of(line.text, start, len(whole), len(line.text), Convention.OWN_LINE)
    return head if head and _stands_alone(head.label) else None


def _stands_alone(label: str) -> bool:
    return is_identifier(label) or is_name(label) or (label.isupper() and len(label) > 2)


def _by_gap(line: Line, start: int) -> Head | None:
    found = _LOOSE.search(line.text, start, start + 40)
    if found is None:
        return None
    head = head_of(line.text, start, found.start(), found.end(), Convention.GAP)
    return head if head and (is_identifier(head.label) or head.label.isupper()) else None


def _by_case(line: Line, start: int) -> Head | None:
    found = _CAPITALS.match(line.text, start)
    if found is None:
        return None
    return head_of(line.text, start, found.end(), found.end() + 1, Convention.CAPITALS)

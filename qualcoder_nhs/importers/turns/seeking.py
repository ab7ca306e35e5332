"""Where on a line a label ends and the words begin, by each layout there is."""

import re
from collections.abc import Callable, Iterator, Sequence

from qualcoder_nhs.importers.labels import Convention
from qualcoder_nhs.importers.turns import lexicon, times
from qualcoder_nhs.importers.turns.directions import is_direction
from qualcoder_nhs.importers.turns.heads import Head, head_of
from qualcoder_nhs.importers.turns.lines import Line
from qualcoder_nhs.importers.turns.names import (
    is_collective,
    is_given_name,
    is_identifier,
    is_name,
)

# A label lies this near the start of its line, time marks and additions included.
REACH = 130

_COLON = re.compile(r"[:：;](?![\d/\\:])")
_STARRED = re.compile(r"(\*{2,3}|__)(?=[^\s*_])(.{1,90}?)(?<=\S)\1(?![*\w])")
_ITALIC = re.compile(r"([*_])(?P<label>[^\s*_][^*_\n]{0,60})\1(?=[ \t]+\S)")
_BRACKETED = re.compile(r"\[[^\[\]\n]{1,70}\]|<[^<>\n]{1,70}>|\((?P<round>[^()\n]{1,20})\)")
_AFTER = re.compile(r"[ \t]*(?:\*{1,3}|__)?[ \t]*")
_FULL_STOP = re.compile(r"(?:\w{4}\.|\w[!?,…])[\"'”’)]*\s*\W?\d[^a-zA-Z]*$")
_ENDED = re.compile(r"(?:[,!]|[^\W_]{2}\.)$")  # as a sentence is; a name may end with an initial
_LOOSE = re.compile(r"(?P<gap>[ ]{2,}|[ ][–—|>-]{1,2}[ ]|[ ][–—](?=\w)|(?<=\w)[–—-][ ]|>[ ])")
_CODE = re.compile(r"[A-Z]{1,4}[-.]?\d{1,3}(?=[ ]\S)")
_STOPPED = re.compile(r"(?:[A-Z]{1,4}\d{1,3}|[A-Z]{2,4})(?P<gap>[.)][ ])")
_CAPITALS = re.compile(
    r"[^\W\d_a-z][^a-z\s:,;!?]*[ ](?:[^\W_a-z][^a-z\s:,;!?]*[ ]){0,3}(?=[^\w\s]|[AI]\b|\S*[a-z])"
)
_FIRST_SAID = lexicon.NEVER | lexicon.TITLES | {"i", "a"}
_HEARD = re.compile(r"[QA](?=\.[ \t]+\S)")


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
        words = _past(line.text, colon.end())
        head = head_of(line.text, start, colon.start(), words, Convention.COLON)
        if colon.group() != ";" or (head and _is_coded(head.label)):
            return head
    return None


def _is_coded(label: str) -> bool:
    return len(label) > 1 and is_identifier(label)


def _past(text: str, at: int) -> int:
    """Where the words begin after a separator: behind blanks and the stars that close bold."""
    found = _AFTER.match(text, at)
    return found.end() if found else at


def _by_bold(line: Line, start: int) -> Head | None:
    starred = _STARRED.match(line.text, start)
    if starred:
        end = starred.end()
        return head_of(line.text, start, end, _past(line.text, end), Convention.BOLD)
    italic = _ITALIC.match(line.text, start)
    if italic and _stands_alone(italic["label"]):
        return head_of(line.text, start, italic.end(), italic.end(), Convention.BOLD)
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
    if found["round"] and not _may_be_name(found["round"]):
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
            name = rest.strip(" \t*_")
            if len(rest) <= REACH and "\t" not in name and _stands_alone(name):
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
    named = head and (any(map(str.isalpha, head.label)) or is_collective(head.label))
    return head if named else None


def _by_line(line: Line, start: int) -> Head | None:
    """A label alone on its line, without a colon."""
    whole = line.text.rstrip()
    if not start < len(whole) <= start + 50 or _ENDED.search(whole) or ": " in whole:
        return None
    head = head_of(line.text, start, len(whole), len(line.text), Convention.OWN_LINE)
    if head is None or (head.time_at and not _stands_alone(head.label)):
        return None
    goes_on = not head.time_at and any(map(str.isalnum, whole[head.at.end :]))
    return head if _may_be_name(head.label) and not goes_on else None


def _stands_alone(label: str) -> bool:
    return is_identifier(label) or is_name(label) or (label.isupper() and len(label) > 2)


def _may_be_name(label: str) -> bool:
    return _stands_alone(label) or is_given_name(label)


def _by_gap(line: Line, start: int) -> Head | None:
    """`P1   Well` and `P1 - Well`, and for codes also `P1. Well` and `P1) Well`."""
    found = _STOPPED.match(line.text, start) or _LOOSE.search(line.text, start, start + 40)
    if found is None:
        return None
    head = head_of(line.text, start, found.start("gap"), found.end(), Convention.GAP)
    return head if head and _may_be_name(head.label) else None


def _by_case(line: Line, start: int) -> Iterator[Head | None]:
    """`MR SMITH` and `MR` of `MR SMITH Well`, and `P1` of `P1 Well`: what returns will tell."""
    run = _CAPITALS.match(line.text, start)
    ends = [at for at in range(start, run.end()) if line.text[at] == " "] if run else []
    for end in reversed(ends):
        head = head_of(line.text, start, end, end + 1, Convention.CAPITALS)
        if head and _is_shouted(head.label):
            yield head
    code = _CODE.match(line.text, start)
    if code:
        yield head_of(line.text, start, code.end(), code.end() + 1, Convention.CAPITALS)


def _is_shouted(label: str) -> bool:
    """Whether it is a name in capitals, and does not end with a title or the first word said."""
    _name, blank, last = label.rpartition(" ")
    said = last.casefold().rstrip(".") in _FIRST_SAID
    return label.isupper() and sum(map(str.isalpha, label)) > 1 and not (blank and said)


def _by_letter(line: Line, start: int) -> Head | None:
    """The question and the answer of a hearing: `Q. You were there?`"""
    found = _HEARD.match(line.text, start)
    if found is None:
        return None
    return head_of(line.text, start, found.end(), found.end() + 1, Convention.COLON)


_ONE_EACH: tuple[Callable[[Line, int], Head | None], ...] = (
    _by_colon,
    _by_bold,
    _by_brackets,
    _by_time,
    _by_tab,
    _by_line,
    _by_gap,
)


def heads_at(line: Line, start: int, *, hearing: bool) -> Iterator[Head]:
    """What may be a label from here, the most telling layout first.

    `hearing` says that `Q.` and `A.` are people here, and no letters of a list.
    """
    found = [seek(line, start) for seek in _ONE_EACH]
    letter = _by_letter(line, start) if hearing else None
    yield from filter(None, (letter, *found, *_by_case(line, start)))


def is_hearing(lines: Sequence[Line]) -> bool:
    """Whether lines open with `Q.` and others with `A.`."""
    opened = {line.text.lstrip()[:2] for line in lines if _HEARD.match(line.text.lstrip())}
    return opened == {"Q.", "A."}

"""Paragraphs from printed lines: which line goes on with the one before it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qualcoder_nhs.importers.paragraphs import Piece, lines_from
from qualcoder_nhs.importers.pdf.rows import Row
from qualcoder_nhs.importers.turns import Line
from qualcoder_nhs.importers.turns.times import MARK

_LABEL = re.compile(r"\s*[\[(<]?([^\W\d_][\w .,'’&/()\-]{0,38}?)[\])>]?\s*(?::|\t)\s*")
_WIDER = 1.15  # a gap between lines that is no longer that within a paragraph
_LARGER = 1.12  # letters of another kind of paragraph
_HABIT = 0.3  # of the lines end with a blank: then each that does goes on, unless all do
_ALWAYS = 0.95
_DASHES = "-‐–—/"
_DIVIDED = re.compile(r"\w[-‐\u00ad]\Z")
_ENDS = frozenset(".?!…:)]}”’\"'*")
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class _Print:
    """How a document is set: the usual distance of lines, their right end, and its labels."""

    pitch: float
    right: float
    blank_ends: bool
    labels: frozenset[str]


def paragraphs(rows: Sequence[Row], *, by_number: bool) -> list[Line]:
    """The paragraphs, each on one line; numbers in the margin begin them where they do."""
    written = _with_numbers_on_words(rows) if by_number else [r for r in rows if r.text.strip()]
    if not written:
        return []
    look = _print_of(written)
    groups = [[written[0]]]
    for before, row in pairwise(written):
        goes_on = row.number is None if by_number and _numbered_yet(groups) else None
        if goes_on if goes_on is not None else _goes_on(before, row, look):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [line for group in groups for line in lines_from(_joined(group))]


def _numbered_yet(groups: Sequence[Sequence[Row]]) -> bool:
    """Whether a number has stood beside any paragraph so far; what is ahead of it is a title."""
    return groups[0][0].number is not None or len(groups) > 1


def _with_numbers_on_words(rows: Sequence[Row]) -> list[Row]:
    """A number that stands a little above its words belongs to them."""
    found: list[Row] = []
    loose: int | None = None
    for row in rows:
        if not row.text.strip():
            loose = row.number
            continue
        found.append(row.beside(loose) if row.number is None and loose is not None else row)
        loose = None
    return found


def _print_of(rows: Sequence[Row]) -> _Print:
    within = [(first, later) for first, later in pairwise(rows) if first.page == later.page]
    gaps = Counter(round((first.y - later.y) / later.size, 1) for first, later in within)
    usual = [gap for gap, count in gaps.items() if gap > 0.5 and count >= max(2, len(within) / 20)]
    pitch = min(usual, default=1.2)
    apart = [a for a, b in within if (a.y - b.y) / b.size > pitch * _WIDER]
    tight = [a for a, b in within if (a.y - b.y) / b.size <= pitch * _WIDER]
    heads = Counter(head for row in rows if (head := _head(row)))
    return _Print(
        pitch,
        max(row.end for row in rows),
        _blank_share(tight) >= _HABIT > _blank_share(apart) and _blank_share(rows) < _ALWAYS,
        frozenset(head for head, count in heads.items() if count > 1),
    )


def _blank_share(rows: Sequence[Row]) -> float:
    """How many of the lines end with a blank. Word writes one behind each paragraph, too."""
    return sum(row.text[-1:].isspace() for row in rows) / max(1, len(rows))


def _head(row: Row) -> str:
    found = _LABEL.match(row.text[:60])
    return found[1].casefold() if found else ""


def _goes_on(before: Row, row: Row, look: _Print) -> bool:
    """Whether a line belongs to the paragraph of the line before it."""
    if before.page == row.page and (before.y - row.y) / row.size > look.pitch * _WIDER:
        return False
    larger = max(before.size, row.size) / min(before.size, row.size)
    if larger > _LARGER or _begins(before, row, look):
        return False
    divided = bool(_DIVIDED.search(before.text)) and row.text[:1].islower()
    blank = look.blank_ends and before.text[-1:].isspace()
    return divided or blank or _is_full(before, row, look)


def _begins(before: Row, row: Row, look: _Print) -> bool:
    """Whether somebody begins to speak: a label that returns, a time, or bold after plain."""
    labelled = _head(row) in look.labels and not _in_a_sentence(before, row, look)
    if labelled or MARK.match(row.text):
        return True
    bold_now, bold_before = row.pieces[0][1], before.pieces[-1][1]
    all_bold = all(bold for words, bold in before.pieces if words.strip())
    return bold_now != bold_before and (bold_now or all_bold)


def _in_a_sentence(before: Row, row: Row, look: _Print) -> bool:
    """Whether small letters go on with a full line, in a sentence that has not ended."""
    unended = before.text.rstrip()[-1:] not in _ENDS
    return unended and row.text[:1].islower() and _is_full(before, row, look)


def _is_full(before: Row, row: Row, look: _Print) -> bool:
    """Whether the first word of a line had no room on the line before."""
    letters = max(1, len(row.text))
    first = len(row.text.split()[0])
    wide = (row.end - row.x) / letters * (first + 1)
    return before.end + wide > (look.right if before.right is None else before.right)


def _joined(rows: Sequence[Row]) -> Iterator[Piece]:
    for at, row in enumerate(rows):
        pieces = list(row.pieces)
        words, bold = pieces[-1]
        if at + 1 < len(rows):
            pieces[-1] = (_before_the_next(words), bold)
        else:
            pieces[-1] = (words.rstrip(), bold)
        yield from pieces


def _before_the_next(words: str) -> str:
    """The end of a line that goes on: a hyphen stays, since it may be the word's own."""
    if words.endswith(_SOFT_HYPHEN):
        return words[:-1]
    bare = words.rstrip()
    if bare != words:
        return words
    tied = words[-1:] in _DASHES and words[-2:-1].isalnum()
    return words if tied else f"{words} "

"""The words of an OpenDocument paragraph as lines, and which of its looks are bold."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qualcoder_nhs.importers.paragraphs import Piece, lines_from, on_one_line
from qualcoder_nhs.importers.turns import Line

_URN = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
TEXT, OFFICE, TABLE, STYLE, DRAW, FO = (
    _URN.format(name)
    for name in ("text", "office", "table", "style", "drawing", "xsl-fo-compatible")
)
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
NOT_READ = {f"{TEXT}note", f"{OFFICE}annotation", f"{TEXT}ruby-text", f"{TEXT}tracked-changes"}
"""What stands inside a paragraph and is no part of its words."""

_BLANKS = re.compile("[ \t\r\n]+")
_MOST_BLANKS = 1000
_DEEPEST = 20


@dataclass(frozen=True)
class Looks:
    """The styles whose words are bold: of runs, and of whole paragraphs."""

    runs: frozenset[str]
    paragraphs: frozenset[str]


def looks_of(*trees: Any) -> Looks:
    """The bold styles of a document.

    A paragraph counts by what was set for it alone: headings are bold as well, and say so in a
    style that has a name.
    """
    styles = {
        (style.get(f"{STYLE}family"), style.get(f"{STYLE}name")): style
        for tree in trees
        for style in tree.iter(f"{STYLE}style")
    }
    own = {
        style.get(f"{STYLE}name"): _own_weight(style)
        for tree in trees
        for automatic in tree.iter(f"{OFFICE}automatic-styles")
        for style in automatic.iter(f"{STYLE}style")
        if style.get(f"{STYLE}family") == "paragraph"
    }
    runs = {name for family, name in styles if family == "text" and _weight(styles, name) == "bold"}
    return Looks(frozenset(runs), frozenset(name for name in own if own[name] == "bold"))


def _weight(styles: Mapping[tuple[str, str], Any], name: str) -> str | None:
    """How heavy the letters of a run are, as its style or one that it is made from says."""
    at: str | None = name
    for _step in range(_DEEPEST):
        style = styles.get(("text", at or ""))
        weight = None if style is None else _own_weight(style)
        if style is None or weight:
            return weight
        at = style.get(f"{STYLE}parent-style-name")
    return None


def _own_weight(style: Any) -> str | None:
    for properties in style.iter(f"{STYLE}text-properties"):
        weight = properties.get(f"{FO}font-weight")
        if weight:
            return "bold" if weight in ("bold", "600", "700", "800", "900") else "normal"
    return None


def lines_of(paragraph: Any, looks: Looks) -> Iterator[Line]:
    """The lines of a paragraph: soft breaks separate them as paragraphs do."""
    bold = paragraph.get(f"{TEXT}style-name") in looks.paragraphs
    yield from lines_from(_collapsed(_pieces(paragraph, looks, bold=bold)))


def plain(paragraph: Any) -> str:
    """The words of a paragraph."""
    nothing = Looks(frozenset(), frozenset())
    return "".join(words for words, _bold in _collapsed(_pieces(paragraph, nothing, bold=False)))


_Raw = tuple[str, bool, bool]
"""Words, whether they are bold, and whether they are meant to the letter, as tabs are."""


def _pieces(element: Any, looks: Looks, *, bold: bool) -> Iterator[_Raw]:
    yield element.text or "", bold, False
    for child in element:
        if child.tag == f"{TEXT}span":
            style = child.get(f"{TEXT}style-name")
            yield from _pieces(child, looks, bold=style in looks.runs or (bold and not style))
        elif child.tag in _WRITTEN:
            yield _WRITTEN[child.tag], bold, True
        elif child.tag == f"{TEXT}s":
            yield " " * _how_many(child.get(f"{TEXT}c")), bold, True
        elif is_read(child):
            yield from _pieces(child, looks, bold=bold)
        yield child.tail or "", bold, False


_WRITTEN = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}


def is_read(element: Any) -> bool:
    """Whether an element's words are part of the text; comments of the XML are no elements."""
    tag = element.tag
    return isinstance(tag, str) and tag not in NOT_READ and not tag.startswith(DRAW)


def _how_many(told: str | None) -> int:
    """Blanks in a row; one where it does not say."""
    digits = told or "1"
    return min(int(digits), _MOST_BLANKS) if digits.isascii() and digits.isdecimal() else 1


def _collapsed(pieces: Iterable[_Raw]) -> Iterator[Piece]:
    """Blanks in a row are one, and none at the start, unless they are meant to the letter."""
    after_blank = True
    for words, bold, literal in pieces:
        if literal:
            after_blank = False
            yield words, bold
        elif words:
            told = _BLANKS.sub(" ", words)
            told = told[1:] if after_blank and told[0] == " " else told
            after_blank = told[-1] == " " if told else after_blank
            yield on_one_line(told), bold

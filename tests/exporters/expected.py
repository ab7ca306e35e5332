"""What every document of excerpts has to say, worked out from the book and from nothing else."""

import re
from dataclasses import dataclass

from hypothesis import strategies as st

from qualcoder_nhs.domain.excerpts import Excerpt, ExcerptBook, Said

TRAPS = (
    "plain words",
    "emoji 🩺👩🏽‍⚕️ and an e\u0301 in two pieces",
    "שלום, אמר הרופא",
    "قال الطبيب: no",
    "two\n\nparagraphs\nand a line",
    "=1+1",
    "+44 20, -5, @once",
    '=HYPERLINK("x")',
    "'quoted' she said",
    "<script>alert(1)</script> & <b>bold</b>",
    "a bell \x07 and a null \x00 and an escape \x1b",
    "tab\there",
    "  four blanks before, two after  ",
    "_x0041_ and *stars* and _lines_ and `ticks` and [a](b) and ![c](d)",
    "# no heading\n- no list\n1. no list\n> no quote\n---\n| no | table |",
    "a~~b~~ &amp; &#65; \\*",
    "line\r\nends\rof all kinds",
)

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)


@dataclass(frozen=True)
class Shown:
    """An excerpt as a reader finds it: lines with their speakers, and what stands beneath."""

    lines: tuple[tuple[str, str], ...]
    attribution: str
    reference: str


def shown(book: ExcerptBook) -> list[Shown]:
    """What a document has to show, in order."""
    return [Shown(tuple(_lines(one)), one.attribution, one.reference) for one in book.excerpts]


def _lines(excerpt: Excerpt) -> list[tuple[str, str]]:
    several = len(excerpt.said) > 1
    return [line for piece in excerpt.said for line in _of(piece, several)] or [("", "")]


def _of(piece: Said, named: bool) -> list[tuple[str, str]]:
    texts = [text for text in re.split("\r\n|\n|\r", visible(piece.text)) if text.strip()]
    name = piece.voice.name if piece.voice and named else ""
    return [(name if at == 0 else "", text) for at, text in enumerate(texts)]


def visible(text: str) -> str:
    """The text with a mark for each character that XML cannot hold."""
    return "".join(character if _is_legal(ord(character)) else "�" for character in text)


def _is_legal(number: int) -> bool:
    """The definition of a character in XML 1.0."""
    return (
        number in (0x9, 0xA, 0xD)
        or 0x20 <= number <= 0xD7FF
        or 0xE000 <= number <= 0xFFFD
        or 0x10000 <= number <= 0x10FFFF
    )

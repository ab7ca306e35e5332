"""The words of a Taguette document, which keeps HTML and counts bytes of what is between its tags.

Paragraphs are told apart there by tags alone. Here a line end stands between them, and every
position is moved by the line ends put in before it.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import accumulate

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.refi.positions import BYTE_ORDER_MARK, file_text

_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "tr"})
# A tag ends before the next one begins, so that no file can make this look far ahead.
_TAG = re.compile(
    r"""<(?:!|(/?)([A-Za-z][A-Za-z0-9]*))(?:(?:[^<>"']|"[^"<]*"|'[^'<]*')*+|[^<>]*)>"""
)
_AROUND = frozenset({"ul", "ol", "div", "table", "hr"})


@dataclass(frozen=True)
class DocumentText:
    """The stored text; what the file has between its tags; and where each of those characters is.

    Characters that are no text stand in the stored text as others, one for one; `mended` counts
    them.
    """

    text: str
    kept: str
    places: tuple[int, ...]
    mended: int = 0

    def kept_span(self, start: int | None, end: int | None) -> Span | None:
        """What lies between two places counted in bytes; None where the file has no such."""
        first, last = self._character(start), self._character(end)
        return None if first is None or last is None or first >= last else Span(first, last)

    def span(self, kept: Span) -> Span:
        """The same characters in the stored text, without line ends put in at either side."""
        return Span(self.places[kept.start], self.places[kept.end - 1] + 1)

    def _character(self, position: int | None) -> int | None:
        if position is None or not 0 <= position <= self._bytes[-1]:
            return None
        return bisect_left(self._bytes, position)

    @cached_property
    def _bytes(self) -> list[int]:
        """How many bytes lie before each character, and before the end."""
        return list(accumulate((len(one.encode()) for one in self.kept), initial=0))


def document_text(html: str) -> DocumentText:
    """The document as lines, one for each paragraph, heading or item of a list."""
    # A page has its line ends made alike before anything is read in it.
    page = html.replace("\r\n", "\n").replace("\r", "\n")
    reading = _Reading()
    behind = 0
    for tag in _TAG.finditer(page):
        reading.words(_unescaped(page[behind : tag.start()]))
        reading.tag(str(tag[2] or "").casefold(), closing=bool(tag[1]))
        behind = tag.end()
    reading.words(_unescaped(page[behind:]))
    return reading.result()


def _unescaped(words: str) -> str:
    try:
        return unescape(words)
    except ValueError:  # a character of a number with thousands of digits
        return words


class _Reading:
    """The pieces of text between tags, and the line ends that are due between them."""

    def __init__(self) -> None:
        self._kept: list[str] = []
        self._stored: list[str] = []
        self._places: list[int] = []
        self._length = 0
        self._within = 0
        self._due = 0
        self._at_line_start = True

    def tag(self, name: str, *, closing: bool) -> None:
        """A paragraph begins or ends, or a line ends."""
        if name == "br":
            self._due += 1
        elif name in _BLOCKS | _AROUND and not self._due and not self._at_line_start:
            self._due = 1
        if name in _BLOCKS:
            self._within = max(0, self._within + (-1 if closing else 1))

    def words(self, words: str) -> None:
        """Text, in which a line end within a paragraph is but a blank."""
        if not words:
            return
        own_end = self._due > 0 and words.startswith("\n")
        stored = words.replace("\n", " ") if self._within else words
        if own_end:
            stored = "\n" + stored[1:]
        self._put("\n" * (self._due - own_end))
        self._due = 0
        self._places.extend(range(self._length, self._length + len(words)))
        self._kept.append(words)
        self._put(stored)

    def result(self) -> DocumentText:
        """What was read so far."""
        stored = "".join(self._stored)
        if stored.startswith(BYTE_ORDER_MARK):
            stored = " " + stored[1:]
        file = file_text(stored)
        return DocumentText(file.text, "".join(self._kept), tuple(self._places), file.mended)

    def _put(self, stored: str) -> None:
        if stored:
            self._stored.append(stored)
            self._length += len(stored)
            self._at_line_start = stored.endswith("\n")

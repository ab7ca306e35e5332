"""Find words in the transcript: every hit at once, and the way from one to the next."""

import re
import unicodedata
from bisect import bisect_left, bisect_right

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.ui.code.paragraphs import Paragraphs


def hits(text: str, paragraphs: Paragraphs, words: str) -> list[Span]:
    """Where the words stand in what the view shows, whatever their capitals or accents' writing."""
    wanted = words.strip()
    if not wanted:
        return []
    forms = {wanted, unicodedata.normalize("NFC", wanted), unicodedata.normalize("NFD", wanted)}
    pattern = "|".join(re.escape(form) for form in sorted(forms))
    found = (Span(*match.span()) for match in re.finditer(pattern, text, re.IGNORECASE))
    return [hit for hit in found if paragraphs.at(hit.start).span.covers(hit)]


class Hits:
    """The hits of the last search, in order."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self._starts: list[int] = []

    def set(self, spans: list[Span]) -> None:
        """Take the hits of a new search."""
        self.spans = spans
        self._starts = [span.start for span in spans]

    def within(self, span: Span) -> list[Span]:
        """The hits that begin in the span."""
        first, stop = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self.spans[first:stop]

    def after(self, position: int) -> Span | None:
        """The next hit; the first one after the last."""
        if not self.spans:
            return None
        return self.spans[bisect_right(self._starts, position) % len(self.spans)]

    def before(self, position: int) -> Span | None:
        """The hit before; the last one before the first."""
        if not self.spans:
            return None
        return self.spans[bisect_left(self._starts, position) - 1]

    def number(self, hit: Span) -> int:
        """Which hit it is, counted from 1."""
        return bisect_left(self._starts, hit.start) + 1

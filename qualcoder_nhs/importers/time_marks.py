"""Time marks as transcripts write them: `[00:12:44]`, `#00:01:02-3#`, `0:05`."""

import re

from qualcoder_nhs.domain.span import Span

TIME = r"\d{1,2}:\d{1,2}(?::\d{1,2})?(?:[.,\-]\d{1,3})?"
MARK = rf"(?:\[{TIME}\]|\({TIME}\)|\#{TIME}\#|<{TIME}>|{TIME})"

RANGE = re.compile(rf"\s*(?P<time>{TIME})\s*-->\s*{TIME}\s*")
"""The line of a caption's times where it stands alone, as in Teams' older Word files."""

_END = re.compile(rf"(?:\#{TIME}\#|\[{TIME}\]|\({TIME}\))\Z")
_LONGEST = 20


def mark_at_end(text: str, words: Span) -> Span | None:
    """The time mark that ends the words, where one does."""
    found = _END.search(text, max(words.start, words.end - _LONGEST), words.end)
    return Span(*found.span()) if found else None


def seconds(mark: str) -> float:
    """A time mark in seconds: `[00:12:44]` is 764, `#00:01:02-3#` is 62.3."""
    digits = re.sub(r"[^\d:.,\-]", "", mark).replace(",", ".").replace("-", ".")
    total = 0.0
    for part in digits.split(":"):
        total = total * 60 + float(part)
    return total

"""The letters of a table file, whatever program wrote it."""

import codecs
from collections.abc import Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers import encoding
from qualcoder_nhs.importers.safety import content_of

LARGEST = 200_000_000
"""Bytes; a table of a million codings has fewer."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1_000_000
_WESTERN = "cp1252"
_ABOUT = 0.1
_FEW = 4
"""Letters beyond ASCII are one in so many at most where a general guess has too little to go by."""


def decoded(path: Path) -> tuple[str, str]:
    """The text with its line ends as they are, and the name of the encoding.

    The mark at the beginning decides, then UTF-8 where it fits, then a guess.

    Raises:
        BadFile: when it cannot be opened, is empty, too large, or no text.
    """
    content = content_of(path, LARGEST)
    for name in _candidates(content):
        try:
            text = content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        if text.strip():
            return text, name
    raise BadFile(path.name, _("it is no text."))


def _candidates(content: bytes) -> Iterator[str]:
    """The encodings to try; a general guess takes its time, and comes last."""
    marked = [name for mark, name in _MARKS if content.startswith(mark)]
    if marked or _is_utf8(content):
        yield from marked or ["utf-8"]
        return
    sample = content[:_SAMPLE]
    if sum(byte > 127 for byte in sample) * _FEW < len(sample):
        yield encoding.decoded(sample)[1]
    yield from _guesses(sample)


def _guesses(content: bytes) -> list[str]:
    """The best guess; the Western one of Windows where it is about as good.

    A table has few letters beyond ASCII, which leaves several encodings with nearly equal odds.
    """
    matches = from_bytes(content)
    best = matches.best()
    if best is None:
        return []
    for one in matches:
        western = _WESTERN in (one.encoding, *one.could_be_from_charset)
        if western and one.chaos <= best.chaos and one.coherence + _ABOUT >= best.coherence:
            return [_WESTERN, best.encoding]
    return [best.encoding]


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True

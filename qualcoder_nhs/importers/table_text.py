"""The letters of a table file, whatever program wrote it."""

import codecs
from pathlib import Path

from charset_normalizer import from_bytes

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _

LARGEST = 200_000_000
"""Bytes; a table of a million codings has fewer."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1_000_000


def decoded(path: Path) -> tuple[str, str]:
    """The text with its line ends as they are, and the name of the encoding.

    The mark at the beginning decides, then UTF-8 where it fits, then a guess.

    Raises:
        BadFile: when it cannot be opened, is empty, too large, or no text.
    """
    content = _content(path)
    for encoding in _candidates(content):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if text.strip():
            return text, encoding
    raise BadFile(path.name, _("it is no text."))


def _candidates(content: bytes) -> list[str]:
    marked = [encoding for mark, encoding in _MARKS if content.startswith(mark)]
    if marked:
        return marked
    if _is_utf8(content):
        return ["utf-8"]
    guess = from_bytes(content[:_SAMPLE]).best()
    return [guess.encoding] if guess else []


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise BadFile(path.name, _("it is larger than a table of codings can be."))
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise BadFile(path.name, _("it cannot be opened.")) from error
    if not content:
        raise BadFile(path.name, _("it is empty."))
    return content

"""Text files in any encoding and with any line ends."""

import codecs
import re
from pathlib import Path

from charset_normalizer import from_bytes

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Parsed, ReadingOptions, TranscriptFormat
from qualcoder_nhs.importers.safety import content_of
from qualcoder_nhs.importers.turns import Line, recognise

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FALLBACK = "cp1252"  # what British offices wrote before UTF-8
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read(path: Path, options: ReadingOptions) -> Parsed:
    """The turns in a text file.

    Raises:
        BadFile: when it is empty, too large, or no text.
    """
    text, encoding = text_of(path)
    found = recognise([Line(line) for line in text.removesuffix("\n").split("\n")], options)
    return Parsed(
        found.text,
        found.turns,
        "text",
        found.convention,
        "" if encoding == "utf-8" else encoding,
        doubts=found.doubts,
    )


def text_of(path: Path) -> tuple[str, str]:
    """The text with line ends as LF and without a byte order mark, and the encoding it was in.

    Raises:
        BadFile: when it is empty, too large, or no text.
    """
    content = content_of(path)
    text, encoding = _decoded(content)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise BadFile(name=path.name, why=_("it is empty."))
    if len(_CONTROL.findall(text[:4000])) > 2:
        raise BadFile(name=path.name, why=_("it is no text, but something else under that name."))
    return text, encoding


def _decoded(content: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), encoding
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guessed(content)


def _guessed(content: bytes) -> tuple[str, str]:
    """A short text gives a guess too little to go by: then it is what most such files are."""
    best = from_bytes(content).best() if len(content) > 400 else None
    if best is None or (best.encoding not in _LIKELY and best.chaos > 0):
        return content.decode(_FALLBACK, errors="replace"), _FALLBACK
    return str(best), best.encoding


_LIKELY = {"cp1252", "latin_1", "cp1250", "iso8859_15", "mac_roman", "utf_16", "utf_16_le"}

FORMAT = TranscriptFormat("text", "Text", (".txt", ".md", ".rst", ".text"), read)

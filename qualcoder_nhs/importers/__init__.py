"""Files in: every kind of transcript, and the one way to read any of them."""

import hashlib
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers import docx_transcript, plain_text, subtitles
from qualcoder_nhs.importers.format import Parsed, ReadingOptions, TranscriptFormat
from qualcoder_nhs.importers.safety import content_of

TRANSCRIPTS: tuple[TranscriptFormat, ...] = (
    docx_transcript.FORMAT,
    plain_text.FORMAT,
    subtitles.FORMAT,
)

_USUAL = ReadingOptions()


def read_transcript(path: Path, options: ReadingOptions = _USUAL) -> Parsed:
    """The transcript in a file, read as its content and suffix say.

    Raises:
        BadFile: with the reason, whatever stands in the file.
    """
    return _format_of(path).read(path, options)


def _format_of(path: Path) -> TranscriptFormat:
    """Content goes before the suffix where the two cannot both be right."""
    head = content_of(path)[:200]
    suffix = path.suffix.casefold()
    if head.startswith(b"PK\x03\x04"):
        if suffix not in docx_transcript.FORMAT.suffixes:
            why = _("it is a Word file or another archive under the name of a text. Rename it.")
            raise BadFile(name=path.name, why=why)
        return docx_transcript.FORMAT
    if head.lstrip(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
        return subtitles.FORMAT
    for known in TRANSCRIPTS:
        if suffix in known.suffixes:
            return known
    suffixes = ", ".join(suffix for known in TRANSCRIPTS for suffix in known.suffixes)
    raise BadFile(name=path.name, why=_("transcripts are read from {0}.").format(suffixes))


def file_hash(path: Path) -> str:
    """The SHA-256 of a file's bytes, by which the same file is known again."""
    return hashlib.sha256(content_of(path)).hexdigest()

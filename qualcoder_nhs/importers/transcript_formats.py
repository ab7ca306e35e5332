"""TRANSCRIPTS: every kind of file that transcripts come in, and the one way to read any of them."""

import hashlib
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers import plain_text
from qualcoder_nhs.importers.captions import subtitles
from qualcoder_nhs.importers.first_look import Look, first_look
from qualcoder_nhs.importers.format import Endless, Parsed, ReadingOptions, TranscriptFormat
from qualcoder_nhs.importers.html import html_transcript
from qualcoder_nhs.importers.opendocument import odt_transcript
from qualcoder_nhs.importers.pdf import pdf_transcript
from qualcoder_nhs.importers.rtf import rtf_transcript
from qualcoder_nhs.importers.safety import content_of, refuse_macros
from qualcoder_nhs.importers.talk_sheets import sheet_transcript
from qualcoder_nhs.importers.word import docx_transcript

TRANSCRIPTS: tuple[TranscriptFormat, ...] = (
    docx_transcript.FORMAT,
    odt_transcript.FORMAT,
    rtf_transcript.FORMAT,
    pdf_transcript.FORMAT,
    html_transcript.FORMAT,
    sheet_transcript.FORMAT,
    plain_text.FORMAT,
    subtitles.FORMAT,
)

_USUAL = ReadingOptions()


def read_transcript(path: Path, options: ReadingOptions = _USUAL) -> Parsed:
    """The transcript in a file, read as what it is, whatever it is called.

    Raises:
        BadFile: with the reason, whatever stands in the file.
    """
    try:
        return _format_of(path).read(path, options)
    except Endless as error:
        why = _("it is longer, or nested deeper, than any transcript.")
        raise BadFile(path.name, why) from error


def is_document(path: Path) -> bool:
    """Whether it must be a transcript, or a text of another kind, and can be no table.

    Never raises for what is in it.
    """
    try:
        look = first_look(path)
    except BadFile:
        return False
    documents = (known for known in TRANSCRIPTS if known is not sheet_transcript.FORMAT)
    return any(known.known_by(look) for known in documents)


def is_misnamed_talk(path: Path) -> bool:
    """Whether it is talk as plain text under a name that says otherwise, such as `.csv` or `.log`.

    Never raises for what is in it.
    """
    try:
        look = first_look(path)
    except BadFile:
        return False
    plain = bool(look.words.strip()) and look.suffix not in plain_text.FORMAT.suffixes
    return plain and plain_text.reads_as_talk(path)


def _format_of(path: Path) -> TranscriptFormat:
    """What stands in the file decides; where that could be anything, its suffix does."""
    look = first_look(path)
    refuse_macros(path, look.parts)
    hinted = [known for known in TRANSCRIPTS if look.suffix in known.suffixes]
    for known in (*hinted, *TRANSCRIPTS):
        if known.known_by(look):
            return known
    if look.words.lstrip().startswith("<?xml"):
        raise BadFile(path.name, _("it is XML, and of no kind that transcripts are read from."))
    if is_misnamed_talk(path):
        return plain_text.FORMAT
    if not hinted and look.suffix:
        suffixes = ", ".join(suffix for known in TRANSCRIPTS for suffix in known.suffixes)
        raise BadFile(path.name, _("transcripts are read from {0}.").format(suffixes))
    return _by_suffix(look, hinted[0] if hinted else plain_text.FORMAT)


def _by_suffix(look: Look, hinted: TranscriptFormat) -> TranscriptFormat:
    """A plain text may bear any suffix that transcripts have: only text can be told by none."""
    if not look.words.strip():
        return hinted
    if hinted is subtitles.FORMAT and not subtitles.may_be_captions(look.words):
        return plain_text.FORMAT
    return hinted if hinted.of_text else plain_text.FORMAT


def file_hash(path: Path) -> str:
    """The SHA-256 of a file's bytes, by which the same file is known again."""
    return hashlib.sha256(content_of(path)).hexdigest()

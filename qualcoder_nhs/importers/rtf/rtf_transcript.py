"""Rich Text transcripts (.rtf): words in any alphabet, tables, and what was left out named."""

from collections.abc import Iterator
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.first_look import Look
from qualcoder_nhs.importers.format import Parsed, Problem, ReadingOptions, TranscriptFormat
from qualcoder_nhs.importers.leftovers import insertions_read, things_left_out, words_left_out
from qualcoder_nhs.importers.rtf.rtf_document import Document
from qualcoder_nhs.importers.rtf.rtf_places import PICTURES
from qualcoder_nhs.importers.rtf.rtf_tokens import tokens_of
from qualcoder_nhs.importers.safety import content_of
from qualcoder_nhs.importers.speaker_tables import recognised
from qualcoder_nhs.importers.text_file import unreadable

_BEGINS = b"{\\rtf"


def read(path: Path, options: ReadingOptions) -> Parsed:
    """The turns in a Rich Text file.

    Raises:
        BadFile: when it is none, or has no text.
        Endless: when it is longer, or nested deeper, than any transcript.
    """
    content = content_of(path).lstrip(b"\xef\xbb\xbf \t\r\n")
    if not content.startswith(_BEGINS):
        raise BadFile(path.name, _("it is damaged, or not what its name says."))
    document = Document()
    document.read(tokens_of(content))
    found = recognised(document.blocks.finished(), options)
    if not found.text.strip():
        raise BadFile(path.name, _("there is no text in it."))
    problems = (*unreadable(found.text), *_problems(document))
    return Parsed(
        found.text, found.turns, "rtf", found.convention, problems=problems, doubts=found.doubts
    )


def _problems(document: Document) -> Iterator[Problem]:
    if document.cut:
        yield Problem(None, _("The file ends before it should: its end may be missing."))
    for number in dict.fromkeys(document.unknown_code_pages):
        told = _("Code page {number} is not known; its letters are read as Western ones.")
        yield Problem(None, told.format(number=number))
    counts = document.elsewhere.counts()
    yield from words_left_out({_(place): words for place, words in counts.items()})
    yield from things_left_out({_(PICTURES): document.elsewhere.pictures})
    yield from insertions_read(document.insertions)


def _is_rich_text(look: Look) -> bool:
    return look.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_BEGINS)


FORMAT = TranscriptFormat("rtf", "Rich Text", (".rtf",), read, _is_rich_text)

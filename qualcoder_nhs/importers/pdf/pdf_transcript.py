"""PDF transcripts (.pdf): paragraphs as a reader sees them, without what is printed around them."""

from collections.abc import Sequence
from pathlib import Path

from qualcoder_nhs.importers.first_look import Look
from qualcoder_nhs.importers.format import Parsed, Problem, ReadingOptions, TranscriptFormat
from qualcoder_nhs.importers.text_file import unreadable
from qualcoder_nhs.importers.turns import Line, recognise

_BEGINS = b"%PDF-"
_AHEAD = 1024  # bytes that may stand before it, as viewers allow


def read(path: Path, options: ReadingOptions) -> Parsed:
    """The turns in a PDF.

    Raises:
        BadFile: when it is none, is damaged or protected, or has no words, as a scan has none.
        Endless: when it is longer, or nested deeper, than any transcript.
    """
    lines, problems = _lines(path)
    found = recognise(lines, options)
    return Parsed(
        found.text,
        found.turns,
        "pdf",
        found.convention,
        problems=(*unreadable(found.text), *problems),
        doubts=found.doubts,
    )


def _lines(path: Path) -> tuple[Sequence[Line], Sequence[Problem]]:
    from qualcoder_nhs.importers.pdf.reading import read_pages  # noqa: PLC0415  (with its library)

    return read_pages(path)


def _is_pdf(look: Look) -> bool:
    return _BEGINS in look.head[:_AHEAD]


FORMAT = TranscriptFormat("pdf", "PDF", (".pdf",), read, _is_pdf)

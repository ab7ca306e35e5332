"""The formats that excerpts are written in, and the one door to them."""

from pathlib import Path

from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.exporters.by_suffix import by_suffix
from qualcoder_nhs.exporters.excerpts import (
    excerpts_csv,
    excerpts_docx,
    excerpts_html,
    excerpts_md,
    excerpts_xlsx,
)
from qualcoder_nhs.exporters.excerpts.excerpt_format import (
    EVERYTHING,
    ExcerptFormat,
    ExcerptOptions,
    Progress,
)
from qualcoder_nhs.exporters.whole_file import whole_file

EXCERPTS: tuple[ExcerptFormat, ...] = (
    excerpts_docx.FORMAT,
    excerpts_xlsx.FORMAT,
    excerpts_csv.FORMAT,
    excerpts_html.FORMAT,
    excerpts_md.FORMAT,
)


def format_for(path: Path) -> ExcerptFormat:
    """The format that the suffix of a name asks for, in any case of letters.

    Raises:
        UnknownSuffix: when it asks for none of them.
    """
    return by_suffix({one.suffix: one for one in EXCERPTS}, path)


def unheard(_done: int, _total: int) -> None:
    """Progress that nobody follows."""


def write_excerpts(
    book: ExcerptBook,
    path: Path,
    options: ExcerptOptions = EVERYTHING,
    progress: Progress = unheard,
) -> None:
    """Write the book in the format that the suffix of `path` names, over what stands there.

    When it fails or `progress` raises, nothing new is left and an older file is untouched.

    Raises:
        UnknownSuffix: when no format has this suffix.
        NotWritten: when the file cannot be put there.
    """
    chosen = format_for(path)
    with whole_file(path) as beside:
        chosen.write(book, beside, options, progress)
        progress(len(book.excerpts), len(book.excerpts))

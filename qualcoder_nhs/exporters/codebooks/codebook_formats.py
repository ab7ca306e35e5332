"""CODEBOOKS: every kind of file that codebooks go out in, and the one way to write any of them."""

from pathlib import Path

from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.codebook_draft import draft_of
from qualcoder_nhs.domain.errors import NoSuchFormat
from qualcoder_nhs.exporters.codebooks import (
    codebook_csv,
    codebook_docx,
    codebook_markdown,
    codebook_qdc,
    codebook_xlsx,
    codebook_yaml,
)
from qualcoder_nhs.exporters.codebooks.codebook_format import CodebookFormat
from qualcoder_nhs.exporters.whole_file import whole_file

CODEBOOKS: tuple[CodebookFormat, ...] = (
    codebook_docx.FORMAT,
    codebook_xlsx.FORMAT,
    codebook_csv.FORMAT,
    codebook_yaml.FORMAT,
    codebook_markdown.FORMAT,
    codebook_qdc.FORMAT,
)


def write_codebook(codebook: Codebook, path: Path, title: str = "") -> None:
    """The whole codebook, archived codes among it, in the format that the suffix says.

    A file that was there is replaced when the new one is complete, and stays where that fails.

    Raises:
        NoSuchFormat: when no format has the suffix.
        TooLongForCell: when a text does not fit into a spreadsheet.
        NotWritten: when the file cannot be put there.
    """
    chosen = _format_of(path)
    with whole_file(path) as beside:
        chosen.write(draft_of(codebook, title), beside)


def _format_of(path: Path) -> CodebookFormat:
    suffix = path.suffix.casefold()
    for known in CODEBOOKS:
        if suffix in known.suffixes:
            return known
    suffixes = ", ".join(suffix for known in CODEBOOKS for suffix in known.suffixes)
    raise NoSuchFormat(name=path.name, known=suffixes)

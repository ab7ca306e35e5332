"""CODEBOOKS: every kind of file that codebooks come in, and the one way to read any of them."""

from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.codebooks import (
    codebook_csv,
    codebook_docx,
    codebook_odt,
    codebook_qualcoder,
    codebook_refi,
    codebook_xlsx,
    codebook_yaml,
)
from qualcoder_nhs.importers.codebooks.codebook_format import CodebookFormat, ParsedCodebook
from qualcoder_nhs.importers.safety import beginning_of

CODEBOOKS: tuple[CodebookFormat, ...] = (
    codebook_yaml.FORMAT,
    codebook_csv.FORMAT,
    codebook_xlsx.FORMAT,
    codebook_docx.FORMAT,
    codebook_odt.FORMAT,
    codebook_qualcoder.FORMAT,
    codebook_refi.FORMAT,
)


def is_codebook(path: Path) -> bool:
    """Whether a file is taken for a codebook among others: by its suffix, and a text is not.

    One of another program is known by what stands in it.
    """
    if codebook_refi.is_refi_codebook(path) or codebook_qualcoder.is_qualcoder_codebook(path):
        return True
    suffix = path.suffix.casefold()
    return any(suffix in known.suffixes for known in CODEBOOKS if known not in _TEXTS)


_TEXTS = (codebook_docx.FORMAT, codebook_odt.FORMAT, codebook_qualcoder.FORMAT)


def read_codebook(path: Path) -> ParsedCodebook:
    """The codebook in the file, read as its content or else its suffix says.

    Raises:
        BadFile: when the suffix or the file is none of a codebook.
    """
    beginning_of(path, 1)
    if codebook_refi.is_refi_codebook(path):
        return codebook_refi.read(path)
    if codebook_qualcoder.is_qualcoder_codebook(path):
        return codebook_qualcoder.read(path)
    suffix = path.suffix.casefold()
    for known in CODEBOOKS:
        if suffix in known.suffixes:
            return known.read(path)
    suffixes = dict.fromkeys(suffix for known in CODEBOOKS for suffix in known.suffixes)
    why = _("codebooks are read from {suffixes}.").format(suffixes=", ".join(suffixes))
    raise BadFile(path.name, why)

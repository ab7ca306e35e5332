"""Codebooks as tables in OpenDocument texts: every table that has a known header, as in Word."""

from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.importers.codebooks.codebook_format import CodebookFormat, ParsedCodebook
from qualcoder_nhs.importers.codebooks.codebook_rows import Line, codebook_from
from qualcoder_nhs.importers.format import Endless
from qualcoder_nhs.importers.opendocument import odt_transcript


def read(path: Path) -> ParsedCodebook:
    """The codebook; rows that cannot be read are left out and listed.

    Raises:
        BadFile: when it is no OpenDocument text or has no table with a known header.
    """
    try:
        tables = [
            [Line(number, cells) for number, cells in enumerate(rows, start=1)]
            for rows in odt_transcript.tables(path)
        ]
    except Endless as error:
        raise BadFile(path.name, _("it has more rows than a codebook can have.")) from error
    if not tables:
        raise BadFile(path.name, _("there is no table in it; codes are read from tables."))
    return codebook_from(path.name, tables)


FORMAT = CodebookFormat("odt", N_("Codebook as a table, OpenDocument"), (".odt",), read)

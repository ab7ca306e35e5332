"""The sources of a QualCoder project that have words; pictures, sound and film stay out."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from qualcoder_nhs.domain.foreign import ForeignText, Kind
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.foreign_sqlite import ForeignDatabase, Row
from qualcoder_nhs.importers.foreign.left_rows import memo_leaver
from qualcoder_nhs.importers.foreign.numbered_rows import numbered
from qualcoder_nhs.importers.refi.ledger import Ledger
from qualcoder_nhs.importers.refi.positions import FileText, file_text


@dataclass(frozen=True)
class Source:
    """A text with where its file has more than is stored, and the row it stands in."""

    text: ForeignText
    file: FileText
    row: Row


def sources_of(database: ForeignDatabase, ledger: Ledger) -> dict[int, Source]:
    """The texts by their number; everything else is told to the ledger."""
    found = {}
    leave = memo_leaver(Kind.TEXTS, ledger)
    rows = numbered(database.rows("source"), "id", leave)
    for number, row in rows.items():
        why = _without_words(row)
        if why:
            leave(row, why)
        else:
            found[number] = _source(number, row, ledger)
    return found


def _without_words(row: Row) -> str:
    if row.text("fulltext"):
        return ""
    place = row.line("mediapath").casefold().lstrip("/").replace(":", "/")
    return {
        "images": _("a picture, which cannot be shown"),
        "audio": _("a recording, which cannot be played"),
        "video": _("a film, which cannot be shown"),
    }.get(place.partition("/")[0], "")


def _source(number: int, row: Row, ledger: Ledger) -> Source:
    key = f"text {number}"
    file = file_text(row.text("fulltext"))
    if file.mended:
        ledger.alter(Kind.TEXTS, key, _("characters that are no text were replaced by �"))
    place = row.line("mediapath").replace("\\", "/")
    text = ForeignText(
        key=key,
        name=row.line("name"),
        text=file.text,
        file_name=PurePosixPath(place).name or row.line("name"),
        added=row.moment("date"),
    )
    return Source(text, file, row)

"""Tables in the shapes that leave the program: a report to be read, and a document for programs."""

from dataclasses import dataclass
from datetime import datetime

from qualcoder_nhs.domain.report import Cell, Column, Measures, Prose, Report, Table
from qualcoder_nhs.domain.tabled import Entry, Head, Row, Tabled
from qualcoder_nhs.i18n import _


@dataclass(frozen=True)
class Occasion:
    """Who has a table made of which study, when, and with which version of the program."""

    study: str
    author: str
    made: datetime
    program: str


def paper(tabled: Tabled, occasion: Occasion) -> Report:
    """The table as a report that stands for itself."""
    note = " ".join(tabled.notes)
    return Report(
        title=tabled.title,
        subtitle=occasion.study,
        author=occasion.author,
        made=occasion.made,
        facts=(
            (_("Study"), occasion.study),
            (_("Made by"), occasion.author),
            (_("Made"), f"{occasion.made:%Y-%m-%d %H:%M}"),
            (_("With"), occasion.program),
        ),
        headline=tabled.headline or tabled.title,
        tables=(table(tabled, note),),
        prose=(Prose(_("Caption, to be pasted"), (tabled.caption,)),) if tabled.caption else (),
    )


def table(tabled: Tabled, note: str = "") -> Table:
    """The table for a page or a sheet, its rows named in the first column."""
    return Table(
        name=tabled.name,
        title=tabled.title,
        columns=(Column(tabled.corner), *(_column(head) for head in tabled.heads)),
        rows=tuple(tuple(line) for line in lines(tabled)),
        note=note,
        depths=tuple(row.depth - 1 for row in tabled.rows),
    )


def _column(head: Head) -> Column:
    return Column(headed(head), head.measures)


def headed(one: Head | Row) -> str:
    """The title of a column or row with its denominator."""
    title = one.title if isinstance(one, Head) else one.name
    return f"{title} ({one.over})" if one.over else title


def lines(tabled: Tabled) -> list[list[Cell]]:
    """The rows with their names, cells as shown or as numbers."""
    return [
        [headed(row), *(_cell(one, of) for one, of in zip(row.entries, tabled.heads, strict=True))]
        for row in tabled.rows
    ]


def _cell(entry: Entry, head: Head) -> Cell:
    if head.measures is Measures.WORDS or entry.number is None:
        return entry.signed
    return entry.number


def document(tabled: Tabled) -> dict[str, object]:
    """The table for other programs."""
    return {
        "title": tabled.title,
        "columns": [tabled.corner, *(headed(head) for head in tabled.heads)],
        "rows": lines(tabled),
        "notes": list(tabled.notes),
    }

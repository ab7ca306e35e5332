"""A sheet that holds talk: its rows, which columns count, and what its times mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from qualcoder_nhs.importers.cells.excel_cells import Numbered
from qualcoder_nhs.importers.talk_sheets.cell_times import CLOCK, Unit, unit_of
from qualcoder_nhs.importers.talk_sheets.talk_columns import TalkColumns, talk_columns
from qualcoder_nhs.importers.turns.names import is_code, is_role, key_of


@dataclass(frozen=True)
class Table:
    """A sheet with its rows as they stand; a text has no title."""

    rows: Sequence[Numbered]
    title: str = ""


@dataclass(frozen=True)
class Talk:
    """A table of talk with the rows as they stand, and what its times count."""

    rows: Sequence[Numbered]
    columns: TalkColumns
    unit: Unit
    title: str = ""


def talk_of(table: Table) -> Talk | None:
    """The rows as talk; None where no columns say who speaks and what is said."""
    rows = table.rows
    columns = talk_columns([cells for _row, cells in rows])
    if columns is None:
        return None
    talk = [cells for _row, cells in rows[columns.first :]]
    words = sum(len(cell(cells, columns.words).split()) for cells in talk)
    if columns.time is None:
        return Talk(rows, columns, CLOCK, table.title)
    title = columns.titles[columns.time] if columns.titles else ""
    unit = unit_of(title, [cell(cells, columns.time) for cells in talk], words)
    return Talk(rows, columns, unit, table.title)


def is_sure(talk: Talk) -> bool:
    """By titles, times, or labels that only speakers have; and somebody speaks more than once."""
    columns = talk.columns
    named = (cell(cells, columns.speaker) for _row, cells in talk.rows[columns.first :])
    labels = [" ".join(label.split()) for label in named if label.strip()]
    if len(set(map(key_of, labels))) == len(labels):
        return False
    coded = sum(is_code(label) or is_role(label) for label in labels)
    by_labels = columns.first == 0 and coded * 10 >= 8 * len(labels)
    return columns.told or columns.time is not None or by_labels


def cell(cells: Sequence[str], at: int) -> str:
    """A cell of a row, which may be shorter than others."""
    return cells[at] if at < len(cells) else ""

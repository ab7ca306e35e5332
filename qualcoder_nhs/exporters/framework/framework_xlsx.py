"""The framework matrix as an Excel workbook: real tables, one row a case, links to excerpts."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from qualcoder_nhs.domain.framework import referred_turns
from qualcoder_nhs.domain.framework_book import FrameworkBook
from qualcoder_nhs.domain.framework_sheet import FrameworkCase, FrameworkCell, FrameworkSheet
from qualcoder_nhs.domain.framework_workbook import (
    CASE_ID,
    GROUP_ID,
    LEADS,
    ORIGINAL,
    ORIGINAL_HEADS,
)
from qualcoder_nhs.domain.report import Table
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.sheets.sheet_cells import LONGEST
from qualcoder_nhs.i18n import _

Row = Sequence[str]

_NAME = 31
_STYLE = "Table Style Light 1"
_WIDE, _CELL, _NARROW, _REFERENCE = 70, 34, 15, 7
_LINE = 15
_UNNAMED = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def write(book: FrameworkBook, path: Path) -> None:
    """Write the workbook. Every cell holds words, so that none can run."""
    workbook = Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    filled = _Filled(workbook, book)
    filled.about()
    for one in book.sheets:
        filled.sheet(one)
    filled.sheet(book.groups, takes_back=False)
    for table in book.tables[:-1]:
        filled.table(table)
    filled.excerpts()
    filled.table(book.tables[-1])
    filled.original()
    workbook.set_properties({"title": book.study, "author": book.author, "created": book.made})
    try:
        workbook.close()
    except FileCreateError as error:
        # It wraps what the disk said, which is what our caller can put in words.
        raise error.args[0] from error


class _Filled:
    """The workbook while it is filled."""

    def __init__(self, workbook: Any, book: FrameworkBook) -> None:
        self._workbook, self._book, self._legible = workbook, book, Legible()
        self._rows = {(one.transcript, one.turn): at for at, one in enumerate(book.excerpts, 2)}
        top = {"text_wrap": True, "valign": "top"}
        self._plain = workbook.add_format(top)
        self._head = workbook.add_format({**top, "bold": True, "bg_color": "#F0EDE8", "bottom": 1})
        self._jump = workbook.add_format({**top, "font_color": "#1F4E79"})
        self._group = workbook.add_format({**top, "bg_color": "#F7F5F1"})
        self._group_jump = workbook.add_format(
            {**top, "bg_color": "#F7F5F1", "font_color": "#1F4E79"}
        )
        self._names: set[str] = set()

    def about(self) -> None:
        """What this is, how it is read, and what was left out."""
        book = self._book
        sheet = self._sheet(_("Read me"), [22, 100])
        lines = [
            (_("Framework matrix"), book.study),
            (_("Made by"), book.author),
            (_("Made"), f"{book.made:%Y-%m-%d %H:%M}"),
            (_("With"), book.program),
            (_("Written"), _("{n} of {total} cells").format(n=book.written, total=book.cells)),
            *((_("Note"), note) for note in book.notes),
        ]
        for at, (name, words) in enumerate(lines):
            sheet.set_row(at, _LINE * (1 + len(words) // 95))
            sheet.write_string(at, 0, name, self._head)
            sheet.write_string(at, 1, self._legible(words)[:LONGEST], self._plain)

    def sheet(self, made: FrameworkSheet, *, takes_back: bool = True) -> None:
        """Cases by columns, each with a narrow one beside it that leads to the excerpts.

        A hidden column tells which case a row is.
        """
        people = [_(one) for one in ("Group", "Case")] + list(made.attributes)
        pairs = [(one.head, f"{LEADS} {one.key}") for one in made.columns]
        key = CASE_ID if takes_back else GROUP_ID
        heads = [*people, *(head for pair in pairs for head in pair), key]
        described = [_NARROW] * len(made.attributes)
        sheet = self._sheet(made.title, [8, 7, *described, *[_CELL, _REFERENCE] * len(pairs), 10])
        self._table(sheet, heads, len(made.cases))
        for line, case in enumerate(made.cases, 1):
            sheet.set_row(line, _LINE * _lines(case.cells))
            self._case(sheet, line, case, len(people))
            sheet.write_string(line, len(heads) - 1, _case_id(case), self._plain)
        sheet.set_column(len(heads) - 1, len(heads) - 1, 10, None, {"hidden": True})
        sheet.freeze_panes(1, 2)

    def _case(self, sheet: Any, line: int, case: FrameworkCase, first: int) -> None:
        grouped = case.participant is None
        plain = self._group if grouped else self._plain
        for at, words in enumerate((case.group, case.name, *case.attributes)):
            sheet.write_string(line, at, self._legible(words), plain)
        for number, cell in enumerate(case.cells):
            at = first + 2 * number
            sheet.write_string(line, at, self._legible(cell.shown)[:LONGEST], plain)
            sheet.write_string(line, at + 1, "", plain)
            self._lead(sheet, (line, at + 1), case, cell)

    def _lead(
        self, sheet: Any, at: tuple[int, int], case: FrameworkCase, cell: FrameworkCell
    ) -> None:
        """To the first turn that a summary names, else to the first that is coded."""
        named = referred_turns(cell.summary.text) if cell.summary else cell.turns
        known = [turn for turn in named if (case.transcript, turn) in self._rows]
        if known:
            row = self._rows[case.transcript, known[0]]
            look = self._jump if case.participant else self._group_jump
            place = f"internal:'{_('Excerpts')}'!A{row}"
            more = " …" if len(known) > 1 else ""
            sheet.write_url(*at, place, look, f"t.{known[0]}{more}", _("Go to the excerpt"))

    def table(self, made: Table) -> None:
        """A table of the program as a sheet of its own, its notes two rows below."""
        heads = _told_apart([column.title for column in made.columns])
        rows = [["" if cell is None else str(cell) for cell in row] for row in made.rows]
        widths = [_width(at, heads, rows) for at in range(len(heads))]
        sheet = self._sheet(made.name, widths)
        self._table(sheet, heads, len(rows))
        self._fill(sheet, rows)
        sheet.freeze_panes(1, 1)
        if made.note:
            sheet.write_string(len(rows) + 3, 0, _("Note"), self._head)
            sheet.write_string(len(rows) + 3, 1, made.note)

    def excerpts(self) -> None:
        """Every turn that a cell rests on or refers to."""
        heads = [_(one) for one in ("Transcript", "Turn", "Who", "Question", "Codes", "Words")]
        sheet = self._sheet(_("Excerpts"), [12, 9, 12, 10, 34, 90])
        left_out = _("left out: flagged as identifying")
        rows = [
            [
                one.name,
                f"t.{one.turn}",
                one.who,
                one.question,
                "; ".join(one.codes),
                left_out if one.left_out else one.words,
            ]
            for one in self._book.excerpts
        ]
        self._table(sheet, heads, len(rows))
        self._fill(sheet, rows)
        sheet.freeze_panes(1, 2)

    def original(self) -> None:
        """What every cell said when it left, so that changes can be told when it comes back."""
        sheet = self._sheet(ORIGINAL, [40, 20, 60])
        rows = [
            [_case_id(case), column.head, cell.summary.text]
            for one in self._book.sheets
            for case, column, cell in one.cells
            if cell.summary
        ]
        self._fill(sheet, [list(ORIGINAL_HEADS), *rows], first=0)
        sheet.hide()

    # ── hands ────────────────────────────────────────────────────────────────────────────────

    def _sheet(self, name: str, widths: Sequence[float]) -> Any:
        made = self._workbook.add_worksheet(self._free(name))
        for column, width in enumerate(widths):
            made.set_column(column, column, width)
        made.set_landscape()
        made.set_paper(9)
        made.fit_to_pages(1, 0)
        made.repeat_rows(0)
        return made

    def _free(self, name: str) -> str:
        tidy = name.translate(_UNNAMED)[:_NAME]
        known = {one.casefold() for one in self._names}
        number = 2
        while tidy.casefold() in known:
            tidy, number = f"{name.translate(_UNNAMED)[: _NAME - 4]} ({number})", number + 1
        self._names.add(tidy)
        return tidy

    def _table(self, sheet: Any, heads: Row, rows: int) -> None:
        told = [self._legible(one) for one in _told_apart(heads)]
        columns = [{"header": one, "header_format": self._head} for one in told]
        sheet.add_table(
            0,
            0,
            max(rows, 1),
            len(heads) - 1,
            {"columns": columns, "style": _STYLE, "banded_rows": False},
        )
        sheet.set_row(0, 3 * _LINE)

    def _fill(self, sheet: Any, rows: Sequence[Row], first: int = 1) -> None:
        for line, row in enumerate(rows, first):
            for at, words in enumerate(row):
                sheet.write_string(line, at, self._legible(words)[:LONGEST], self._plain)


def _case_id(case: FrameworkCase) -> str:
    return f"{case.transcript}/{case.participant}" if case.participant else case.transcript


def _told_apart(heads: Row) -> list[str]:
    """A table of Excel has no two columns of one name, and none without."""
    found: list[str] = []
    for one in heads:
        name, number = one or " ", 2
        while name.casefold() in {each.casefold() for each in found}:
            name, number = f"{one} ({number})", number + 1
        found.append(name)
    return found


def _lines(cells: Sequence[FrameworkCell]) -> int:
    """Programs other than Excel do not grow a row for words that wrap."""
    return max((1 + len(cell.shown) // (_CELL - 3) for cell in cells), default=1)


def _width(at: int, heads: Row, rows: Sequence[Row]) -> float:
    longest = max([len(heads[at]), *(len(row[at]) for row in rows)])
    return min(_WIDE if longest > 200 else _CELL, max(6, longest + 3))

"""Many rows put into a finished workbook, where the last row of its first sheet is their pattern.

XlsxWriter makes the file, its styles and the pattern; the rows are written as XML, which takes a
fraction of the time, and no words of theirs are read as anything but words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from zipfile import ZipFile

from xlsxwriter.utility import xl_col_to_name

from qualcoder_nhs.exporters.sheets.sheet_cells import Cell, row_height

_SHEET = "xl/worksheets/sheet1.xml"
_END = b"</sheetData>"
_STYLE = re.compile(rb' s="(\d+)"')
_SIZE = re.compile(rb'(<dimension ref="A1:[A-Z]+)\d+')

# What Excel would take for an escape of its own, and what XML would not keep as it is.
_ESCAPED = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")
_MARKED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_RETURN = "\r", "_x000D_"


def put_rows(
    bare: Path,
    out: Path,
    rows: Iterable[Sequence[Cell]],
    widths: Sequence[float],
    *,
    at: int,
    count: int,
) -> None:
    """Write the workbook anew with `count` rows from row `at` on, where the pattern stands.

    Every word is written as a word; none may hold what XML cannot. Rows are as high as their words
    need in columns of these `widths`, since few programs see to it.
    """
    with ZipFile(bare) as old, ZipFile(out, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            is_first = part.filename == _SHEET
            pieces = _filled(content, rows, widths, at, count) if is_first else iter((content,))
            with new.open(part, "w") as file:
                for piece in pieces:
                    file.write(piece)


def _filled(
    sheet: bytes, rows: Iterable[Sequence[Cell]], widths: Sequence[float], at: int, count: int
) -> Iterator[bytes]:
    above, mark, pattern = sheet.partition(b'<row r="%d"' % at)
    style = _STYLE.findall(mark + pattern)[0].decode()
    yield _SIZE.sub(rb"\g<1>%d" % (at + count - 1), above, count=1)
    for number, cells in enumerate(rows, at):
        yield _row(number, cells, style, row_height(cells, widths)).encode()
    yield pattern[pattern.index(_END) :]


def _row(number: int, cells: Sequence[Cell], style: str, height: int) -> str:
    written = (
        _cell(f"{xl_col_to_name(column)}{number}", cell, style)
        for column, cell in enumerate(cells)
        if cell != ""
    )
    high = f'ht="{height}" customHeight="1"'
    return f'<row r="{number}" {high}>{"".join(written)}</row>'


def _cell(place: str, cell: Cell, style: str) -> str:
    if isinstance(cell, int):
        return f'<c r="{place}" s="{style}"><v>{cell}</v></c>'
    words = _fit(cell)
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'
    )


def _fit(words: str) -> str:
    if "_x" in words:
        words = _ESCAPED.sub("_x005F_", words)
    return words.translate(_MARKED).replace(*_RETURN)

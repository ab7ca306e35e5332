"""CSV cells that a spreadsheet would run as formulas, made harmless so that it can be undone."""

import re

# What spreadsheets take for the beginning of a formula, the full-width forms of some keyboards
# included; the apostrophe itself, so that taking one away always gives back what there was.
_RUNS = tuple("=+-@\t\r\n＝＋－＠'")
_GUARD = "'"


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it where it could run, or begins with one already."""
    return _GUARD + cell if cell.startswith(_RUNS) else cell


def unguarded(cell: str) -> str:
    """What was guarded: `unguarded(guarded(cell)) == cell` for every cell."""
    return cell.removeprefix(_GUARD)


# With the apostrophes that may stand before it, or words that have their own would lose one.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def guarded_formula(cell: str) -> str:
    """The cell with an apostrophe before it where it could run; our importers take it off."""
    return _GUARD + cell if _FORMULA.match(cell) else cell

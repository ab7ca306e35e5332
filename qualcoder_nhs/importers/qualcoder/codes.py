"""Categories and codes of QualCoder as one tree: categories above, codes as their leaves.

What is written on a code or category there is all that says what it means, so that it becomes the
definition. Both kinds may be put on words here, as with every import.
"""

from dataclasses import replace

from qualcoder_nhs.domain.codebook_text import colour_of
from qualcoder_nhs.domain.foreign import ForeignCode, Kind
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.foreign_sqlite import ForeignDatabase, Row
from qualcoder_nhs.importers.foreign.left_rows import memo_leaver
from qualcoder_nhs.importers.foreign.numbered_rows import numbered
from qualcoder_nhs.importers.refi.ledger import Ledger


def code_key(number: int | None) -> str:
    """What a code is called by."""
    return f"code {number}"


def codes_of(database: ForeignDatabase, ledger: Ledger) -> dict[str, ForeignCode]:
    """Every category and code by its key; each parent is among them."""
    leave = memo_leaver(Kind.CODES, ledger)
    categories = numbered(database.rows("code_cat"), "catid", leave)
    codes = numbered(database.rows("code_name"), "cid", leave)
    found = {
        _category_key(number): _code(_category_key(number), row, _above(row, "supercatid"), ledger)
        for number, row in categories.items()
    }
    for number, row in codes.items():
        above = _above(row, "catid")
        if not row.is_null("supercid"):
            above = code_key(row.number("supercid"))
        found[code_key(number)] = _code(code_key(number), row, above, ledger)
    return _rooted(found, ledger)


def _category_key(number: int | None) -> str:
    return f"category {number}"


def _above(row: Row, column: str) -> str | None:
    return None if row.is_null(column) else _category_key(row.number(column))


def _code(key: str, row: Row, parent: str | None, ledger: Ledger) -> ForeignCode:
    told = row.line("color")
    colour = colour_of(told) if told else None
    if told and colour is None:
        ledger.alter(Kind.CODES, key, _("its colour “{colour}” is none").format(colour=told))
    return ForeignCode(
        key=key,
        name=row.line("name"),
        parent=parent,
        colour=colour,
        definition=row.line("memo"),
    )


def _rooted(codes: dict[str, ForeignCode], ledger: Ledger) -> dict[str, ForeignCode]:
    """The same tree with a root above everything, whatever the file says."""
    rooted = dict(codes)
    for key, code in codes.items():
        if code.parent is not None and code.parent not in codes:
            rooted[key] = replace(code, parent=None)
            ledger.alter(Kind.CODES, key, _("what it lay beneath is not in the file"))
    sound: set[str] = set()
    for key in codes:
        line: list[str] = []
        at: str | None = key
        while at is not None and at not in sound and at not in line:
            line.append(at)
            at = rooted[at].parent
        if at in line:
            rooted[at] = replace(rooted[at], parent=None)
            ledger.alter(Kind.CODES, at, _("it lay beneath itself"))
        sound.update(line)
    return rooted

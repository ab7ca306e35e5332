"""RQDA's codes beneath their categories; what is written on either says what it means."""

import re
from collections import defaultdict

from qualcoder_nhs.domain.codebook_text import colour_of
from qualcoder_nhs.domain.foreign import Altered, ForeignCode, Kind
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.foreign_sqlite import Row
from qualcoder_nhs.importers.foreign.left_rows import leave_memo
from qualcoder_nhs.importers.rqda.contents import Contents, code_key
from qualcoder_nhs.importers.rqda.rows import gone

_GREY = re.compile(r"gr[ae]y(\d{1,3})")


def take_codes(contents: Contents) -> None:
    """Every category and code that still counts. A code of several lies beneath the first."""
    for number, row in contents.live("codecat", "catid", Kind.CODES):
        contents.codes[_category_key(number)] = _code(_category_key(number), row, None, contents)
    above = _above(contents)
    for number, row in contents.live("freecode", "id", Kind.CODES):
        key, homes = code_key(number), above.get(number, [])
        contents.codes[key] = _code(key, row, homes[0] if homes else None, contents)
        if len(homes) > 1:
            others = ", ".join(f"“{contents.codes[home].name}”" for home in homes[1:])
            how = _("it lies in {others} as well").format(others=others)
            contents.ledger.alter(Kind.CODES, key, how)


def definitions(contents: Contents) -> tuple[Altered, ...]:
    """The memos on codes, which became what the codes mean."""
    how = _("it became the definition of its code")
    return tuple(
        Altered(Kind.MEMOS, code.key, how) for code in contents.codes.values() if code.definition
    )


def _above(contents: Contents) -> dict[int, list[str]]:
    """The categories of each code in the order they were given to it."""
    above: dict[int, list[str]] = defaultdict(list)
    for row in contents.database.rows("treecode"):
        key, number = _category_key(row.number("catid")), row.number("cid")
        if number is not None and not gone(row) and key in contents.codes:
            above[number] += [key] if key not in above[number] else []
        leave_memo(row, contents.ledger, _("it is on the place of a code in a category"))
    return above


def _category_key(number: int | None) -> str:
    return f"category {number}"


def _code(key: str, row: Row, parent: str | None, contents: Contents) -> ForeignCode:
    told = row.line("color")
    colour = _colour(told) if told else None
    if told and colour is None:
        how = _("its colour “{colour}” is told by a name of R").format(colour=told)
        contents.ledger.alter(Kind.CODES, key, how)
    return ForeignCode(
        key=key,
        name=row.line("name"),
        parent=parent,
        colour=colour,
        definition=row.text("memo").strip(),
    )


def _colour(told: str) -> str | None:
    """From `#RRGGBB`, or one of R's hundred shades of grey."""
    grey = _GREY.fullmatch(told.casefold())
    if grey and int(grey[1]) <= 100:
        return "#" + f"{round(int(grey[1]) * 2.55):02X}" * 3
    return colour_of(told) if told.startswith("#") else None

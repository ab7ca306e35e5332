"""One row of a table of codings, checked and made a draft."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from qualcoder_nhs.domain.coding import OPEN, Flag
from qualcoder_nhs.domain.coding_draft import CodingDraft
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.tables.named_columns import BadRow

_DIGITS = 10
"""No text is so long that a place in it needs more."""


def draft(line: int, cells: Mapping[str, str]) -> CodingDraft:
    """The row as a draft. Names lose the blanks around them, memos nothing.

    Raises:
        BadRow: when a name is missing, a place is no number, or a flag is unknown.
    """
    start, end = _place("start", cells), _place("end", cells)
    if start >= end:
        raise BadRow(_("A passage cannot run from {start} to {end}.").format(start=start, end=end))
    return CodingDraft(
        line=line,
        transcript=_name("transcript", cells),
        coder=cells.get("coder", "").strip(),
        code=_name("code", cells),
        start=start,
        end=end,
        memo=cells.get("memo", ""),
        flags=_flags(cells.get("flags", "")),
        layer=cells.get("layer", "").strip() or OPEN,
    )


def _name(column: str, cells: Mapping[str, str]) -> str:
    name = cells[column].strip()
    if not name:
        raise BadRow(_("The cell “{column}” is empty.").format(column=column))
    return name


def _place(column: str, cells: Mapping[str, str]) -> int:
    """A whole number; spreadsheets and R also write one as `120.0` or `1e+05`."""
    words = cells[column].strip()
    try:
        number = Decimal(words)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or number.adjusted() >= _DIGITS or number % 1 or number < 0:
        why = _("“{words}” in the column “{column}” is no place in a text.")
        raise BadRow(why.format(words=words[:40], column=column))
    return int(number)


def _flags(words: str) -> tuple[Flag, ...]:
    named = {word.strip().lower() for word in words.split(";")} - {""}
    unknown = sorted(named - set(Flag))
    if unknown:
        known = ", ".join(Flag)
        why = _("“{word}” is no flag; there are {known}.")
        raise BadRow(why.format(word=unknown[0][:40], known=known))
    return tuple(flag for flag in Flag if flag in named)

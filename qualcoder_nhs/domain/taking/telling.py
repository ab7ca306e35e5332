"""What an import is told in: a line for each kind of thing, each text, and each single thing."""

from collections.abc import Iterable, Iterator

from qualcoder_nhs.domain.foreign import KIND_WORDS, Noted, Placing, TableRow
from qualcoder_nhs.i18n import _


def came_in(row: TableRow) -> str:
    """`303 of 303`."""
    words = _("{came} of {in_file}")
    return words.format(came=f"{row.taken + row.changed:,}", in_file=f"{row.in_file:,}")


def table_lines(table: Iterable[TableRow]) -> Iterator[str]:
    """The table in sentences; kinds of which the file has none are left out."""
    words = _("{what}: {came} in, {changed} of them changed, {left_out} left out")
    for row in table:
        if row.in_file:
            told = words.format(
                what=_(KIND_WORDS[row.what]),
                came=came_in(row),
                changed=row.changed,
                left_out=row.left_out,
            )
            yield f"{told}: {row.why}" if row.why else told


def placing_line(text: str, one: Placing) -> str:
    """How the positions in a text were read, and how well they fit."""
    words = _("positions in “{text}”: {unit}; {starts} begin and {ends} end at words")
    starts, ends = _share(one.starts), _share(one.ends)
    return words.format(text=text, unit=one.unit, starts=starts, ends=ends)


def _share(of_all: float) -> str:
    """All but one of three hundred is not all."""
    return f"{100 * of_all:.1f}".removesuffix(".0") + " %"


def placing_lines(placings: Iterable[tuple[str, Placing]]) -> Iterator[str]:
    """The same for all texts, with the passages that fit worst where it is unsure."""
    for text, one in placings:
        yield placing_line(text, one)
        if one.unsure:
            yield _("they may be shifted; look at:")
            yield from (f"    {passage}" for passage in one.worst)


def item_line(one: Noted) -> str:
    """A thing that stays out, or is changed, in a sentence."""
    words = (
        _("{kind}: “{name}” left out: {how}.") if one.left_out else _("{kind}: “{name}”: {how}.")
    )
    return words.format(kind=_(KIND_WORDS[one.kind]), name=one.name, how=one.how)

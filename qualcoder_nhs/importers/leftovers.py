"""Saying how much a document holds in places that are not read."""

from collections.abc import Iterator, Mapping

from qualcoder_nhs.i18n import ngettext
from qualcoder_nhs.importers.format import Problem

WIDEST = 64
"""Columns that a cell can be told to reach over; tables of talk have a few."""


def words_left_out(counts: Mapping[str, int]) -> Iterator[Problem]:
    """A problem for each place in which words stand: `Footnotes: 12 words were left out.`"""
    for place, words in counts.items():
        if words:
            told = ngettext("{n} word was left out", "{n} words were left out", words)
            yield Problem(None, f"{place}: {told}.")


def things_left_out(counts: Mapping[str, int]) -> Iterator[Problem]:
    """A problem for each kind of thing that holds no words: `Pictures: 2 were left out.`"""
    for kind, number in counts.items():
        if number:
            told = ngettext("{n} was left out", "{n} were left out", number)
            yield Problem(None, f"{kind}: {told}.")


def insertions_read(number: int) -> Iterator[Problem]:
    """What was put in while changes were tracked is in the text, and that is said."""
    if number:
        told = ngettext(
            "{n} tracked insertion is read as text.",
            "{n} tracked insertions are read as text.",
            number,
        )
        yield Problem(None, told)


def columns_told(words: str | None) -> int:
    """Over how many columns a cell says that it reaches, within reason."""
    told = (words or "").strip()
    return max(1, min(int(told), WIDEST)) if told.isascii() and told.isdecimal() else 1

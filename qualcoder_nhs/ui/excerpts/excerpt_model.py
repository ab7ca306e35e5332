"""Excerpts as rows of a list: a heading for each code, and its excerpts under it."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt

from qualcoder_nhs.domain.excerpts import Excerpt, ExcerptBook, Said, Section
from qualcoder_nhs.domain.ids import CodingId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.excerpts.spread_words import spread_words
from qualcoder_nhs.ui.look.glyphs import FLAG_WORDS
from qualcoder_nhs.ui.widgets.row_model import RowModel

MOST_CONTEXT = 3

Row = Section | Excerpt


class ExcerptModel(RowModel[Row]):
    """The rows of a book; how many turns of context are open, for all and for single ones."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.context = 0
        self._own_context: dict[CodingId, int] = {}

    def show(self, book: ExcerptBook) -> None:
        """Show another book."""
        self.put(_rows(book))

    def set_context(self, turns: int) -> None:
        """Open so many turns around every excerpt."""
        self.layoutAboutToBeChanged.emit()
        self.context = turns
        self._own_context.clear()
        self.layoutChanged.emit()

    def context_of(self, excerpt: Excerpt) -> int:
        """How many turns are open around this one."""
        return self._own_context.get(excerpt.coding.id, self.context)

    def widen(self, place: int, by: int) -> None:
        """Open more turns around one excerpt, or fewer."""
        row = self.rows[place]
        if isinstance(row, Excerpt):
            turns = max(0, min(MOST_CONTEXT, self.context_of(row) + by))
            self._own_context[row.coding.id] = turns
            index = self.index(place)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.SizeHintRole])

    def around(self, excerpt: Excerpt) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
        """The open turns before and after."""
        turns = self.context_of(excerpt)
        return (excerpt.before[-turns:] if turns else ()), excerpt.after[:turns]

    def place_of(self, coding: CodingId) -> int:
        """The row of a coding's excerpt, or -1."""
        for place, row in enumerate(self.rows):
            if isinstance(row, Excerpt) and row.coding.id == coding:
                return place
        return -1

    def is_heading(self, row: Row) -> bool:
        return isinstance(row, Section)

    def shown(self, row: Row) -> str:
        return row.path if isinstance(row, Section) else row.words

    def spoken(self, row: Row) -> str:
        if isinstance(row, Section):
            return f"{row.path}, {spread_words(row.spread)}"
        return _spoken_excerpt(row)


def _rows(book: ExcerptBook) -> Iterator[Row]:
    for section in book.sections:
        if section.excerpts:
            yield section
            yield from section.excerpts


def _spoken_excerpt(excerpt: Excerpt) -> str:
    flags = [_(FLAG_WORDS[flag]) for flag in excerpt.coding.flags]
    memo = [_("memo: {}").format(excerpt.memo)] if excerpt.memo else []
    return ", ".join(
        [excerpt.words, excerpt.attribution, excerpt.reference, excerpt.code.name, *flags, *memo]
    )


def with_attribution(excerpt: Excerpt) -> str:
    """The words as they go into a paper."""
    return f"“{excerpt.words}” {excerpt.attribution} {excerpt.reference}"

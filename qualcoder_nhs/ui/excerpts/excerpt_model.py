"""Excerpts as rows of a list: a heading for each code, and its excerpts under it."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from qualcoder_nhs.domain.excerpts import Excerpt, ExcerptBook, Said, Section
from qualcoder_nhs.domain.ids import CodingId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.excerpts.spread_words import spread_words
from qualcoder_nhs.ui.glyphs import FLAG_WORDS
from qualcoder_nhs.ui.row_paint import ModelIndex

MOST_CONTEXT = 3

Row = Section | Excerpt


class ExcerptModel(QAbstractListModel):
    """The rows of a book; how many turns of context are open, for all and for single ones."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.context = 0
        self._own_context: dict[CodingId, int] = {}

    def show(self, book: ExcerptBook) -> None:
        """Show another book."""
        self.beginResetModel()
        self.rows = list(_rows(book))
        self.endResetModel()

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

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], Section):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.path if isinstance(row, Section) else row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                f"{row.path}, {spread_words(row.spread)}"
                if isinstance(row, Section)
                else spoken(row)
            )
        return None


def _rows(book: ExcerptBook) -> Iterator[Row]:
    for section in book.sections:
        if section.excerpts:
            yield section
            yield from section.excerpts


def spoken(row: Row) -> str:
    """The whole row in words."""
    if isinstance(row, Section):
        return f"{row.path}, {spread_words(row.spread)}"
    return _spoken_excerpt(row)


def _spoken_excerpt(excerpt: Excerpt) -> str:
    flags = [_(FLAG_WORDS[flag]) for flag in excerpt.coding.flags]
    memo = [_("memo: {}").format(excerpt.memo)] if excerpt.memo else []
    return ", ".join(
        [excerpt.words, excerpt.attribution, excerpt.reference, excerpt.code.name, *flags, *memo]
    )


def with_attribution(excerpt: Excerpt) -> str:
    """The words as they go into a paper."""
    return f"“{excerpt.words}” {excerpt.attribution} {excerpt.reference}"

"""Quotes and coded passages as rows of cards, which are dragged and dropped as they are shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QObject, Qt, Signal

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.ids import QuoteId
from qualcoder_nhs.domain.theme_page import Chosen, Offered, Words
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.glyphs import FLAG_WORDS
from qualcoder_nhs.ui.mime import PASSAGE, Passage, passage_in, put_passage, put_quote, quote_in
from qualcoder_nhs.ui.widgets.row_model import RowModel
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex


@dataclass(frozen=True)
class Heading:
    """What stands above cards; `told` is a count at its right."""

    words: str
    told: str = ""
    against: bool = False


@dataclass(frozen=True)
class Nothing:
    """What stands where there is no card, in a sentence."""

    words: str


CardRow = Heading | Nothing | Chosen | Offered


@dataclass(frozen=True)
class Dropped:
    """What was dropped ahead of a row: a passage, and the quote that it was, if it was one."""

    passage: Passage
    quote: QuoteId | None
    row: int


class CardModel(RowModel[CardRow]):
    """Cards under their headings. `dropped` bears what was let go among them."""

    dropped = Signal(object)

    def __init__(self, parent: QObject, *, takes: bool = False) -> None:
        super().__init__(parent)
        self.takes = takes

    def shown(self, row: CardRow) -> str:
        return row.words.text if isinstance(row, Chosen | Offered) else row.words

    def spoken(self, row: CardRow) -> str:
        if isinstance(row, Heading):
            return ", ".join(filter(None, (row.words, row.told)))
        return row.words if isinstance(row, Nothing) else ", ".join(_spoken(row))

    def is_heading(self, row: CardRow) -> bool:
        return isinstance(row, Heading | Nothing)

    def words_at(self, index: ModelIndex) -> Words | None:
        """The words of the card there."""
        row = self.at(index)
        return row.words if isinstance(row, Chosen | Offered) else None

    def place_of(self, words: Words) -> int:
        """The row of the card with just these words, or -1."""
        for place, row in enumerate(self.rows):
            if isinstance(row, Chosen | Offered) and is_same(row.words, words):
                return place
        return -1

    def section(self, row: int) -> bool:
        """Whether a place among the rows lies against the grain; ahead of a heading not yet."""
        headings = (one for one in reversed(self.rows[:row]) if isinstance(one, Heading))
        return next((one.against for one in headings), False)

    def quote_from(self, row: int) -> QuoteId | None:
        """The first quote at or after a place, in its own section."""
        for one in self.rows[row:]:
            if isinstance(one, Heading):
                return None
            if isinstance(one, Chosen):
                return one.quote.id
        return None

    # ── drag and drop ────────────────────────────────────────────────────────────────────────

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.words_at(index) is not None:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if self.takes and not index.isValid():
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        return [PASSAGE]

    def mimeData(self, indexes: Sequence[ModelIndex]) -> QMimeData:
        mime = QMimeData()
        for index in indexes[:1]:
            row = self.at(index)
            if isinstance(row, Chosen | Offered):
                words = row.words
                put_passage(mime, Passage(words.transcript, words.span), with_attribution(words))
            if isinstance(row, Chosen):
                put_quote(mime, row.quote.id)
        return mime

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: ModelIndex
    ) -> bool:
        del action, column
        passage = passage_in(data)
        if passage is None or not self.takes:
            return False
        place = parent.row() if parent.isValid() else row
        self.dropped.emit(
            Dropped(passage, quote_in(data), place if place >= 0 else self.rowCount())
        )
        return False  # the rows follow the study


def is_same(one: Words, other: Words) -> bool:
    """Whether both are the same words of the same transcript."""
    return (one.transcript, one.span) == (other.transcript, other.span)


def with_attribution(words: Words) -> str:
    """As it is pasted elsewhere: `“…” (FG2, P4, medical director) [FG2 t.41]`."""
    return f"“{words.text}” {words.attribution} {words.reference}"


def _spoken(row: Chosen | Offered) -> list[str]:
    parts = [row.words.text, row.words.attribution, row.words.reference]
    parts += [_(FLAG_WORDS[flag]) for flag in row.words.flags if flag is not Flag.DISCUSS]
    if row.elsewhere:
        parts.append(elsewhere_words(row.elsewhere))
    if isinstance(row, Chosen) and row.quote.note:
        parts.append(row.quote.note)
    return parts


def elsewhere_words(themes: Sequence[str]) -> str:
    """Where else words are used."""
    return _("also in {themes}").format(themes=", ".join(f"“{name}”" for name in themes))

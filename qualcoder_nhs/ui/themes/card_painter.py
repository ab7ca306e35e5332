"""Cards as they are painted: raised paper, words, who says them and where; counter-cases edged."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.theme_page import Chosen, Offered, Words
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.glyphs import paint_flag, paint_shape, role_look
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.look.tokens import RADIUS_CARD
from qualcoder_nhs.ui.look.wrapped_text import Wrapped
from qualcoder_nhs.ui.themes.card_layout import FOOT, GAP, INSET, LABELS, TOP, Laid, laid_out
from qualcoder_nhs.ui.themes.rows import CardModel, CardRow, Heading, Nothing
from qualcoder_nhs.ui.widgets.row_paint import (
    RIGHT,
    ModelIndex,
    has_focus,
    is_chosen,
    paint_focus,
    write,
)

_HEADING, _PITCH = 40, 19
_KEPT = 2_000


class CardPainter(QStyledItemDelegate):
    """Paints headings and cards; a card is laid out once for each width.

    `names` are the codes' names, shown on cards that are only offered; words are `smaller` by so
    many pixels than on the theme's own page.
    """

    def __init__(self, theme: Theme, model: CardModel) -> None:
        super().__init__(model)
        self.theme = theme
        self.width, self.smaller = 420, 0
        self.names: dict[CodeId, str] = {}
        self.roles: tuple[str, ...] = ()
        self._model = model
        self._laid: dict[object, Laid] = {}

    def forget(self) -> None:
        """Lay out anew: the theme, the width or the study is another."""
        self._laid.clear()

    def laid(self, row: Chosen | Offered) -> Laid:
        """The layout of a card."""
        if len(self._laid) > _KEPT:
            self._laid.clear()
        if row not in self._laid:
            offered = row.words.codes if isinstance(row, Offered) else ()
            codes = " · ".join(self.names[code] for code in offered if code in self.names)
            self._laid[row] = laid_out(row, self.width, self._smaller_theme(), codes)
        return self._laid[row]

    def _smaller_theme(self) -> Theme:
        return replace(self.theme, text_pixels=self.theme.text_pixels - self.smaller)

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option
        row = self._model.rows[index.row()]
        if isinstance(row, Heading):
            return QSize(self.width, grown(_HEADING))
        if isinstance(row, Nothing):
            return QSize(self.width, round(self._sentence(row).height) + 16)
        return QSize(self.width, self.laid(row).height)

    def _sentence(self, row: Nothing) -> Wrapped:
        return Wrapped(row.words, chrome_font(), self.width - 8, grown(_PITCH))

    # ── painting ─────────────────────────────────────────────────────────────────────────────

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        row: CardRow = self._model.rows[index.row()]
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, box, row)
        elif isinstance(row, Nothing):
            ink = self.theme.tokens.ink2
            self._sentence(row).paint(painter, box.topLeft() + QPointF(2, 2), ink)
        else:
            card = box.adjusted(0.5, 0.5, -0.5, -0.5 - GAP)
            self._paint_ground(painter, card, option, row)
            self._paint_words(painter, card, self.laid(row))
            self._paint_foot(painter, card, row.words)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, row: Heading) -> None:
        tokens, room = self.theme.tokens, box.adjusted(0, 8, -2, 0)
        if row.against:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tokens.bad))
            paint_flag(painter, Flag.IDENTIFYING, QPointF(6, room.center().y()), tokens.bad, 12)
            room.setLeft(room.left() + 20)
        used = write(painter, room, row.words, chrome_font(Size.LABEL), tokens.ink)
        room.setLeft(room.left() + used + 12)
        write(painter, room, row.told, chrome_font(Size.SMALL), tokens.ink2, RIGHT)

    def _paint_ground(
        self, painter: QPainter, card: QRectF, option: QStyleOptionViewItem, row: Chosen | Offered
    ) -> None:
        tokens, chosen = self.theme.tokens, is_chosen(option)
        painter.setPen(QPen(colour(tokens.accent if chosen else tokens.line), 1))
        painter.setBrush(colour(tokens.raised))
        painter.drawRoundedRect(card, RADIUS_CARD, RADIUS_CARD)
        if isinstance(row, Chosen) and row.quote.against:
            edge = QRectF(card.left(), card.top() + 5, 3, card.height() - 10)
            painter.fillRect(edge, colour(tokens.bad))
        if has_focus(option):
            paint_focus(painter, card, tokens)

    def _paint_words(self, painter: QPainter, card: QRectF, laid: Laid) -> None:
        tokens = self.theme.tokens
        at = QPointF(card.left() + INSET, card.top() + TOP)
        named = len(laid.pieces) > 1
        for piece in laid.pieces:
            if piece.label and piece.said.voice:
                look = role_look(piece.said.voice.function, piece.said.voice.role, self.roles)
                room = QRectF(at.x(), at.y(), grown(LABELS) - 6, grown(24))
                label, ink = chrome_font(Size.SMALL_LABEL), look.colour(tokens)
                write(painter, room, piece.label, label, ink)
            piece.words.paint(painter, at + QPointF(grown(LABELS) if named else 0, 0), tokens.ink)
            at += QPointF(0, piece.words.height)
        for note in laid.notes:
            note.paint(painter, at + QPointF(0, 4), tokens.ink2)
            at += QPointF(0, note.height + 4)

    def _paint_foot(self, painter: QPainter, card: QRectF, words: Words) -> None:
        tokens, small = self.theme.tokens, chrome_font(Size.SMALL)
        room = card.adjusted(INSET, card.height() - grown(FOOT), -INSET, -4)
        used = write(painter, room, turn_words(words), small, tokens.ink2, RIGHT)
        room.setRight(room.right() - used - 12)
        middle = room.center().y()
        if Flag.STRONG in words.flags:
            paint_flag(painter, Flag.STRONG, QPointF(room.left() + 5, middle), tokens.warn)
            room.setLeft(room.left() + 18)
        for voice in words.voices[:1]:
            look = role_look(voice.function, voice.role, self.roles)
            at = QPointF(room.left() + 4, middle)
            paint_shape(painter, look.shape, at, look.colour(tokens))
            room.setLeft(room.left() + 16)
        used = write(painter, room, words.attribution.strip("()"), small, tokens.ink2)
        if Flag.IDENTIFYING in words.flags:
            self._paint_hidden(painter, room.adjusted(used + 12, 0, 0, 0))

    def _paint_hidden(self, painter: QPainter, room: QRectF) -> None:
        tokens = self.theme.tokens
        place = QRectF(room.left(), room.center().y() - 7, 14, 14)
        paint_icon(painter, "eye-off", place, tokens.warn)
        words = _("identifying")
        write(painter, room.adjusted(18, 0, 0, 0), words, chrome_font(Size.SMALL), tokens.warn)


def turn_words(words: Words) -> str:
    """`turn 14`, `turns 21–24`; nothing where it is no turn."""
    if not words.turns:
        return ""
    first, last = words.turns[0], words.turns[-1]
    if first == last:
        return _("turn {number}").format(number=first)
    return _("turns {first}–{last}").format(first=first, last=last)

"""How an excerpt is painted: words on the tint of their code, grey turns around, who and where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.domain.excerpts import Excerpt, Said, Section
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.excerpts.excerpt_model import MOST_CONTEXT, ExcerptModel, Row
from qualcoder_nhs.ui.excerpts.spread_words import spread_words
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown, transcript_font
from qualcoder_nhs.ui.look.glyphs import paint_flag, paint_shape, role_look
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme, blend, colour
from qualcoder_nhs.ui.look.wrapped_text import Wrapped
from qualcoder_nhs.ui.widgets.row_paint import (
    RIGHT,
    ModelIndex,
    has_focus,
    is_chosen,
    paint_focus,
    write,
)

_LEFT, _GUTTER, _TOP, _FOOT, _HEADING = 24, 56, 12, 30, 40
_PITCH, _PIXELS, _GREY_PITCH, _GREY_PIXELS, _SMALL_PITCH = 25, 16, 22, 14, 18
_MEASURE = 720
_KEPT = 20_000


@dataclass(frozen=True)
class Piece:
    """Words of one turn as they are laid out; `label` where several people speak."""

    words: Wrapped
    said: Said
    label: str
    grey: bool


class ExcerptPainter(QStyledItemDelegate):
    """Paints the rows of the excerpt list; heights are measured once for each width."""

    def __init__(self, theme: Theme, model: ExcerptModel) -> None:
        super().__init__(model)
        self.theme = theme
        self.width = 600
        self.looks: Mapping[CodeId, Look] = {}
        self.roles: tuple[str, ...] = ()
        self._model = model
        self._heights: dict[tuple[object, ...], int] = {}

    def forget(self) -> None:
        """Measure anew: the theme or the study is another."""
        self._heights.clear()

    # ── measuring ────────────────────────────────────────────────────────────────────────────

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option
        row = self._model.rows[index.row()]
        if isinstance(row, Section):
            return QSize(self.width, grown(_HEADING))
        key = (row.coding.id, row.coding.span, row.memo, self.width, self._model.context_of(row))
        height = self._heights.get(key)
        if height is None:
            if len(self._heights) > _KEPT:
                self._heights.clear()
            height = self._heights[key] = self._measure(row)
        return QSize(self.width, height)

    def _measure(self, excerpt: Excerpt) -> int:
        words = sum(piece.words.height for piece in self._pieces(excerpt))
        memo = self._memo(excerpt)
        return round(_TOP + words + grown(_FOOT) + (memo.height + 8 if memo else 0))

    def _pieces(self, excerpt: Excerpt) -> Iterator[Piece]:
        before, after = self._model.around(excerpt)
        named = len(excerpt.said) > 1 or bool(before or after)
        for said in before:
            yield self._piece(said, grey=True, named=named)
        for said in excerpt.said:
            yield self._piece(said, grey=False, named=named)
        for said in after:
            yield self._piece(said, grey=True, named=named)

    def _piece(self, said: Said, *, grey: bool, named: bool) -> Piece:
        pixels, pitch = (_GREY_PIXELS, _GREY_PITCH) if grey else (_PIXELS, _PITCH)
        font = transcript_font(pixels, self.theme.face)
        room = min(_MEASURE, self.width - 2 * _LEFT - (grown(_GUTTER) if named else 0))
        label = said.voice.name if named and said.voice else ""
        return Piece(Wrapped(said.text, font, room, pitch), said, label, grey)

    def _memo(self, excerpt: Excerpt) -> Wrapped | None:
        if not excerpt.memo:
            return None
        words = _("Memo: {}").format(excerpt.memo)
        room = min(_MEASURE, self.width - 2 * _LEFT) - 16
        return Wrapped(words, chrome_font(Size.SMALL), room, grown(_SMALL_PITCH))

    def more_link(self, box: QRectF, excerpt: Excerpt) -> tuple[str, QRectF]:
        """The words that open the context, and where they stand in the row's box."""
        words = _("less around it")
        if self._model.context_of(excerpt) < MOST_CONTEXT:
            words = _("more around it")
        width = QFontMetricsF(chrome_font(Size.SMALL)).horizontalAdvance(words) + 8
        right = min(box.right() - _LEFT, box.left() + _LEFT + _MEASURE + grown(_GUTTER))
        right -= self._reference_width(excerpt) + 16
        return words, QRectF(right - width, box.bottom() - grown(_FOOT) + 1, width, grown(24))

    def _reference_width(self, excerpt: Excerpt) -> float:
        return QFontMetricsF(chrome_font(Size.SMALL)).horizontalAdvance(excerpt.reference)

    # ── painting ─────────────────────────────────────────────────────────────────────────────

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        row: Row = self._model.rows[index.row()]
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Section):
            self._paint_heading(painter, box, row)
        else:
            if is_chosen(option):
                self._paint_chosen(painter, box)
            if has_focus(option):
                paint_focus(painter, box, self.theme.tokens)
            self._paint_excerpt(painter, box, row)
        painter.restore()

    def _paint_chosen(self, painter: QPainter, box: QRectF) -> None:
        tokens = self.theme.tokens
        painter.fillRect(box, blend(tokens.paper, tokens.accent_bg, 0.55))
        painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), colour(tokens.accent))

    def _paint_heading(self, painter: QPainter, box: QRectF, section: Section) -> None:
        tokens, look = self.theme.tokens, self.looks[section.code.id]
        painter.fillRect(box, blend(tokens.paper, tokens.ink, tokens.hover))
        self._paint_line(painter, box)
        middle = box.center().y()
        wide, high = grown(26), grown(16)
        mark = QRectF(box.left() + _LEFT, middle - high / 2, wide, high)
        painter.fillRect(mark, colour(look.tint))
        painter.fillRect(QRectF(mark.left(), mark.top(), 3, mark.height()), colour(look.stripe))
        least, centre = chrome_font(Size.LEAST), Qt.AlignmentFlag.AlignCenter
        write(painter, mark.adjusted(3, 0, 0, 0), look.mark, least, tokens.ink, centre)
        room = box.adjusted(_LEFT + wide + 10, 0, -_LEFT, 0)
        counts = spread_words(section.spread)
        small = chrome_font(Size.SMALL)
        used = write(painter, room, counts, small, tokens.ink2, RIGHT)
        room.setRight(room.right() - used - 16)
        used = write(painter, room, look.name, chrome_font(Size.LABEL), tokens.ink)
        write(painter, room.adjusted(used + 12, 0, 0, 0), look.path, small, tokens.ink3)

    def _paint_line(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(colour(self.theme.tokens.line), 1))
        foot = box.bottom() - 0.5
        painter.drawLine(QPointF(box.left(), foot), QPointF(box.right(), foot))

    def _paint_excerpt(self, painter: QPainter, box: QRectF, excerpt: Excerpt) -> None:
        tokens, look = self.theme.tokens, self.looks[excerpt.code.id]
        at = QPointF(box.left() + _LEFT, box.top() + _TOP)
        for piece in self._pieces(excerpt):
            words_at = at + QPointF(grown(_GUTTER) if self._named(excerpt) else 0, 0)
            if piece.label:
                self._paint_label(painter, at, piece)
            if not piece.grey:
                piece.words.paint_tint(painter, words_at, look.tint, look.stripe)
            piece.words.paint(painter, words_at, tokens.ink3 if piece.grey else tokens.ink)
            at += QPointF(0, piece.words.height)
        memo = self._memo(excerpt)
        if memo:
            painter.fillRect(QRectF(at.x(), at.y() + 4, 2, memo.height), colour(tokens.line2))
            memo.paint(painter, at + QPointF(12, 4), tokens.ink2)
        self._paint_foot(painter, box, excerpt, look)
        self._paint_line(painter, box)

    def _named(self, excerpt: Excerpt) -> bool:
        before, after = self._model.around(excerpt)
        return len(excerpt.said) > 1 or bool(before or after)

    def _paint_label(self, painter: QPainter, at: QPointF, piece: Piece) -> None:
        pitch = _GREY_PITCH if piece.grey else _PITCH
        room = QRectF(at.x(), at.y(), grown(_GUTTER) - 8, pitch)
        voice, tokens = piece.said.voice, self.theme.tokens
        ink = tokens.ink3
        if voice and not piece.grey:
            ink = role_look(voice.function, voice.role, self.roles).colour(tokens)
        write(painter, room, piece.label, chrome_font(Size.SMALL_LABEL), ink)

    def _paint_foot(self, painter: QPainter, box: QRectF, excerpt: Excerpt, look: Look) -> None:
        tokens, small = self.theme.tokens, chrome_font(Size.SMALL)
        top = box.bottom() - grown(_FOOT)
        room = QRectF(box.left() + _LEFT, top, _MEASURE + grown(_GUTTER), grown(26))
        room.setRight(min(room.right(), box.right() - _LEFT))
        write(painter, room, excerpt.reference, small, tokens.ink2, RIGHT)
        words, place = self.more_link(box, excerpt)
        linked = QFont(small)
        linked.setUnderline(True)
        write(painter, place, words, linked, tokens.ink2)
        room.setRight(place.left() - 8)
        for voice in excerpt.voices[:1]:
            shape = role_look(voice.function, voice.role, self.roles)
            centre = QPointF(room.left() + 4, room.center().y())
            paint_shape(painter, shape.shape, centre, shape.colour(tokens))
            room.setLeft(room.left() + 16)
        room.setLeft(
            room.left() + write(painter, room, excerpt.attribution, small, tokens.ink2) + 12
        )
        self._paint_code(painter, room, excerpt, look)

    def _paint_code(self, painter: QPainter, room: QRectF, excerpt: Excerpt, look: Look) -> None:
        tokens, middle = self.theme.tokens, room.center().y()
        for flag in excerpt.coding.flags:
            paint_flag(painter, flag, QPointF(room.left() + 5, middle), tokens.warn)
            room.setLeft(room.left() + 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(look.chip))
        painter.drawRoundedRect(QRectF(room.left(), middle - 4, 8, 8), 2, 2)
        words = f"{look.name} · {excerpt.coder}"
        write(painter, room.adjusted(14, 0, 0, 0), words, chrome_font(Size.SMALL), tokens.ink3)

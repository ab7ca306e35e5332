"""How a passage of talk is painted: its turns with the parts marked, who and where at the foot."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.talk_passage import Marked, SaidTurn, TalkPassage
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.analyse.talk_model import TalkModel, turns_words
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown, transcript_font
from qualcoder_nhs.ui.look.glyphs import QUIET, paint_flag, paint_shape, role_look
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme, blend, colour
from qualcoder_nhs.ui.look.wrapped_text import Wrapped
from qualcoder_nhs.ui.offsets import Offsets
from qualcoder_nhs.ui.widgets.row_paint import (
    RIGHT,
    ModelIndex,
    has_focus,
    is_chosen,
    paint_focus,
    paint_row_line,
    write,
)

_LEFT, _TOP, _FOOT, _HEADING, _LABEL = 16, 10, 28, 26, 44
_PITCH, _PIXELS, _MEASURE = 25, 16, 640


@dataclass(frozen=True)
class Piece:
    """Words of one turn, laid out."""

    said: SaidTurn
    words: Wrapped


class TalkPainter(QStyledItemDelegate):
    """Paints passages; `width` is what they are broken at, `roles` are those without a shape."""

    def __init__(self, theme: Theme, model: TalkModel) -> None:
        super().__init__(model)
        self.theme, self.width = theme, 320
        self.looks: Mapping[CodeId, Look] = {}
        self.roles: tuple[str, ...] = ()
        self._model = model

    # ── measuring ────────────────────────────────────────────────────────────────────────────

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option
        row = self._model.rows[index.row()]
        words = sum(piece.words.height for piece in self._pieces(row))
        over = grown(_HEADING) if self._model.heading(index.row()) else 0
        return QSize(self.width, round(_TOP + over + words + grown(_FOOT)))

    def _pieces(self, row: TalkPassage) -> Iterator[Piece]:
        font = transcript_font(_PIXELS, self.theme.face)
        room = min(_MEASURE, self.width - 2 * _LEFT - self._label_width(row))
        for said in row.said:
            yield Piece(said, Wrapped(said.words, font, room, _PITCH))

    @staticmethod
    def _label_width(row: TalkPassage) -> int:
        return grown(_LABEL) if len(row.said) > 1 else 0

    # ── painting ─────────────────────────────────────────────────────────────────────────────

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        row, box = self._model.rows[index.row()], QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self.theme.tokens
        if is_chosen(option):
            painter.fillRect(QRectF(box.left(), box.top() + 2, 3, box.height() - 4),
                             colour(tokens.accent))  # fmt: skip
        if has_focus(option):
            paint_focus(painter, box, tokens)
        at = QPointF(box.left() + _LEFT, box.top() + _TOP)
        if over := self._model.heading(index.row()):
            room = QRectF(at.x(), at.y(), box.width() - 2 * _LEFT, grown(_HEADING) - 6)
            write(painter, room, over, chrome_font(Size.SMALL_LABEL), tokens.ink)
            at += QPointF(0, grown(_HEADING))
        for piece in self._pieces(row):
            self._paint_piece(painter, at, row, piece)
            at += QPointF(0, piece.words.height)
        self._paint_foot(painter, box, row)
        paint_row_line(painter, box, blend(tokens.paper, tokens.line, 0.8))
        painter.restore()

    def _paint_piece(self, painter: QPainter, at: QPointF, row: TalkPassage, piece: Piece) -> None:
        tokens, voice = self.theme.tokens, piece.said.voice
        width = self._label_width(row)
        if width and voice:
            look = role_look(voice.function, voice.role, self.roles)
            room = QRectF(at.x(), at.y(), width - 6, _PITCH)
            write(painter, room, voice.name, chrome_font(Size.SMALL_LABEL), look.colour(tokens))
        words_at, places = at + QPointF(width, 0), Offsets(piece.said.words)
        for mark in piece.said.marks:
            tint, edge = self._colours(mark)
            ends = places.to_units(mark.start), places.to_units(mark.end)
            piece.words.paint_part(painter, words_at, ends, tint, edge)
        moderates = voice is not None and role_look(voice.function, voice.role) is QUIET
        piece.words.paint(painter, words_at, tokens.ink2 if moderates else tokens.ink)

    def _colours(self, mark: Marked) -> tuple[str, str]:
        look = self.looks.get(mark.code) if mark.code else None
        if look is None:
            return self.theme.tokens.accent_bg, self.theme.tokens.accent
        return look.tint, look.stripe

    def _paint_foot(self, painter: QPainter, box: QRectF, row: TalkPassage) -> None:
        tokens, small = self.theme.tokens, chrome_font(Size.SMALL)
        room = QRectF(box.left() + _LEFT, box.bottom() - grown(_FOOT), 0, grown(_FOOT) - 4)
        room.setRight(min(box.right() - _LEFT, room.left() + _MEASURE + grown(_LABEL)))
        used = write(painter, room, turns_words(row), small, tokens.ink2, RIGHT)
        room.setRight(room.right() - used - 12)
        for voice in row.voices[:1]:
            look = role_look(voice.function, voice.role, self.roles)
            centre = QPointF(room.left() + 4, room.center().y())
            paint_shape(painter, look.shape, centre, look.colour(tokens))
            room.setLeft(room.left() + 16)
        names = ", ".join(voice.name for voice in row.voices)
        told = _("{transcript}, {names}").format(transcript=row.name, names=names)
        used = write(painter, room, told if names else row.name, small, tokens.ink)
        room.setLeft(room.left() + used + 10)
        for flag in row.flags:
            middle = QPointF(room.left() + 5, room.center().y())
            paint_flag(painter, flag, middle, tokens.warn)
            room.setLeft(room.left() + 16)

"""How the lines of a file are painted: number, speaker, words, and the answers to a doubt."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.ui.fonts import Size, chrome_font, transcript_font
from qualcoder_nhs.ui.glyphs import role_look
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.importing.answers import Answer
from qualcoder_nhs.ui.importing.line_model import LineModel, speaker_of
from qualcoder_nhs.ui.importing.lines import Line
from qualcoder_nhs.ui.importing.session import Session
from qualcoder_nhs.ui.row_paint import RIGHT, ModelIndex, has_focus, is_chosen, write
from qualcoder_nhs.ui.theme import Theme, blend, colour
from qualcoder_nhs.ui.tokens import RADIUS_ROW
from qualcoder_nhs.ui.wrapped_text import Wrapped

_NUMBER_RIGHT, _LABEL_LEFT, _TEXT_LEFT, _PAD = 32, 44, 110, 8
_ROW, _PITCH, _SMALL_PITCH, _BUTTON = 31, 24, 18, 24
_TEXT_PIXELS = 16
_RIGHT = 16


class LinePainter(QStyledItemDelegate):
    """Paints a line: number, speaker, words; for a doubtful one why, and how to take it."""

    def __init__(self, theme: Theme, model: LineModel, session: Session) -> None:
        super().__init__(model)
        self.theme = theme
        self.width = 400
        self._model = model
        self._session = session

    # ── measuring ────────────────────────────────────────────────────────────────────────────

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option
        line = self._model.lines[index.row()]
        if not self._model.is_open(line):
            return QSize(self.width, _ROW)
        words, why = self._blocks(line)
        return QSize(self.width, round(words.height + why.height + _BUTTON + 4 * _PAD - 6))

    def _blocks(self, line: Line) -> tuple[Wrapped, Wrapped]:
        room = self.width - _TEXT_LEFT - _RIGHT
        words = Wrapped(line.text, self._serif(), room, _PITCH)
        why = line.doubt.what if line.doubt else ""
        return words, Wrapped(why, chrome_font(Size.SMALL), room, _SMALL_PITCH)

    def _serif(self) -> QFont:
        return transcript_font(_TEXT_PIXELS, self.theme.face)

    def buttons(self, box: QRectF, line: Line) -> Iterator[tuple[Answer, QRectF]]:
        """Where the answers of an open line stand in its box."""
        metrics = QFontMetricsF(chrome_font(Size.SMALL))
        left, top = box.left() + _TEXT_LEFT, box.bottom() - _PAD - _BUTTON
        for answer in self._model.answers(line):
            width = metrics.horizontalAdvance(answer.words) + 20
            yield answer, QRectF(left, top, width, _BUTTON)
            left += width + 8

    # ── painting ─────────────────────────────────────────────────────────────────────────────

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        line, box = self._model.lines[index.row()], QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = is_chosen(option)
        if self._model.is_open(line):
            self._paint_doubt(painter, box, line, chosen=chosen)
        else:
            self._paint_line(painter, box, line, chosen=chosen and has_focus(option))
        painter.restore()

    def _paint_line(self, painter: QPainter, box: QRectF, line: Line, *, chosen: bool) -> None:
        tokens = self.theme.tokens
        if chosen:
            painter.fillRect(box, blend(tokens.paper, tokens.ink, tokens.hover))
        self._paint_gutter(painter, box, line)
        if line.doubt:
            place = QRectF(box.left() + _TEXT_LEFT - 18, box.center().y() - 6, 12, 12)
            paint_icon(painter, "check", place, tokens.ok)
        room = box.adjusted(_TEXT_LEFT, 0, -_RIGHT, 0)
        words = line.text.replace("\n", " ")
        write(painter, room, words, transcript_font(_TEXT_PIXELS, self.theme.face), self._ink(line))

    def _paint_doubt(self, painter: QPainter, box: QRectF, line: Line, *, chosen: bool) -> None:
        tokens = self.theme.tokens
        painter.fillRect(box, colour(tokens.warn_bg))
        painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), colour(tokens.warn))
        self._paint_gutter(painter, QRectF(box.left(), box.top() + 2, box.width(), _ROW), line)
        words, why = self._blocks(line)
        at = QPointF(box.left() + _TEXT_LEFT, box.top() + _PAD - 2)
        words.paint(painter, at, tokens.ink)
        why.paint(painter, at + QPointF(0, words.height + 4), tokens.warn)
        for place, (answer, room) in enumerate(self.buttons(box, line)):
            marked = place == (self._model.marked if chosen else 0)
            self._paint_button(painter, room, answer.words, marked=marked)

    def _paint_button(self, painter: QPainter, room: QRectF, words: str, *, marked: bool) -> None:
        tokens = self.theme.tokens
        painter.setPen(QPen(colour(tokens.accent if marked else tokens.line), 1))
        painter.setBrush(colour(tokens.raised))
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_ROW, RADIUS_ROW)
        ink = tokens.accent if marked else tokens.ink
        write(painter, room, words, chrome_font(Size.SMALL), ink, Qt.AlignmentFlag.AlignCenter)

    def _paint_gutter(self, painter: QPainter, box: QRectF, line: Line) -> None:
        tokens, least = self.theme.tokens, chrome_font(Size.LEAST)
        number = QRectF(box.left(), box.top(), _NUMBER_RIGHT, box.height())
        write(painter, number, str(line.number), least, tokens.ink3, RIGHT)
        if line.label is None:
            return
        part = self._model.part(line.label)
        role = part.attributes.get("role", "")
        look = role_look(part.function, role, self._session.other_roles)
        room = QRectF(box.left() + _LABEL_LEFT, box.top(), 58, box.height())
        words = speaker_of(self._model, line)
        write(painter, room, words, chrome_font(Size.SMALL_LABEL), look.colour(tokens))

    def _ink(self, line: Line) -> str:
        tokens = self.theme.tokens
        if not line.spoken:
            return tokens.ink3
        asked = line.label is not None and not self._model.part(line.label).participants
        return tokens.ink2 if asked else tokens.ink

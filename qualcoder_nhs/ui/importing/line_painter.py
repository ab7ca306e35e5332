"""How the lines of a file are painted: number, speaker, words, and the answers to a doubt."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.importing.answers import Answer
from qualcoder_nhs.ui.importing.line_model import LineModel, speaker_of
from qualcoder_nhs.ui.importing.lines import Line
from qualcoder_nhs.ui.importing.session import Session
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, transcript_font
from qualcoder_nhs.ui.look.glyphs import role_look
from qualcoder_nhs.ui.look.theme import Theme, blend, colour
from qualcoder_nhs.ui.look.tokens import RADIUS_ROW
from qualcoder_nhs.ui.look.wrapped_text import Wrapped
from qualcoder_nhs.ui.widgets.row_paint import RIGHT, ModelIndex, has_focus, is_chosen, write

_NUMBER_RIGHT, _LABEL_LEFT, _PAD = 32, 44, 8
_TEXT_LEFT, _TEXT_LEFT_NARROW, _NARROW = 134, 110, 440
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
        answers = len(self._rows(line)) * (_BUTTON + _PAD)
        return QSize(self.width, round(words.height + why.height + answers + 3 * _PAD - 6))

    def _blocks(self, line: Line) -> tuple[Wrapped, Wrapped]:
        room = self.width - self._text_left - _RIGHT
        words = Wrapped(line.text, self._serif(), room, _PITCH)
        why = line.doubt.what if line.doubt else ""
        return words, Wrapped(why, chrome_font(Size.SMALL), room, _SMALL_PITCH)

    @property
    def _text_left(self) -> int:
        """Where words begin; a narrow list leaves less room for labels."""
        return _TEXT_LEFT if self.width >= _NARROW else _TEXT_LEFT_NARROW

    def _serif(self) -> QFont:
        return transcript_font(_TEXT_PIXELS, self.theme.face)

    def buttons(self, box: QRectF, line: Line) -> Iterator[tuple[Answer, QRectF]]:
        """Where the answers of an open line stand in its box."""
        rows = self._rows(line)
        top = box.bottom() - len(rows) * (_BUTTON + _PAD)
        for row in rows:
            left = box.left() + self._text_left
            for answer, width in row:
                yield answer, QRectF(left, top, width, _BUTTON)
                left += width + _PAD
            top += _BUTTON + _PAD

    def _rows(self, line: Line) -> list[list[tuple[Answer, float]]]:
        """The answers with their widths, as many side by side as there is room for."""
        metrics = QFontMetricsF(chrome_font(Size.SMALL))
        rows: list[list[tuple[Answer, float]]] = [[]]
        left = room = float(self.width - self._text_left - _RIGHT)
        for answer in self._model.answers(line):
            width = min(metrics.horizontalAdvance(answer.words) + 20, room)
            if rows[-1] and width > left:
                rows.append([])
                left = room
            rows[-1].append((answer, width))
            left -= width + _PAD
        return rows

    # ── painting ─────────────────────────────────────────────────────────────────────────────

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        line, box = self._model.lines[index.row()], QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = is_chosen(option)
        if self._model.is_open(line):
            marked = self._model.marked if chosen else 0
            self._paint_doubt(painter, box, line, marked, focused=chosen and has_focus(option))
        else:
            self._paint_line(painter, box, line, chosen=chosen and has_focus(option))
        painter.restore()

    def _paint_line(self, painter: QPainter, box: QRectF, line: Line, *, chosen: bool) -> None:
        tokens = self.theme.tokens
        if chosen:
            painter.fillRect(box, blend(tokens.paper, tokens.ink, tokens.hover))
        self._paint_gutter(painter, box, line)
        if line.doubt:
            place = QRectF(box.left() + self._text_left - 15, box.center().y() - 6, 12, 12)
            paint_icon(painter, "check", place, tokens.ok)
        room = box.adjusted(self._text_left, 0, -_RIGHT, 0)
        words = line.text.replace("\n", " ")
        write(painter, room, words, transcript_font(_TEXT_PIXELS, self.theme.face), self._ink(line))

    def _paint_doubt(
        self, painter: QPainter, box: QRectF, line: Line, marked: int, *, focused: bool
    ) -> None:
        tokens = self.theme.tokens
        painter.fillRect(box, colour(tokens.warn_bg))
        painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), colour(tokens.warn))
        self._paint_gutter(painter, QRectF(box.left(), box.top() + 2, box.width(), _ROW), line)
        words, why = self._blocks(line)
        at = QPointF(box.left() + self._text_left, box.top() + _PAD - 2)
        words.paint(painter, at, tokens.ink)
        why.paint(painter, at + QPointF(0, words.height + 4), tokens.warn)
        for place, (answer, room) in enumerate(self.buttons(box, line)):
            self._paint_button(painter, room, answer.words, marked=place == marked)
            if focused and place == marked:
                self._paint_ring(painter, room)

    def _paint_button(self, painter: QPainter, room: QRectF, words: str, *, marked: bool) -> None:
        tokens = self.theme.tokens
        painter.setPen(QPen(colour(tokens.accent if marked else tokens.line), 1))
        painter.setBrush(colour(tokens.raised))
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_ROW, RADIUS_ROW)
        ink = tokens.accent if marked else tokens.ink
        write(painter, room, words, chrome_font(Size.SMALL), ink, Qt.AlignmentFlag.AlignCenter)

    def _paint_ring(self, painter: QPainter, room: QRectF) -> None:
        """Here are the keys: Enter takes this answer."""
        painter.setPen(QPen(colour(self.theme.tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(room.adjusted(-3, -3, 3, 3), RADIUS_ROW + 3, RADIUS_ROW + 3)

    def _paint_gutter(self, painter: QPainter, box: QRectF, line: Line) -> None:
        tokens, least = self.theme.tokens, chrome_font(Size.LEAST)
        number = QRectF(box.left(), box.top(), _NUMBER_RIGHT, box.height())
        write(painter, number, str(line.number), least, tokens.ink3, RIGHT)
        if line.label is None:
            return
        part = self._model.part(line.label)
        role = part.attributes.get("role", "")
        look = role_look(part.function, role, self._session.other_roles)
        room = QRectF(
            box.left() + _LABEL_LEFT, box.top(), self._text_left - _LABEL_LEFT - 16, box.height()
        )
        words = speaker_of(self._model, line)
        write(painter, room, words, chrome_font(Size.SMALL_LABEL), look.colour(tokens))

    def _ink(self, line: Line) -> str:
        tokens = self.theme.tokens
        if not line.spoken:
            return tokens.ink3
        asked = line.label is not None and not self._model.part(line.label).participants
        return tokens.ink2 if asked else tokens.ink

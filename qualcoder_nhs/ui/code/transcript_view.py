"""The hands on the transcript: keys, mouse, grips and drops become wishes."""

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QToolTip, QWidget

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.ui.code.keyboard import Kind, Stroke, read
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.code.text_page import TextPage
from qualcoder_nhs.ui.code.tips import coding_tip
from qualcoder_nhs.ui.code.walking import Words
from qualcoder_nhs.ui.mime import Passage, code_in, put_passage


class TranscriptView(TextPage):
    """The page with hands on it.

    `command` bears an id of the table of keys, `typed` the letters meant for the palette, `recent`
    the number of a recent code. `ends_wanted` bears a coding and its new span, `code_dropped` a
    code and the span it was dropped on. `words_taken` tells that a selection by mouse is finished,
    `left` that the keys are to go on from the text, forward or back, `menu_wanted` where the
    menu of the turn at the caret shall open.
    """

    command = Signal(str)
    typed = Signal(str)
    recent = Signal(int)
    ends_wanted = Signal(str, object)
    code_dropped = Signal(str, object)
    words_taken = Signal()
    left = Signal(bool)
    menu_wanted = Signal(object)

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self.moving_ends = False
        self.letter_keys = True
        self._carried: list[Span] = []

    def leave(self, *, forward: bool) -> None:
        """Give the focus to the next control, or to the one before."""
        super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        selected = self.textCursor().hasSelection()
        stroke = read(
            event,
            selected=selected,
            ends=self.moving_ends,
            letters=self.letter_keys,
            linking=self.state.linking is not None,
        )
        if stroke is None:
            super().keyPressEvent(event)
        elif stroke.kind is Kind.SELECT_THEN_SNAP:
            super().keyPressEvent(event)
            self.snap()
        else:
            event.accept()
            self._obey(stroke)

    def _obey(self, stroke: Stroke) -> None:
        if stroke.kind in (Kind.COMMAND, Kind.ENDS):
            self.command.emit(stroke.what)
        elif stroke.kind is Kind.RECENT:
            self.recent.emit(int(stroke.what))
        elif stroke.kind is Kind.TYPED:
            self.typed.emit(stroke.what)
        else:
            self._extend(forth=stroke.what == "forth", by_word=stroke.kind is Kind.SELECT_WORD)

    def _extend(self, *, forth: bool, by_word: bool) -> None:
        """Move the selection's free end, which begins at the caret."""
        cursor = self.textCursor()
        anchor = self.state.paragraphs.to_stored(cursor.anchor())
        free = self.caret()
        if by_word:
            words = Words(self.state.text, self.state.paragraphs)
            free = words.end_after(free) if forth else words.start_before(free)
        else:
            move = QTextCursor.MoveOperation
            cursor.movePosition(
                move.NextCharacter if forth else move.PreviousCharacter,
                QTextCursor.MoveMode.KeepAnchor,
            )
            free = self.state.paragraphs.to_stored(cursor.position())
        self.select(Span(min(anchor, free), max(anchor, free)), backwards=free < anchor)
        if by_word:
            self.snap()

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: FBT001  (Qt's signature)
        """Tab walks through the codings first; the keyboard decides when it leaves."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.grips.press(
            self.in_document(event.position())
        ):
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.grips.dragging:
            exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.grips.drag(self.position_at(event.position(), exact=False), exact=exact)
            return
        self._carried.clear()
        super().mouseMoveEvent(event)
        for carried in self._carried:
            self._let_go(event, carried)
        if event.buttons() == Qt.MouseButton.NoButton:
            over = self.coding_at(event.position())
            self.state.hover(over.id if over else None)

    def _let_go(self, event: QMouseEvent, carried: Span) -> None:
        """Words were carried away. Qt's text forgets only with the next press that it is ready to
        carry them: until then every move would take them up, and the next click would drop them.
        """
        self.put_caret(carried.end)
        kind, left, none = QEvent.Type, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        place = (event.position(), event.globalPosition())
        super().mousePressEvent(
            QMouseEvent(kind.MouseButtonPress, *place, left, left, event.modifiers())
        )
        super().mouseReleaseEvent(
            QMouseEvent(kind.MouseButtonRelease, *place, left, none, event.modifiers())
        )
        self.select(carried)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.grips.dragging:
            span = self.grips.release()
            if span and self.state.chosen:
                self.ends_wanted.emit(self.state.chosen, span)
            self.state.preview_ends(None)
            return
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.snap()
            self.words_taken.emit()
        else:
            coding = self.coding_at(event.position())
            self.state.choose(coding.id if coding else None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        position = self.position_at(QPointF(event.pos()), exact=False)
        if position is not None and not self.selected():
            self.put_caret(position)
        self.menu_wanted.emit(event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        self.state.hover(None)
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            coding = self.coding_at(QPointF(event.pos()))
            QToolTip.showText(
                event.globalPos(), coding_tip(self.state, coding) if coding else "", self
            )
            return True
        return super().viewportEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The stored words, never what Qt made of them."""
        mime = QMimeData()
        span = self.selected()
        if span:
            passage = Passage(self.state.page.transcript.id, span)
            put_passage(mime, passage, span.of(self.state.text))
            self._carried.append(span)
        return mime

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if code_in(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if code_in(event.mimeData()):
            self.framed = self._drop_target(event.position())
            event.acceptProposedAction()
            self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.framed = None
        self.viewport().update()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        code = code_in(event.mimeData())
        target = self._drop_target(event.position())
        self.framed = None
        self.viewport().update()
        if code and target:
            event.acceptProposedAction()
            self.code_dropped.emit(code, target)

    def _drop_target(self, point: QPointF) -> Span | None:
        """The selected words if the point is on them, else the turn under it."""
        position = self.position_at(point, exact=False)
        if position is None:
            return None
        span = self.selected()
        if span and span.start <= position <= span.end:
            return span
        reach = self.state.paragraphs.reach(self.state.paragraphs.at(position).number)
        return reach or None

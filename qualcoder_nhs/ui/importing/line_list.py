"""The lines of a file as a list; doubtful ones are visited and taken with keys or clicks."""

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.importing.answers import Answer, other_speakers
from qualcoder_nhs.ui.importing.line_model import LineModel
from qualcoder_nhs.ui.importing.line_painter import LinePainter
from qualcoder_nhs.ui.importing.lines import Line
from qualcoder_nhs.ui.importing.session import Session
from qualcoder_nhs.ui.look.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class LineList(QListView):
    """Every line of the chosen file; N goes to the next doubtful one, Enter takes it.

    Enter or a click on a line that was taken offers it once more.
    """

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._session = session
        self.lines = LineModel(self)
        self.painter = LinePainter(theme, self.lines, session)
        self.setModel(self.lines)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(_("Lines of the file"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._file_before = -1
        self.selectionModel().currentChanged.connect(self._unmark)
        session.chosen.connect(self._follow)

    def _unmark(self) -> None:
        self.lines.marked = 0

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.painter.theme = theme
        self.viewport().update()

    def _follow(self) -> None:
        line = self._current()
        same = self._file_before == self._session.at
        self._file_before = self._session.at
        if self.lines.show(self._session.file):
            self._return_to(line.start if same and line else None)
        else:
            self.scheduleDelayedItemsLayout()

    def _return_to(self, start: int | None) -> None:
        """To where one was in the same file, to the first doubtful line in another."""
        place = self.lines.next_open(-1) if start is None else self.lines.place_at(start)
        if place >= 0:
            self._choose(place)
        else:
            self.scrollToTop()

    def _current(self) -> Line | None:
        at = self.currentIndex().row()
        return self.lines.lines[at] if 0 <= at < len(self.lines.lines) else None

    def _choose(self, place: int) -> None:
        index = self.lines.index(place)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    # ── acting ───────────────────────────────────────────────────────────────────────────────

    def go_on(self, step: int = 1) -> bool:
        """Go to the next doubtful line; tell whether there is one."""
        place = self.lines.next_open(self.currentIndex().row(), step)
        if place >= 0:
            self._choose(place)
        return place >= 0

    @property
    def stands_on_doubt(self) -> bool:
        """Whether the line under the keys is one to look at."""
        line = self._current()
        return line is not None and self.lines.is_open(line)

    def take(self, line: Line, answer: Answer) -> None:
        """Take a doubtful line in this way, and go on."""
        if line.doubt is None:
            return
        if answer.more:
            menu = self.menu_for(line)
            menu.popup(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))
            return
        self._session.answer(line.doubt, answer)
        self.go_on()

    def menu_for(self, line: Line) -> QMenu:
        """Who else may begin to speak with a line; it goes when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        file = self._session.file
        for answer in other_speakers(file, line.doubt) if file and line.doubt else ():
            menu.addAction(answer.words, partial(self.take, line, answer))
        return menu

    def look_again(self, line: Line) -> bool:
        """Offer a line that was taken once more; tell whether it was one."""
        if line.doubt is None or self.lines.is_open(line):
            return False
        self._session.look_again(line.doubt)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._current()
        if line is None or event.modifiers() not in _PLAIN:
            super().keyPressEvent(event)
        elif event.key() in _ENTER and self.look_again(line):
            event.accept()
        elif not self.lines.is_open(line) or not self._answered(event, line):
            super().keyPressEvent(event)

    def _answered(self, event: QKeyEvent, line: Line) -> bool:
        """Take the marked answer, or mark another; tell whether the key was for that."""
        answers = self.lines.answers(line)
        if event.key() in _ENTER:
            self.take(line, answers[self.lines.marked])
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self.lines.marked = max(0, min(len(answers) - 1, self.lines.marked + step))
            self.viewport().update()
        else:
            return False
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or self.look_again(line := self.lines.lines[index.row()]):
            return
        if not self.lines.is_open(line):
            return
        box = QRectF(self.visualRect(index))
        for answer, room in self.painter.buttons(box, line):
            if room.contains(event.position()):
                self.take(line, answer)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.painter.width = self.viewport().width()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

"""The lines of a file as a list; doubtful ones are visited and taken with keys or clicks."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.importing.answers import Answer
from qualcoder_nhs.ui.importing.line_model import LineModel
from qualcoder_nhs.ui.importing.line_painter import LinePainter
from qualcoder_nhs.ui.importing.lines import Line
from qualcoder_nhs.ui.importing.session import Session
from qualcoder_nhs.ui.theme import Theme


class LineList(QListView):
    """Every line of the chosen file; N goes to the next doubtful one, Enter takes it."""

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

    def take(self, line: Line, answer: Answer) -> None:
        """Take a doubtful line in this way, and go on."""
        if line.doubt is not None:
            self._session.answer(line.doubt, answer.reading)
            self.go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._current()
        if line is None or not self.lines.is_open(line):
            super().keyPressEvent(event)
            return
        answers = self.lines.answers(line)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.take(line, answers[self.lines.marked])
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self.lines.marked = max(0, min(len(answers) - 1, self.lines.marked + step))
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or not self.lines.is_open(line := self.lines.lines[index.row()]):
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

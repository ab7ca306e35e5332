"""Correcting words in one place: the old words, the new ones, and what lies on them."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.domain.correcting.plan import CorrectionPlan, Losing
from qualcoder_nhs.domain.errors import NothingToCorrect, Refusal
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.correcting.body import Body
from qualcoder_nhs.ui.correcting.plan_box import PlanBox
from qualcoder_nhs.ui.correcting.sheet_words import SheetWords
from qualcoder_nhs.ui.look.fonts import Size, grown, transcript_font
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.offsets import Offsets
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped
from qualcoder_nhs.ui.widgets.sheet_size import sheet_size

SETTLE = 250
"""Milliseconds without another letter before it is asked what the new words do."""

_WIDTH, _HEIGHT, _FIELD = 820, 660, 190
_FROM_EDGE, _FROM_TOP = 16, 72


class TurnSheet(QDialog):
    """`rehearse` gets new words and asks what they would do; the answer goes to `show_answer`.

    `correct` gets the words, and what is to become of what is lost, when the user says so.
    """

    def __init__(
        self,
        asked: SheetWords,
        rehearse: Callable[[str], None],
        correct: Callable[[str, Losing], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(asked.title)
        on_ground(self, "side")
        self._rehearse, self._correct = rehearse, correct
        self._window = parent.window()
        self.old, self.new = QPlainTextEdit(asked.words), QPlainTextEdit(asked.words)
        self.box = PlanBox()
        self.accept_button = button(_("Correct"), "primary")
        self._settling = QTimer(self, interval=SETTLE, singleShot=True)
        self._set_up(asked)
        self._lay_out(asked)
        self._connect()
        self._stand_aside(parent.window())

    def _set_up(self, asked: SheetWords) -> None:
        names = ((self.old, _("Old words")), (self.new, _("New words")))
        for field, name in names:
            field.setFont(transcript_font(grown(15)))
            field.setTabChangesFocus(True)
            field.setFixedHeight(min(grown(_FIELD), self._window.height() // 4))
            field.setAccessibleName(_("{name} of {what}").format(name=name, what=asked.of))
        self.old.setReadOnly(True)
        self.accept_button.setEnabled(False)
        self.accept_button.setDefault(True)
        self.box.show_nothing(_("Change the new words: what lies on them is shown here."))

    def _lay_out(self, asked: SheetWords) -> None:
        leave = button(_("Leave it"))
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        body = Body(asked.title)
        body.column.addWidget(wrapped(asked.head, Size.TITLE))
        body.column.addWidget(wrapped(asked.told, Size.SMALL, "second"))
        body.column.addLayout(self._beside())
        body.column.addWidget(self.box, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addWidget(wrapped(_("Ctrl Enter corrects, Esc leaves it."), Size.SMALL, "quiet"), 1)
        foot.addWidget(leave)
        foot.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(8)
        column.addWidget(body, 1)
        column.addLayout(foot)
        self._begin_at(asked)

    def _begin_at(self, asked: SheetWords) -> None:
        """The caret where it stood in the transcript: nothing goes by a first letter typed."""
        cursor = self.new.textCursor()
        at = min(max(0, asked.at), len(asked.words))
        cursor.setPosition(Offsets(asked.words).to_units(at))
        self.new.setTextCursor(cursor)
        self.new.ensureCursorVisible()
        self.new.setFocus()

    def _beside(self) -> QGridLayout:
        """Old words and new ones, beside each other."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        fields = ((_("Old words"), self.old), (_("New words"), self.new))
        for at, (words, field) in enumerate(fields):
            grid.addWidget(label(words, Size.LABEL), 0, at)
            grid.addWidget(field, 1, at)
        return grid

    def _connect(self) -> None:
        self.new.textChanged.connect(self._typed)
        self._settling.timeout.connect(lambda: self._rehearse(self.new.toPlainText()))
        self.accept_button.clicked.connect(self.accept)
        done = QShortcut(QKeySequence("Ctrl+Return"), self)
        done.activated.connect(self.accept)

    def _stand_aside(self, window: QWidget) -> None:
        """At the window's right, so that the turn stays in sight."""
        size = sheet_size(_WIDTH, _HEIGHT, window)
        self.resize(size.boundedTo(QSize(size.width(), max(400, window.height() - 2 * _FROM_TOP))))
        left = window.width() - self.width() - _FROM_EDGE
        self.move(window.mapToGlobal(QPoint(max(0, left), _FROM_TOP)))

    def _typed(self) -> None:
        self.accept_button.setEnabled(False)
        self._settling.start()

    def show_answer(self, words: str, answer: CorrectionPlan | Refusal) -> None:
        """Show what these words would do, unless others stand there by now."""
        if words != self.new.toPlainText():
            return
        if isinstance(answer, NothingToCorrect):
            self.box.show_nothing(_("These are the words that stand there."))
        elif isinstance(answer, Refusal):
            self.box.show_nothing(answer)
        else:
            self.box.show_plan(answer)
        self.accept_button.setEnabled(self.box.plan is not None)

    def accept(self) -> None:
        """Correct, once it was shown what that does."""
        if self.accept_button.isEnabled():
            self._correct(self.new.toPlainText(), self.box.losing)
            super().accept()

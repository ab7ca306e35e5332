"""The line at the foot: whether all is saved, who codes, what was said last, what Undo would do."""

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import colour
from qualcoder_nhs.ui.look.tokens import LIGHT, STATUS_BAR, Tokens
from qualcoder_nhs.ui.widgets.keycap import KeyCap
from qualcoder_nhs.ui.widgets.labels import button, label

MESSAGE_STAYS = 6000
PROGRESS_AFTER = 600


class Dot(QWidget):
    """A small disc in the colour of the state; the word beside it says the same."""

    def __init__(self) -> None:
        super().__init__()
        self.colour = LIGHT.ok
        self.setFixedSize(8, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self.colour))
        painter.drawEllipse(QRectF(0.5, 0.5, 7, 7))


class StatusBar(QWidget):
    """Always there. `coder_wanted`, `undo_wanted` and the like come from its buttons."""

    coder_wanted = Signal()
    layer_wanted = Signal()
    undo_wanted = Signal()
    keys_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_ground(self, "rail", "top")
        self.setMinimumHeight(STATUS_BAR)
        self._dot, self._saved = Dot(), _small()
        self._coder = _flat(_("Coding as…"), self.coder_wanted)
        self._coder.setToolTip(_("Code as somebody else"))
        self.layer = _flat(_("Layer to code in…"), self.layer_wanted)
        self.layer.setToolTip(_("Code in another layer, or in a round"))
        self._message = _small()
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._undo = _flat(_("Undo"), self.undo_wanted)
        self._undo_key = KeyCap("Ctrl+Z")
        self._keys = _flat(_("Keyboard map"), self.keys_wanted)
        self._keys_key = KeyCap("F1")
        self._task = TaskProgress(self)
        self._task.stop_wanted.connect(self.stop_wanted)
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.timeout.connect(self._message.clear)
        self._lay_out()
        self.show_nothing_open("")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._dot)
        row.addWidget(self._saved)
        row.addSpacing(6)
        row.addWidget(self._coder)
        row.addWidget(self.layer)
        row.addSpacing(6)
        row.addWidget(self._message, 1)
        row.addWidget(self._task)
        for part in (self._undo, self._undo_key, self._keys, self._keys_key):
            row.addWidget(part)

    def show_nothing_open(self, version: str) -> None:
        """Before a study is open: which program this is, and where the keys are listed."""
        self._saved.setText(version)
        self._show(self._dot, self._coder, self.layer, on=False)
        self._show(self._keys, self._keys_key, on=True)
        self.name_undo("")

    def show_study(self, coder: str, *, writable: bool, tokens: Tokens) -> None:
        """Whether the study is kept as it changes, and who codes in it."""
        self._saved.setText(_("Saved") if writable else _("Read only"))
        self._dot.colour = tokens.ok if writable else tokens.warn
        self._dot.update()
        told = _("Coding as {coder}").format(coder=coder)
        self._coder.setText(told)
        self._coder.setAccessibleName(told)
        self._show(self._dot, on=True)
        self._show(self._coder, on=writable)
        self._show(self._keys, self._keys_key, on=False)

    def show_layer(self, words: str, *, on: bool) -> None:
        """Which layer is on the desk, and whose codings are seen; not where there is only one."""
        self.layer.setText(words)
        self.layer.setAccessibleName(_("Layer: {words}").format(words=words))
        self._show(self.layer, on=on)

    def name_undo(self, step: str) -> None:
        """What Undo would take back; nothing is shown where there is nothing."""
        self._undo.setText(_("Undo “{step}”").format(step=step))
        self._show(self._undo, self._undo_key, on=bool(step))

    def say(self, told: str) -> None:
        """Show a message for six seconds, or until the next one."""
        self._message.setText(told)
        self._message.setAccessibleName(told)
        self._fading.start(MESSAGE_STAYS)

    def hush(self) -> None:
        """Something was done: what was said before is about something else."""
        self.say("")

    @property
    def message(self) -> str:
        """What is said now."""
        return self._message.text()

    @property
    def task(self) -> "TaskProgress":
        """The progress of long work."""
        return self._task

    def _show(self, *parts: QWidget, on: bool) -> None:
        for part in parts:
            part.setVisible(on)


class TaskProgress(QWidget):
    """How far long work is, with Stop; shown only when it takes longer than 0.6 seconds."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._bar = _small(), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(_("Progress"))
        self._stop = button(_("Stop"), "flat", Size.SMALL)
        self._stop.clicked.connect(self.stop_wanted)
        self._running = QElapsedTimer()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        for part in (self._words, self._bar, self._stop):
            row.addWidget(part)
        self.hide()

    def show_progress(self, done: int, total: int, told: str) -> None:
        """The work is so far; `total` 0 where nobody knows how much there is."""
        if not self._running.isValid():
            self._running.start()
        self._words.setText(told)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.setVisible(self._running.elapsed() >= PROGRESS_AFTER)

    def over(self) -> None:
        """The work is done or was stopped."""
        self._running.invalidate()
        self.hide()


def _small() -> QLabel:
    return label("", Size.SMALL, "second")


def _flat(told: str, wanted: SignalInstance) -> QPushButton:
    made = button(told, "flat", Size.SMALL)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(wanted)
    return made

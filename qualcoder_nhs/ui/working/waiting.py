"""The line that says something is being counted, with Stop; shown when it takes above 0.6 s."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.widgets.labels import button, label
from qualcoder_nhs.ui.working.counting import Counting

AFTER = 600


class Waiting(QWidget):
    """`stop_wanted` when somebody does not want to wait."""

    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label(_("Counting …"), Size.SMALL, "second")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(_("Progress"))
        self.stop = button(_("Stop"), "flat", Size.SMALL)
        self.stop.clicked.connect(self.stop_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.words, self.bar, self.stop):
            row.addWidget(part)
        row.addStretch(1)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(AFTER)
        self._late.timeout.connect(self.show)
        self.hide()

    def follow(self, counting: Counting) -> None:
        """Tell of its counts, and stop them."""
        counting.begun.connect(self.begin)
        counting.over.connect(self.over)
        counting.told.connect(self.tell)
        self.stop_wanted.connect(counting.stop)

    def begin(self) -> None:
        """Something has begun."""
        if not self._late.isActive():
            self._late.start()

    def tell(self, done: int, total: int, told: str) -> None:
        """It is so far."""
        self.words.setText(_("{told} …").format(told=told) if told else "")
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def over(self) -> None:
        """It is done, or was stopped."""
        self._late.stop()
        self.hide()

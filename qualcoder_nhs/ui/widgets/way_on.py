"""A page that has nothing to show yet: why, in a sentence, and the step that mends it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.widgets.labels import button, wrapped


@dataclass(frozen=True)
class Step:
    """Why there is nothing, and what the button says that does the `command`; marked to translate.

    A step without a command has no button.
    """

    told: str
    words: str = ""
    command: str = ""
    writes: bool = False


TO_CODE = "desk:code"
NO_TEXTS = Step(N_("No transcripts yet."), N_("Import transcripts…"), "import", writes=True)
NO_TALK = Step(
    N_("There are only answers to a survey yet, and in them nobody answers anybody."),
    N_("Import transcripts…"),
    "import",
    writes=True,
)
NO_CODES = Step(
    N_("No codes yet. Select words on the Code desk and type: the first code makes itself."),
    N_("Go to Code"),
    TO_CODE,
)
NOT_CODED = Step(
    N_("Nothing is coded in this layer yet. Select words on the Code desk and type a code’s name."),
    N_("Go to Code"),
    TO_CODE,
)
NO_LINKS = Step(
    N_("No links yet. Link a turn to the one it answers on the Code desk, with L."),
    N_("Go to Code"),
    TO_CODE,
)
NOT_DESCRIBED = Step(
    N_("Nothing is known of any participant yet, such as the role or the profession."),
    N_("Fill in participants"),
    "people",
)
NO_GUIDE = Step(
    N_("No topic guide yet, so nothing can be told by question."),
    N_("Write the topic guide"),
    "guide",
)


class WayOn(QWidget):
    """The sentence and the button; `wanted` bears the command of the step."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._command = ""
        self.told, self.go = wrapped("", Size.BODY, "second"), button(_("Next step"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.told)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.go.clicked.connect(lambda _on: self.wanted.emit(self._command))
        self.say("")

    def say(self, told: str) -> None:
        """Say why there is nothing, where nothing in particular helps."""
        self.told.setText(told)
        self._command = ""
        self.go.hide()

    def offer(self, step: Step, *, writable: bool) -> None:
        """Say why, and offer the step; where one cannot write, only what leads somewhere."""
        self.say(_(step.told))
        self._command = step.command
        self.go.setText(_(step.words))
        self.go.setAccessibleName(_(step.words))
        self.go.setVisible(bool(step.command) and (writable or not step.writes))

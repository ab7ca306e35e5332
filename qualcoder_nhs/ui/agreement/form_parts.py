"""Parts of the form for a new round: a headed field, boxes to tick, one choice of some."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.widgets.flow import Flow
from qualcoder_nhs.ui.widgets.labels import label, wrapped

Value = TypeVar("Value", bound=Hashable)


class Field(QWidget):
    """A heading, what is filled in beneath, and what is wrong with it beside the heading."""

    def __init__(self, heading: str, hint: str = "") -> None:
        super().__init__()
        self.heading = label(heading, Size.LABEL)
        self.wrong = wrapped("", Size.SMALL, "warning")
        self.hint = wrapped(hint, Size.SMALL, "second")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 8, 0, 8)
        self.column.setSpacing(4)
        for part in (self.heading, self.hint, self.wrong):
            self.column.addWidget(part)
        self.hint.setVisible(bool(hint))
        self.wrong.hide()

    def add(self, part: QWidget | QBoxLayout) -> None:
        """Put something to fill in beneath."""
        if isinstance(part, QWidget):
            self.column.addWidget(part)
        else:
            self.column.addLayout(part)

    def tell(self, wrong: str) -> None:
        """Say what is wrong; nothing for nothing."""
        self.wrong.setText(f"▲ {wrong}" if wrong else "")
        self.wrong.setVisible(bool(wrong))


class Ticks(QWidget, Generic[Value]):
    """Boxes to tick, wrapped like words. `changed` when one was ticked or let go."""

    changed = Signal()

    def __init__(self, what: str) -> None:
        super().__init__()
        self.setAccessibleName(what)
        self.boxes: dict[Value, QCheckBox] = {}
        self._flow = Flow(self, 16)

    def add(self, value: Value, words: str, *, ticked: bool = True) -> None:
        """One more box."""
        box = QCheckBox(words)
        box.setFont(chrome_font())
        box.setChecked(ticked)
        box.toggled.connect(lambda _on: self.changed.emit())
        self.boxes[value] = box
        self._flow.addWidget(box)
        box.show()
        self.updateGeometry()

    def clear(self) -> None:
        """No boxes."""
        for box in self.boxes.values():
            self._flow.removeWidget(box)
            box.deleteLater()
        self.boxes.clear()

    @property
    def ticked(self) -> tuple[Value, ...]:
        """What is ticked, in the order it was offered."""
        return tuple(value for value, box in self.boxes.items() if box.isChecked())


class Choice(QWidget, Generic[Value]):
    """One of a few; the first is chosen. `changed` when another is."""

    changed = Signal()

    def __init__(
        self, what: str, offered: Iterable[tuple[Value, str]], *, down: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(what)
        self.group = QButtonGroup(self)
        self._values: list[Value] = []
        self.row = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight, self
        )
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4 if down else 16)
        for value, words in offered:
            self._add(value, words)
        self.row.addStretch(1)
        self.group.buttons()[0].setChecked(True)
        self.group.idToggled.connect(lambda _id, on: self.changed.emit() if on else None)

    def _add(self, value: Value, words: str) -> None:
        button = QRadioButton(words)
        button.setFont(chrome_font())
        self.group.addButton(button, len(self._values))
        self._values.append(value)
        self.row.addWidget(button)

    @property
    def value(self) -> Value:
        """What is chosen."""
        return self._values[self.group.checkedId()]

    def choose(self, value: Value) -> None:
        """Choose another."""
        self.group.button(self._values.index(value)).setChecked(True)


def line(width: int, words: str = "") -> QLineEdit:
    """A field for one line, so wide."""
    made = QLineEdit(words)
    made.setFont(chrome_font())
    made.setFixedWidth(grown(width))
    return made


def row(*parts: QWidget) -> QHBoxLayout:
    """Parts side by side, from the left."""
    made = QHBoxLayout()
    made.setSpacing(8)
    for part in parts:
        made.addWidget(part)
    made.addStretch(1)
    return made


def field(heading: str, *parts: QWidget | QHBoxLayout) -> Field:
    """A heading with what is filled in beneath."""
    made = Field(heading)
    for part in parts:
        made.add(part)
    return made

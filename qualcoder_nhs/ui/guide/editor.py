"""The questions of the guide as a list, and the chosen one to be written beneath it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.actions.guide import AddQuestion, ChangeQuestion, MoveQuestion, RemoveQuestion
from qualcoder_nhs.domain.guide import Question
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, grown
from qualcoder_nhs.ui.widgets.flow import Flow
from qualcoder_nhs.ui.widgets.labels import button, wrapped
from qualcoder_nhs.ui.widgets.undo_keys import LeavesUndo

_NAME_WIDTH = 64
_PROBES_HEIGHT = 84


class GuideEditor(QWidget):
    """Each change is a step of its own; an older version is shown to be read only.

    What was written on a question is kept when one goes on to another.
    """

    action_wanted = Signal(object)

    def __init__(self, *, writable: bool) -> None:
        super().__init__()
        self._writable = writable
        self._shown: tuple[Question, ...] = ()
        self._held: Question | None = None  # whose words stand in the fields
        self.list = QListWidget()
        self.list.setAccessibleName(_("Questions of the topic guide"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name, self.text, self.probes = QLineEdit(), QLineEdit(), QPlainTextEdit()
        LeavesUndo(self.name, self.text, self.probes)
        self.name.setAccessibleName(_("Short name of the question"))
        self.name.setFixedWidth(grown(_NAME_WIDTH))
        self.text.setAccessibleName(_("Words of the question"))
        self.text.setPlaceholderText(_("A question"))
        self.probes.setAccessibleName(_("Probes, one a line"))
        self.probes.setTabChangesFocus(True)
        self.probes.setFixedHeight(grown(_PROBES_HEIGHT))
        self._keep, self._add = button(_("Keep changes")), button(_("Add as new"))
        self._up, self._down = button(_("Up")), button(_("Down"))
        self._remove = button(_("Remove"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        self._hand = QWidget()
        below = QVBoxLayout(self._hand)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        words = QHBoxLayout()
        words.addWidget(self.name)
        words.addWidget(self.text, 1)
        below.addLayout(words)
        below.addWidget(wrapped(_("Probes, one a line"), Size.SMALL, "second"))
        below.addWidget(self.probes)
        hand = QWidget()
        tools = Flow(hand, 8)
        for part in (self._keep, self._add, self._up, self._down, self._remove):
            tools.addWidget(part)
        below.addWidget(hand)
        column.addWidget(self._hand)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._show_chosen())
        self._keep.clicked.connect(self._change)
        self.text.returnPressed.connect(self._change)
        self._add.clicked.connect(self._add_new)
        self._remove.clicked.connect(self._wish_removed)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))

    def put(self, questions: Sequence[Question], *, now: bool) -> None:
        """List these; the one that is looked at stays so. Only the guide as it is `now` changes."""
        self._hand.setVisible(now and self._writable)
        if self._shown == tuple(questions):
            return  # what is being written stays
        kept = self.chosen.id if self.chosen else None
        self._shown, self._held = tuple(questions), None
        self.list.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.list.clear()
        for one in self._shown:
            lines = [f"{one.name}  {one.text}", *(f"      – {probe}" for probe in one.probes)]
            item = QListWidgetItem("\n".join(lines))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.name}, {one.text}")
            self.list.addItem(item)
        places = [at for at, one in enumerate(self._shown) if one.id == kept]
        self.list.setCurrentRow(places[0] if places else 0)
        self.list.blockSignals(False)  # noqa: FBT003
        self._show_chosen()

    @property
    def chosen(self) -> Question | None:
        """The question that is looked at."""
        at = self.list.currentRow()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def _show_chosen(self) -> None:
        self._keep_written()
        one = self._held = self.chosen
        self.name.setText(one.name if one else "")
        self.text.setText(one.text if one else "")
        self.text.setCursorPosition(0)
        self.probes.setPlainText("\n".join(one.probes) if one else "")
        for part in (self._keep, self._up, self._down, self._remove):
            part.setEnabled(one is not None)

    # ── what is wished ───────────────────────────────────────────────────────────────────────

    def _probes(self) -> tuple[str, ...]:
        return tuple(self.probes.toPlainText().splitlines())

    def _keep_written(self) -> None:
        """Who goes on to another question has written this one."""
        held = self._held
        words = (self.name.text(), self.text.text(), self._probes())
        if held and all(words[:2]) and words != (held.name, held.text, held.probes):
            self._held = None
            self.action_wanted.emit(ChangeQuestion(held.id, *words))

    def _change(self) -> None:
        if self.chosen is None:
            self._add_new()
        else:
            self._keep_written()

    def _add_new(self) -> None:
        names = {one.name for one in self._shown}
        name = "" if self.name.text() in names else self.name.text()
        self._held = None
        self.action_wanted.emit(AddQuestion(self.text.text(), self._probes(), name))

    def _wish_removed(self) -> None:
        if self.chosen:
            self._held = None
            self.action_wanted.emit(RemoveQuestion(self.chosen.id))

    def _move(self, by: int) -> None:
        if self.chosen:
            place = max(0, self.list.currentRow() + by)
            self.action_wanted.emit(MoveQuestion(self.chosen.id, place))

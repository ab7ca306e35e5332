"""The list of attributes beside the grid: names, offered values, order, what is told together."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.actions.attributes import (
    AddAttributes,
    ChangeAttribute,
    MoveAttribute,
    RemoveAttribute,
)
from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Attribute, Subject
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, grown
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.tokens import PANE_WIDTH
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped


class AttributesPane(QWidget):
    """Each change is a step of its own. `together` bears the keys that are told together."""

    action_wanted = Signal(object)
    together = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        on_ground(self, "side", "left")
        self.setFixedWidth(grown(PANE_WIDTH))
        self._subject = Subject.PARTICIPANT
        self._shown: tuple[Attribute, ...] = ()
        self._together: tuple[str, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(_("Attributes"))
        self.name, self.values = QLineEdit(), QPlainTextEdit()
        self.name.setAccessibleName(_("Name of the attribute"))
        self.name.setPlaceholderText(_("Name"))
        self.values.setAccessibleName(_("Values that are offered, one a line"))
        self.values.setTabChangesFocus(True)
        self.identifying = QCheckBox(_("Identifying: left out of attributions"))
        self.told = QCheckBox(_("Told together: mark what few share"))
        self._keep, self._add = button(_("Keep changes")), button(_("Add as new"))
        self._up, self._down = button(_("Up")), button(_("Down"))
        self._remove = button(_("Remove"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(label(_("Attributes"), Size.HEADING))
        column.addWidget(self.list, 1)
        column.addLayout(_row(self._up, self._down, self._remove))
        column.addWidget(self.name)
        column.addWidget(wrapped(_("Values that are offered, one a line"), Size.SMALL, "second"))
        column.addWidget(self.values, 1)
        column.addWidget(self.identifying)
        column.addWidget(self.told)
        column.addLayout(_row(self._keep, self._add))

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._show_chosen())
        self._keep.clicked.connect(self._change)
        self._add.clicked.connect(self._add_new)
        self._remove.clicked.connect(self._wish_removed)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self.told.clicked.connect(self._tell_together)

    # ── what is shown ────────────────────────────────────────────────────────────────────────

    def put(
        self, subject: Subject, attributes: Sequence[Attribute], together: tuple[str, ...]
    ) -> None:
        """List these; the one that is looked at stays so."""
        listed = tuple(one for one in attributes if one.id)
        if (subject, listed, together) == (self._subject, self._shown, self._together):
            return  # what is being written stays
        kept = self.chosen.id if self.chosen else None
        self._subject, self._together, self._shown = subject, together, listed
        self.told.setVisible(subject is Subject.PARTICIPANT)
        self.list.clear()
        for one in self._shown:
            item = QListWidgetItem(one.name)
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            self.list.addItem(item)
        places = [at for at, one in enumerate(self._shown) if one.id == kept]
        self.list.setCurrentRow(places[0] if places else 0)

    @property
    def chosen(self) -> Attribute | None:
        """The attribute that is looked at."""
        at = self.list.currentRow()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def _show_chosen(self) -> None:
        one = self.chosen
        self.name.setText(one.name if one else "")
        self.values.setPlainText("\n".join(one.values) if one else "")
        self.identifying.setChecked(bool(one and one.identifying))
        self.told.setChecked(bool(one and one.key in self._together))
        for part in (self._keep, self._up, self._down, self._remove, self.told):
            part.setEnabled(one is not None)

    # ── what is wished ───────────────────────────────────────────────────────────────────────

    def _typed(self) -> tuple[str, tuple[str, ...], bool]:
        lines = (line.strip() for line in self.values.toPlainText().splitlines())
        values = tuple(line for line in lines if line)
        return self.name.text().strip(), values, self.identifying.isChecked()

    def _change(self) -> None:
        if self.chosen:
            self.action_wanted.emit(ChangeAttribute(self.chosen.id, *self._typed()))

    def _add_new(self) -> None:
        name, values, hidden = self._typed()
        draft = AttributeDraft(self._subject, name, values, hidden)
        self.action_wanted.emit(AddAttributes((draft,)))

    def _wish_removed(self) -> None:
        if self.chosen:
            self.action_wanted.emit(RemoveAttribute(self.chosen.id))

    def _move(self, by: int) -> None:
        if self.chosen:
            place = max(0, self.list.currentRow() + by)
            self.action_wanted.emit(MoveAttribute(self.chosen.id, place))

    def _tell_together(self) -> None:
        if self.chosen is None:
            return
        others = [key for key in self._together if key != self.chosen.key]
        wanted = [*others, self.chosen.key] if self.told.isChecked() else others
        self.together.emit(tuple(wanted))


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row

"""Coding every hit: the passages in a list with tick boxes, looked through before it is done."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.i18n import N_, _, ngettext
from qualcoder_nhs.queries.hits_to_code import HitsToCode, HitToCode, HitUnit, Why
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

UNITS = {
    HitUnit.TURN: N_("Whole &turns"),
    HitUnit.SENTENCE: N_("&Sentences"),
    HitUnit.HIT: N_("Only the &words"),
}
_HIT = Qt.ItemDataRole.UserRole


class CodeHitsDialog(QDialog):
    """Shows what would be coded; `then` gets the passages that are ticked.

    `unit_wanted` asks for the passages in another size.
    """

    unit_wanted = Signal(object)

    def __init__(
        self, words: str, then: Callable[[list[HitToCode]], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Code every hit"))
        self.resize(760, 560)
        self._words, self._then = words, then
        self.question = wrapped("", Size.HEADING)
        self.list, self.told = QListWidget(), label("", Size.SMALL, "second")
        self.list.setAccessibleName(_("Passages to code"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.every = button(_("Tick &all or none"))
        self.code = button(_("Code them"), "primary")
        self.units: dict[HitUnit, QRadioButton] = {}
        self._lay_out()
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.every.clicked.connect(self._tick_all)
        self.code.clicked.connect(self.accept)
        self.list.setFocus()

    def _lay_out(self) -> None:
        leave = button(_("Leave it"))
        leave.clicked.connect(self.reject)
        self.code.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(self.every)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.code)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.question)
        column.addLayout(self._unit_row())
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        column.addLayout(foot)

    def _unit_row(self) -> QHBoxLayout:
        row, group = QHBoxLayout(), QButtonGroup(self)
        for unit, words in UNITS.items():
            one = self.units[unit] = QRadioButton(_(words))
            one.setChecked(unit is HitUnit.TURN)
            one.clicked.connect(lambda _on, wanted=unit: self.unit_wanted.emit(wanted))
            group.addButton(one)
            row.addWidget(one)
        row.addStretch(1)
        return row

    def show_hits(self, found: HitsToCode) -> None:
        """List these passages; what is coded already, or the moderator's, is not ticked."""
        told = _("Code “{words}” with {code}")
        self.question.setText(told.format(words=self._words, code=found.code.name))
        self.list.blockSignals(True)  # noqa: FBT003  (Qt's own way)
        self.list.clear()
        for hit in found.hits:
            self.list.addItem(_item(hit))
        self.list.blockSignals(False)  # noqa: FBT003
        self.list.setCurrentRow(0)
        self._tell()

    @property
    def ticked(self) -> list[HitToCode]:
        """What would be coded."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return [one.data(_HIT) for one in items if one.checkState() is Qt.CheckState.Checked]

    def _tell(self) -> None:
        number = len(self.ticked)
        self.code.setText(ngettext("Code {n} passage", "Code {n} passages", number))
        self.code.setEnabled(number > 0)
        total = ngettext("{n} passage", "{n} passages", self.list.count())
        ticked = _("{n} of {total} ticked. Space ticks or unticks; Enter codes in one step.")
        self.told.setText(ticked.format(n=f"{number:,}", total=total))

    def _tick_all(self) -> None:
        """Tick everything that can be; where all is ticked, nothing."""
        items = [self.list.item(at) for at in range(self.list.count())]
        able = [one for one in items if one.flags() & Qt.ItemFlag.ItemIsUserCheckable]
        all_on = len(self.ticked) == len(able)
        for one in able:
            one.setCheckState(Qt.CheckState.Unchecked if all_on else Qt.CheckState.Checked)

    def accept(self) -> None:
        """Hand over what is ticked."""
        ticked = self.ticked
        if ticked:
            self._then(ticked)
            super().accept()


def _item(hit: HitToCode) -> QListWidgetItem:
    item = QListWidgetItem(_line(hit))
    item.setData(_HIT, hit)
    if hit.why is Why.OUTSIDE:
        item.setFlags(Qt.ItemFlag.ItemIsSelectable)
        item.setData(Qt.ItemDataRole.CheckStateRole, None)
    else:
        on = hit.why is Why.NONE
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    return item


def _line(hit: HitToCode) -> str:
    who = hit.voice.name if hit.voice else ""
    where = f"{hit.name} t.{hit.turn}" if hit.turn else hit.name
    why = f" — {_(hit.why.value)}" if hit.why else ""
    return f"{where} {who}: {hit.words}{why}"

"""What taking a workbook would do, cell by cell, before it is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.domain.framework_plan import Fate, FrameworkPlan
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.widgets.labels import wrapped

_TOLD = (Fate.NEW, Fate.CHANGED, Fate.CLEARED, Fate.CONFLICT, Fate.UNKNOWN)


class FrameworkPlanBox(QDialog):
    """`taken` bears whether the workbook's words hold where both sides have changed."""

    taken = Signal(bool)

    def __init__(self, plan: FrameworkPlan, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Take summaries"))
        self.resize(560, 420)
        self._plan = plan
        self.cells = QListWidget()
        self.cells.setFont(chrome_font())
        self.cells.setAccessibleName(_("Cells of the workbook"))
        self.cells.setWordWrap(True)
        self.conflicts = QCheckBox(_("Let the workbook’s words hold where both have changed"))
        self.conflicts.setFont(chrome_font())
        self.conflicts.setVisible(bool(plan.of(Fate.CONFLICT)))
        self.conflicts.toggled.connect(self._count)
        roles = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(roles.Ok | roles.Cancel)
        self.buttons.accepted.connect(self._take)
        self.buttons.rejected.connect(self.reject)
        self._fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.addWidget(wrapped(_("From {name}").format(name=name), Size.HEADING))
        for part in (self.cells, self.conflicts, self.buttons):
            column.addWidget(part)
        self._count()

    def _fill(self) -> None:
        for fate in _TOLD:
            for one in self._plan.of(fate):
                here = _("; here: “{text}”").format(text=one.here) if one.here else ""
                self.cells.addItem(f"{one.where}: {fate.words}. “{one.text}”{here}")

    def _count(self) -> None:
        number = len(self._plan.taken(conflicts=self.conflicts.isChecked()))
        take = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        take.setText(ngettext("Take {n} cell", "Take {n} cells", number))
        take.setEnabled(bool(number))

    def _take(self) -> None:
        self.taken.emit(self.conflicts.isChecked())
        self.accept()

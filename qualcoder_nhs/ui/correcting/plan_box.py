"""The preview of a correction: what it reaches, what is lost, and what becomes of that."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QRadioButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.domain.correcting.plan import CorrectionPlan, Losing
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.correcting.plan_model import PlanModel
from qualcoder_nhs.ui.correcting.plan_words import sum_words
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.widgets.labels import label, wrapped
from qualcoder_nhs.ui.widgets.word_cells import WordCells

_LEAST = 170
"""Pixels of the table: its head, and a row or two."""

MOST_FITTED = 300
"""More rows than these are not measured one by one."""


class PlanBox(QWidget):
    """Shows a plan, or why there is none. `losing` is what the user chose for what is lost."""

    def __init__(self) -> None:
        super().__init__()
        self.plan: CorrectionPlan | None = None
        self.sum = wrapped("", Size.LABEL)
        self.model = PlanModel(self)
        self.table = QTableView()
        self.ask = label(_("What lost its words or its turn:"), Size.LABEL)
        self.keep = QRadioButton(_("Keep what it said as memos on the transcript"))
        self.remove = QRadioButton(_("Remove it; Undo brings it back"))
        self.notes = wrapped("", Size.SMALL, "second")
        self._set_up()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sum)
        column.addWidget(self.table, 100)
        for part in (self.ask, self.keep, self.remove, self.notes):
            column.addWidget(part)
        column.addStretch(1)
        self.show_nothing("")

    def _set_up(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setFont(chrome_font())
        table.setAccessibleName(_("What the correction reaches"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setItemDelegate(WordCells(table))
        table.setMinimumHeight(grown(_LEAST))
        for choice in (self.keep, self.remove):
            choice.setFont(chrome_font())
            choice.setAccessibleName(f"{self.ask.text()} {choice.text()}")
        self.keep.setChecked(True)

    @property
    def losing(self) -> Losing:
        """What is to become of what is lost."""
        return Losing.REMOVE if self.remove.isChecked() else Losing.KEEP

    def show_plan(self, plan: CorrectionPlan) -> None:
        """Show what a correction would do."""
        self.plan = plan
        self._tell(sum_words(plan))
        self.notes.setText("\n".join(plan.notes))
        self._fill(plan)

    def show_nothing(self, why: str | Refusal) -> None:
        """There is nothing to be done, for this reason."""
        self.plan = None
        self._tell(str(why))
        self.notes.setText("")
        self._fill(None)

    def _tell(self, words: str) -> None:
        """Show a sentence, and have it spoken after what is being read."""
        self.sum.setText(words)
        self.table.setAccessibleDescription(words)
        if words and self.isVisible():
            event = QAccessibleAnnouncementEvent(self, words)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)

    def _fill(self, plan: CorrectionPlan | None) -> None:
        self.model.put(plan)
        rows = self.model.rowCount()
        self.table.setVisible(bool(rows))
        modes = QHeaderView.ResizeMode
        fitted = modes.ResizeToContents if rows <= MOST_FITTED else modes.Interactive
        self.table.verticalHeader().setSectionResizeMode(fitted)
        lost = bool(plan and plan.losses)
        for part in (self.ask, self.keep, self.remove):
            part.setVisible(lost)
        self.notes.setVisible(bool(self.notes.text()))

"""What a merge would do, to be read and agreed to: lists, and ticks for coders of the same name."""

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.merge.coders import Namesake
from qualcoder_nhs.domain.merge.plan import MergePlan
from qualcoder_nhs.domain.merge.sides import MergeRow
from qualcoder_nhs.domain.merge.wording import Section, namesake_row, sections
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

MOST_ROWS = 200


class PlanView(QWidget):
    """`agreed` comes when the plan is to be carried out, `left` when it is not, `joined` when a
    tick has changed and the plan with it.
    """

    agreed = Signal()
    left = Signal()
    joined = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.agree = button(_("Merge"), "primary")
        self.leave = button(_("Leave it as it is"))
        self.heading = label("", Size.HEADING)
        self.nothing = wrapped(_("There is nothing new in it."))
        self.same_name = _heading(_("The same name: one person?"))
        self.ticks: dict[CoderId, QCheckBox] = {}
        self.told: list[QLabel] = []
        self._boxes, self._lists = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self.agree.clicked.connect(self.agreed)
        self.leave.clicked.connect(self.left)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.heading, self.nothing, self.same_name):
            column.addWidget(part)
        for rows in (self._boxes, self._lists):
            rows.setSpacing(4)
            column.addLayout(rows)
        foot = QHBoxLayout()
        foot.addWidget(self.agree)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        column.addSpacing(8)
        column.addLayout(foot)

    @property
    def joins(self) -> frozenset[CoderId]:
        """The coders of the file who are ticked to be those of that name here."""
        return frozenset(who for who, box in self.ticks.items() if box.isChecked())

    def show_plan(self, plan: MergePlan) -> None:
        """Show it; ticks that it has already stay where they are, and keep the keys."""
        self.heading.setText(_("What merging {name} would do").format(name=plan.name))
        self.nothing.setHidden(bool(plan))
        self.agree.setVisible(bool(plan))
        self._show_namesakes(plan.namesakes)
        self._forget_lists()
        for section in sections(plan):
            self._tell(section)

    def clear(self) -> None:
        """No plan."""
        self._show_namesakes(())
        self._forget_lists()

    def _show_namesakes(self, namesakes: tuple[Namesake, ...]) -> None:
        self.same_name.setVisible(bool(namesakes))
        if list(self.ticks) != [one.there for one in namesakes]:
            for box in self.ticks.values():
                _let_go(self._boxes, box)
            self.ticks = {one.there: self._box(one) for one in namesakes}
        for one in namesakes:
            self.ticks[one.there].setText(_spoken(namesake_row(one)))

    def _box(self, one: Namesake) -> QCheckBox:
        box = QCheckBox()
        box.setFont(chrome_font())
        box.setChecked(one.joined)
        box.setEnabled(not one.before)
        box.setToolTip(_("Tick it where this is one person who has two ids."))
        box.toggled.connect(lambda _on: self.joined.emit())
        self._boxes.addWidget(box)
        return box

    def _forget_lists(self) -> None:
        for one in self.told:
            _let_go(self._lists, one)
        self.told.clear()

    def _tell(self, section: Section) -> None:
        count = f" ({len(section.rows):,})" if any(row.why for row in section.rows) else ""
        self.told += [_heading(section.title + count), _rows(section.rows)]
        for one in self.told[-2:]:
            self._lists.addWidget(one)


def _heading(words: str) -> QLabel:
    made = label(words, Size.LABEL)
    made.setContentsMargins(0, 8, 0, 0)
    return made


def _let_go(layout: QVBoxLayout, widget: QWidget) -> None:
    layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()


def _spoken(row: MergeRow) -> str:
    return f"{row.what}: {row.why}" if row.why else row.what


def _rows(rows: tuple[MergeRow, ...]) -> QLabel:
    """What at the left, why at the right of it; what speaks for itself over both."""
    shown, left = rows[:MOST_ROWS], len(rows) - MOST_ROWS
    lines = [_line(row) for row in shown] or [_line(MergeRow(_("Nothing."), ""))]
    if left > 0:
        lines.append(_line(MergeRow(_("… and {n} more").format(n=left), "")))
    made = wrapped("")
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setMinimumHeight(1)  # its own hint is for a table as narrow as can be
    made.setText(f"<table width='100%' cellspacing='0' cellpadding='1'>{''.join(lines)}</table>")
    made.setAccessibleName("\n".join(map(_spoken, shown)) or _("Nothing."))
    return made


def _line(row: MergeRow) -> str:
    what, why = html.escape(row.what), html.escape(row.why)
    if not why:
        return f"<tr><td colspan='2'>{what}</td></tr>"
    return f"<tr><td width='36%' style='padding-right: 16px'>{what}</td><td>{why}</td></tr>"

"""Survey answers before they come in: what each column of the table is taken for."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.domain.survey import Survey, SurveyColumn, Use, planned
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.widgets.labels import button, wrapped

_LONGEST = 90
_USES = tuple(Use)


class SurveyDialog(QDialog):
    """Shows the columns with a choice for each; `then` gets what they are taken for."""

    def __init__(
        self, survey: Survey, then: Callable[[dict[str, Use]], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Import survey answers"))
        self.resize(860, 520)
        self._survey, self._then = survey, then
        self.table = QTableWidget(len(survey.columns), 4)
        self.choices: list[QComboBox] = []
        self.told = wrapped("")
        self.take = button(_("Import"), "primary")
        self._fill()
        self._lay_out()
        self.take.clicked.connect(self.accept)
        self._tell()
        if self.choices:
            self.choices[0].setFocus()

    def _lay_out(self) -> None:
        leave = button(_("Leave it"))
        leave.clicked.connect(self.reject)
        self.take.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.take)
        rows = ngettext("{n} row", "{n} rows", len(self._survey.rows))
        said = _("{file}: {rows}, one a respondent. What is each column?")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        heading = said.format(file=self._survey.file_name, rows=rows)
        column.addWidget(wrapped(heading, Size.HEADING))
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        column.addLayout(foot)

    def _fill(self) -> None:
        table = self.table
        table.setAccessibleName(_("Columns of the survey"))
        table.setHorizontalHeaderLabels(
            [_("Column"), _("Taken for"), _("Answered"), _("First answer")]
        )
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys walk from choice to choice
        table.setShowGrid(False)
        for at, one in enumerate(self._survey.columns):
            self._add(at, one)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for at, width in enumerate((280, 180, 90)):
            table.setColumnWidth(at, width)

    def _add(self, at: int, one: SurveyColumn) -> None:
        answered = f"{one.answers:,} of {len(self._survey.rows):,}"
        flat = " ".join(one.example.split())
        example = flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
        for place, words in ((0, one.title), (2, answered), (3, example)):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            self.table.setItem(at, place, item)
        choice = QComboBox()
        choice.setFont(chrome_font())
        choice.setAccessibleName(_("“{title}” is taken for").format(title=one.title))
        for use in _USES:
            choice.addItem(_(use.words))
        choice.setCurrentIndex(_USES.index(one.proposed))
        choice.currentIndexChanged.connect(lambda _at, row=at: self._chosen(row))
        self.choices.append(choice)
        self.table.setCellWidget(at, 1, choice)
        self.table.setRowHeight(at, choice.sizeHint().height() + 6)

    @property
    def uses(self) -> dict[str, Use]:
        """What each column is taken for."""
        titles = (one.title for one in self._survey.columns)
        chosen = (_USES[choice.currentIndex()] for choice in self.choices)
        return dict(zip(titles, chosen, strict=True))

    def _chosen(self, row: int) -> None:
        """One column at most is the name."""
        name = _USES.index(Use.NAME)
        if self.choices[row].currentIndex() == name:
            for at, choice in enumerate(self.choices):
                if at != row and choice.currentIndex() == name:
                    choice.setCurrentIndex(_USES.index(Use.OUT))
        self._tell()

    def _tell(self) -> None:
        plan = planned(self._survey, self.uses)
        people = ngettext("{n} respondent", "{n} respondents", len(plan.respondents))
        texts = ngettext("{n} text", "{n} texts", len(plan.questions))
        empty = sum(one.empty for one in plan.questions)
        parts = [_("{people} in {texts}, one an open question.").format(people=people, texts=texts)]
        if empty:
            told = ngettext("{n} empty answer is", "{n} empty answers are", empty)
            parts.append(_("{answers} left out.").format(answers=told))
        if plan.silent:
            told = ngettext(
                "{n} row without any answer", "{n} rows without any answer", plan.silent
            )
            parts.append(_("{rows} left out.").format(rows=told))
        possible = bool(plan.questions and plan.respondents)
        self.told.setText(" ".join(parts) if possible else _("Take a column for an open question."))
        self.take.setEnabled(possible)

    def accept(self) -> None:
        """Hand the choices over."""
        if self.take.isEnabled():
            self._then(self.uses)
            super().accept()

"""A corrected version of a transcript before it comes in: each change, and what it reaches."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from qualcoder_nhs.domain.correcting.plan import CorrectionPlan, Losing
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.correcting.body import Body
from qualcoder_nhs.ui.correcting.plan_box import PlanBox
from qualcoder_nhs.ui.correcting.plan_words import changed_lines
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped
from qualcoder_nhs.ui.widgets.sheet_size import sheet_size

_WIDTH, _HEIGHT, _CHANGES = 960, 720, 150
_MOST = 6
"""So many remarks on the file are shown."""


class VersionSheet(QDialog):
    """`correct` gets what is to become of what is lost, when the user takes the version."""

    def __init__(
        self,
        file: str,
        plan: CorrectionPlan,
        problems: Sequence[str],
        correct: Callable[[Losing], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Import a corrected version"))
        on_ground(self, "side")
        self._plan, self._correct = plan, correct
        self._window = parent.window()
        self.changes, self.box = QListWidget(), PlanBox()
        self.take = button(_("Correct {name}").format(name=plan.name), "primary")
        self.box.show_plan(plan)
        self._lay_out(file, problems)

    def _lay_out(self, file: str, problems: Sequence[str]) -> None:
        leave = button(_("Leave it as it is"))
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        self.changes.addItems(changed_lines(self._plan))
        self.changes.setFont(chrome_font())
        self.changes.setWordWrap(True)
        self.changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.changes.setAccessibleName(_("Words that change"))
        most = self._window.height() // 5
        self.changes.setFixedHeight(min(grown(_CHANGES), most))
        head = _("“{file}” over {name}").format(file=file, name=self._plan.name)
        body = Body(head)
        body.column.addWidget(wrapped(head, Size.TITLE))
        body.column.addWidget(wrapped(turns_words(self._plan), Size.SMALL, "second"))
        body.column.addWidget(label(_("Words that change"), Size.LABEL))
        body.column.addWidget(self.changes)
        body.column.addWidget(self.box, 1)
        if problems:
            body.column.addWidget(wrapped(problem_words(problems), Size.SMALL, "second"))
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(8)
        column.addWidget(body, 1)
        column.addLayout(foot)
        self.resize(sheet_size(_WIDTH, _HEIGHT, self._window))

    def accept(self) -> None:
        """Take the version."""
        self._correct(self.box.losing)
        super().accept()


def turns_words(plan: CorrectionPlan) -> str:
    """How many turns there are now, went, came and stand elsewhere."""
    turns = plan.turns
    told = [ngettext("{n} turn now", "{n} turns now", turns.after)]
    if turns.gone:
        told.append(ngettext("{n} went", "{n} went", len(turns.gone)))
    if turns.new:
        told.append(ngettext("{n} is new", "{n} are new", len(turns.new)))
    if turns.moved:
        told.append(ngettext("{n} moved", "{n} moved", len(turns.moved)))
    return ", ".join(told) + "."


def problem_words(problems: Sequence[str]) -> str:
    """What to look at in the file, a line each; of very many how many more there are."""
    told = list(problems[:_MOST])
    if more := len(problems) - len(told):
        told.append(ngettext("and {n} more", "and {n} more", more))
    return "\n".join(told)

"""A corrected version of a transcript before it comes in: each change, and what it reaches."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from qualcoder_nhs.domain.correcting.plan import CorrectionPlan, Losing
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.correcting.plan_box import PlanBox
from qualcoder_nhs.ui.correcting.plan_words import changed_lines
from qualcoder_nhs.ui.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.grounds import on_ground
from qualcoder_nhs.ui.labels import button, label, wrapped

_WIDTH, _HEIGHT, _CHANGES = 960, 720, 150


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
        self.changes.setFixedHeight(grown(_CHANGES))
        head = _("“{file}” over {name}").format(file=file, name=self._plan.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(wrapped(head, Size.TITLE))
        column.addWidget(wrapped(turns_words(self._plan), Size.SMALL, "second"))
        column.addWidget(label(_("Words that change"), Size.LABEL))
        column.addWidget(self.changes)
        column.addWidget(self.box, 1)
        if problems:
            column.addWidget(wrapped("\n".join(problems[:6]), Size.SMALL, "second"))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.take)
        column.addLayout(foot)
        self.resize(grown(_WIDTH), grown(_HEIGHT))

    def accept(self) -> None:
        """Take the version."""
        self._correct(self.box.losing)
        super().accept()


def turns_words(plan: CorrectionPlan) -> str:
    """How many turns there are now, which went and which came."""
    turns = plan.turns
    told = [ngettext("{n} turn now", "{n} turns now", turns.after)]
    if turns.gone:
        told.append(ngettext("{n} went", "{n} went", len(turns.gone)))
    if turns.new:
        told.append(ngettext("{n} is new", "{n} are new", len(turns.new)))
    return ", ".join(told) + "."

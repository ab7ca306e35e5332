"""How the comparison was made: the method box, the sentences for the paper, and what stays out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qualcoder_nhs import __version__
from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.analysis.agreement.settled import Settling
from qualcoder_nhs.analysis.agreement_paper.method import Method
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

PROGRAM = f"qualcoder_nhs {__version__}"
OVERLAP = N_("Why some families have no figure of their own")
MOST = 200
WIDTH = 720


def methods_text(report: AgreementReport, settling: Settling | None = None) -> str:
    """The sentences for the Methods section, with the numbers in them."""
    return " ".join(Method(report, PROGRAM, settling).paragraph().paragraphs)


class MethodSection(QScrollArea):
    """Small type, selectable, with a button that copies the sentences for the paper."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(_("Method"))
        self.text = ""
        self.copy = button(_("Copy the Methods text"))
        self.copy.setParent(self)
        self.copy.hide()
        self.copy.clicked.connect(self._copy)
        self.setFocusProxy(self.copy)
        self._shown = QWidget()
        self.setWidget(self._shown)

    def show_report(self, report: AgreementReport, settling: Settling | None = None) -> None:
        """Show how another report was made, and how its disagreements were settled."""
        self.text = methods_text(report, settling)
        focused = self.copy.hasFocus()
        method = Method(report, PROGRAM)
        self.copy.setParent(self)
        made = QWidget()
        on_ground(made, "paper")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 8, 12, 12)
        column.setSpacing(12)
        column.addWidget(label(_("For the Methods section"), Size.LABEL))
        column.addWidget(_selectable(self.text))
        row = QHBoxLayout()
        row.addWidget(self.copy)
        self.copy.show()
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(label(_("How this was counted"), Size.LABEL))
        column.addLayout(_facts(method.facts()))
        for title, listed in ((_("Left out"), report.left_out), (OVERLAP, report.overlapping)):
            if listed:
                column.addWidget(label(_(title), Size.LABEL))
                lines = [f"{one.what}: {one.why}" for one in listed]
                column.addWidget(_selectable("\n".join(_some(lines))))
        column.addStretch(1)
        self.setWidget(made)
        if focused:
            self.copy.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)


def _some(lines: Sequence[str]) -> Sequence[str]:
    more = len(lines) - MOST
    if more <= 0:
        return lines
    return [*lines[:MOST], _("and {n} more, all of them in the export").format(n=f"{more:,}")]


def _facts(facts: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for at, (name, value) in enumerate(facts):
        grid.addWidget(label(name, Size.SMALL_LABEL), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_selectable(value), at, 1)
    return grid


def _selectable(words: str) -> QWidget:
    made = wrapped(words, Size.SMALL, "second")
    made.setMaximumWidth(WIDTH)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    made.setAccessibleName(words)
    return made

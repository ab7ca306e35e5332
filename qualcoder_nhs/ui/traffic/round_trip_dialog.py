"""The round-trip report of a project that was written: a table to read, and to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.domain.round_trip import RoundTrip, RoundTripLine
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.widgets.labels import button, wrapped
from qualcoder_nhs.ui.widgets.sheet_size import sheet_size
from qualcoder_nhs.ui.widgets.word_cells import WordCells

_WIDTH, _HEIGHT = 900, 620
_NUMBERS = (1, 2, 3)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RoundTripDialog(QDialog):
    """Tells how much of each kind others will see, how much comes back here, and why."""

    def __init__(self, report: RoundTrip, file: str, parent: QWidget, hint: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Exported for other programs"))
        self.resize(sheet_size(_WIDTH, _HEIGHT, parent.window()))
        self._report = report
        self.table = QTableWidget(len(report.lines), len(_heads()))
        self.copy = button(_("Copy"))
        self.done_with = button(_("Done"), "primary")
        self._fill()
        self._lay_out(file, hint)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(as_text(report)))
        self.done_with.clicked.connect(self.accept)
        self.copy.setAutoDefault(False)
        self.done_with.setDefault(True)
        self.done_with.setFocus()

    def _lay_out(self, file: str, hint: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        heading = _("{file}: what went out, and what others will not see")
        column.addWidget(wrapped(heading.format(file=file), Size.TITLE))
        column.addWidget(wrapped(self._report.target, Size.SMALL, "second"))
        if hint:
            column.addWidget(wrapped(hint, look="second"))
        if self._report.replaced:
            column.addWidget(wrapped(_replaced(self._report.replaced), Size.SMALL, "warning"))
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.copy)
        foot.addWidget(self.done_with)
        column.addLayout(foot)

    def _fill(self) -> None:
        table = self.table
        table.setFont(chrome_font())
        table.setAccessibleName(_("Round-trip report"))
        table.setHorizontalHeaderLabels(_heads())
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(True)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        for at in range(len(_heads()) - 1):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        table.setItemDelegate(WordCells(table))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        # Rows are few, and follow the width of the last column.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for row, line in enumerate(self._report.lines):
            for at, words in enumerate(cells(line)):
                item = QTableWidgetItem(words)
                right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
                side = right if at in _NUMBERS else left
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignTop)
                spoken = ". ".join(f"{head}: {cell}" for head, cell in _told(line))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
                table.setItem(row, at, item)
        for at in _NUMBERS:
            head = QTableWidgetItem("\n".join(_heads()[at].rsplit(" ", 1)))
            head.setTextAlignment(_RIGHT)
            table.setHorizontalHeaderItem(at, head)


def cells(line: RoundTripLine) -> tuple[str, ...]:
    """What a row shows."""
    return (line.what, f"{line.in_study:,}", f"{line.seen:,}", f"{line.back:,}", line.why)


def _told(line: RoundTripLine) -> list[tuple[str, str]]:
    """What a row says in words, each cell after its head."""
    return [pair for pair in zip(_heads(), cells(line), strict=True) if pair[1]]


def as_text(report: RoundTrip) -> str:
    """The report with tabs between its cells, as sheets and documents take it."""
    rows = [tuple(_heads()), *map(cells, report.lines)]
    return "\n".join([report.target, *("\t".join(row) for row in rows)])


def _heads() -> list[str]:
    return [
        _("What"),
        _("In the study"),
        _("Others will see"),
        _("Comes back here"),
        _("What to know"),
    ]


def _replaced(number: int) -> str:
    return ngettext(
        "{n} character that XML cannot hold stands as “�”.",
        "{n} characters that XML cannot hold stand as “�”.",
        number,
    )

"""What a correction reaches, as a table: the thing, its old words, its new ones, what becomes.

Of long words those around the change are shown; a tooltip has all of them.
"""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from qualcoder_nhs.domain.correcting.plan import CorrectionPlan, Touched
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.correcting.excerpt import around_change
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex

_HEADS = (N_("What"), N_("Old words"), N_("New words"), N_("Outcome"))
_NOTHING = "–"


class PlanModel(QAbstractTableModel):
    """Rows for all that is to be looked at; what only moves is counted elsewhere."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Touched, ...] = ()

    def put(self, plan: CorrectionPlan | None) -> None:
        """Show another plan."""
        self.beginResetModel()
        self.rows = plan.told if plan else ()
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADS[section])
        return None

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cells_of(one)[index.column()]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return (one.before, one.after)[index.column() - 1] if index.column() in (1, 2) else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(cells_of(one))
        return None


def cells_of(one: Touched) -> tuple[str, str, str, str]:
    """The four cells of a row."""
    name = " ".join(one.name.split())
    who = " · ".join(part for part in (one.who, one.layer) if part)
    where = _("t.{turn}").format(turn=one.turn) if one.turn else ""
    named = f"{one.thing.words}: {name}" if name else one.thing.words
    what = "\n".join(part for part in (f"{where}  {named}".strip(), who) if part)
    fate = f"{one.fate.words}: {one.why}" if one.why else one.fate.words
    before, after = around_change(one.before, one.after)
    return what, before or _NOTHING, after or _NOTHING, fate

"""The transcripts as rows: name, who was in the room, and the share that is coded."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.library import Shelved

ModelIndex = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class LibraryModel(QAbstractListModel):
    """`rename_wanted` bears a transcript and the name that was typed for it."""

    rename_wanted = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Shelved, ...] = ()

    def show(self, rows: Sequence[Shelved]) -> None:
        """List these; where only counts changed, the list stays as it is scrolled and chosen."""
        new = tuple(rows)
        if _ids(new) == _ids(self._rows):
            self._rows = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def transcript(self, index: ModelIndex) -> TranscriptId | None:
        """Which transcript stands there."""
        return self._rows[index.row()].summary.id if index.isValid() else None

    def place(self, transcript: TranscriptId | None) -> QModelIndex:
        """Where a transcript stands; nowhere where it is not listed."""
        for at, row in enumerate(self._rows):
            if row.summary.id == transcript:
                return self.index(at)
        return QModelIndex()

    def first(self) -> TranscriptId | None:
        """The transcript at the top."""
        return self._rows[0].summary.id if self._rows else None

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.summary.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(_spoken(row))
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(_spoken(row))
            case _ if role == ROW:
                return row
        return None

    def setData(
        self, index: ModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        name = " ".join(str(value).split())
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.EditRole and name and name != row.summary.name:
            self.rename_wanted.emit(row.summary.id, name)
        return False  # the name changes when the study says so

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags


def percent(row: Shelved) -> str:
    """The share of turns to code that carry a coding; never 100 before all do.

    A dash where the round has none of the transcript, a tick where the coder said it is done.
    """
    if row.finished:
        return "✓"
    if not row.taking_part:
        return "–"
    share = row.share * 100
    whole = round(share) if share in (0.0, 100.0) else min(99, max(1, round(share)))
    return f"{whole} %"


def _ids(rows: Sequence[Shelved]) -> list[TranscriptId]:
    return [row.summary.id for row in rows]


def _spoken(row: Shelved) -> list[str]:
    if row.survey:
        people = ngettext("{n} respondent", "{n} respondents", row.participants)
    else:
        people = ngettext("{n} participant", "{n} participants", row.participants)
    coded = _("you coded {coded} of {turns} turns").format(
        coded=f"{row.coded:,}", turns=f"{row.turns_of:,}"
    )
    if not row.taking_part:
        coded = _("not in the round")
    elif row.finished:
        coded = _("{coded}, finished").format(coded=coded)
    words = ngettext("{n} word", "{n} words", row.summary.words)
    return [part for part in (row.summary.name, row.who, people, coded, words) if part]

"""Who speaks in a file, as rows: a label with who it is, or the reason of a proposal."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from qualcoder_nhs.domain.casting import Part
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.i18n import N_, _, ngettext
from qualcoder_nhs.ui.importing.evidence import why_function, why_merged
from qualcoder_nhs.ui.importing.file_choice import FileChoice
from qualcoder_nhs.ui.look.glyphs import FUNCTION_WORDS
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex

LABEL, IS, TURNS, WORDS, MARK = range(5)
HEADINGS = (N_("In the file"), N_("Is"), N_("Turns"), N_("Words"), "")


class Way(Enum):
    """The way back from a proposal, as its link says it."""

    NOT_THIS = N_("no")
    KEEP_APART = N_("keep apart")


@dataclass(frozen=True)
class CastRow:
    """A label, who it is, how much it says; `mark` names a proposal that stands."""

    label: str
    part: Part
    turns: int
    words: int
    mark: str = ""


@dataclass(frozen=True)
class NoteRow:
    """Why a proposal was made for the label above, with the way back."""

    label: str
    words: str
    way: Way


def rows_of(file: FileChoice) -> Iterator[CastRow | NoteRow]:
    """The rows of a file's labels in order of appearance, spellings right under their own."""
    under: dict[str, list[str]] = {}
    for label, other in file.spellings.items():
        under.setdefault(other, []).append(label)
    for label in file.turns:
        if label not in file.spellings:
            yield from _label_rows(file, label)
            for spelling in under.get(label, []):
                yield from _label_rows(file, spelling)


def _label_rows(file: FileChoice, label: str) -> Iterator[CastRow | NoteRow]:
    other = file.spellings.get(label)
    function = file.proposed_functions.get(label)
    mark = N_("merge") if other else N_("proposed") if function else ""
    yield CastRow(label, file.cast[label], file.turns[label], file.words[label], mark)
    if other:
        yield NoteRow(label, why_merged(file, label, other), Way.KEEP_APART)
    elif function:
        yield NoteRow(label, why_function(file, label, function), Way.NOT_THIS)


def who(part: Part) -> str:
    """Such as `P3 · medical director`, `moderator`, `unknown speaker`."""
    if part.function is Function.UNKNOWN:
        return _("unknown speaker")
    if part.function is not Function.PARTICIPANT:
        return _(FUNCTION_WORDS[part.function])
    names = _(" and ").join(part.participants)
    role = part.attributes.get("role", "")
    return f"{names} · {role}" if role else names


def shown_label(label: str) -> str:
    """The label as the file has it; words for one that is not there."""
    return label.strip() or _("(none)")


class CastModel(QAbstractTableModel):
    """The labels of the file that is looked at."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[CastRow | NoteRow] = []

    def show(self, file: FileChoice | None) -> bool:
        """Show a file's labels; tell whether anything is different now."""
        rows = list(rows_of(file)) if file else []
        if rows == self.rows:
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def place_of(self, label: str) -> int:
        """The row of a label, or -1."""
        places = (at for at, row in enumerate(self.rows) if row.label == label)
        return next(places, -1)

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(HEADINGS[section]) if HEADINGS[section] else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in (TURNS, WORDS) else None
            return (side or Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | self._editable(index)

    def _editable(self, index: ModelIndex) -> Qt.ItemFlag:
        """Who somebody is can be typed, unless the label is another one's spelling."""
        if index.column() == IS:
            row = self.rows[index.row()]
            if isinstance(row, CastRow) and row.part.function is Function.PARTICIPANT:
                return Qt.ItemFlag.ItemIsEditable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if isinstance(row, NoteRow):
            return f"{row.words}  {_(row.way.value)}" if index.column() == IS else ""
        texts = (shown_label(row.label), who(row.part), f"{row.turns:,}", f"{row.words:,}")
        return (*texts, _(row.mark) if row.mark else "")[index.column()]


def spoken(row: CastRow | NoteRow) -> str:
    """The whole row in words."""
    if isinstance(row, NoteRow):
        return _("{note}. Enter: {way}").format(note=row.words, way=_(row.way.value))
    parts = [
        _("{label} is {who}").format(label=shown_label(row.label), who=who(row.part)),
        ngettext("{n} turn", "{n} turns", row.turns),
        ngettext("{n} word", "{n} words", row.words),
    ]
    return ", ".join([*parts, _(row.mark)] if row.mark else parts)

"""The lines of a file and the answers to its doubtful ones, as a list."""

from bisect import bisect_left

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from qualcoder_nhs.domain.casting import Part
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.importing.answers import Answer, answers_to
from qualcoder_nhs.ui.importing.cast_model import shown_label
from qualcoder_nhs.ui.importing.file_choice import FileChoice
from qualcoder_nhs.ui.importing.lines import Line, lines_of
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex


class LineModel(QAbstractListModel):
    """The lines of the file that is looked at; `answer` of a line is the one that is marked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.file: FileChoice | None = None
        self.lines: tuple[Line, ...] = ()
        self.marked = 0

    def show(self, file: FileChoice | None) -> bool:
        """Show a file's lines; tell whether they are others than before."""
        old, self.file = self.file, file
        if _read_alike(file, old):
            if self.lines:
                self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))
            return False
        self.beginResetModel()
        self.lines = lines_of(file.understood) if file and file.understood else ()
        self.marked = 0
        self.endResetModel()
        return True

    def part(self, label: str) -> Part:
        """Who says a line."""
        cast = self.file.cast if self.file else {}
        return cast.get(label, Part(Function.UNKNOWN))

    def is_open(self, line: Line) -> bool:
        """Whether the line is doubtful and nobody took it yet."""
        return bool(line.doubt and self.file and line.doubt in self.file.open_doubts)

    def answers(self, line: Line) -> tuple[Answer, ...]:
        """How the line can be taken."""
        return answers_to(self.file, line.doubt) if self.file and line.doubt else ()

    def next_open(self, after: int, step: int = 1) -> int:
        """The next line to look at in a direction, round the end; -1 where none is left."""
        count = len(self.lines)
        places = ((after + step * far) % count for far in range(1, count + 1))
        return next((at for at in places if self.is_open(self.lines[at])), -1)

    def place_at(self, start: int) -> int:
        """The line that begins at a place of the text, or the first after it."""
        starts = [line.start for line in self.lines]
        return min(bisect_left(starts, start), len(starts) - 1)

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.text  # a tip has room for all of it
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def _spoken(self, line: Line) -> str:
        words = line.text if line.label is None else f"{shown_label(line.label)}: {line.text}"
        said = _("Line {number}, {words}").format(number=line.number, words=words)
        if line.doubt is None:
            return said
        ways = ", ".join(answer.words for answer in self.answers(line))
        if self.is_open(line):
            return _("{said}. doubtful: {why} {ways}").format(
                said=said, why=line.doubt.what, ways=ways
            )
        return _("{said}. taken: {why} Enter: look again").format(said=said, why=line.doubt.what)


def _read_alike(file: FileChoice | None, old: FileChoice | None) -> bool:
    """Whether the lines are the same; who says them may not be."""
    if file is None or old is None:
        return False
    return file.parsed is old.parsed and file.begun == old.begun


def speaker_of(model: LineModel, line: Line) -> str:
    """The name in the gutter: the participant's where there is one, else the label."""
    if line.label is None:
        return ""
    part = model.part(line.label)
    return " ".join(part.participants) or shown_label(line.label)

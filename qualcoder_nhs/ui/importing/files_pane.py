"""The left of the import page: the files, what there is to say of one, and whether it comes."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.importing.file_list import FileModel, FilePainter, about
from qualcoder_nhs.ui.importing.session import Session
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.labels import button, wrapped


class FilesPane(QWidget):
    """The list of files, what there is to say of the chosen one, and whether it comes."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        on_ground(self, "side")
        self._session = session
        self.files = FileModel(session, self)
        self._painter = FilePainter(theme, self.files)
        self.list = QListView()
        self.list.setModel(self.files)
        self.list.setItemDelegate(self._painter)
        self.list.setAccessibleName(_("Files to import"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.viewport().setAutoFillBackground(False)
        self.note = wrapped("", Size.SMALL, "second")
        self.leave = button("")
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.addWidget(self.note)
        foot.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 1, 0)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.leave.clicked.connect(lambda: session.toggle(session.at))
        self.list.selectionModel().currentChanged.connect(self._look)
        session.chosen.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._painter.theme = theme

    def _look(self, current: QModelIndex) -> None:
        if current.isValid():
            self._session.look_at(current.row())

    def _follow(self) -> None:
        file = self._session.file
        if file is not None and self.list.currentIndex().row() != self._session.at:
            self.list.selectionModel().setCurrentIndex(
                self.files.index(self._session.at),
                QItemSelectionModel.SelectionFlag.ClearAndSelect,
            )
        self.note.setText(about(file) if file else "")
        self.note.setVisible(bool(self.note.text()))
        self.leave.setVisible(bool(file and file.can_come))
        words = _("Leave it out") if file and file.comes else _("Import it too")
        self.leave.setText(words)
        self.leave.setAccessibleName(words)

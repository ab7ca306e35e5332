"""The import page: files at the left, who speaks in the middle, lines to look at at the right."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QSplitter, QVBoxLayout, QWidget

from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.fonts import Size
from qualcoder_nhs.ui.grounds import on_ground
from qualcoder_nhs.ui.importing.dropping import dropped_files
from qualcoder_nhs.ui.importing.file_list import FileModel, FilePainter, about
from qualcoder_nhs.ui.importing.line_list import LineList
from qualcoder_nhs.ui.importing.readings import HashFile, Read
from qualcoder_nhs.ui.importing.session import Session
from qualcoder_nhs.ui.importing.who_pane import WhoPane
from qualcoder_nhs.ui.key_button import KeyButton
from qualcoder_nhs.ui.key_hints import key_hints
from qualcoder_nhs.ui.labels import button, label, wrapped
from qualcoder_nhs.ui.live import Live
from qualcoder_nhs.ui.page_header import PageHeader
from qualcoder_nhs.ui.theme import Theme
from qualcoder_nhs.ui.tokens import PANE_WIDTH

LINES_WIDTH = 546
LEAST_WIDTHS = (160, 460, 300)


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


class LinesPane(QWidget):
    """The lines of the chosen file, those to look at first of all."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        on_ground(self, "paper")
        self._session = session
        self.heading = label("", Size.HEADING)
        self.list = LineList(theme, session)
        self._hints = key_hints((_("next"), "N"), (_("accept"), "Enter"))
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 16, 8)
        head.addWidget(self.heading, 1)
        head.addWidget(self._hints)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        session.chosen.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.list.set_theme(theme)

    def _follow(self) -> None:
        file = self._session.file
        count = len(file.open_doubts) if file else 0
        words = ngettext("{n} line to look at", "{n} lines to look at", count)
        nothing = _("As it was understood") if file and file.can_come else ""
        self.heading.setText(words if count else nothing)
        self._hints.setVisible(bool(count))


class ImportPage(QWidget):
    """Files · who speaks · lines to look at. Nothing is written here: `accepted` carries the
    actions, one a file; `cancelled` says that nobody wants any.

    `read` and `hash_file` are called off the window's thread. `choose_files` asks the person for
    files; the main window gives the native dialog.
    """

    accepted = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        theme: Theme,
        read: Read,
        hash_file: HashFile,
        choose_files: Callable[[], Iterable[Path]],
    ) -> None:
        super().__init__()
        self.session = Session(read, hash_file, self)
        self._choose_files = choose_files
        self._make_actions()
        self._add_button = KeyButton(theme, self.add_files_action, icon="plus")
        self.header = PageHeader(_("Import transcripts"), self._add_button)
        self.files = FilesPane(theme, self.session)
        self.who = WhoPane(theme, self.session)
        self.lines = LinesPane(theme, self.session)
        self.foot = QWidget()
        self._sum = label("", Size.SMALL, "second")
        self._import = KeyButton(theme, self.import_action, "primary")
        self._lay_out()
        self.setAcceptDrops(True)
        self.session.listed.connect(self._count)
        self._count()
        self.session.chosen.emit()

    def _make_actions(self) -> None:
        self.add_files_action = QAction(_("Add files"), self)
        self.add_files_action.triggered.connect(lambda: self.add(self._choose_files()))
        self.import_action = QAction(_("Import"), self)
        self.import_action.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.import_action.triggered.connect(self._accept)
        self.addAction(self.import_action)
        for key, step in (("N", 1), ("Shift+N", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.next_doubt(step))

    def _lay_out(self) -> None:
        panes = QSplitter()
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        for at, pane in enumerate((self.files, self.who, self.lines)):
            panes.addWidget(pane)
            pane.setMinimumWidth(LEAST_WIDTHS[at])
            panes.setStretchFactor(at, int(at == 1))
        panes.setSizes([PANE_WIDTH - 10, 560, LINES_WIDTH])
        cancel = button(_("Cancel"))
        cancel.clicked.connect(self.cancelled)
        on_ground(self.foot, "side", "top")
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(12)
        foot.addWidget(self._sum, 1)
        foot.addWidget(cancel)
        foot.addWidget(self._import)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, panes, self.foot):
            column.addWidget(part, int(part is panes))

    # ── for the window that hosts it ─────────────────────────────────────────────────────────

    def attach(self, live: Live | None) -> None:
        """Compare files with those this study came from."""
        self.session.attach(live)

    def add(self, paths: Iterable[Path]) -> None:
        """List these files."""
        self.session.add(paths)
        self.files.list.setFocus()

    def drop(self, mime: QMimeData) -> bool:
        """List the files that were dropped on the window; tell whether there were any."""
        paths = dropped_files(mime)
        if paths:
            self.add(paths)
        return bool(paths)

    def clear(self) -> None:
        """Begin anew, once the files are in."""
        self.session.clear()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self.files, self.who, self.lines, self._import, self._add_button):
            part.set_theme(theme)

    def close_readers(self) -> None:
        """Read nothing more; before the window goes."""
        self.session.close()

    # ── acting ───────────────────────────────────────────────────────────────────────────────

    def next_doubt(self, step: int = 1) -> None:
        """Go to the next line to look at, in the next file that has one where this one is done."""
        session, files = self.session, self.session.files
        if not self.lines.list.go_on(step) and files:
            ahead = ((session.at + step * far) % len(files) for far in range(1, len(files)))
            place = next((at for at in ahead if files[at].comes and files[at].open_doubts), None)
            if place is not None:
                session.look_at(place)
        self.lines.list.setFocus()

    def _accept(self) -> None:
        ready = [file.ready() for file in self.session.coming]
        self.accepted.emit(tuple(one.action() for one in ready if one))

    def _count(self) -> None:
        files, coming = self.session.files, self.session.coming
        counted = ngettext("{n} file", "{n} files", len(files))
        self.header.say(
            _("{} · nothing is written until you press Import · files stay where they are").format(
                counted
            )
        )
        self._sum.setText(self._foot_words())
        words = ngettext("Import {n} transcript", "Import {n} transcripts", len(coming))
        self.import_action.setText(words if coming else _("Import"))
        self.import_action.setEnabled(bool(coming) and not self.session.waiting)

    def _foot_words(self) -> str:
        files, coming = self.session.files, self.session.coming
        if not files:
            return _("Add Word, text or subtitle files, or drag them here.")
        said = _("{} of {} come in.").format(
            f"{len(coming):,}", ngettext("{n} file", "{n} files", len(files))
        )
        proposals = sum(file.proposals for file in coming)
        if not proposals:
            return said
        stand = ngettext(
            "{n} proposal stands as shown unless you change it.",
            "{n} proposals stand as shown unless you change them.",
            proposals,
        )
        return f"{said} {stand}"

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.drop(event.mimeData()):
            event.acceptProposedAction()

"""The import page: files at the left, who speaks in the middle, lines to look at at the right."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.importing.dropping import dropped_files
from qualcoder_nhs.ui.importing.files_pane import FilesPane
from qualcoder_nhs.ui.importing.lines_pane import LinesPane
from qualcoder_nhs.ui.importing.readings import HashFile, Read
from qualcoder_nhs.ui.importing.session import Session
from qualcoder_nhs.ui.importing.who_pane import WhoPane
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.look.tokens import PANE_WIDTH
from qualcoder_nhs.ui.widgets.empty_page import EmptyPage
from qualcoder_nhs.ui.widgets.key_button import KeyButton
from qualcoder_nhs.ui.widgets.labels import button, label
from qualcoder_nhs.ui.widgets.page_header import PageHeader
from qualcoder_nhs.ui.working.live import Live

LINES_WIDTH = 546
LEAST_WIDTHS = (150, 410, 280)


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
        self._is_importing = False
        self._make_actions()
        self._add_button = KeyButton(theme, self.add_files_action, icon="plus")
        self.header = PageHeader(_("Import transcripts"), self._add_button)
        self.files = FilesPane(theme, self.session)
        self.who = WhoPane(theme, self.session)
        self.lines = LinesPane(theme, self.session)
        self._first_button = KeyButton(theme, self.add_files_action, "primary", icon="plus")
        self.empty = EmptyPage(_("No files yet"), _empty_words(), self._first_button)
        self._shown = QStackedWidget()
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
        self._shown.addWidget(self.empty)
        self._shown.addWidget(panes)
        for part in (self.header, self._shown, self.foot):
            column.addWidget(part, int(part is self._shown))

    # ── for the window that hosts it ─────────────────────────────────────────────────────────

    def attach(self, live: Live | None) -> None:
        """Compare files with those this study came from."""
        self.session.attach(live)

    def add(self, paths: Iterable[Path]) -> None:
        """List these files, and give the keys to the list; to the one button where it is empty."""
        self.session.add(paths)
        (self.files.list if self.session.files else self.empty.button).setFocus()

    def drop(self, mime: QMimeData) -> bool:
        """List the files that were dropped on the window; tell whether there were any."""
        paths = dropped_files(mime)
        if paths:
            self.add(paths)
        return bool(paths)

    def set_importing(self, *, on: bool) -> None:
        """What was accepted is being brought in; until then nothing more can be accepted."""
        self._is_importing = on
        self._count()

    def clear(self) -> None:
        """Begin anew, once the files are in."""
        self.session.clear()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        buttons = (self._import, self._add_button, self._first_button)
        for part in (self.files, self.who, self.lines, *buttons):
            part.set_theme(theme)

    def close_readers(self) -> None:
        """Read nothing more; before the window goes."""
        self.session.close()

    # ── acting ───────────────────────────────────────────────────────────────────────────────

    def next_doubt(self, step: int = 1) -> None:
        """Go to the next line to look at, in the next file that has one where this one is done."""
        session, files = self.session, self.session.files
        if self.lines.list.stands_on_doubt and not self.lines.list.hasFocus():
            self.lines.list.setFocus()  # it is the next one for somebody who comes from elsewhere
            return
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
        self._shown.setCurrentIndex(int(bool(files)))
        self._add_button.setVisible(bool(files))
        self.header.say(_header_words(len(files)))
        self._sum.setText(self._foot_words())
        words = ngettext("Import {n} transcript", "Import {n} transcripts", len(coming))
        self.import_action.setText(words if coming else _("Import"))
        waits = self.session.waiting or self._is_importing
        self.import_action.setEnabled(bool(coming) and not waits)

    def _foot_words(self) -> str:
        files, coming = self.session.files, self.session.coming
        if not files:
            return ""
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


def _empty_words() -> tuple[str, ...]:
    return (
        _("Bring in Word, PDF, sheet, text or caption files, or drag them here."),
        _("You will see what was understood before anything is written."),
    )


def _header_words(files: int) -> str:
    if not files:
        return _("Nothing is written until you press Import · files stay where they are")
    counted = ngettext("{n} file", "{n} files", files)
    promise = _("nothing is written until you press Import · files stay where they are")
    return f"{counted} · {promise}"

"""The versions of the codebook: when each was kept, and in sentences what it changed."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QListWidget, QScrollArea, QSplitter, QVBoxLayout, QWidget

from qualcoder_nhs.actions.codework import KeepVersion
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.codework import VersionStory
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.moments import moment
from qualcoder_nhs.ui.widgets.key_button import KeyButton
from qualcoder_nhs.ui.widgets.labels import label, wrapped
from qualcoder_nhs.ui.widgets.page_header import PageHeader


class VersionsPage(QWidget):
    """`action_wanted` bears the action that keeps a version; `left` says Esc."""

    action_wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, *, writable: bool) -> None:
        super().__init__()
        on_ground(self, "paper")
        self._writable = writable
        self._told: tuple[VersionStory, ...] = ()
        self.keep = self._action(_("Keep as a version"), "Ctrl+Return")
        self.keep.triggered.connect(lambda: self.action_wanted.emit(KeepVersion()))
        back = self._action(_("Back to the text"), "Esc")
        back.triggered.connect(self.left)
        self._buttons = [KeyButton(theme, back), KeyButton(theme, self.keep, "primary")]
        self.header = PageHeader(_("Versions of the codebook"), *self._buttons)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Versions"))
        self.list.selectionModel().currentChanged.connect(self._look)
        self.heading, self.changes = label("", Size.HEADING), wrapped("")
        self._lay_out()

    def _action(self, words: str, key: str) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.changes)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(told)
        panes = QSplitter()
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self.list)
        panes.addWidget(area)
        panes.setSizes([320, 720])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(panes, 1)
        self.setFocusProxy(self.list)

    def show_story(self, told: tuple[VersionStory, ...]) -> None:
        """Show the versions, newest first; the first line is the codebook as it stands."""
        row = max(0, self.list.currentRow())
        self._told = told
        self.list.clear()
        self.list.addItems([_named(one) for one in told])
        self.list.setCurrentRow(min(row, len(told) - 1))
        fresh = len(told) == 1 or bool(told[0].changes)
        self.keep.setEnabled(fresh and self._writable)
        kept = ngettext("{n} version is kept.", "{n} versions are kept.", len(told) - 1)
        self.header.say(kept if len(told) > 1 else _("No version is kept yet."))

    def _look(self, index: QModelIndex) -> None:
        if not 0 <= index.row() < len(self._told):
            return
        one = self._told[index.row()]
        self.heading.setText(_named(one))
        self.changes.setText("\n".join(one.changes) or self._nothing(one))

    def _nothing(self, one: VersionStory) -> str:
        if one.number is None and len(self._told) == 1:
            return _("Keep the codebook as a version; what becomes of it is told against that.")
        if one.number is None:
            return _("Nothing has changed since the newest version.")
        return _("The first version.") if one.number == 1 else _("Nothing has changed in it.")

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for one in self._buttons:
            one.set_theme(theme)


def _named(one: VersionStory) -> str:
    codes = ngettext("{n} code", "{n} codes", one.codes)
    if one.number is None or one.made is None:
        return _("Today, {codes}").format(codes=codes)
    told = _("Version {n}, {when}, {by}, {codes}")
    return told.format(n=one.number, when=moment(one.made), by=one.by, codes=codes)

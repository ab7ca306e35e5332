"""Every command of the window in one table: its id, its words, its key, and when it can be had."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Flag, auto

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QHelpEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolTip, QWidget

from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.widgets.keycap import key_words


class Needs(Flag):
    """What must be so for a command to be had."""

    NOTHING = 0
    STUDY = auto()  # a study is open
    WRITING = auto()  # it can be written to
    TRANSCRIPT = auto()  # a transcript is on the desk
    UNDO = auto()  # there is a step to take back
    REDO = auto()  # there is a step to do again


_MISSING = (
    (Needs.STUDY, N_("Open a study first.")),
    (Needs.WRITING, N_("This study is open to read only.")),
    (Needs.TRANSCRIPT, N_("Open a transcript first.")),
    (Needs.UNDO, N_("There is nothing of yours to undo.")),
    (Needs.REDO, N_("There is nothing to redo.")),
)


@dataclass(frozen=True)
class Entry:
    """One command. `menu` is the id of the menu it stands in.

    `choice` names a group of which one is ticked; `tick` is an entry that is on or off. A `shown`
    key stands in the menu only: whoever has the focus acts on it. `gap` puts a line above.
    """

    id: str
    menu: str
    words: str
    key: str = ""
    needs: Needs = Needs.NOTHING
    choice: str = ""
    tick: bool = False
    shown: bool = False
    gap: bool = False


MENUS = (
    ("study", N_("Study")),
    ("edit", N_("Edit")),
    ("view", N_("View")),
    ("code", N_("Code")),
    ("analyse", N_("Analyse")),
    ("help", N_("Help")),
)
"""The menus from the left; one without entries is not shown."""

_WRITE = Needs.STUDY | Needs.WRITING

ENTRIES: tuple[Entry, ...] = (
    Entry("start_study", "study", N_("Start a study…"), "Ctrl+N"),
    Entry("open_study", "study", N_("Open a study…"), "Ctrl+O"),
    Entry("sample", "study", N_("Open the sample study")),
    Entry("import", "study", N_("Import transcripts…"), "Ctrl+I", _WRITE, gap=True),
    Entry("import_study", "study", N_("Import a study of another program…"), "", _WRITE),
    Entry("import_survey", "study", N_("Import survey answers…"), "", _WRITE),
    Entry("import_tables", "study", N_("Import a codebook or codings…"), "", _WRITE),
    Entry(
        "import_version", "study", N_("Import a corrected version…"), "", _WRITE | Needs.TRANSCRIPT
    ),
    Entry("merge", "study", N_("Merge a pack or study…"), "", _WRITE),
    Entry("export_excerpts", "study", N_("Export excerpts…"), "Ctrl+E", Needs.STUDY),
    Entry("export_themes", "study", N_("Export theme pack…"), "", Needs.STUDY),
    Entry("export_handout", "study", N_("Export seminar hand-out…"), "", Needs.STUDY),
    Entry("export_extract", "study", N_("Export a participant’s own words…"), "", Needs.STUDY),
    Entry("export_codebook", "study", N_("Export the codebook…"), "", Needs.STUDY),
    Entry("export_codings", "study", N_("Export all codings…"), "", Needs.STUDY),
    Entry(
        "export_transcript",
        "study",
        N_("Export this transcript with its codes…"),
        needs=Needs.TRANSCRIPT,
    ),
    Entry("export_project", "study", N_("Export for other programs…"), "", Needs.STUDY),
    Entry("export_archive", "study", N_("Export an archive…"), "", Needs.STUDY),
    Entry("save_copy", "study", N_("Save a copy…"), "Ctrl+Shift+S", Needs.STUDY, gap=True),
    Entry("people", "study", N_("Participants"), "Ctrl+Shift+P", Needs.STUDY, gap=True),
    Entry("guide", "study", N_("Topic guide"), "Ctrl+Shift+G", Needs.STUDY),
    Entry("coders", "study", N_("Coding as…"), "", Needs.STUDY),
    Entry("restore", "study", N_("Restore a backup…"), "", _WRITE),
    Entry("close_study", "study", N_("Close the study"), "Ctrl+W", Needs.STUDY, gap=True),
    Entry("quit", "study", N_("Quit"), "Ctrl+Q"),
    Entry("undo", "edit", N_("Undo"), "Ctrl+Z", _WRITE | Needs.UNDO),
    Entry("redo", "edit", N_("Redo"), "Ctrl+Shift+Z", _WRITE | Needs.REDO),
    Entry("find", "edit", N_("Find in transcript"), "Ctrl+F", Needs.TRANSCRIPT, gap=True),
    Entry("find_study", "edit", N_("Find in the study"), "Ctrl+Shift+F", Needs.STUDY),
    Entry("find_code", "edit", N_("Find a code in the codebook"), "Ctrl+Shift+K", Needs.STUDY),
    Entry("anything", "edit", N_("Anything by name…"), "Ctrl+K"),
    Entry("history", "view", N_("History"), "Ctrl+Shift+Y", Needs.STUDY, tick=True),
    Entry("left", "view", N_("Transcripts and codebook"), "F7", Needs.STUDY, tick=True),
    Entry("right", "view", N_("This passage"), "F8", Needs.STUDY, tick=True),
    Entry("larger", "view", N_("Larger text"), "Ctrl++", gap=True),
    Entry("smaller", "view", N_("Smaller text"), "Ctrl+-"),
    Entry("usual_size", "view", N_("Usual text size"), "Ctrl+0"),
    Entry("shade:system", "view", N_("Light or dark as the system"), choice="shade", gap=True),
    Entry("shade:light", "view", N_("Light"), choice="shade"),
    Entry("shade:dark", "view", N_("Dark"), choice="shade"),
    Entry("high_contrast", "view", N_("High contrast"), tick=True, gap=True),
    Entry("by_code", "view", N_("Colours by code"), tick=True),
    Entry("stripe_patterns", "view", N_("Stripe patterns"), tick=True),
    Entry("comfortable", "view", N_("Comfortable rows"), tick=True),
    Entry("letters", "view", N_("Single letters are commands"), tick=True),
    Entry("next_pane", "view", N_("Next pane"), "F6", Needs.STUDY, gap=True),
    Entry("previous_pane", "view", N_("Previous pane"), "Shift+F6", Needs.STUDY),
    Entry("keys", "help", N_("Keyboard map"), "F1"),
    Entry("about", "help", N_("About qualcoder_nhs")),
)

_CODE_HERE = _WRITE | Needs.TRANSCRIPT

ROUND_ENTRIES: tuple[Entry, ...] = (
    Entry("work:refine", "code", N_("Codings to refine"), "", Needs.STUDY, gap=True),
    Entry("work:versions", "code", N_("Versions of the codebook"), "", Needs.STUDY),
    Entry("round:layer", "code", N_("Layer to code in…"), "Ctrl+Shift+L", Needs.STUDY, gap=True),
    Entry("round:finish", "code", N_("Finish this transcript…"), "Ctrl+Shift+Return", _CODE_HERE),
    Entry("round:reopen", "code", N_("Reopen this transcript"), "", _CODE_HERE),
    Entry("round:new", "code", N_("Start a round…"), "", _WRITE),
    Entry("round:packs", "code", N_("Make packs of a round…"), "", _WRITE),
)
"""What has to do with the codebook and with rounds; it stands below what the Code desk does."""


class Menus(QObject):
    """The menus of a window, made from the table; `chosen` bears the id of what was picked."""

    chosen = Signal(str)

    def __init__(self, bar: QMenuBar, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entries: dict[str, Entry] = {}
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._have = Needs.NOTHING
        self._menus = {name: _menu(bar, _(words)) for name, words in MENUS}
        self.add(ENTRIES)

    def add(self, entries: Iterable[Entry], above: str = "") -> None:
        """Put more commands at the end of their menus, or above one that stands there."""
        before, known = self._actions.get(above), list(self._entries)
        below = known[known.index(above) :] if above else []
        for entry in entries:
            action = self._made(entry)
            self._entries[entry.id], self._actions[entry.id] = entry, action
            menu = self._menus[entry.menu]
            if entry.gap and not menu.isEmpty():
                menu.addSeparator()
            if before is None:
                menu.addAction(action)
            else:
                menu.insertAction(before, action)
            menu.menuAction().setVisible(True)
        for name in below:
            self._entries[name] = self._entries.pop(name)
        self.allow(self._have)

    def remove(self, ids: Iterable[str]) -> None:
        """Take commands away again, and menus that are empty then."""
        for known in [name for name in ids if name in self._actions]:
            action = self._actions.pop(known)
            menu = self._menus[self._entries.pop(known).menu]
            menu.removeAction(action)
            action.deleteLater()
            menu.menuAction().setVisible(not menu.isEmpty())

    def _made(self, entry: Entry) -> QAction:
        action = QAction(_(entry.words), self._window)
        if entry.key and entry.shown:
            action.setText(f"{_(entry.words)}\t{key_words(entry.key)}")
        elif entry.key:
            action.setShortcut(QKeySequence(entry.key))
        action.setCheckable(entry.tick or bool(entry.choice))
        if entry.choice:
            group = self._groups.setdefault(entry.choice, QActionGroup(self))
            group.addAction(action)
        action.triggered.connect(lambda _on, name=entry.id: self.chosen.emit(name))
        return action

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every command there is now, in the order of the table."""
        return tuple(self._entries.values())

    def action(self, name: str) -> QAction:
        """The action of a command, for buttons that do the same."""
        return self._actions[name]

    def allow(self, have: Needs) -> None:
        """What is so now; commands that need more are greyed, and say what they lack."""
        self._have = have
        for name, entry in self._entries.items():
            self._actions[name].setEnabled(entry.needs in have)
            self._actions[name].setToolTip(_lacking(entry.needs, have))

    def tick(self, name: str, *, on: bool) -> None:
        """Show a command as on or off."""
        self._actions[name].setChecked(on)

    def name_steps(self, undo: str, redo: str) -> None:
        """Say in the Edit menu what Undo and Redo would do; empty for nothing."""
        for name, step in (("undo", undo), ("redo", redo)):
            plain = _(self._entries[name].words)
            self._actions[name].setText(f"{plain} “{step}”" if step else plain)


class _Menu(QMenu):
    """A menu whose greyed entries tell the mouse why; the others have said all in their words."""

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().event(event)
        greyed = (action for action in self.actions() if not action.isEnabled())
        under = (one.toolTip() for one in greyed if self.actionGeometry(one).contains(event.pos()))
        QToolTip.showText(event.globalPos(), next(under, ""), self)
        return True


def _lacking(needs: Needs, have: Needs) -> str:
    """The first thing that is missing, in a sentence; empty where nothing is."""
    return next((_(words) for one, words in _MISSING if one in needs and one not in have), "")


def _menu(bar: QMenuBar, words: str) -> QMenu:
    menu = _Menu(f"&{words}", bar)  # Alt with its first letter opens it
    bar.addMenu(menu)
    menu.menuAction().setVisible(False)
    return menu

"""An open study as it fills the window: the rail, the desks behind it, the history beside them."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.ids import CodeId, TranscriptId
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.settings import Settings
from qualcoder_nhs.ui.desks.code_room import CodeRoom
from qualcoder_nhs.ui.desks.desk_room import Around, DeskRoom
from qualcoder_nhs.ui.desks.hand_outs import HandOuts
from qualcoder_nhs.ui.desks.rail_order import DESKS, Desks
from qualcoder_nhs.ui.desks.study_room import StudyRoom
from qualcoder_nhs.ui.frame.codebook_work import CodebookWork
from qualcoder_nhs.ui.frame.hit_coding import HitCoding
from qualcoder_nhs.ui.frame.rail import Rail
from qualcoder_nhs.ui.frame.theme_choice import ThemeChoice
from qualcoder_nhs.ui.history.pane import HistoryPane
from qualcoder_nhs.ui.importing.dropping import dropped_files
from qualcoder_nhs.ui.layer_choice import LayerChoice
from qualcoder_nhs.ui.look.fonts import grown
from qualcoder_nhs.ui.look.preferences import Preferences
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.seek.find_page import FindPage
from qualcoder_nhs.ui.traffic.leaving import Leaving
from qualcoder_nhs.ui.traffic.study_arrivals import StudyArrivals
from qualcoder_nhs.ui.traffic.tables import Traffic
from qualcoder_nhs.ui.working.live import Live

NARROW = 1200
"""Under this width the right pane is opened by its key only."""

SOUGHT = 60
"""A longer selection is a passage, not words to look for."""


class Workroom(QWidget):
    """All that is shown of one study. `changed` tells that the menus may look otherwise now.

    `coder_chosen` bears the coder to code as; `said` a line for the status bar; `command_wanted` a
    command of the menus.
    """

    changed = Signal()
    said = Signal(str)
    keys_wanted = Signal()
    command_wanted = Signal(str)
    coder_chosen = Signal(object)

    def __init__(self, live: Live, coder: Coder, preferences: Preferences, theme: Theme) -> None:
        super().__init__()
        self.live, self.coder = live, coder
        self._preferences, self._theme = preferences, theme
        self.rail = Rail(theme)
        left = preferences.now.left_in(live.study.path)
        self.layers = LayerChoice(live, left.layer if left else None, self)
        self.theme_choice = ThemeChoice(live, self)
        self.codework = CodebookWork(live, theme, self)
        self.traffic = Traffic(live, theme, self)
        self.arrivals = StudyArrivals(live, self)
        self.hand_outs = HandOuts(live, self)
        self.leaving = Leaving(live, self)
        self.finding = FindPage(live, theme)
        self.hit_coding = HitCoding(live, self)
        self.history = HistoryPane(live, theme)
        self.history.hide()
        self.desks = Desks(self._around)
        self.desks.made.connect(self._furnish)
        # One begins at the first, and the window asks the last who codes.
        self.code = self.desks.room("code", CodeRoom).page
        self.study = self.desks.room("study", StudyRoom).card
        self._lay_out()
        self._connect()
        self.setAcceptDrops(live.study.writable)
        self.rail.show_coder(coder.name, coder.initials)
        self.show_desk("code")

    def _around(self) -> Around:
        return Around(self.live, self.layers, self._preferences, self._theme, self)

    def _furnish(self, room: DeskRoom) -> None:
        room.said.connect(self.said)
        room.jump.connect(self.jump)
        room.code_wanted.connect(self.show_code)
        room.quote_wanted.connect(self.theme_choice.ask)
        room.command_wanted.connect(self.command_wanted)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.desks, 1)
        row.addWidget(self.history)
        for desk in DESKS:
            self.rail.add(desk)
        self.desks.addWidget(self.traffic.importing)
        self.desks.addWidget(self.arrivals.page)
        self.desks.addWidget(self.finding)

    def _connect(self) -> None:
        self.live.changed.connect(self._changed)
        self.rail.chosen.connect(self.show_desk)
        self.rail.coder_wanted.connect(lambda: self.do_at("study", "coders"))
        self.history.closed.connect(lambda: self.show_history(on=False))
        self.code.keys_wanted.connect(self.keys_wanted)
        self.code.transcript_changed.connect(self.changed)
        self.code.panes_changed.connect(self.changed)
        self.code.import_wanted.connect(self.begin_import)
        self.layers.switched.connect(self._layer_switched)
        self.layers.known.connect(self.changed)
        self.theme_choice.said.connect(self.said)
        self.codework.opened.connect(self._show_codework)
        self.codework.jump.connect(self.jump)
        self.codework.left.connect(lambda: self.show_desk("code"))
        self.code.codebook.split_wanted.connect(self.codework.ask_to_split)
        self.code.codebook.refine_wanted.connect(self.codework.refine)
        self.traffic.said.connect(self.said)
        self.arrivals.said.connect(self.said)
        self.arrivals.shown.connect(self._show_arrival)
        self.arrivals.left.connect(lambda: self.show_desk("code"))
        self.arrivals.jump.connect(self.code.open_transcript)
        self.hand_outs.said.connect(self.said)
        self.leaving.said.connect(self.said)
        self.finding.jump.connect(self.jump)
        self.finding.code_wanted.connect(self.hit_coding.ask)
        self.hit_coding.said.connect(self.said)
        self.traffic.arrived.connect(self._arrived)
        self.traffic.studies_met.connect(self.arrivals.take_from)
        self.traffic.left.connect(lambda: self.show_desk("code"))
        self.finding.left.connect(lambda: self.show_desk("code"))
        self.desks.room("study", StudyRoom).codes.connect(self._become)

    # ── desks ────────────────────────────────────────────────────────────────────────────────

    def show_desk(self, desk: str) -> DeskRoom:
        """Go to a desk; its room is what comes back."""
        self.rail.show_desk(desk)
        self.desks.go_to(desk)
        self.changed.emit()
        return self.desks[desk]

    def do_at(self, desk: str, command: str) -> None:
        """Go to a desk and have it do something."""
        self.show_desk(desk).run(command)

    @property
    def desk(self) -> str:
        """Which desk is open; the import page belongs to Study."""
        finds = self.desks.currentWidget() is self.finding
        return "find" if finds else self.desks.open or "study"

    def show_import(self, paths: Iterable[Path] = ()) -> None:
        """Go to the import page, with these files listed; a study has a page of its own."""
        paths = self.arrivals.take_from(paths)
        if self.arrivals.busy and not paths:
            return
        self._show_beside("study", self.traffic.importing)
        self.traffic.add(paths)
        self.traffic.importing.setFocus()
        self.changed.emit()

    def _show_arrival(self) -> None:
        self._show_beside("study", self.arrivals.page)
        self.arrivals.page.setFocus()
        self.changed.emit()

    def _show_beside(self, desk: str, page: QWidget) -> None:
        """Show a page that has no word of its own on the rail."""
        self.rail.show_desk(desk)
        self.desks.setCurrentWidget(page)

    def _show_codework(self, page: QWidget) -> None:
        if self.desks.indexOf(page) < 0:
            self.desks.addWidget(page)
        self._show_beside("code", page)
        page.setFocus()
        self.changed.emit()

    def begin_import(self) -> None:
        """Go to the import page and ask at once for files: without any there is nothing to see."""
        self.show_import()
        self.traffic.importing.add_files_action.trigger()

    def jump(self, transcript: TranscriptId, span: Span | None) -> None:
        """Go to a place in a transcript."""
        self.show_desk("code")
        self.code.jump(transcript, span)

    def show_code(self, code: CodeId) -> None:
        """Open a code's card."""
        self.show_desk("code")
        self.code.codebook.open_card(code)

    def _arrived(self, added: tuple[TranscriptId, ...]) -> None:
        self.show_desk("code")
        if added:
            self.code.open_transcript(added[0])

    # ── panes ────────────────────────────────────────────────────────────────────────────────

    def show_history(self, *, on: bool) -> None:
        """Open or close the history."""
        self.history.setVisible(on)
        self._make_room()
        if on:
            self.history.refresh()
            self.history.list.setFocus()
        self.changed.emit()

    def toggle_pane(self, side: str) -> None:
        """Show a pane of the desk that is open, or put it away; of Code, where it has none."""
        if not (self.desks.open and self.desks[self.desks.open].run(side)):
            self.do_at("code", side)

    def find_in_study(self, words: str = "") -> None:
        """Go to the search of all transcripts, for these words or those that are selected."""
        view = self.code.desk.view
        selected = view.selected() if self.desk == "code" else None
        if selected and not words and len(selected) < SOUGHT:
            words = '"{}"'.format(" ".join(selected.of(view.state.text).split()))
        self._show_beside("code", self.finding)
        self.finding.begin(words)
        self.changed.emit()

    def _make_room(self) -> None:
        """The history, or a narrow window, leave no room for this passage beside the text."""
        crowded = self.width() < grown(NARROW) or not self.history.isHidden()
        self.code.panes.make_room(crowded=crowded)

    def walk_panes(self, step: int) -> None:
        """Go to the next pane, or to the one before."""
        shown = self.desks.open
        page = self.desks.currentWidget() or self
        stops = self.desks[shown].stops() if shown else [page]
        at = next((n for n, part in enumerate(stops) if part.hasFocus()), -1)
        stops[(at + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    # ── following ────────────────────────────────────────────────────────────────────────────

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in another look."""
        self._theme = theme
        self.rail.set_theme(theme)
        self.history.set_theme(theme)
        self.codework.set_theme(theme)
        self.traffic.importing.set_theme(theme)
        self.finding.set_theme(theme)
        for room in self.desks.rooms:
            room.set_theme(theme)

    def set_preferences(self, now: Settings) -> None:
        """Follow the user's settings."""
        for room in self.desks.rooms:
            room.set_preferences(now)

    def _changed(self, changes: Changes) -> None:
        self.finding.refresh(changes)
        self.layers.follow(changes)
        self.codework.follow(changes)
        for room in self.desks.rooms:
            room.follow(changes)

    def _layer_switched(self) -> None:
        for room in self.desks.rooms:
            room.layer_changed()

    def _become(self, coder: Coder) -> None:
        """Code as this coder from now on."""
        is_other = coder.id != self.live.coder
        if is_other:
            self._keep()  # as the one who wrote it
        self.coder, self.live.coder = coder, coder.id
        self.rail.show_coder(coder.name, coder.initials)
        if is_other:
            self._show_as_seen()
        self.coder_chosen.emit(coder)

    def _show_as_seen(self) -> None:
        """Ask for everything anew: what is seen of a blind round hangs on who looks."""
        self.layers.refresh()
        for room in self.desks.rooms:
            room.coder_changed()
        self.history.refresh_all()

    def _keep(self) -> None:
        for room in self.desks.rooms:
            room.keep()

    def finish(self) -> None:
        """Keep the memo being written and where one is, read no more; before the study goes."""
        self._keep()
        self.traffic.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.show_import(dropped_files(event.mimeData()))
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        self.changed.emit()

"""An open study as it fills the window: the rail, the desks behind it, the history beside them."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from qualcoder_nhs.actions.people import AddCoder, RenameCoder
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.ids import CodeId, CoderId, TranscriptId
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.study_card import StudyCard, study_card
from qualcoder_nhs.settings import Settings
from qualcoder_nhs.ui.code_page import CodePage
from qualcoder_nhs.ui.fonts import grown
from qualcoder_nhs.ui.history.pane import HistoryPane
from qualcoder_nhs.ui.importing.dropping import dropped_files
from qualcoder_nhs.ui.layer_choice import LayerChoice
from qualcoder_nhs.ui.live import Live
from qualcoder_nhs.ui.memos.page import MemoPage
from qualcoder_nhs.ui.preferences import Preferences
from qualcoder_nhs.ui.rail import Desk, Rail
from qualcoder_nhs.ui.rounds_room import RoundsRoom
from qualcoder_nhs.ui.seek.find_page import FindPage
from qualcoder_nhs.ui.studies.page import StudyPage
from qualcoder_nhs.ui.theme import Theme
from qualcoder_nhs.ui.traffic import Traffic

NARROW = 1200
"""Under this width the right pane is opened by its key only."""

SOUGHT = 60
"""A longer selection is a passage, not words to look for."""

_ON_CARD = ("coders", "studies", "transcripts", "codes", "codings")


class Workroom(QWidget):
    """All that is shown of one study. `changed` tells that the menus may look otherwise now.

    `coder_chosen` bears the coder to code as; `said` a line for the status bar.
    """

    changed = Signal()
    said = Signal(str)
    keys_wanted = Signal()
    coder_chosen = Signal(object)

    def __init__(self, live: Live, coder: Coder, preferences: Preferences, theme: Theme) -> None:
        super().__init__()
        self.live, self.coder = live, coder
        self._preferences = preferences
        self.rail = Rail(theme)
        left = preferences.now.left_in(live.study.path)
        self.layers = LayerChoice(live, left.layer if left else None, self)
        self.code = CodePage(live, preferences, theme)
        self.study = StudyPage(live.study.path, writable=live.study.writable)
        self.traffic = Traffic(live, theme, self)
        self.rounds = RoundsRoom(live, self.layers, theme, self)
        self.memos = MemoPage(theme)
        self.finding = FindPage(live, theme)
        self.history = HistoryPane(live, theme)
        self.history.hide()
        self._desks = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        self._lay_out()
        self._connect()
        self.add_desk(Desk("code", _("Code"), "highlighter"), self.code)
        self.add_desk(Desk("agreement", _("Agreement"), "scale"), self.rounds.desk)
        self.add_desk(Desk("analyse", _("Analyse"), "chart-column"), self.traffic.excerpts)
        self.add_desk(Desk("memos", _("Memos"), "notebook-pen"), self.memos)
        self.add_desk(Desk("study", _("Study"), "library"), self.study)
        self._desks.addWidget(self.traffic.importing)
        self._pages["find"] = self.finding
        self._desks.addWidget(self.finding)
        self.memos.attach(live)
        self.rounds.set_letter_keys(on=preferences.now.letters)
        self.setAcceptDrops(live.study.writable)
        self.rail.show_coder(coder.name, coder.initials)
        self.show_desk("code")
        self._ask_card()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._desks, 1)
        row.addWidget(self.history)

    def _connect(self) -> None:
        self.live.changed.connect(self._changed)
        self.rail.chosen.connect(self.show_desk)
        self.rail.coder_wanted.connect(lambda: self.show_study("coders"))
        self.history.closed.connect(lambda: self.show_history(on=False))
        self.code.said.connect(self.said)
        self.code.keys_wanted.connect(self.keys_wanted)
        self.code.transcript_changed.connect(self.changed)
        self.code.panes_changed.connect(self.changed)
        self.code.import_wanted.connect(self.begin_import)
        self.layers.switched.connect(self._layer_switched)
        self.layers.known.connect(self.changed)
        self.rounds.said.connect(self.said)
        self.rounds.jump.connect(self.jump)
        self.traffic.said.connect(self.said)
        self.traffic.arrived.connect(self._arrived)
        self.traffic.left.connect(lambda: self.show_desk("code"))
        self.finding.left.connect(lambda: self.show_desk("code"))
        for page in (self.traffic.excerpts, self.memos, self.finding):
            page.jump.connect(self.jump)
        self.memos.code_wanted.connect(self.show_code)
        self.study.coder_added.connect(lambda name: self.live.run(AddCoder(name)))
        self.study.coder_renamed.connect(lambda one, name: self.live.run(RenameCoder(one, name)))
        self.study.coder_chosen.connect(self._choose_coder)

    # ── desks ────────────────────────────────────────────────────────────────────────────────

    def add_desk(self, desk: Desk, page: QWidget) -> None:
        """Put one more desk on the rail."""
        self.rail.add(desk)
        self._pages[desk.id] = page
        self._desks.addWidget(page)

    def show_desk(self, desk: str) -> None:
        """Go to a desk."""
        self.rail.show_desk(desk)
        self._desks.setCurrentWidget(self._pages[desk])
        if desk == "code":
            self.code.desk.focus_text()
        elif desk == "study":
            self._ask_card()
        else:
            self._pages[desk].setFocus()
        self.changed.emit()

    @property
    def desk(self) -> str:
        """Which desk is open; the import page belongs to Study."""
        shown = self._desks.currentWidget()
        return next((name for name, page in self._pages.items() if page is shown), "study")

    def show_import(self, paths: Iterable[Path] = ()) -> None:
        """Go to the import page, with these files listed."""
        self.rail.show_desk("study")
        self._desks.setCurrentWidget(self.traffic.importing)
        self.traffic.add(paths)
        self.traffic.importing.setFocus()
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

    # ── rounds ───────────────────────────────────────────────────────────────────────────────

    def begin_round(self) -> None:
        """Let the lead declare a new round."""
        self.show_desk("agreement")
        self.rounds.ask_for_round()

    def make_packs(self) -> None:
        """Let the lead make the packs of the round that is chosen."""
        self.show_desk("agreement")
        self.rounds.make_packs()

    def merge(self) -> None:
        """Let the lead choose a file to be merged."""
        self.show_desk("agreement")
        self.rounds.merge()

    def finish_transcript(self) -> None:
        """Let the coder say that the transcript on the desk is done, in its layer."""
        if self.code.wires.transcript is not None:
            self.rounds.ask_to_finish(self.code.wires.transcript, self.live.layer)

    def reopen_transcript(self) -> None:
        """Take that back."""
        if self.code.wires.transcript is not None:
            self.rounds.reopen(self.code.wires.transcript, self.live.layer)

    def _layer_switched(self) -> None:
        self.code.keep_place()  # at once: nobody is to come back into a layer that others see
        self.code.layer_changed()
        in_a_round = self.live.layer != OPEN
        self.traffic.excerpts.show_layer(self.live.layer if in_a_round else None)

    def _arrived(self, added: tuple[TranscriptId, ...]) -> None:
        self.show_desk("code")
        if added:
            self.code.open_transcript(added[0])

    def show_study(self, part: str) -> None:
        """Go to the Study desk, to its coders or its backups."""
        self.show_desk("study")
        self.study.focus_on(part)

    def show_history(self, *, on: bool) -> None:
        """Open or close the history."""
        self.history.setVisible(on)
        self._make_room()
        if on:
            self.history.refresh()
            self.history.list.setFocus()
        self.changed.emit()

    def toggle_pane(self, side: str) -> None:
        """Show the left or the right pane of the Code desk, or put it away.

        A report has its passages at the right.
        """
        if side == "right" and self.desk == "agreement" and self.rounds.turn_passages():
            return
        self.show_desk("code")
        self.code.show_pane(side, on=not self.code.panes.has(side))

    def find_code(self) -> None:
        """Go to the filter of the codebook."""
        self.show_desk("code")
        self.code.show_pane("left", on=True)
        self.code.codebook.find_code()

    def find_in_study(self, words: str = "") -> None:
        """Go to the search of all transcripts, for these words or those that are selected."""
        view = self.code.desk.view
        selected = view.selected() if self.desk == "code" else None
        if selected and not words and len(selected) < SOUGHT:
            words = '"{}"'.format(" ".join(selected.of(view.state.text).split()))
        self.rail.show_desk("code")
        self._desks.setCurrentWidget(self.finding)
        self.finding.begin(words)
        self.changed.emit()

    def _make_room(self) -> None:
        """The history, or a narrow window, leave no room for this passage beside the text."""
        crowded = self.width() < grown(NARROW) or not self.history.isHidden()
        self.code.panes.make_room(crowded=crowded)

    def walk_panes(self, step: int) -> None:
        """Go to the next pane, or to the one before."""
        stops = self.code.stops() if self.desk == "code" else [self._pages[self.desk]]
        at = next((n for n, part in enumerate(stops) if part.hasFocus()), -1)
        stops[(at + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    # ── following ────────────────────────────────────────────────────────────────────────────

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in another look."""
        self.rail.set_theme(theme)
        self.code.set_theme(theme)
        self.history.set_theme(theme)
        self.rounds.set_theme(theme)
        for page in (self.traffic.importing, self.traffic.excerpts, self.memos, self.finding):
            page.set_theme(theme)

    def set_preferences(self, now: Settings) -> None:
        """Follow the user's settings."""
        self.code.set_preferences(now)
        self.rounds.set_letter_keys(on=now.letters)

    def _changed(self, changes: Changes) -> None:
        if self.desk == "study" and any(table in changes for table in _ON_CARD):
            self._ask_card()
        self.traffic.excerpts.refresh(changes)
        self.memos.refresh(changes)
        self.finding.refresh(changes)
        self.layers.follow(changes)
        self.rounds.follow(changes)
        if "coders" in changes:
            self._ask_coder()

    def _ask_card(self) -> None:
        def show(card: StudyCard) -> None:
            self.study.show_card(card, self.live.coder)
            self.study.show_backups(self.live.study.backups)

        self.live.ask(show, self, study_card)

    def _ask_coder(self) -> None:
        def show(card: StudyCard) -> None:
            found = next((one for one in card.coders if one.id == self.live.coder), None)
            if found is not None:
                self._become(found)

        self.live.ask(show, self, study_card)

    def _choose_coder(self, chosen: CoderId) -> None:
        def show(card: StudyCard) -> None:
            self._become(next(one for one in card.coders if one.id == chosen))

        self.live.ask(show, self, study_card)

    def _become(self, coder: Coder) -> None:
        """Code as this coder from now on."""
        is_other = coder.id != self.live.coder
        if is_other:
            self.memos.keep()  # as the one who wrote it
        self.coder, self.live.coder = coder, coder.id
        self.rail.show_coder(coder.name, coder.initials)
        if is_other:
            self._show_as_seen()
        self._ask_card()
        self.coder_chosen.emit(coder)

    def _show_as_seen(self) -> None:
        """Ask for everything anew: what is seen of a blind round hangs on who looks."""
        self.layers.refresh()
        self.code.coder_changed()
        self.traffic.excerpts.attach(self.live)
        self.memos.attach(self.live)
        self.history.refresh_all()
        self.rounds.refresh()

    def finish(self) -> None:
        """Keep the memo being written and where one is, read no more; before the study goes."""
        self.code.keep_place()
        self.memos.keep()
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

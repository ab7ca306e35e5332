"""The Code desk with its panes, and the wires between them and the study."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from qualcoder_nhs.actions.codebook import ArchiveCode, DeleteCode
from qualcoder_nhs.actions.transcripts import RemoveTranscript, RenameTranscript
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.ids import CodeId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.codebook_tree import CodebookTree, codebook_tree
from qualcoder_nhs.queries.library import Shelved, library
from qualcoder_nhs.settings import LeftAt, Settings
from qualcoder_nhs.ui.code.desk import CodeDesk
from qualcoder_nhs.ui.code.still_text import Place
from qualcoder_nhs.ui.codebook.pane import CodebookPane
from qualcoder_nhs.ui.desks.code_wires import CodeWires
from qualcoder_nhs.ui.desks.correcting_desk import CorrectingDesk
from qualcoder_nhs.ui.desks.forgetting import ask_to_forget
from qualcoder_nhs.ui.desks.question_wires import QuestionWires
from qualcoder_nhs.ui.desks.voicing_wires import VoicingWires
from qualcoder_nhs.ui.library.pane import LibraryPane
from qualcoder_nhs.ui.look.preferences import Preferences
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.memo_desk import MemoDesk
from qualcoder_nhs.ui.widgets.desk_panes import DeskPanes
from qualcoder_nhs.ui.widgets.empty_page import EmptyPage
from qualcoder_nhs.ui.widgets.labels import button
from qualcoder_nhs.ui.working.live import Live
from qualcoder_nhs.ui.working.settling import settle_soon

PLACE_KEPT_AFTER = 2_000  # milliseconds after the last change or the last transcript opened
_FROM_THE_TOP = 12  # pixels above the first line, where one comes back to a study

_IN_LIBRARY = ("transcripts", "turns", "speakers", "participants", "codings", "rounds", "finishes")
_IN_TREE = ("codes", "code_sets", "code_set_members", "codings")


class CodePage(QWidget):
    """Transcripts and codebook at the left, the desk in the middle, this passage at the right.

    `said` bears a line for the status bar, `transcript_changed` tells of another one on the desk.
    """

    said = Signal(str)
    transcript_changed = Signal()
    panes_changed = Signal()
    keys_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, live: Live, preferences: Preferences, theme: Theme) -> None:
        super().__init__()
        self.live, self._preferences = live, preferences
        self.desk = CodeDesk(theme)
        self.empty = EmptyPage(
            _("No transcripts yet"), _empty_words(), button(_("Import transcripts"), "primary")
        )
        self.library, self.codebook = LibraryPane(theme), CodebookPane(theme)
        self._memos = MemoDesk(live, self)
        self.wires = CodeWires(live, self.desk, self._memos, self)
        QuestionWires(live, self.desk, self)
        self._voicings = VoicingWires(live, self.desk, self)
        self._voicings.said.connect(self.said)
        self.correcting = CorrectingDesk(live, self)
        self._names: dict[TranscriptId, str] = {}
        self._soon = QTimer(self, interval=PLACE_KEPT_AFTER, singleShot=True)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.desk)
        self._middle.addWidget(self.empty)
        left, right = (self.library, self.codebook), (self.desk.card,)
        self.panes = DeskPanes(left, self._middle, right, preferences.now)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self._connect()
        self._connect_panes()
        self.set_preferences(preferences.now)
        self.set_theme(theme)
        self._ask_library(then=self._open_some)
        self._ask_tree()

    # ── laying out ───────────────────────────────────────────────────────────────────────────

    def show_pane(self, side: str, *, on: bool) -> None:
        """Show or put away the left or the right pane, as the user asks."""
        self.panes.show_pane(side, on=on)
        if not on:
            self.desk.focus_text()
        self.panes_changed.emit()

    def stops(self) -> list[QWidget]:
        """What F6 walks through, in reading order."""
        every: list[QWidget] = [self.library.list, self.codebook.tree, self.desk.view]
        return [part for part in every if part.isVisible()]

    # ── wires ────────────────────────────────────────────────────────────────────────────────

    def _connect(self) -> None:
        self.live.changed.connect(self._changed)
        self._soon.timeout.connect(self.keep_place)
        self.wires.said.connect(self.said)
        self.correcting.said.connect(self.said)
        self.wires.opened.connect(self._opened)
        wishes = self.desk.wishes
        wishes.hidden_changed.connect(lambda codes, _all: self.codebook.show_hidden(codes))
        wishes.text_size_changed.connect(
            lambda pixels: self._preferences.change(text_pixels=pixels)
        )
        wishes.keys_wanted.connect(self.keys_wanted)
        wishes.correct_wanted.connect(self._correct)
        wishes.correct_passage_wanted.connect(self._correct_passage)
        wishes.card_wanted.connect(lambda: self.show_pane("right", on=True))

    def _correct(self, turn: int) -> None:
        page, caret = self.desk.state.page, self.desk.view.caret()
        self.correcting.ask_turn(page.transcript, turn, caret)

    def _correct_passage(self, passage: Span) -> None:
        page, caret = self.desk.state.page, self.desk.view.caret()
        self.correcting.ask_passage(page.transcript, passage, caret)

    def _connect_panes(self) -> None:
        self.library.opened.connect(self.open_transcript)
        self.library.renamed.connect(lambda one, name: self.live.run(RenameTranscript(one, name)))
        self.library.remove_wanted.connect(lambda one: self.live.run(RemoveTranscript(one)))
        self.library.forget_wanted.connect(
            lambda one: ask_to_forget(self.live, one, self._names.get(one, ""), self)
        )
        self.library.memo_wanted.connect(
            lambda one: self._memos.on_transcript(one, self._names.get(one, ""))
        )
        self.empty.button.clicked.connect(self.import_wanted)
        self.codebook.action_wanted.connect(self._work_on_codebook)
        self.codebook.use_wanted.connect(self._use)
        self.codebook.hidden_changed.connect(self.desk.set_hidden_codes)
        self.codebook.passage_dropped.connect(
            lambda passage, code: self.wires.code(passage.span, code)
        )
        self.codebook.memo_wanted.connect(
            lambda code: self._memos.on_code(code, self.codebook.codebook[code].name)
        )

    def _work_on_codebook(self, action: Any) -> None:
        """Do it; a code that themes rest on does not go without a word of them."""

        def tell(result: object) -> None:
            if (
                isinstance(action, ArchiveCode | DeleteCode)
                and isinstance(result, tuple)
                and result
            ):
                self.said.emit(used_in_words(result))

        self.live.run(action, tell, self)

    def _use(self, code: CodeId) -> None:
        if self.live.study.writable:
            self.desk.use_code(code)
            self.desk.focus_text()

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in another look."""
        comfortable = self._preferences.now.comfortable
        self.library.set_theme(theme, comfortable=comfortable)
        self.codebook.set_theme(theme, comfortable=comfortable)
        if theme != self.desk.state.theme:
            self.desk.set_theme(theme)

    def set_preferences(self, now: Settings) -> None:
        """Follow the user's settings."""
        self.desk.set_letter_keys(on=now.letters)
        self.desk.state.writable = self.live.study.writable
        for pane in (self.library, self.codebook):
            pane.set_writable(writable=self.live.study.writable)

    def coder_changed(self) -> None:
        """Somebody else codes now: their share of the work, and their codings as their own."""
        self.desk.set_recent(())
        self.layer_changed()

    def layer_changed(self) -> None:
        """Another layer is on the desk: other codings, other counts, other turns to code."""
        self._ask_library()
        self._ask_tree()
        if self.wires.transcript is not None:
            self.wires.open(self.wires.transcript)

    # ── what is shown ────────────────────────────────────────────────────────────────────────

    def open_transcript(self, transcript: TranscriptId) -> None:
        """Put a transcript on the desk."""
        self.wires.open(transcript)

    def jump(self, transcript: TranscriptId, span: Span | None) -> None:
        """Put a transcript on the desk, at a place in it."""
        self.wires.open(transcript, span)

    def _opened(self, transcript: TranscriptId) -> None:
        self.library.choose(transcript)
        self.transcript_changed.emit()
        self._soon.start()
        settle_soon(self)
        self.desk.focus_text()

    def _changed(self, changes: Changes) -> None:
        self._soon.start()  # a program that is killed says no goodbye
        if any(table in changes for table in _IN_LIBRARY):
            came_or_went = "transcripts" in changes
            self._ask_library(then=self._open_some if came_or_went else None)
        if any(table in changes for table in _IN_TREE):
            self._ask_tree()

    def _ask_library(self, then: Callable[[], None] | None = None) -> None:
        def show(rows: tuple[Shelved, ...]) -> None:
            self._names = {row.summary.id: row.summary.name for row in rows}
            self.library.show_transcripts(rows)
            self._show_whether_empty(empty=not rows)
            self.library.choose(self.wires.transcript)
            if then:
                then()

        self.live.ask(show, self, library, self.live.coder, self.live.layer)

    def _show_whether_empty(self, *, empty: bool) -> None:
        """A study without transcripts has one step to take, where it can be written."""
        self._middle.setCurrentWidget(self.empty if empty else self.desk)
        self.empty.button.setVisible(self.live.study.writable)
        if empty and self.isVisible():
            self.empty.setFocus()

    def _open_some(self) -> None:
        """Where no transcript is on the desk, or not any more, one comes: where one left off."""
        if self.wires.transcript in self._names:
            return
        left = self._preferences.now.left_in(self.live.study.path)
        first = self.library.list.rows.first()
        if left is not None and (known := TranscriptId(left.transcript)) in self._names:
            self.wires.open(known, place=Place(left.caret, left.line, _FROM_THE_TOP))
        elif first is not None:
            self.open_transcript(first)
        else:
            self.wires.clear()
            self.transcript_changed.emit()

    def keep_place(self) -> None:
        """Remember for the next time where one is in this study: ids and positions, no words."""
        transcript, place = self.wires.transcript, self.wires.place()
        if transcript is not None and place is not None:
            study = str(self.live.study.path.absolute())
            now = self._preferences.now
            left = LeftAt(study, transcript, place.caret, place.line, self.live.layer)
            self._preferences.set(now.left(left))

    def _ask_tree(self) -> None:
        def show(tree: CodebookTree) -> None:
            self.codebook.show_tree(tree)
            self.desk.set_counts(tree.own)

        self.live.ask(show, self, codebook_tree, self.live.layer)


def used_in_words(themes: tuple[str, ...]) -> str:
    """Which themes a code was used in."""
    names = ", ".join(f"“{name}”" for name in themes)
    return _("It was used in {themes}; Undo brings it back.").format(themes=names)


def _empty_words() -> tuple[str, ...]:
    return (
        _("Bring in Word, PDF, text or caption files, or drag them onto the window."),
        _("A REFI-QDA project, or a study of QualCoder, Taguette or RQDA, can come as well."),
        _("You will see what was understood before anything is written."),
    )

"""The Code desk with its panes, and the wires between them and the study."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from qualcoder_nhs.actions.transcripts import (
    ForgetTranscript,
    Forgotten,
    RemoveTranscript,
    RenameTranscript,
)
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.ids import CodeId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.codebook_tree import CodebookTree, codebook_tree
from qualcoder_nhs.queries.library import Shelved, library
from qualcoder_nhs.settings import Settings
from qualcoder_nhs.ui import alerts
from qualcoder_nhs.ui.code.desk import CodeDesk
from qualcoder_nhs.ui.code_wires import CodeWires
from qualcoder_nhs.ui.codebook.pane import CodebookPane
from qualcoder_nhs.ui.empty_page import EmptyPage
from qualcoder_nhs.ui.grounds import on_ground
from qualcoder_nhs.ui.labels import button
from qualcoder_nhs.ui.library.pane import LibraryPane
from qualcoder_nhs.ui.live import Live
from qualcoder_nhs.ui.memo_desk import MemoDesk
from qualcoder_nhs.ui.preferences import Preferences
from qualcoder_nhs.ui.settling import settle_soon
from qualcoder_nhs.ui.theme import Theme
from qualcoder_nhs.ui.tokens import PANE_WIDTH

_IN_LIBRARY = ("transcripts", "turns", "speakers", "participants", "codings")
_IN_TREE = ("codes", "code_sets", "code_set_members", "codings")


class CodePage(QWidget):
    """Transcripts and codebook at the left, the desk in the middle, this passage at the right.

    `said` bears a line for the status bar, `transcript_changed` tells of another one on the desk.
    """

    said = Signal(str)
    transcript_changed = Signal()
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
        self._names: dict[TranscriptId, str] = {}
        self._wants_right = preferences.now.right_width > 0
        self._crowded = False
        self._left, self._right = QWidget(), QWidget()
        self._lay_out()
        self._connect()
        self._connect_panes()
        self.set_preferences(preferences.now)
        self.set_theme(theme)
        self._ask_library(then=self._open_first)
        self._ask_tree()

    # ── laying out ───────────────────────────────────────────────────────────────────────────

    def _lay_out(self) -> None:
        self._fill(self._left, "right", self.library, self.codebook)
        self._fill(self._right, "left", self.desk.card)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.desk)
        self._middle.addWidget(self.empty)
        for pane in (self._left, self._middle, self._right):
            self.panes.addWidget(pane)
        for at, stretch in enumerate((0, 1, 0)):
            self.panes.setStretchFactor(at, stretch)
        now = self._preferences.now
        self._left.setVisible(now.left_width > 0)
        self._right.setVisible(self._wants_right)
        left, right = now.left_width or PANE_WIDTH, now.right_width or PANE_WIDTH
        self.panes.setSizes([left, max(400, now.window_width - left - right), right])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)

    def _fill(self, pane: QWidget, edge: str, *parts: QWidget) -> None:
        on_ground(pane, "side", edge)
        least, most = (200, 420) if edge == "right" else (240, 520)
        pane.setMinimumWidth(least)
        pane.setMaximumWidth(most)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part, 1 if part is parts[-1] else 0)

    def widths(self) -> tuple[int, int]:
        """How wide the panes are to be next time; 0 for one that was put away."""
        left, _middle, right = self.panes.sizes()
        left = 0 if self._left.isHidden() else left
        return left, (right or PANE_WIDTH) if self._wants_right else 0

    def show_pane(self, side: str, *, on: bool) -> None:
        """Show or put away the left or the right pane, as the user asks."""
        if side == "left":
            self._left.setVisible(on)
        else:
            self._wants_right = on
            self._right.setVisible(on)
        if not on:
            self.desk.focus_text()

    def make_room(self, *, crowded: bool) -> None:
        """Put the right pane away while there is no room for it; its key still brings it."""
        if crowded != self._crowded:
            self._crowded = crowded
            self._right.setVisible(self._wants_right and not crowded)

    def has_pane(self, side: str) -> bool:
        """Whether the pane is there."""
        return not (self._left if side == "left" else self._right).isHidden()

    def stops(self) -> list[QWidget]:
        """What F6 walks through, in reading order."""
        every: list[QWidget] = [self.library.list, self.codebook.tree, self.desk.view]
        return [part for part in every if part.isVisible()]

    # ── wires ────────────────────────────────────────────────────────────────────────────────

    def _connect(self) -> None:
        self.live.changed.connect(self._changed)
        self.wires.said.connect(self.said)
        self.wires.opened.connect(self._opened)
        wishes = self.desk.wishes
        wishes.hidden_changed.connect(lambda codes, _all: self.codebook.show_hidden(codes))
        wishes.text_size_changed.connect(
            lambda pixels: self._preferences.change(text_pixels=pixels)
        )
        wishes.keys_wanted.connect(self.keys_wanted)

    def _connect_panes(self) -> None:
        self.library.opened.connect(self.open_transcript)
        self.library.renamed.connect(lambda one, name: self.live.run(RenameTranscript(one, name)))
        self.library.remove_wanted.connect(lambda one: self.live.run(RemoveTranscript(one)))
        self.library.forget_wanted.connect(self._ask_to_forget)
        self.library.memo_wanted.connect(
            lambda one: self._memos.on_transcript(one, self._names.get(one, ""))
        )
        self.empty.button.clicked.connect(self.import_wanted)
        self.codebook.action_wanted.connect(self.live.run)
        self.codebook.use_wanted.connect(self._use)
        self.codebook.hidden_changed.connect(self.desk.set_hidden_codes)
        self.codebook.passage_dropped.connect(
            lambda passage, code: self.wires.code(passage.span, code)
        )
        self.codebook.memo_wanted.connect(
            lambda code: self._memos.on_code(code, self.codebook.codebook[code].name)
        )

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
        for pane in (self.library, self.codebook):
            pane.set_writable(writable=self.live.study.writable)

    def coder_changed(self) -> None:
        """Somebody else codes now: their share of the work, and their codings as their own."""
        self._ask_library()
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
        settle_soon(self)
        self.desk.focus_text()

    def _changed(self, changes: Changes) -> None:
        if any(table in changes for table in _IN_LIBRARY):
            came_or_went = "transcripts" in changes
            self._ask_library(then=self._open_first if came_or_went else None)
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

        self.live.ask(show, self, library, self.live.coder)

    def _show_whether_empty(self, *, empty: bool) -> None:
        """A study without transcripts has one step to take, where it can be written."""
        self._middle.setCurrentWidget(self.empty if empty else self.desk)
        self.empty.button.setVisible(self.live.study.writable)
        if empty and self.isVisible():
            self.empty.setFocus()

    def _open_first(self) -> None:
        """Where no transcript is on the desk, or not any more, the first one comes there."""
        first = self.library.list.rows.first()
        if self.wires.transcript in self._names:
            return
        if first is not None:
            self.open_transcript(first)
        else:
            self.wires.clear()
            self.transcript_changed.emit()

    def _ask_tree(self) -> None:
        def show(tree: CodebookTree) -> None:
            self.codebook.show_tree(tree)
            self.desk.set_counts(tree.own)

        self.live.ask(show, self, codebook_tree)

    # ── forgetting ───────────────────────────────────────────────────────────────────────────

    def _ask_to_forget(self, transcript: TranscriptId) -> None:
        name = self._names.get(transcript, "")
        why = _(
            "Its words, its codings and its memos go from the study, from the history and from the "
            "backups. This cannot be undone. Remove, in the same menu, can."
        )
        forget = _("Forget it…")
        alerts.ask(
            self.window(),
            _("Forget “{name}” for good?").format(name=name),
            why,
            forget,
            lambda: self._ask_again(transcript, name),
        )

    def _ask_again(self, transcript: TranscriptId, name: str) -> None:
        alerts.ask(
            self.window(),
            _("Really forget every word of “{name}”?").format(name=name),
            _("There is no way back to it but the file it came from."),
            _("Forget it for good"),
            lambda: self._forget(transcript, name),
        )

    def _forget(self, transcript: TranscriptId, name: str) -> None:
        def tell(forgotten: Any) -> None:
            alerts.inform(self.window(), *forgotten_words(name, forgotten))

        self.live.run(ForgetTranscript(transcript), tell, self)


def _empty_words() -> tuple[str, ...]:
    return (
        _("Bring in Word, text or subtitle files, or drag them onto the window."),
        _("You will see what was understood before anything is written."),
    )


def forgotten_words(name: str, forgotten: Forgotten) -> tuple[str, str]:
    """What was forgotten, and which files still hold words of it."""
    first = _("“{name}” is forgotten.").format(name=name)
    if not forgotten.exports:
        return first, _("No file that was exported from this study holds words of it.")
    listed = "\n".join(forgotten.exports)
    rest = _("These exported files hold words of it, and only you can find and delete them:")
    return first, f"{rest}\n\n{listed}"

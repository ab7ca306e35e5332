"""Codebook work beside the text: refining, splitting, versions; pages made when first wanted."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.actions.codework import SplitCode
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.codework import AssignQueue, codebook_story, to_refine, to_split
from qualcoder_nhs.ui.codebook.assign_page import AssignPage
from qualcoder_nhs.ui.codebook.versions_page import VersionsPage
from qualcoder_nhs.ui.codebook.word_dialogs import AskWords
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.working.live import Live

_CONCERNED = ("codes", "codings", "codebook_versions", "transcripts")


class CodebookWork(QObject):
    """`opened` bears the page that is to be shown, `jump` a place in a transcript.

    `left` says Esc.
    """

    opened = Signal(object)
    jump = Signal(object, object)
    left = Signal()

    def __init__(self, live: Live, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._theme, self._window = live, theme, window
        self._splitting: tuple[CodeId, tuple[CodeId, ...]] | None = None
        self._only: CodeId | None = None
        self._made: list[AssignPage | VersionsPage] = []

    @cached_property
    def queue(self) -> AssignPage:
        """The page of codings that wait for another code."""
        page = AssignPage(self._theme, writable=self._live.study.writable)
        page.jump.connect(self.jump)
        self._take_in(page)
        return page

    @cached_property
    def versions(self) -> VersionsPage:
        """The page of the codebook's versions."""
        page = VersionsPage(self._theme, writable=self._live.study.writable)
        self._take_in(page)
        return page

    def _take_in(self, page: AssignPage | VersionsPage) -> None:
        page.action_wanted.connect(self._live.run)
        page.left.connect(self.left)
        self._made.append(page)

    # ── what is wished ───────────────────────────────────────────────────────────────────────

    def refine(self, code: CodeId | None = None) -> None:
        """Go to what waits on holding codes, or on one of them."""
        self._splitting, self._only = None, code
        self._show(self.queue)

    def ask_to_split(self, code: CodeId, name: str) -> None:
        """Ask what a code is split into, and go to what is to be given."""

        def split(words: str) -> None:
            action = SplitCode(code, tuple(words.splitlines()))
            self._live.run(action, lambda parts: self._begin_split(code, parts), self)

        told = _(
            "One name a line. They are made beside it; a sibling of that name takes its part. "
            "Then its codings are given to them, one by one."
        )
        question = _("Split “{name}” into …").format(name=name)
        AskWords(question, told, _("Split it"), split, self._window).open()

    def _begin_split(self, code: CodeId, parts: tuple[CodeId, ...]) -> None:
        self._splitting = code, parts
        self._show(self.queue)

    def show_versions(self) -> None:
        """Go to the versions of the codebook."""
        self._show(self.versions)

    def _show(self, page: AssignPage | VersionsPage) -> None:
        self._ask(page)
        self.opened.emit(page)

    # ── following ────────────────────────────────────────────────────────────────────────────

    def follow(self, changes: Changes) -> None:
        """Something in the study changed."""
        if any(table in changes for table in _CONCERNED):
            for page in self._made:
                if page.isVisible():
                    self._ask(page)

    def set_theme(self, theme: Theme) -> None:
        """Draw the pages in another look."""
        self._theme = theme
        for page in self._made:
            page.set_theme(theme)

    def _ask(self, page: AssignPage | VersionsPage) -> None:
        if isinstance(page, VersionsPage):
            self._live.ask(page.show_story, self, codebook_story)
        elif self._splitting is None:
            self._live.ask(page.show_queue, self, to_refine, self._only)
        else:
            self._live.ask(self._show_split, self, to_split, *self._splitting)

    def _show_split(self, queue: AssignQueue) -> None:
        """The code may be gone by now, by an undo."""
        if self._splitting is not None:
            split = queue.codebook.by_id.get(self._splitting[0])
            self.queue.show_queue(queue, split)

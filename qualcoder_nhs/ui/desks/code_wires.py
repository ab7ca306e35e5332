"""The wires of the Code desk: wishes become actions, changes become patches of the page."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from qualcoder_nhs.actions.codebook import CodeNewIdea
from qualcoder_nhs.actions.codings import (
    ChangeCode,
    Coded,
    CodePassage,
    MoveEnds,
    RemoveCodings,
    SetFlags,
)
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.coding import Coding, Flag, Memo
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.coding_page import CodingPage, PagePatch, coding_page, page_patch
from qualcoder_nhs.queries.corrected_page import CorrectedPage, corrected_page, whole_page
from qualcoder_nhs.queries.page_patching import patched, touched_by
from qualcoder_nhs.queries.study_search import StudySearch, study_search
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.code.card_opened import MemoWords
from qualcoder_nhs.ui.code.desk import CodeDesk
from qualcoder_nhs.ui.code.rivals import rivals
from qualcoder_nhs.ui.code.state import empty_page
from qualcoder_nhs.ui.code.still_text import Place
from qualcoder_nhs.ui.desks.link_wires import LinkWires
from qualcoder_nhs.ui.memo_desk import MemoDesk
from qualcoder_nhs.ui.seek.sentences import elsewhere_sentence
from qualcoder_nhs.ui.working.live import Live
from qualcoder_nhs.ui.working.settling import make_way

_ONLY_CODINGS = {"codings", "memos", "links"}
_NOT_ON_PAGE = {"studies", "exports", "groups", "attributes", "presences", "guide_versions"}


class CodeWires(QObject):
    """Knows which transcript is on the desk. `opened` bears it when it is there to see.

    `quote_wanted` bears it with words of it that shall go to a theme.
    """

    said = Signal(str)
    quote_wanted = Signal(object, object)
    opened = Signal(str)

    def __init__(self, live: Live, desk: CodeDesk, memos: MemoDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._live, self._desk, self._memos = live, desk, memos
        self.transcript: TranscriptId | None = None
        self._links = LinkWires(live, self)
        self._links.said.connect(self.said)
        self._links.listen(desk.wishes)
        self._places: dict[TranscriptId, Place] = {}
        live.changed.connect(self._changed)
        self._connect_wishes()

    def _connect_wishes(self) -> None:
        wishes = self._desk.wishes
        wishes.code_wanted.connect(self.code)
        wishes.new_code_wanted.connect(self._new_code)
        wishes.in_vivo_wanted.connect(self._new_code)
        wishes.recode_wanted.connect(lambda one, code: self._run(ChangeCode(one, code)))
        wishes.ends_wanted.connect(lambda one, span: self._run(MoveEnds(one, span)))
        wishes.remove_wanted.connect(lambda one: self._run(RemoveCodings((one,))))
        wishes.flag_wanted.connect(self._flag)
        wishes.memo_wanted.connect(self._memo)
        wishes.theme_wanted.connect(self._to_theme)
        wishes.chosen.connect(self._show_memo)
        wishes.said.connect(self.said)
        wishes.missing.connect(self._look_elsewhere)

    # ── wishes ───────────────────────────────────────────────────────────────────────────────

    def code(self, span: Span, code: str) -> None:
        """Put a code on words of the transcript on the desk; say what it excludes there."""
        if self.transcript is None:
            return
        told = self._excluded(span, CodeId(code))
        self._run(CodePassage(self.transcript, span, CodeId(code), self._live.layer), told)

    def _new_code(self, span: Span, name: str) -> None:
        if self.transcript is not None:
            self._run(CodeNewIdea(self.transcript, span, name, self._live.layer))

    def _flag(self, coding: CodingId, flag: Flag) -> None:
        found = self._desk.state.coding(coding)
        if found:
            self._run(SetFlags(coding, frozenset(found.flags) ^ {flag}))

    def _to_theme(self, span: Span) -> None:
        if self.transcript is not None:
            self.quote_wanted.emit(self.transcript, span)

    def _memo(self, coding: str, span: Span) -> None:
        found = self._desk.state.coding(CodingId(coding)) if coding else None
        if found:
            name = self._desk.state.codebook[found.code].name
            self._memos.on_coding(found.id, name)
        elif self.transcript is not None and span:
            self._memos.on_passage(self.transcript, span)
        elif self.transcript is not None:
            self._memos.on_transcript(self.transcript, self._desk.state.page.transcript.name)

    def _run(self, action: Any, told: str = "") -> None:
        """Do it as the coder; say where a coding grew instead of being doubled."""
        said = [told] if told else []

        def tell(result: object) -> None:
            if isinstance(result, Coded) and result.extended:
                said.append(extended_words(result.extended))
            if said:
                self.said.emit(" ".join(said))

        self._live.run(action, tell, self)

    def _excluded(self, span: Span, code: CodeId) -> str:
        """A warning where a code stands on these words that should not stand beside this one."""
        found = rivals(self._desk.state, span, code)
        if not found:
            return ""
        told = _("{names} stands here too; the codebook says only one of them. Both are kept.")
        return told.format(names=", ".join(rival.name for _set, rival in found))

    def _look_elsewhere(self, words: str) -> None:
        """Say which other transcripts have words that this one has not."""
        here = self._desk.state.page.transcript

        def tell(search: StudySearch) -> None:
            if here.id == self.transcript and self._desk.header.field.text().strip() == words:
                self.said.emit(elsewhere_sentence(search, here.name))

        together = '"{}"'.format(words.replace('"', " ")) if " " in words else words
        self._live.ask(tell, self, study_search, together)

    # ── the page ─────────────────────────────────────────────────────────────────────────────

    def open(
        self, transcript: TranscriptId, span: Span | None = None, place: Place | None = None
    ) -> None:
        """Put a transcript on the desk, at some words of it or as one left it."""
        if (left := self.place()) is not None and self.transcript is not None:
            self._places[self.transcript] = left
        if place is not None:
            self._places[transcript] = place
        self.transcript = transcript
        make_way()

        def show(page: CodingPage) -> None:
            if page.transcript.id == self.transcript:
                self._show(page, span)

        self._live.ask(show, self, coding_page, transcript, self._live.layer)

    def _show(self, page: CodingPage, span: Span | None) -> None:
        is_other = page.transcript.id != self._desk.state.page.transcript.id
        self._desk.show_page(page, self._live.coder)
        if not self._desk.doing.recent:  # as after a start: go on where one left off
            self._desk.set_recent(latest_codes(page, self._live.coder))
        if is_other and page.transcript.id in self._places:
            self._desk.come_back(self._places[page.transcript.id])
        self._links.transcript = page.transcript.id
        self.opened.emit(page.transcript.id)
        if span is not None:
            self._desk.go_to(span)

    def place(self) -> Place | None:
        """Where one is in the transcript on the desk; None while it is not there to see."""
        shown = self._desk.state.page.transcript.id
        return self._desk.view.place() if shown and shown == self.transcript else None

    def clear(self) -> None:
        """Take the transcript off the desk."""
        self.transcript = None
        self._desk.show_page(empty_page(), self._live.coder)

    def _changed(self, changes: Changes) -> None:
        if self.transcript is None or not self._concerns(changes):
            return
        if set(changes.rows) <= _ONLY_CODINGS:
            self._patch(changes)
        elif self.transcript not in changes.touched("transcripts"):
            self._live.ask(self._show_afresh, self, coding_page, self.transcript, self._live.layer)
        else:
            self._live.ask(self._reopen, self, Reader.transcript_names)

    def _concerns(self, changes: Changes) -> bool:
        """Whether the page shows any of it; codes and people stand on every page."""
        tables = set(changes.rows) - _NOT_ON_PAGE
        if tables <= _ONLY_CODINGS:
            return self.transcript in changes.transcripts or "memos" in tables
        return bool(tables)

    def _patch(self, changes: Changes) -> None:
        transcript = self.transcript
        if transcript is None:
            return
        ids = [CodingId(one) for one in changes.touched("codings")]
        if "memos" in changes:
            ids += [one.id for one in self._desk.state.page.codings if self._may_have_memo(one)]
        layer = self._live.layer
        self._live.ask(self._take(transcript), self, page_patch, transcript, set(ids), layer)

    def _may_have_memo(self, coding: Coding) -> bool:
        chosen = self._desk.state.chosen
        return coding.id == chosen or coding.id in self._desk.state.page.memos

    def _take(self, transcript: TranscriptId) -> Callable[[PagePatch], None]:
        def take(patch: PagePatch) -> None:
            page = self._desk.state.page
            if page.transcript.id == transcript:
                self._desk.patch(patched(page, patch), touched_by(patch))
                self._show_memo(self._desk.state.chosen or "")

        return take

    def _show_afresh(self, page: CodingPage) -> None:
        if page.transcript.id == self.transcript:
            self._desk.patch(page)

    def _reopen(self, names: dict[TranscriptId, str]) -> None:
        """It was renamed or corrected: one stays where one was in its words."""
        place, before = self.place(), self._desk.state.text
        if self.transcript not in names or place is None:
            if self.transcript in names:
                self.open(self.transcript)
            return
        make_way()

        def show(found: CorrectedPage) -> None:
            if found.page.transcript.id == self.transcript:
                self._show(whole_page(found, self._desk.state.page), None)
                if found.page.transcript.text != before:
                    caret, line = found.places
                    self._desk.come_back(Place(caret, line, place.down))

        asked = (self.transcript, self._live.layer, before, (place.caret, place.line))
        self._live.ask(show, self, corrected_page, *asked)

    def _show_memo(self, coding: str) -> None:
        """The card shows the words of the opened coding's memo."""
        if not coding:
            return

        def show(memos: list[Memo]) -> None:
            coders = self._desk.state.page.coders
            last = memos[-1] if memos else None
            told = (
                MemoWords(
                    "\n\n".join(memo.text for memo in memos),
                    coders[last.coder].initials if last.coder in coders else "",
                    last.changed,
                )
                if last
                else None
            )
            self._desk.card.show_memo(CodingId(coding), told)

        self._live.ask(show, self, Reader.memos_on, "coding", coding)


def extended_words(count: int) -> str:
    """What is said where a coding grew out of others instead of standing beside them."""
    return ngettext(
        "The coding that was there was extended, not doubled.",
        "{n} codings that were there became one.",
        count,
    )


def latest_codes(page: CodingPage, coder: CoderId) -> tuple[CodeId, ...]:
    """The codes that the coder used on the page, latest first."""
    own = (coding for coding in page.codings if coding.coder == coder)
    newest = sorted(own, key=lambda coding: coding.made, reverse=True)
    return tuple(dict.fromkeys(coding.code for coding in newest))

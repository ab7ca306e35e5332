"""What the desk shows and what is pointed at, held once and told to all its parts."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from qualcoder_nhs.analysis.intervals import IntervalIndex
from qualcoder_nhs.analysis.link_suggestions import Suggesting
from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.excerpts import Voice
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId, GroupId, TranscriptId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.queries.coding_page import CodingPage
from qualcoder_nhs.ui.code.paragraphs import Paragraphs
from qualcoder_nhs.ui.look.looks import Look, looks
from qualcoder_nhs.ui.look.theme import Theme

_NOBODY = CoderId("")


class Pair(NamedTuple):
    """A turn that is being linked, and the earlier one that is looked at, by their numbers."""

    turn: int
    target: int


def empty_page() -> CodingPage:
    """The page before a transcript is open."""
    transcript = Transcript(
        id=TranscriptId(""),
        name="",
        text="",
        turns=(),
        group=GroupId(""),
        kind="",
        file_name="",
        file_hash="",
        position=0,
        added=datetime.min.replace(tzinfo=UTC),
        added_by=_NOBODY,
    )
    return CodingPage(transcript, {}, Codebook(), (), {}, {})


class DeskState(QObject):
    """The page, the coder, what is hidden, chosen and pointed at.

    `page_changed` asks for everything anew, `codings_changed` for the stripes in a span (None: all
    of them), `marks_changed` for another drawing of what is hovered, chosen or being resized.
    """

    page_changed = Signal()
    codings_changed = Signal(object)
    marks_changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.page = empty_page()
        self.coder = _NOBODY
        self.writable = True
        self.paragraphs = Paragraphs(self.page.transcript)
        self.looks: Mapping[CodeId, Look] = {}
        self.hidden: frozenset[CodeId] = frozenset()
        self.all_hidden = False
        self.chosen: CodingId | None = None
        self.hovered: CodingId | None = None
        self.preview: Span | None = None
        self.several_coders = False
        self.linking: Pair | None = None
        self._suggesting: Suggesting | None = None
        self._by_id: dict[CodingId, Coding] = {}
        self._index: IntervalIndex[Coding] = IntervalIndex((), _span)

    # What is shown

    def show(self, page: CodingPage, coder: CoderId) -> None:
        """Show a transcript afresh; nothing is chosen."""
        self.page, self.coder = page, coder
        self.paragraphs = Paragraphs(page.transcript)
        self.chosen = self.hovered = self.preview = self.linking = None
        self._read_codings()
        self.looks = looks(page.codebook, self.theme)
        self.page_changed.emit()

    def patch(self, page: CodingPage, touched: Collection[CodingId] | None) -> None:
        """Show a changed page of the same transcript.

        `touched` are the codings that came, went or changed; None where anything may have.
        """
        spans = [self._by_id[coding].span for coding in touched or () if coding in self._by_id]
        if page.codebook is not self.page.codebook:
            self.looks = looks(page.codebook, self.theme)
        self.page = page
        self.preview = None
        self._read_codings()
        spans += [self._by_id[coding].span for coding in touched or () if coding in self._by_id]
        if self.chosen not in self._by_id:
            self.chosen = None
        self.codings_changed.emit(_hull(spans) if touched is not None else None)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything anew in another look."""
        self.theme = theme
        self.looks = looks(self.page.codebook, theme)
        self.page_changed.emit()

    def hide(self, codes: frozenset[CodeId], *, everything: bool) -> None:
        """Leave out the codings of these codes, or all codings."""
        self.hidden, self.all_hidden = codes, everything
        self._read_codings()
        self.codings_changed.emit(None)

    def _read_codings(self) -> None:
        self._by_id = {coding.id: coding for coding in self.page.codings}
        self.several_coders = len({coding.coder for coding in self.page.codings}) > 1
        shown: Iterator[Coding] = iter(())
        if not self.all_hidden:
            hidden = self.hidden
            shown = (coding for coding in self.page.codings if coding.code not in hidden)
        self._index = IntervalIndex(shown, _span)

    # What is pointed at

    def choose(self, coding: CodingId | None) -> None:
        """Open one coding, or none."""
        if coding != self.chosen:
            self.chosen, self.preview = coding, None
            self.marks_changed.emit()

    def hover(self, coding: CodingId | None) -> None:
        """The pointer is over one coding, or none."""
        if coding != self.hovered:
            self.hovered = coding
            self.marks_changed.emit()

    def pick_link(self, pair: Pair | None) -> None:
        """Show which turn is being linked to which, or that none is any more."""
        if pair != self.linking:
            self.linking = pair
            self.marks_changed.emit()

    def preview_ends(self, span: Span | None) -> None:
        """Show the chosen coding with other ends, until they are kept or left."""
        if span != self.preview:
            before, self.preview = self.preview, span
            coding = self.coding(self.chosen)
            spans = [part for part in (before, span, coding and coding.span) if part]
            self.codings_changed.emit(_hull(spans))

    # Questions

    @property
    def suggesting(self) -> Suggesting:
        """What the words of the page suggest of links; looked through once."""
        known, page = self._suggesting, self.page
        if known is None or known.transcript is not page.transcript:
            self._suggesting = known = Suggesting(page.transcript, page.voices)
        return known

    @property
    def text(self) -> str:
        """The stored text."""
        return self.page.transcript.text

    @property
    def codebook(self) -> Codebook:
        """The codebook of the page."""
        return self.page.codebook

    @property
    def shown_count(self) -> int:
        """How many codings are not hidden."""
        return len(self._index)

    @property
    def hidden_count(self) -> int:
        """How many codings are there and not shown."""
        return len(self.page.codings) - len(self._index)

    def coding(self, coding: CodingId | None) -> Coding | None:
        """The coding with this id, with its ends as they are being moved."""
        found = self._by_id.get(coding) if coding else None
        if found and self.preview and coding == self.chosen:
            return replace(found, span=self.preview)
        return found

    def in_span(self, span: Span) -> list[Coding]:
        """The shown codings that share a character with the span, in order."""
        found = list(self._index.overlapping(span))
        if self.preview and self.chosen:
            moved = self.coding(self.chosen)
            found = [coding for coding in found if coding.id != self.chosen]
            if moved and moved.span.overlaps(span):
                found.append(moved)
        return found

    def touching(self, position: int) -> list[Coding]:
        """The shown codings a caret stands in or at the edge of: by start, longer first."""
        found = list(self._index.touching(position))
        return sorted(found, key=lambda coding: (coding.span.start, -coding.span.end))

    def innermost(self, position: int) -> Coding | None:
        """The shortest shown coding of the character at the position."""
        over = self.in_span(Span(position, position + 1))
        return min(over, key=lambda coding: len(coding.span), default=None)

    def target(self, position: int) -> Coding | None:
        """The coding that a command means: the chosen one, or the shortest at the caret."""
        return self.coding(self.chosen) or min(
            self.touching(position), key=lambda coding: len(coding.span), default=None
        )

    def neighbour(
        self, position: int, wanted: Callable[[Coding], bool], *, back: bool = False
    ) -> Coding | None:
        """The next (last) shown coding behind (before) the chosen one or the position."""
        chosen = self._by_id.get(self.chosen) if self.chosen else None
        span = chosen.span if chosen else Span(position, position)
        line = self._index.before(span, chosen) if back else self._index.after(span, chosen)
        return next((coding for coding in line if wanted(coding)), None)

    def is_coded(self, turn: Turn) -> bool:
        """Whether the coder at the desk has coded anything in the turn."""
        return any(coding.coder == self.coder for coding in self._index.overlapping(turn.words))

    def look(self, coding: Coding) -> Look:
        """How the coding's code looks."""
        return self.looks[coding.code]

    def is_own(self, coding: Coding) -> bool:
        """Whether the coder at the desk made it."""
        return coding.coder == self.coder

    def voice(self, turn: Turn) -> Voice:
        """Who speaks; the raw label where nothing is known of it."""
        known = self.page.voices.get(turn.label)
        return known or Voice(turn.label, turn.label, Function.UNKNOWN)

    def initials(self, coding: Coding) -> str:
        """The coder's letters for the margin; empty for an unknown coder."""
        coder = self.page.coders.get(coding.coder)
        return coder.initials if coder else ""


def _span(coding: Coding) -> Span:
    return coding.span


def _hull(spans: list[Span]) -> Span:
    if not spans:
        return Span(0, 0)
    return Span(min(span.start for span in spans), max(span.end for span in spans))

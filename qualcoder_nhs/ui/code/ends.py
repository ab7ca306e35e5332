"""Move a coding's ends with keys: by word, or by character, until they are kept or left."""

from collections.abc import Callable

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.transcript_view import TranscriptView
from qualcoder_nhs.ui.code.walking import Words
from qualcoder_nhs.ui.code.wishes import Wishes


class Ends:
    """The mode in which arrow keys are the ends' and not the caret's."""

    def __init__(self, view: TranscriptView, wishes: Wishes) -> None:
        self._view = view
        self._state = view.state
        self._wishes = wishes

    def table(self) -> dict[str, Callable[[], None]]:
        """What it can do, by the id of the command."""
        return {
            "move_ends": self.begin,
            "end_forth": lambda: self._move_end(self._words.end_after),
            "end_back": lambda: self._move_end(self._words.end_before),
            "start_forth": lambda: self._move_start(self._words.start_after),
            "start_back": lambda: self._move_start(self._words.start_before),
            "end_forth_exact": lambda: self._move_end(self._one_on),
            "end_back_exact": lambda: self._move_end(self._one_back),
            "start_forth_exact": lambda: self._move_start(self._one_on),
            "start_back_exact": lambda: self._move_start(self._one_back),
            "keep_ends": self._keep,
            "leave_ends": self.leave,
        }

    @property
    def _words(self) -> Words:
        return Words(self._state.text, self._state.paragraphs)

    def begin(self) -> None:
        """Take hold of the ends of the chosen coding, or of the innermost at the caret."""
        target = self._state.target(self._view.caret())
        if not target:
            return
        if not self._state.is_own(target):
            self._wishes.said.emit(_("This is another coder’s coding; its ends stay."))
            return
        self._state.choose(target.id)
        self._view.moving_ends = True
        self._wishes.said.emit(
            _("← → moves the end, Shift the start, Alt by character. Enter keeps, Esc leaves.")
        )

    def _span(self) -> Span | None:
        coding = self._state.coding(self._state.chosen)
        return coding.span if coding else None

    def _one_on(self, position: int) -> int:
        return min(len(self._state.text), position + 1)

    def _one_back(self, position: int) -> int:
        return max(0, position - 1)

    def _move_end(self, move: Callable[[int], int]) -> None:
        span = self._span()
        if span and (end := move(span.end)) > span.start:
            self._preview(Span(span.start, end))

    def _move_start(self, move: Callable[[int], int]) -> None:
        span = self._span()
        if span and (start := move(span.start)) < span.end:
            self._preview(Span(start, span.end))

    def _preview(self, span: Span) -> None:
        self._state.preview_ends(span)

    def _keep(self) -> None:
        chosen, span = self._state.chosen, self._state.preview
        self._view.moving_ends = False
        if chosen and span:
            self._wishes.ends_wanted.emit(chosen, span)
        self._state.preview_ends(None)

    def leave(self) -> None:
        """Let go; the ends stay where they were."""
        self._view.moving_ends = False
        self._state.preview_ends(None)

"""The keys that wish for something: codes on words, and what is done to a coding."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect

from qualcoder_nhs.analysis.code_search import RECENT
from qualcoder_nhs.domain.coding import Coding, Flag
from qualcoder_nhs.domain.correcting.paragraphs import unspoken_at
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.palette import Asked, Palette
from qualcoder_nhs.ui.code.transcript_view import TranscriptView
from qualcoder_nhs.ui.code.wishes import Wishes
from qualcoder_nhs.ui.look.fonts import TRANSCRIPT_SIZE, TRANSCRIPT_SIZES

IN_VIVO_LENGTH = 60


class Doing:
    """Turns commands into wishes. A code taken with no words selected waits for the next words."""

    def __init__(self, view: TranscriptView, palette: Palette, wishes: Wishes) -> None:
        self._view = view
        self._state = view.state
        self._palette = palette
        self._wishes = wishes
        self.recent: tuple[CodeId, ...] = ()
        self.waiting: CodeId | None = None
        self._flag_next = False
        palette.picked.connect(self._picked)
        palette.new_wanted.connect(self._new_code)
        palette.in_vivo_wanted.connect(self._in_vivo)
        palette.closed.connect(view.setFocus)
        view.typed.connect(self.open_palette)
        view.recent.connect(self._number)
        view.code_dropped.connect(self._dropped)
        view.ends_wanted.connect(wishes.ends_wanted)

    def table(self) -> dict[str, Callable[[], None]]:
        """What it can do, by the id of the command."""
        return {
            "open_palette": lambda: self.open_palette(""),
            "repeat": lambda: self._number(1),
            "in_vivo": self._in_vivo,
            "change_code": self._change_code,
            "memo": self._memo,
            "flag": self._flag,
            "to_theme": self._to_theme,
            "remove": self._remove,
            "correct": self._correct,
            "hide_code": self._hide_code,
            "hide_all": self._hide_all,
            "larger": lambda: self._resize_text(self._state.theme.text_pixels + 1),
            "smaller": lambda: self._resize_text(self._state.theme.text_pixels - 1),
            "usual_size": lambda: self._resize_text(TRANSCRIPT_SIZE),
            "keys": self._wishes.keys_wanted.emit,
        }

    # Codes on words

    def set_recent(self, codes: tuple[CodeId, ...]) -> None:
        """The codes used last, latest first."""
        self.recent = tuple(dict.fromkeys(codes))[:RECENT]
        self._palette.recent = self.recent
        self._wishes.recent_changed.emit(self.recent)

    def _may_write(self) -> bool:
        """Whether the study takes codings; where it can only be read, a sentence says so."""
        if not self._state.writable:
            self._wishes.said.emit(
                _("This study is open to read only: nothing can be coded in it. Save a copy first.")
            )
        return self._state.writable

    def use(self, code: CodeId) -> None:
        """Put the code on the selected words; with none selected, on the next that are."""
        if not self._may_write():
            return
        span = self._view.selected()
        if span:
            self.apply(span, code)
            return
        self.waiting = code
        name = self._state.codebook[code].name
        self._wishes.said.emit(_("Select the words for {name}, or Esc.").format(name=name))

    def apply(self, span: Span, code: CodeId, *, keep_selection: bool = False) -> None:
        """Wish for the code on the words, and remember it as the latest."""
        if not self._may_write():
            return
        self.waiting = None
        if not keep_selection:
            self._view.put_caret(span.end)
        self.set_recent((code, *self.recent))
        self._wishes.code_wanted.emit(span, code)

    def words_taken(self) -> None:
        """A selection was finished with the mouse: a waiting code goes on it."""
        span = self._view.selected()
        if span and self.waiting:
            self.apply(span, self.waiting)

    def open_palette(self, letters: str) -> None:
        """Ask for a code for the selected words."""
        if self._may_write():
            self._palette.open(Asked(self._view.selected()), letters, self._place())

    def _change_code(self) -> None:
        target = self._target()
        if target and self._may_write():
            self._palette.open(Asked(target.span, target.id), "", self._place(target.span))

    def _place(self, span: Span | None = None) -> QRect:
        """Where the words lie, in the window."""
        box = self._view.rect_of(span or self._view.selected())
        window = self._palette.parentWidget()
        origin = self._view.viewport().mapTo(window, QPoint(0, 0)) if window else QPoint(0, 0)
        return box.translated(origin)

    def _picked(self, code: str, stay: bool) -> None:  # noqa: FBT001  (a signal's argument)
        asked = self._palette.asked
        if asked.changing:
            self.set_recent((CodeId(code), *self.recent))
            self._wishes.recode_wanted.emit(asked.changing, code)
        elif asked.span:
            self.apply(asked.span, CodeId(code), keep_selection=stay)
        else:
            self.use(CodeId(code))

    def _new_code(self, name: str) -> None:
        span = self._palette.asked.span
        if span:
            self._view.put_caret(span.end)
            self._wishes.new_code_wanted.emit(span, name)
        else:
            self._wishes.said.emit(_("Select words first; the new code is made on them."))

    def _in_vivo(self) -> None:
        if not self._may_write():
            return
        span = self._view.selected()
        if not span:
            self._wishes.said.emit(_("Select the words that shall be the code’s name."))
            return
        quote = " ".join(span.of(self._state.text).split())
        name = quote if len(quote) <= IN_VIVO_LENGTH else quote[: IN_VIVO_LENGTH - 1] + "…"
        self._view.put_caret(span.end)
        self._wishes.in_vivo_wanted.emit(span, name)

    def _number(self, number: int) -> None:
        flags = list(Flag)
        if self._flag_next:
            self._flag_next = False
            target = self._target()
            if target and number <= len(flags):
                self._wishes.flag_wanted.emit(target.id, flags[number - 1])
        elif number <= len(self.recent):
            self.use(self.recent[number - 1])

    def _dropped(self, code: str, span: Span) -> None:
        self.apply(span, CodeId(code))

    # What is done to a coding

    def _correct(self) -> None:
        """The words of the turn, or of the paragraph where nobody speaks."""
        caret, transcript = self._view.caret(), self._state.page.transcript
        turn = self._state.paragraphs.at(caret).turn
        passage = None if turn else unspoken_at(transcript, caret)
        if turn is None and passage is None:
            self._wishes.said.emit(_("Nothing stands here that could be corrected."))
        elif not self._may_write():
            return
        elif turn is not None:
            self._wishes.correct_wanted.emit(turn.index)
        else:
            self._wishes.correct_passage_wanted.emit(passage)

    def _target(self) -> Coding | None:
        return self._state.target(self._view.caret())

    def _own_target(self) -> Coding | None:
        target = self._target()
        if target is None or not self._may_write():
            return None
        if not self._state.is_own(target):
            self._wishes.said.emit(_("This is another coder’s coding; it stays as it is."))
            return None
        return target

    def _remove(self) -> None:
        target = self._own_target()
        if target:
            self._wishes.remove_wanted.emit(target.id)

    def _memo(self) -> None:
        target, span = self._target(), self._view.selected()
        if span or not target:
            here = span or Span(self._view.caret(), self._view.caret())
            self._wishes.memo_wanted.emit("", here)
        else:
            self._wishes.memo_wanted.emit(target.id, target.span)

    def _to_theme(self) -> None:
        """The selected words, else those of the coding at the caret."""
        target, span = self._target(), self._view.selected()
        if not span and target:
            span = target.span
        if span:
            self._wishes.theme_wanted.emit(span)
        else:
            self._wishes.said.emit(_("Select words or stand on a coding; it goes to a theme."))

    def _flag(self) -> None:
        if self._own_target():
            self._flag_next = True
            self._wishes.said.emit(
                _("1 strong quote · 2 identifying detail · 3 deviant case · 4 discuss")
            )

    def forget_flag(self) -> None:
        """Another key than a number was pressed after F."""
        self._flag_next = False

    # How the page looks

    def _hide_code(self) -> None:
        target = self._target()
        if target:
            self.hide(self._state.hidden | {target.code}, everything=self._state.all_hidden)

    def _hide_all(self) -> None:
        self.hide(self._state.hidden, everything=not self._state.all_hidden)

    def hide(self, codes: frozenset[CodeId], *, everything: bool) -> None:
        """Leave out codes, or everything, and say so."""
        self._state.hide(codes, everything=everything)
        self._wishes.hidden_changed.emit(codes, everything)

    def _resize_text(self, pixels: int) -> None:
        if pixels in TRANSCRIPT_SIZES:
            self._state.set_theme(replace(self._state.theme, text_pixels=pixels))
            self._wishes.text_size_changed.emit(pixels)

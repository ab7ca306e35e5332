"""This passage: what is at the caret in words, for reading and for screen readers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.analysis.code_search import recent_codes
from qualcoder_nhs.analysis.strips import is_whole
from qualcoder_nhs.domain.coding import Coding, Flag
from qualcoder_nhs.domain.ids import CodeId, CodingId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import count_words
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.code.card_parts import Glyph, Mark, code_button, head, row_of
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.code.tips import role_words
from qualcoder_nhs.ui.fonts import Size, transcript_font
from qualcoder_nhs.ui.glyphs import FLAG_MARKS, FLAG_WORDS, is_known_role, role_look
from qualcoder_nhs.ui.keycap import KeyButton, KeyCap
from qualcoder_nhs.ui.labels import button, label, opened_label, wrapped
from qualcoder_nhs.ui.tokens import PANE_WIDTH

QUOTE_WORDS = 60


@dataclass(frozen=True)
class MemoWords:
    """A memo as the card shows it."""

    text: str
    coder: str
    changed: datetime


class PassageCard(QScrollArea):
    """Follows the caret; never scrolls the page and never takes the focus by itself.

    `command` bears an id of the table of keys. `chosen` bears a coding that was clicked among the
    others, `code_picked` a recent code, `flag_toggled` a flag of the opened coding.
    """

    command = Signal(str)
    chosen = Signal(str)
    code_picked = Signal(str)
    flag_toggled = Signal(str, object)

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.recent: Sequence[CodeId] = ()
        self._position = 0
        self._selected: Span | None = None
        self._memos: dict[CodingId, MemoWords] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(PANE_WIDTH)
        self.setAccessibleName(_("This passage"))

    def show_at(self, position: int, selected: Span | None) -> None:
        """Show what is at the caret, or the words that are selected."""
        self._position, self._selected = position, selected
        self.redraw()

    def show_memo(self, coding: CodingId, memo: MemoWords | None) -> None:
        """Give the words of a coding's memo; the card asks for none itself."""
        if memo:
            self._memos[coding] = memo
        else:
            self._memos.pop(coding, None)
        self.redraw()

    def take_focus(self) -> None:
        """Move the keys into the card, to its first button."""
        first = next(iter(self.findChildren(QPushButton)), None)
        if first:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.command.emit("focus_text")
        else:
            super().keyPressEvent(event)

    def redraw(self) -> None:
        """Lay the card out again."""
        page = QWidget()
        page.setAccessibleName(_("This passage"))
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(8)
        self._fill()
        self.setWidget(page)

    def _fill(self) -> None:
        self._add(head(_("This passage"), self._where()))
        target = self.state.target(self._position)
        if self._selected:
            self._selection(self._selected)
        elif target:
            self._opened(target)
            self._memo(target)
            self._others(target)
        else:
            self._add(label(_("Not coded."), Size.BODY, "second"))
        self._said_by()
        self._column.addStretch(1)
        if target and not self._selected and self.state.is_own(target):
            self._foot()

    def _add(self, part: QWidget | QLayout) -> None:
        if isinstance(part, QWidget):
            self._column.addWidget(part)
        else:
            self._column.addLayout(part)

    def _rows(self, rows: Sequence[QHBoxLayout]) -> None:
        """Rows of one list, close together."""
        listed = QVBoxLayout()
        listed.setSpacing(2)
        for row in rows:
            listed.addLayout(row)
        self._add(listed)

    def _where(self) -> str:
        target = self.state.target(self._position)
        span = self._selected or (target.span if target else None)
        turn = self.state.page.transcript.turn_at(span.start if span else self._position)
        parts = [_("turn {number}").format(number=turn.index)] if turn else []
        if span:
            parts.append(ngettext("{n} word", "{n} words", count_words(self.state.text, span)))
        return " · ".join(parts)

    # The opened coding

    def _opened(self, coding: Coding) -> None:
        code, look = self.state.codebook[coding.code], self.state.look(coding)
        frame, column = _frame()
        title = QHBoxLayout()
        title.addWidget(Mark(look, self.state.theme.tokens.ink))
        title.addWidget(wrapped(code.name, Size.HEADING), 1)
        column.addLayout(title)
        column.addWidget(wrapped(look.path, Size.SMALL, "quiet"))
        if code.definition:
            column.addWidget(wrapped(code.definition))
        for heading, words in ((_("Use"), code.use), (_("Do not use"), code.do_not_use)):
            if words:
                column.addWidget(opened_label(heading, words, Size.SMALL, "second"))
        if not self.state.is_own(coding):
            coder = self.state.page.coders.get(coding.coder)
            column.addWidget(label(coder.name if coder else "", Size.SMALL, "quiet"))
        column.addLayout(self._flags(coding))
        self._add(frame)

    def _flags(self, coding: Coding) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for flag in coding.flags:
            row.addWidget(self._flag_pill(coding, flag))
        if len(coding.flags) < len(Flag):
            more = button(_("+ flag"), "pill", Size.SMALL)
            more.setAccessibleName(_("Add a flag"))
            more.clicked.connect(lambda: self.command.emit("flag"))
            row.addWidget(more)
        row.addStretch(1)
        return row

    def _flag_pill(self, coding: Coding, flag: Flag) -> QWidget:
        words = _(FLAG_WORDS[flag])
        pill = button(f"{FLAG_MARKS[flag]} {words}", "pill", Size.SMALL)
        pill.setCheckable(True)
        pill.setChecked(True)
        pill.setAccessibleName(_("{flag}, take the flag away").format(flag=words))
        pill.clicked.connect(lambda: self.flag_toggled.emit(coding.id, flag))
        return pill

    def _memo(self, coding: Coding) -> None:
        memo = self._memos.get(coding.id)
        if memo is None:
            known = coding.id in self.state.page.memos
            words = _("Read the memo") if known else _("Write a memo")
            write = KeyButton(words, "M", "row")
            write.clicked.connect(lambda: self.command.emit("memo"))
            row = QHBoxLayout()
            row.addWidget(write)
            row.addStretch(1)
            self._add(row)
            return
        when = memo.changed.astimezone().strftime("%d %b %H:%M")
        self._add(head(_("Memo on this coding"), f"{memo.coder}, {when}"))
        frame, column = _frame()
        text = wrapped(memo.text)
        text.setFont(transcript_font(15, self.state.theme.face))
        column.addWidget(text)
        change = button(_("Change the memo"), "row", Size.SMALL)
        change.clicked.connect(lambda: self.command.emit("memo"))
        column.addWidget(change)
        self._add(frame)

    def _others(self, opened: Coding) -> None:
        others = [
            coding for coding in self.state.touching(self._position) if coding.id != opened.id
        ]
        if others:
            self._add(head(_("Other codes here")))
        self._rows([self._other(coding) for coding in others])

    def _other(self, coding: Coding) -> QHBoxLayout:
        turn = self.state.page.transcript.turn_at(coding.span.start)
        words = ngettext("{n} word", "{n} words", count_words(self.state.text, coding.span))
        if turn and is_whole(turn.words, coding.span):
            words = _("whole turn")
        if not self.state.is_own(coding):
            words = f"{self.state.initials(coding)} · {words}"
        look = self.state.look(coding)
        name = code_button(look, f"{look.name}, {words}")
        name.clicked.connect(lambda: self.chosen.emit(coding.id))
        return row_of(name, label(words, Size.SMALL, "quiet"))

    # Selected words

    def _selection(self, span: Span) -> None:
        frame, column = _frame()
        quote = wrapped(f"“{_shortened(span.of(self.state.text))}”")
        quote.setFont(transcript_font(15, self.state.theme.face))
        column.addWidget(quote)
        turn = self.state.page.transcript.turn_at(span.start)
        if turn:
            said = f"{self.state.voice(turn).name}, {role_words(self.state, turn)}"
            column.addWidget(wrapped(said, Size.SMALL, "second"))
        self._add(frame)
        here = self.state.in_span(span)
        if here:
            self._add(head(_("Codes here")))
            self._rows([self._other(coding) for coding in here])
        else:
            words = _("Not coded yet. Type the start of a code’s name, or press a number.")
            self._add(wrapped(words, Size.SMALL, "second"))
        self._recent()
        self._reach()

    def _recent(self) -> None:
        found = recent_codes(self.state.codebook, self.recent)
        if found:
            self._add(head(_("Recent codes")))
        rows = []
        for number, match in enumerate(found, 1):
            name = code_button(self.state.looks[match.code.id])
            code = match.code.id
            name.clicked.connect(lambda _on=False, code=code: self.code_picked.emit(code))
            row = QHBoxLayout()
            row.addWidget(KeyCap(str(number)))
            row.addWidget(name, 1)
            rows.append(row)
        self._rows(rows)

    def _reach(self) -> None:
        self._add(head(_("Reach of the selection")))
        row = QHBoxLayout()
        for words, command, key in (
            (_("Sentence"), "take_sentence", "Shift+S"),
            (_("Turn"), "take_turn", "Shift+T"),
        ):
            made = KeyButton(words, key)
            made.clicked.connect(lambda _on=False, command=command: self.command.emit(command))
            row.addWidget(made)
        row.addStretch(1)
        self._add(row)
        self._add(wrapped(_("Whole words. Hold Alt for exact characters."), Size.SMALL, "quiet"))

    # Who said it, and what can be done

    def _said_by(self) -> None:
        start = self._selected.start if self._selected else self._position
        turn = self.state.page.transcript.turn_at(start)
        if not turn:
            return
        voice = self.state.voice(turn)
        others = () if is_known_role(voice.role) else (voice.role,)
        look = role_look(voice.function, voice.role, others)
        self._add(head(_("Said by")))
        row = QHBoxLayout()
        row.addWidget(Glyph(look.shape, look.colour(self.state.theme.tokens)))
        row.addWidget(label(voice.name, Size.LABEL))
        row.addWidget(label(role_words(self.state, turn), Size.BODY, "second"), 1)
        self._add(row)

    def _foot(self) -> None:
        row = QHBoxLayout()
        for words, command, key in (
            (_("Change"), "change_code", "C"),
            (_("Ends"), "move_ends", "E"),
            (_("Remove"), "remove", "Del"),
        ):
            made = KeyButton(words, key, "row")
            made.clicked.connect(lambda _on=False, command=command: self.command.emit(command))
            row.addWidget(made)
        row.addStretch(1)
        self._add(row)


def _frame() -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame()
    frame.setProperty("look", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 12, 12, 12)
    column.setSpacing(8)
    return frame, column


def _shortened(quote: str) -> str:
    words = quote.split()
    if len(words) <= QUOTE_WORDS:
        return " ".join(words)
    return " ".join(words[:QUOTE_WORDS]) + " …"

"""This passage: what is at the caret in words, for reading and for screen readers."""

from collections.abc import Sequence

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

from qualcoder_nhs.analysis.strips import is_whole
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import CodeId, CodingId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import count_words
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.code import card_opened as opened
from qualcoder_nhs.ui.code import card_selection as selection
from qualcoder_nhs.ui.code.card_links import Hands, linking_card, links_part
from qualcoder_nhs.ui.code.card_opened import MemoWords
from qualcoder_nhs.ui.code.card_parts import CodeButton, Glyph, head, row_of
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.code.tips import question_words, role_words
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.glyphs import is_known_role, role_look
from qualcoder_nhs.ui.look.tokens import PANE_WIDTH
from qualcoder_nhs.ui.widgets.labels import label, wrapped


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
        self.hands: Hands | None = None
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

    def take_focus(self) -> bool:
        """Move the keys into the card, to its first button, if there is one to see."""
        buttons = (one for one in self.findChildren(QPushButton) if one.isVisible())
        first = next(buttons, None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        return first is not None

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
        if self.state.linking and self.hands:
            for part in linking_card(self.state, self.state.linking, self.hands):
                self._add(part)
            self._column.addStretch(1)
            return
        self._add(head(_("This passage"), self._where()))
        target = self.state.target(self._position)
        if self._selected:
            self._selection(self._selected)
        elif target:
            self._opened(target)
            self._others(target)
        else:
            self._add(label(_("Not coded."), Size.BODY, "second"))
        self._said_by()
        self._links()
        self._asked()
        self._column.addStretch(1)
        if target and not self._selected and self.state.is_own(target):
            self._add(opened.foot(self.command.emit))

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
        command, toggle = self.command.emit, self.flag_toggled.emit
        self._add(opened.code_card(self.state, coding, command, toggle))
        memo = self._memos.get(coding.id)
        if memo is None:
            known = coding.id in self.state.page.memos
            self._add(opened.no_memo(known=known, command=command))
        else:
            for part in opened.memo_card(self.state, memo, command):
                self._add(part)

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
        name = CodeButton(look, f"{look.name}, {words}")
        name.clicked.connect(lambda: self.chosen.emit(coding.id))
        return row_of(name, label(words, Size.SMALL, "quiet"))

    # Selected words

    def _selection(self, span: Span) -> None:
        self._add(selection.quote_card(self.state, span))
        here = self.state.in_span(span)
        if here:
            self._add(head(_("Codes here")))
            self._rows([self._other(coding) for coding in here])
        elif not self.state.writable:
            self._add(wrapped(_("Not coded."), Size.SMALL, "second"))
        else:
            words = _("Not coded yet. Type the start of a code’s name, or press a number.")
            self._add(wrapped(words, Size.SMALL, "second"))
        recent = selection.recent_rows(self.state, self.recent, self.code_picked.emit)
        if recent:
            self._add(head(_("Recent codes")))
        self._rows(recent)
        self._add(head(_("Reach of the selection")))
        self._add(selection.reach_row(self.command.emit))
        self._add(wrapped(_("Whole words. Hold Alt for exact characters."), Size.SMALL, "quiet"))

    # Who said it

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

    # Whom it answers

    def _links(self) -> None:
        turn = self.state.page.transcript.turn_at(self._position)
        if turn is None or self._selected or self.hands is None:
            return
        for part in links_part(self.state, turn, self.hands):
            self._add(part)

    def _asked(self) -> None:
        start = self._selected.start if self._selected else self._position
        turn = self.state.page.transcript.turn_at(start)
        if turn and (words := question_words(self.state, turn)):
            self._add(head(_("Asked")))
            self._add(wrapped(words, Size.BODY, "second"))

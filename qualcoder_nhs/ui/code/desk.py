"""The Code desk as one widget: values in, wishes out."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.coding_page import CodingPage
from qualcoder_nhs.ui.code.announcer import Announcer
from qualcoder_nhs.ui.code.card import PassageCard
from qualcoder_nhs.ui.code.card_links import Hands
from qualcoder_nhs.ui.code.doing import Doing
from qualcoder_nhs.ui.code.ends import Ends
from qualcoder_nhs.ui.code.find import Find
from qualcoder_nhs.ui.code.header import DeskHeader
from qualcoder_nhs.ui.code.linking import Linking
from qualcoder_nhs.ui.code.palette import Palette
from qualcoder_nhs.ui.code.question_menu import open_question_menu
from qualcoder_nhs.ui.code.sides import Sides
from qualcoder_nhs.ui.code.state import DeskState, Pair
from qualcoder_nhs.ui.code.still_text import Place
from qualcoder_nhs.ui.code.transcript_view import TranscriptView
from qualcoder_nhs.ui.code.turn_links import moderates, numbered
from qualcoder_nhs.ui.code.turn_menu import open_turn_menu
from qualcoder_nhs.ui.code.walk import Walk
from qualcoder_nhs.ui.code.wishes import Wishes
from qualcoder_nhs.ui.look.theme import Theme


class CodeDesk(QWidget):
    """Head, page, gutter, ribbon, lanes and palette; the card stands beside it in a pane.

    Show a page with `show_page`, a changed one with `patch`; listen to `wishes`; run a command of
    the table of keys with `run`.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wishes = Wishes(self)
        self.state = DeskState(theme, self)
        self.view = TranscriptView(self.state)
        self.sides = Sides(self.view)
        self.header = DeskHeader(self.state)
        self.palette_box = Palette(self.state, self)
        self.card = PassageCard(self.state)
        self.announcer = Announcer(self.state, self.view)
        self.walk = Walk(self.view, self.wishes)
        self.doing = Doing(self.view, self.palette_box, self.wishes)
        self.ends = Ends(self.view, self.wishes)
        self.linking = Linking(self.view, self.wishes, self.announcer)
        self._find = Find(self.view, self.header, self.wishes)
        self._table = {
            **self.walk.table(),
            **self.doing.table(),
            **self.ends.table(),
            **self.linking.table(),
            **self._find.table(),
            "into_card": self._into_card,
            "question": self._open_questions,
            "voice": self._voice,
            "escape": self._escape,
        }
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setAccessibleName(_("Code desk"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)  # Tab goes from one to the next as they come here
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.view.command.connect(self.run)
        self.view.caret_moved.connect(self._caret_moved)
        self.view.passage_selected.connect(self._passage_selected)
        self.view.left.connect(self._leave)
        self.view.words_taken.connect(self.doing.words_taken)
        self.sides.lanes.picked.connect(self.open_coding)
        self.sides.ribbon.asked.connect(self._ask_at)
        self.card.command.connect(self._from_card)
        self.card.chosen.connect(self.state.choose)
        self.card.code_picked.connect(lambda code: self.doing.use(CodeId(code)))
        self.card.flag_toggled.connect(self.wishes.flag_wanted)
        self.card.hands = Hands(
            self._from_card,
            self._go_to_turn,
            self.wishes.link_wanted.emit,
            self.wishes.relink_wanted.emit,
            self.wishes.unlink_wanted.emit,
            lambda span, code: self.doing.apply(span, CodeId(code)),
        )
        self.view.menu_wanted.connect(self._open_menu)
        self.sides.gutter.menu_wanted.connect(self._open_menu)
        self.state.marks_changed.connect(self._marks_changed)
        self.state.codings_changed.connect(lambda _span: self._show_card())
        self._told_chosen: CodingId | None = None
        self._told_pair: Pair | None = None

    # Values in

    def show_page(self, page: CodingPage, coder: CoderId) -> None:
        """Show a transcript from its top, coded by this coder."""
        self.state.show(page, coder)
        self._show_card()

    def patch(self, page: CodingPage, touched: Collection[CodingId] | None = None) -> None:
        """Show a changed page of the same transcript.

        `touched` names the codings that came, went or changed; without it everything is redrawn.
        """
        self.state.patch(page, touched)

    def set_counts(self, counts: Mapping[CodeId, int]) -> None:
        """How often each code is used in the study, for the palette."""
        self.palette_box.set_counts(counts)

    def set_hidden_codes(self, codes: Collection[CodeId]) -> None:
        """The codes switched off in the tree."""
        self.state.hide(frozenset(codes), everything=self.state.all_hidden)

    def set_recent(self, codes: Collection[CodeId]) -> None:
        """The codes used last, latest first."""
        self.doing.set_recent(tuple(codes))
        self.card.recent = self.doing.recent

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in another look."""
        self.state.set_theme(theme)
        self._show_card()

    def set_letter_keys(self, *, on: bool) -> None:
        """Whether single letters are commands in the transcript."""
        self.view.letter_keys = on

    def use_code(self, code: CodeId) -> None:
        """A code was taken in the tree: it goes on the selected words, or on the next ones."""
        self.doing.use(code)

    def open_coding(self, coding: CodingId) -> None:
        """Bring a coding into view and open it."""
        found = self.state.coding(coding)
        if found:
            self.walk.choose(found)

    def come_back(self, place: Place) -> None:
        """Be where one was: the caret, and what was in view."""
        self.view.put_caret(place.caret)
        self.view.return_to(place)

    def go_to(self, span: Span) -> None:
        """Bring words into view and select them; an empty span only takes the caret there."""
        if span:
            self.view.select(span)
        else:
            self.view.show_far(span.start)

    def run(self, command: str) -> None:
        """Do what a row of the table of keys names. The palette's own keys are the palette's."""
        self.doing.forget_flag()
        if command in self._table:
            self._table[command]()

    # What follows

    def _go_to_turn(self, index: int) -> None:
        self.view.setFocus()
        self.view.show_far(numbered(self.state, index).words.start)

    def _open_menu(self, place: QPoint) -> None:
        open_turn_menu(self, place, self.run)

    def _caret_moved(self, position: int) -> None:
        self.linking.caret_at(position)
        self.header.show_at(position)
        self.announcer.caret_at(position)
        self.wishes.caret_moved.emit(position)
        self._show_card()

    def _passage_selected(self, span: Span | None) -> None:
        self.wishes.passage_selected.emit(span)
        self._show_card()

    def _show_card(self) -> None:
        self.card.recent = self.doing.recent
        self.card.show_at(self.view.caret(), self.view.selected())

    def _marks_changed(self) -> None:
        if self.state.linking != self._told_pair:
            self._told_pair = self.state.linking
            self._show_card()
        if self.state.chosen != self._told_chosen:
            self._told_chosen = self.state.chosen
            self.wishes.chosen.emit(self.state.chosen or "")
            self._show_card()

    def _from_card(self, command: str) -> None:
        self.view.setFocus()
        self.run(command)

    def _leave(self, forward: bool) -> None:  # noqa: FBT001  (a signal's argument)
        """From the words on to the card, as one reads; or back to what is before them."""
        if not (forward and self.card.take_focus()):
            self.view.leave(forward=forward)

    def _into_card(self) -> None:
        target = self.state.target(self.view.caret())
        if target:
            self.state.choose(target.id)
            if not self.card.isVisible():
                self.wishes.card_wanted.emit()
            self.card.take_focus()

    def _open_questions(self) -> None:
        """The menu of questions, for the turn at the caret."""
        turn = self.state.page.transcript.turn_at(self.view.caret())
        if turn and self.state.page.questions and self.state.writable:
            corner = self.view.viewport().mapToGlobal(self.view.cursorRect().bottomLeft())
            self._ask_at(turn.index, corner)
        else:
            self.wishes.said.emit(_("There are no questions yet. They stand on the Study desk."))

    def _voice(self) -> None:
        """Which proposition the turn at the caret voices; whoever moderates voices none."""
        turn = self.state.page.transcript.turn_at(self.view.caret())
        if turn and self.state.writable and not moderates(self.state, turn):
            self.wishes.voice_wanted.emit(turn.index)
        else:
            self.wishes.said.emit(_("A proposition is voiced in a participant’s turn."))

    def _ask_at(self, turn: int, place: QPoint) -> None:
        open_question_menu(self, self.state.page, turn, place, self.wishes)

    def _escape(self) -> None:
        """Let go of what is held: a waiting code, else the selection, else the opened coding."""
        if self.doing.waiting:
            self.doing.waiting = None
            self.wishes.said.emit("")
        elif self.view.selected():
            self.view.put_caret(self.view.caret())
        else:
            self.state.choose(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.palette_box.isVisible():
            self.palette_box.close_palette()

    def focus_text(self) -> None:
        """Give the keys to the transcript."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

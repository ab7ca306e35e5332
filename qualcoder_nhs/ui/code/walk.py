"""The keys that lead through turns and codings, and those that take words."""

from collections.abc import Callable

from qualcoder_nhs.analysis.sentences import sentence_at
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.transcript_view import TranscriptView
from qualcoder_nhs.ui.code.walking import next_turn, next_uncoded, previous_turn
from qualcoder_nhs.ui.code.wishes import Wishes


class Walk:
    """Moves the caret and the selection of a view."""

    def __init__(self, view: TranscriptView, wishes: Wishes) -> None:
        self._view = view
        self._state = view.state
        self._wishes = wishes

    def table(self) -> dict[str, Callable[[], None]]:
        """What it can do, by the id of the command."""
        state, caret = self._state, self._view.caret
        return {
            "next_turn": lambda: self._to_turn(next_turn(state, caret())),
            "previous_turn": lambda: self._to_turn(previous_turn(state, caret())),
            "next_uncoded": self._next_uncoded,
            "next_coding": lambda: self._to_neighbour(back=False),
            "previous_coding": lambda: self._to_neighbour(back=True),
            "next_of_code": lambda: self._to_same_code(back=False),
            "previous_of_code": lambda: self._to_same_code(back=True),
            "next_here": lambda: self._here(forward=True),
            "previous_here": lambda: self._here(forward=False),
            "take_turn": self.take_turn,
            "take_sentence": self.take_sentence,
        }

    def _to_turn(self, turn: Turn | None) -> None:
        if turn:
            self._view.show_far(turn.words.start)

    def _next_uncoded(self) -> None:
        turn = next_uncoded(self._state, self._view.caret())
        if turn:
            self._to_turn(turn)
        else:
            self._wishes.said.emit(self._all_coded())

    def _all_coded(self) -> str:
        page = self._state.page
        if page.round is None:
            return _("Every turn of this transcript is coded.")
        if not page.to_code:
            told = _("Nothing of this transcript is coded in “{round}”.")
            return told.format(round=page.round.name)
        told = _("You coded every turn of this transcript that “{round}” has.")
        return told.format(round=page.round.name)

    def _to_neighbour(self, *, back: bool, wanted: Callable[[Coding], bool] | None = None) -> None:
        found = self._state.neighbour(self._view.caret(), wanted or _any, back=back)
        if found:
            self.choose(found)

    def _to_same_code(self, *, back: bool) -> None:
        target = self._state.target(self._view.caret())
        if target:
            self._state.choose(target.id)
            self._to_neighbour(back=back, wanted=lambda coding: coding.code == target.code)

    def choose(self, coding: Coding) -> None:
        """Open a coding, with the caret at its start and as much of it in view as can be."""
        self._view.show_far(coding.span.start)
        self._view.show_all_of(coding.span)
        self._state.choose(coding.id)

    def _here(self, *, forward: bool) -> None:
        """Open the next coding under the caret; after the last, leave the text."""
        here = [coding.id for coding in self._state.touching(self._view.caret())]
        if not forward:
            here.reverse()
        at = here.index(self._state.chosen) + 1 if self._state.chosen in here else 0
        if at < len(here):
            self._state.choose(here[at])
        else:
            self._view.left.emit(forward)

    def take_turn(self) -> None:
        """Select the turn at the caret."""
        turn = self._state.page.transcript.turn_at(self._view.caret())
        if turn and turn.words:
            self._view.select(turn.words)

    def take_sentence(self) -> None:
        """Select the sentence at the caret."""
        selected = self._view.selected()
        position = selected.start if selected else self._view.caret()
        place = self._state.paragraphs.at(position)
        sentence = sentence_at(self._state.text, position, place.span)
        if sentence:
            self._view.select(sentence)


def _any(_coding: Coding) -> bool:
    return True

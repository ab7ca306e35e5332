"""Where the keys lead: words, turns and codings before and after a place; no Qt."""

from collections.abc import Iterator

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import words_in
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.ui.code.paragraphs import Paragraphs
from qualcoder_nhs.ui.code.state import DeskState


class Words:
    """The words that the view shows, one after the other."""

    def __init__(self, text: str, paragraphs: Paragraphs) -> None:
        self._text = text
        self._paragraphs = paragraphs

    def end_after(self, position: int) -> int:
        """The end of the first word that ends after the position; the position at the last."""
        for word in self._from(position):
            if word.end > position:
                return word.end
        return position

    def start_after(self, position: int) -> int:
        """The start of the first word that begins after the position."""
        for word in self._from(position):
            if word.start > position:
                return word.start
        return position

    def end_before(self, position: int) -> int:
        """The end of the last word that ends before the position."""
        for word in self._back_from(position):
            if word.end < position:
                return word.end
        return position

    def start_before(self, position: int) -> int:
        """The start of the last word that begins before the position."""
        for word in self._back_from(position):
            if word.start < position:
                return word.start
        return position

    def _from(self, position: int) -> Iterator[Span]:
        first = self._paragraphs.at(position).number
        for paragraph in self._paragraphs.listed[first:]:
            yield from words_in(self._text, paragraph.span)

    def _back_from(self, position: int) -> Iterator[Span]:
        last = self._paragraphs.at(position).number
        for number in range(last, -1, -1):
            yield from reversed(list(words_in(self._text, self._paragraphs[number].span)))


def next_turn(state: DeskState, position: int) -> Turn | None:
    """The turn after the one the position lies in."""
    turns = state.page.transcript.turns
    here = state.page.transcript.turn_at(position)
    at = here.index if here else 0
    return turns[at] if at < len(turns) else None


def previous_turn(state: DeskState, position: int) -> Turn | None:
    """The turn before the one the position lies in."""
    turns = state.page.transcript.turns
    here = state.page.transcript.turn_at(position)
    return turns[here.index - 2] if here and here.index > 1 else None


def next_uncoded(state: DeskState, position: int) -> Turn | None:
    """The next turn to code that the coder has not coded; from the top again at the end."""
    turns = state.page.transcript.turns
    here = state.page.transcript.turn_at(position)
    at = here.index if here else 0
    around = turns[at:] + turns[:at]
    waiting = (turn for turn in around if turn.words and state.page.is_to_code(turn))
    return next((turn for turn in waiting if not state.is_coded(turn)), None)

"""Link a turn to an earlier one: the mode in which arrow keys pick it and a letter says how."""

from collections.abc import Callable
from functools import partial

from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.announcer import Announcer
from qualcoder_nhs.ui.code.state import Pair
from qualcoder_nhs.ui.code.still_text import Place
from qualcoder_nhs.ui.code.tips import turn_tip
from qualcoder_nhs.ui.code.transcript_view import TranscriptView
from qualcoder_nhs.ui.code.turn_links import first_target, moderates, numbered
from qualcoder_nhs.ui.code.wishes import Wishes

KINDS = {
    "link_agree": LinkKind.AGREE,
    "link_build": LinkKind.BUILD,
    "link_soft": LinkKind.SOFT,
    "link_challenge": LinkKind.CHALLENGE,
    "link_question": LinkKind.QUESTION,
}
"""What each command of the mode says."""

_SPOKEN_WORDS = 30


class Linking:
    """Picks an earlier turn, tells which one it is, and wishes for the link."""

    def __init__(self, view: TranscriptView, wishes: Wishes, announcer: Announcer) -> None:
        self._view, self._state = view, view.state
        self._wishes, self._announcer = wishes, announcer
        self._from: Place | None = None

    def table(self) -> dict[str, Callable[[], None]]:
        """What it can do, by the id of the command."""
        return {
            "link": self.begin,
            "link_earlier": lambda: self._step(-1),
            "link_later": lambda: self._step(1),
            "leave_link": self.leave,
            **{name: partial(self.link, kind) for name, kind in KINDS.items()},
        }

    def begin(self) -> None:
        """Look for what the turn at the caret answers."""
        turn = self._state.page.transcript.turn_at(self._view.caret())
        why = self._refusal(turn)
        target = None if turn is None or why else first_target(self._state, turn)
        if turn is None or target is None:
            self._wishes.said.emit(why or _("There is no earlier turn that it could answer."))
            return
        self._from = self._view.place()
        self._view.put_caret(self._view.caret())
        self._pick(Pair(turn.index, target.index))
        self._wishes.said.emit(
            _(
                "↑ ↓ another turn · A agree, B build, S soft dissent, C challenge, Q question · "
                "Esc leaves"
            )
        )

    def _refusal(self, turn: Turn | None) -> str:
        if turn is None:
            return _("Put the caret into a turn first.")
        if not self._state.writable:
            return _("This study is open to read only: nothing can be linked in it.")
        if moderates(self._state, turn):
            return _("Links begin at a participant’s turn; a moderator’s may be answered.")
        return ""

    def _step(self, step: int) -> None:
        """The next turn with words, that way, which is still before the one that answers."""
        pair = self._state.linking
        if pair is None:
            return
        at = pair.target + step
        while 0 < at < pair.turn:
            if numbered(self._state, at).words:
                self._pick(pair._replace(target=at))
                return
            at += step

    def pick(self, index: int) -> bool:
        """A turn was pointed at; whether it may be answered by the one that is being linked."""
        pair = self._state.linking
        if pair is None or not 0 < index < pair.turn:
            return False
        self._pick(pair._replace(target=index))
        return True

    def _pick(self, pair: Pair) -> None:
        self._state.pick_link(pair)
        target = numbered(self._state, pair.target)
        self._view.bring(target.words)
        said = " ".join(target.words.of(self._state.text).split()[:_SPOKEN_WORDS])
        told = _("Link to {whom}: {words}")
        self._announcer.say(told.format(whom=turn_tip(self._state, target), words=said))

    def caret_at(self, position: int) -> None:
        """The caret went somewhere: to a turn that may be answered, or away from all this."""
        pair = self._state.linking
        if pair is None:
            return
        turn = self._state.page.transcript.turn_at(position)
        if turn and turn.index != pair.turn and not self.pick(turn.index):
            self._state.pick_link(None)

    def link(self, kind: LinkKind) -> None:
        """Wish for the link."""
        pair = self._state.linking
        self.leave()
        if pair is not None:
            self._wishes.link_wanted.emit(pair.turn, pair.target, kind)

    def leave(self) -> None:
        """Link nothing more; one is where one was."""
        pair, place = self._state.linking, self._from
        self._state.pick_link(None)
        if pair is not None and place is not None:
            self._view.put_caret(place.caret)
            self._view.return_to(place)
        self._wishes.said.emit("")

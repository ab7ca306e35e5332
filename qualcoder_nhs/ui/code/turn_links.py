"""What the page says of the links of a turn, and of the codes that go with them; no Qt."""

from collections.abc import Iterator

from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.interaction import codes_for, kinds_for
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.domain.people import MODERATING
from qualcoder_nhs.domain.suggested_links import SuggestedLink
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.state import DeskState


def from_turn(state: DeskState, turn: Turn) -> list[Link]:
    """The links by which a turn answers earlier ones."""
    return [link for link in state.page.links if link.turn == turn.index]


def to_turn(state: DeskState, turn: Turn) -> list[Link]:
    """The links by which later turns answer it."""
    return [link for link in state.page.links if link.target == turn.index]


def own_from(state: DeskState, turn: Turn) -> list[Link]:
    """Those of the coder at the desk, from the turn."""
    return [link for link in from_turn(state, turn) if link.coder == state.coder]


def numbered(state: DeskState, index: int) -> Turn:
    """The turn with this number."""
    return state.page.transcript.turns[index - 1]


def named(state: DeskState, index: int) -> str:
    """Such as `t.21 P1`."""
    turn = numbered(state, index)
    return f"t.{index} {state.voice(turn).name}"


def moderates(state: DeskState, turn: Turn) -> bool:
    """Whether the turn is of whoever leads or watches the talk."""
    return state.voice(turn).function in MODERATING


def first_target(state: DeskState, turn: Turn) -> Turn | None:
    """The earlier turn that is looked at first: as the words suggest, else somebody else's last."""
    suggested = suggestion(state, turn)
    if suggested:
        return numbered(state, suggested.target)
    earlier = [one for one in reversed(state.page.transcript.turns[: turn.index - 1]) if one.words]
    others = (one for one in earlier if one.label != turn.label)
    return next(others, earlier[0] if earlier else None)


def suggestion(state: DeskState, turn: Turn) -> SuggestedLink | None:
    """The link that the turn's words suggest, where the coder has made none from it."""
    if own_from(state, turn):
        return None
    return state.suggesting.of(turn)


def codes_wanted(state: DeskState, turn: Turn) -> Iterator[Code]:
    """The codes that say what the coder's links from a turn say, and are not on it yet."""
    used = _own_codes(state, turn)
    kinds = dict.fromkeys(link.kind for link in own_from(state, turn))
    for kind in kinds:
        codes = codes_for(state.codebook, kind)
        if not used.intersection(code.id for code in codes):
            yield from codes


def codes_alone(state: DeskState, turn: Turn) -> Iterator[Code]:
    """The coder's interaction codes on a turn that have no link to go with them."""
    linked = {link.kind for link in own_from(state, turn)}
    for code in sorted(_own_codes(state, turn)):
        kinds = kinds_for(state.codebook, code)
        if kinds is not None and not linked.intersection(kinds):
            yield state.codebook[code]


def _own_codes(state: DeskState, turn: Turn) -> set[CodeId]:
    return {one.code for one in state.in_span(turn.words) if state.is_own(one)}


def answers_words(state: DeskState, link: Link) -> str:
    """Such as `answers t.21 P1: soft dissent`."""
    told = _("answers {whom}: {kind}")
    return told.format(whom=named(state, link.target), kind=link.kind.words)


def answered_words(state: DeskState, link: Link) -> str:
    """Such as `answered by t.24 P2: agree`."""
    told = _("answered by {who}: {kind}")
    return told.format(who=named(state, link.turn), kind=link.kind.words)

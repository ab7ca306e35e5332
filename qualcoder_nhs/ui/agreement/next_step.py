"""The one obvious next step of a round for whoever looks at it; no Qt."""

from dataclasses import dataclass
from enum import Enum, auto

from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.rounds import CodingState
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.rounds import Cell, RoundBoard


class Step(Enum):
    """What can be done next."""

    CODE = auto()
    FINISH = auto()
    OPEN = auto()
    END = auto()
    WAIT = auto()
    NOTHING = auto()


@dataclass(frozen=True)
class Next:
    """The step, the words of its button or of what is waited for, and what it is about."""

    step: Step
    words: str
    transcript: TranscriptId | None = None


def next_step(board: RoundBoard, coder: CoderId, *, leads: bool) -> Next:
    """What this coder does next in the round."""
    one = board.round
    if one.veiled and leads and (one.frozen or not board.unfinished()):
        return Next(Step.OPEN, _("Open the round"))
    if one.frozen:
        return Next(Step.NOTHING, _ended_words(board))
    own = next((cell for cell in board.unfinished() if cell.coder == coder), None)
    if own is not None:
        return _go_on(board, own)
    if leads and not board.unfinished():
        return Next(Step.END, _("End the round"))
    return Next(Step.WAIT, _waiting_words(board))


def _go_on(board: RoundBoard, cell: Cell) -> Next:
    name = board.transcripts[cell.transcript]
    touched = cell.touched or 0
    if touched >= cell.to_code > 0:
        return Next(Step.FINISH, _("Finish {name}").format(name=name), cell.transcript)
    words = _("Go on with {name}") if cell.state is CodingState.IN_PROGRESS else _("Code {name}")
    return Next(Step.CODE, words.format(name=name), cell.transcript)


def _waiting_words(board: RoundBoard) -> str:
    """Who is waited for, with what; one not being told more than that it is not finished."""
    names = {coder.id: coder.name for coder in board.coders}
    left: dict[str, list[str]] = {}
    for cell in board.unfinished():
        left.setdefault(names[cell.coder], []).append(board.transcripts[cell.transcript])
    if not left:
        return _("Everybody has finished. The lead opens or ends the round.")
    listed = "; ".join(f"{who}: {', '.join(what)}" for who, what in left.items())
    return _("Not finished yet: {listed}.").format(listed=listed)


def _ended_words(board: RoundBoard) -> str:
    if board.round.veiled:
        return _("The round has ended. Others’ codings show when the lead opens it.")
    return _("The round has ended; its codings stay as they were made, and everybody sees them.")

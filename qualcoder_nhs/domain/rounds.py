"""Round: named coders code named stretches apart, against one codebook, by a declared measure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualcoder_nhs.domain.coding import OPEN, SETTLED
from qualcoder_nhs.domain.errors import AlreadyThere
from qualcoder_nhs.domain.ids import CoderId, FinishId, RoundId, TranscriptId, VersionId
from qualcoder_nhs.domain.naming import refuse_nameless
from qualcoder_nhs.domain.people import Function, Speaker
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _


class Unit(StrEnum):
    """What agreement is counted on."""

    CHARACTER = "character"
    SENTENCE = "sentence"
    TURN = "turn"


class Measure(StrEnum):
    """A figure of agreement that a team can commit itself to."""

    ALPHA = "alpha"
    MEAN_ALPHA = "mean_alpha"
    KAPPA = "kappa"
    POOLED_KAPPA = "pooled_kappa"
    BAR_U_ALPHA = "bar_u_alpha"
    U_ALPHA = "u_alpha"
    CU_ALPHA = "cu_alpha"
    MASI_ALPHA = "masi_alpha"
    JACCARD_ALPHA = "jaccard_alpha"
    POSITIVE_AGREEMENT = "positive_agreement"


@dataclass(frozen=True)
class Criterion:
    """What the team calls enough, said before anybody codes."""

    measure: Measure = Measure.ALPHA
    at_least: float = 0.667


@dataclass(frozen=True)
class Portion:
    """What of one transcript is coded: the turns with these numbers, or all of it for None."""

    transcript: TranscriptId
    turns: tuple[int, ...] | None = None


@dataclass(frozen=True)
class Sample:
    """How the turns were drawn: so large a share of each transcript, by this seed.

    Where `by_question`, it is the share of the turns of each question that was asked there.
    """

    share: float
    seed: int
    by_question: bool = False


@dataclass(frozen=True)
class Round:
    """A stretch of independent coding; its id is also the layer of its codings.

    Everything but the name, `opened` and `ended` was declared when it was made, which is when it
    began. `sample` tells how the turns of the portions were drawn, None where they were not;
    `criterion` is None where the team did not say what is enough. `questions` are the names of
    those that it keeps to; none where all talk is coded.
    """

    id: RoundId
    name: str
    version: VersionId
    coders: tuple[CoderId, ...]
    portions: tuple[Portion, ...]
    unit: Unit
    criterion: Criterion | None
    blind: bool
    made: datetime
    made_by: CoderId
    sample: Sample | None = None
    opened: datetime | None = None
    ended: datetime | None = None
    questions: tuple[str, ...] = ()

    @property
    def layer(self) -> str:
        """The layer its codings stand in, whatever the round is called."""
        return str(self.id)

    @property
    def veiled(self) -> bool:
        """Whether nobody is shown anybody else's work in it yet."""
        return self.blind and self.opened is None

    @property
    def frozen(self) -> bool:
        """Whether its codings stay as they are: it has ended, or what was apart has been shown."""
        return self.ended is not None or (self.blind and self.opened is not None)

    @property
    def state(self) -> str:
        """Where it stands, in words."""
        if not self.frozen:
            return _("running")
        return _("ended, not yet opened") if self.veiled else _("ended")

    def portion(self, transcript: TranscriptId) -> Portion | None:
        """What of a transcript is coded in it; None for one that has no part in it."""
        return next((one for one in self.portions if one.transcript == transcript), None)


class CodingState(StrEnum):
    """How far one coder is with one transcript; finished is what the coder says it is.

    A transcript that is finished and has no coding was read and coded with nothing.
    """

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    FINISHED = "finished"


@dataclass(frozen=True)
class Finish:
    """A coder's word that a transcript is done in a layer."""

    id: FinishId
    layer: str
    coder: CoderId
    transcript: TranscriptId
    at: datetime


def turns_to_code(turns: Iterable[Turn], speakers: Iterable[Speaker]) -> tuple[int, ...]:
    """The numbers of the turns that participants speak; of all turns where none is known to."""
    listed = tuple(turns)
    answering = {one.label for one in speakers if one.function is Function.PARTICIPANT}
    spoken = tuple(turn.index for turn in listed if turn.label in answering)
    return spoken or tuple(turn.index for turn in listed)


def state_of(*, finished: bool, codings: bool) -> CodingState:
    """How far somebody is, from whether they said so and whether they coded anything."""
    if finished:
        return CodingState.FINISHED
    return CodingState.IN_PROGRESS if codings else CodingState.NOT_STARTED


def refuse_round_name(name: str, taken: Iterable[str]) -> None:
    """A round's name tells its layer from the others.

    Raises:
        Nameless: when it is blank.
        AlreadyThere: when a round, or a layer that always is, has the name.
    """
    refuse_nameless(name)
    if name in {OPEN, SETTLED, *taken}:
        raise AlreadyThere(kind=_("round"), name=name)

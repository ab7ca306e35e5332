"""How the disagreements of a round were settled so far: what a methods section tells of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.domain.settling import Cause, Choice
from qualcoder_nhs.domain.span import Span


@dataclass(frozen=True)
class DecidedPassage:
    """One disputed passage with what was decided on it, all by names and slugs.

    The span is a place in the stored text. `coder` is whose codings hold and `other` the code that
    does, where the choice is such a one; `by` is who decided.
    """

    transcript: str
    span: Span
    codes: tuple[str, ...]
    kind: Kind
    choice: Choice
    cause: Cause | None
    reason: str
    coder: str | None
    other: str | None
    by: str
    at: datetime

    @property
    def settled(self) -> bool:
        """Whether it is decided; what was put off is not."""
        return self.choice is not Choice.PUT_OFF


@dataclass(frozen=True)
class Settling:
    """A round as far as it is settled; agreement is counted on what coders did apart all the same.

    `disputed` counts the passages on which its coders differ, `passages` are those about which
    anything was decided. `agreed` are passages that all coded alike and that were taken over as
    they are. `reworded` are the codes whose words are others today than in the round.
    """

    round: str
    disputed: int
    passages: tuple[DecidedPassage, ...]
    agreed: int
    reworded: tuple[str, ...]

    @cached_property
    def settled(self) -> tuple[DecidedPassage, ...]:
        """Those that are decided."""
        return tuple(one for one in self.passages if one.settled)

    @property
    def put_off(self) -> int:
        """How many were looked at and left for later."""
        return len(self.passages) - len(self.settled)

    @property
    def open(self) -> int:
        """How many nobody has decided anything on."""
        return self.disputed - len(self.passages)

    @cached_property
    def causes(self) -> Mapping[Cause, int]:
        """How many had which cause, in the order of the causes."""
        found = Counter(one.cause for one in self.settled)
        return {cause: found[cause] for cause in Cause if found[cause]}

    @cached_property
    def choices(self) -> Mapping[Choice, int]:
        """How many were decided which way."""
        found = Counter(one.choice for one in self.settled)
        return {choice: found[choice] for choice in Choice if found[choice]}

    @cached_property
    def by(self) -> Mapping[str, int]:
        """How many who decided, whoever decided most first."""
        return dict(Counter(one.by for one in self.settled).most_common())

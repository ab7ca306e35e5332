"""What is chosen in the foot of the queue so far, before it is settled."""

from dataclasses import dataclass, replace

from qualcoder_nhs.actions.settling import Settle
from qualcoder_nhs.domain.ids import CodeId, CoderId
from qualcoder_nhs.domain.settling import Cause, Choice, Decision
from qualcoder_nhs.queries.disputed import Queue, QueueItem


@dataclass(frozen=True)
class QueueChoice:
    """A cause, what is to hold and why, each of them perhaps not yet."""

    cause: Cause | None = None
    choice: Choice | None = None
    coder: CoderId | None = None
    code: CodeId | None = None
    reason: str = ""

    @property
    def complete(self) -> bool:
        """Whether it can be settled so."""
        return self.cause is not None and self.choice is not None

    def of_coder(self, coder: CoderId) -> "QueueChoice":
        """That coder's codings are to hold."""
        return replace(self, choice=Choice.CODER, coder=coder, code=None)

    def of_all(self, choice: Choice) -> "QueueChoice":
        """All codings are to hold, or none."""
        return replace(self, choice=choice, coder=None, code=None)

    def of_code(self, code: CodeId) -> "QueueChoice":
        """Another code is to hold."""
        return replace(self, choice=Choice.OTHER, coder=None, code=code)

    def beyond(self, item: QueueItem) -> "QueueChoice":
        """The second coder's are to hold; the next one's where that is chosen already."""
        coders = [side.coder.id for side in item.sides]
        at = coders.index(self.coder) + 1 if self.coder in coders else 1
        return self.of_coder(coders[min(max(1, at), len(coders) - 1)])

    def settling(self, queue: Queue, item: QueueItem) -> Settle | None:
        """The action for it; None while something is missing."""
        if self.choice is None or self.cause is None:
            return None
        return Settle(
            queue.round.id,
            item.about,
            self.choice,
            self.cause,
            self.reason,
            self.coder,
            self.code,
        )


def chosen_before(decision: Decision | None) -> QueueChoice:
    """What was decided, to be decided anew; nothing where it was not."""
    if decision is None:
        return QueueChoice()
    choice = decision.choice if decision.settles else None
    return QueueChoice(decision.cause, choice, decision.coder, decision.code, decision.reason)

"""Taking the decisions of a whole meeting at once."""

from dataclasses import dataclass
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.settling import PutOff, Settle
from qualcoder_nhs.domain.errors import NothingToSettle
from qualcoder_nhs.domain.ids import RoundId
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class SettleTogether:
    """Take several decisions on a round in one step, one after the other; all of them, or none."""

    round: RoundId
    decisions: tuple[Settle | PutOff, ...]
    label: ClassVar[str] = N_("Settle what was talked over in {}")

    def apply(self, write: Writer) -> int:
        """Take them; how many they were.

        Raises:
            NothingToSettle: when there are none.
            Refusal: as for settling and putting off.
        """
        name = write.read.round(self.round).name
        if not self.decisions:
            raise NothingToSettle(round=name)
        for decision in self.decisions:
            decision.apply(write)
        write.detail(name)
        return len(self.decisions)

"""What the study says of itself: the stance from which the team analyses."""

from dataclasses import dataclass, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.domain.study import Stance
from qualcoder_nhs.i18n import N_, _


@dataclass(frozen=True)
class TakeStance:
    """Say how the team analyses, which changes what is shown unasked and nothing else."""

    stance: Stance
    label: ClassVar[str] = N_("Take the stance “{}”")

    def apply(self, write: Writer) -> None:
        """Say it."""
        old = write.read.study()
        write.change(old, replace(old, stance=self.stance))
        write.detail(_(self.stance.words))

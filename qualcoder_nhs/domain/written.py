"""Written: what the analyst made of the talk besides coding it, as tables need it."""

from dataclasses import dataclass

from qualcoder_nhs.domain.consensus import Correction, Proposition, Voicing
from qualcoder_nhs.domain.framework import Summary


@dataclass(frozen=True)
class Written:
    """Propositions with the turns that voice them and what was corrected; summaries of cells."""

    propositions: tuple[Proposition, ...] = ()
    voicings: tuple[Voicing, ...] = ()
    corrections: tuple[Correction, ...] = ()
    summaries: tuple[Summary, ...] = ()

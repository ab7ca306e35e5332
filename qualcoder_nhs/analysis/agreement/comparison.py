"""Everything that is said of one comparison of coders: what was planned, and what came of it."""

from dataclasses import dataclass, field
from functools import cached_property

from qualcoder_nhs.analysis.agreement.blocks import Blocks
from qualcoder_nhs.analysis.agreement.code_figures import CodeFigures
from qualcoder_nhs.analysis.agreement.confusion import Confusion
from qualcoder_nhs.analysis.agreement.disagreements import Disagreement
from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.analysis.agreement.headline import Headline, headline
from qualcoder_nhs.analysis.agreement.hierarchy import Parents
from qualcoder_nhs.analysis.agreement.kinds import KindShares
from qualcoder_nhs.analysis.agreement.ladder import Ladder
from qualcoder_nhs.analysis.agreement.overall import OverallFigures
from qualcoder_nhs.analysis.agreement.resampling import REPLICATES, Resampling
from qualcoder_nhs.analysis.agreement.unitized import Unitized, UnitizedCode
from qualcoder_nhs.analysis.agreement.units import Carries

CHARACTER = "character"


@dataclass(frozen=True)
class Plan:
    """What is compared, and how: chosen before anything is counted.

    `codes` are in the order of the codebook, with the parents whose families are of interest.
    `parents` knows the whole codebook: what lies below a code counts to it, chosen or not. Figures
    of single transcripts have intervals, which only their turns could be drawn for, where
    `each_replicates` says how many. `carries` says from when on a turn or sentence has a code;
    `joined` are passages of one code that abut.
    """

    coders: tuple[str, ...]
    codes: tuple[str, ...]
    parents: Parents = field(default_factory=dict)
    unit: str = CHARACTER
    carries: Carries = Carries.ANY
    joined: bool = False
    seed: int = 1
    replicates: int = REPLICATES
    each_replicates: int = 0
    criterion: float | None = None

    def children(self, code: str) -> list[int]:
        """The places of the codes right below one."""
        return [at for at, other in enumerate(self.codes) if self.parents.get(other) == code]

    def draws(self, cut: Blocks) -> Resampling:
        """The resamples of the blocks."""
        return Resampling(len(cut), self.seed, self.replicates, self.criterion)


@dataclass(frozen=True)
class SetFigures:
    """Alpha over sets of codes by both distances."""

    masi: Figure
    jaccard: Figure


@dataclass(frozen=True)
class Overall:
    """What is said of all codes together."""

    unitized: Unitized
    sets: SetFigures
    figures: OverallFigures


@dataclass(frozen=True)
class Measured:
    """What is said of one code, its own codings or those of all below it, too."""

    figures: CodeFigures
    unitized: UnitizedCode
    ladder: Ladder
    kinds: KindShares


@dataclass(frozen=True)
class CodeComparison:
    """A code's own codings, what it is with all below it, and its children as alternatives."""

    code: str
    own: Measured
    rolled_up: Measured
    within_family: Unitized


@dataclass(frozen=True)
class Comparison:
    """One comparison. `left_out` are transcripts that fewer than two of the coders have read.

    `cut` is in characters, `counted` in the units of the plan. Kinds, ladders, confusion and
    disagreements are of characters at every unit.
    """

    plan: Plan
    cut: Blocks
    counted: Blocks
    left_out: tuple[str, ...]
    overall: Overall
    coded_only: SetFigures
    by_transcript: tuple[tuple[str, Overall], ...]
    codes: tuple[CodeComparison, ...]
    kinds: KindShares
    confusion: Confusion
    disagreements: tuple[Disagreement, ...]

    @cached_property
    def headline(self) -> Headline:
        """The sentence over it all."""
        where, which = self.overall.unitized.bar_u_alpha, self.overall.unitized.cu_alpha
        return headline(where.value, which.value, self.kinds, self.plan.criterion)

"""The report of agreement: the comparison, where it came from, and where its passages stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from qualcoder_nhs.analysis.agreement.blocks import blocks
from qualcoder_nhs.analysis.agreement.by_coder import CoderFigures, coder_figures
from qualcoder_nhs.analysis.agreement.cells import Cells, cells
from qualcoder_nhs.analysis.agreement.comparing import compare
from qualcoder_nhs.analysis.agreement.comparison import Comparison
from qualcoder_nhs.analysis.agreement.comparison_json import TOO_FEW_READERS
from qualcoder_nhs.analysis.agreement.disagreements import Disagreement
from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.analysis.agreement.hierarchy import at_level, depth
from qualcoder_nhs.analysis.agreement.links import LinkAgreement, link_agreement
from qualcoder_nhs.analysis.agreement.material import Circumstances, Excluded, Material
from qualcoder_nhs.analysis.agreement.overall import OverallFigures, overall_figures
from qualcoder_nhs.domain.rounds import Unit
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _


@dataclass(frozen=True)
class StoredDisagreement:
    """A disagreement, or the part of it in one turn, by its place in the stored text."""

    of: Disagreement
    span: Span


@dataclass(frozen=True)
class AgreementReport:
    """Figures and circumstances of one comparison; what is seldom asked for is counted when asked.

    Everything is a value: a report stays what it is whatever becomes of the study.
    """

    material: Material
    comparison: Comparison

    @property
    def about(self) -> Circumstances:
        """Where it came from."""
        return self.material.about

    @property
    def excluded(self) -> tuple[Excluded, ...]:
        """All that was asked about and takes no part."""
        return (*self.left_out, *self.overlapping)

    @cached_property
    def left_out(self) -> tuple[Excluded, ...]:
        """What nobody read, or one coder alone, and codings on what is not counted."""
        alone = [Excluded(name, _(TOO_FEW_READERS)) for name in self.comparison.left_out]
        return (*self.about.excluded, *alone)

    @cached_property
    def overlapping(self) -> tuple[Excluded, ...]:
        """The passages because of which a family of codes has no figures of its own."""
        return tuple(self._overlapping())

    def _overlapping(self) -> Iterator[Excluded]:
        for code in self.comparison.codes:
            why = code.within_family.cu_alpha.why
            for each in code.within_family.overlaps if why else ():
                talk = self.material.talk(each.transcript)
                for span in talk.stored(each.span):
                    place = f"{each.transcript} {span.start}–{span.end}"
                    codes = " + ".join(each.codes)
                    yield Excluded(f"{code.code}: {place}, {each.coder}: {codes}", _(why or ""))

    @cached_property
    def disagreements(self) -> tuple[StoredDisagreement, ...]:
        """All of them by transcript and place, cut where they run on into another turn."""
        return tuple(
            StoredDisagreement(one, span)
            for one in self.comparison.disagreements
            for span in self.material.talk(one.transcript).stored(one.span)
        )

    @cached_property
    def coders(self) -> tuple[CoderFigures, ...]:
        """Each coder against the others."""
        return coder_figures(self.cells, self.material.plan.draws(self.comparison.counted))

    @cached_property
    def cells(self) -> Cells:
        """The raw cells, from which passages are found again."""
        return cells(self.comparison.counted, self.material.plan.codes)

    @cached_property
    def levels(self) -> tuple[OverallFigures, ...]:
        """All codes cut down to the roots, then to the second level, and so on."""
        plan = self.material.plan
        return tuple(
            self._at_level(level) for level in range(1, depth(plan.codes, plan.parents) + 1)
        )

    def _at_level(self, level: int) -> OverallFigures:
        plan, counted = self.material.plan, self.comparison.counted
        cut = blocks(
            [at_level(one, plan.parents, level) for one in counted.continua],
            plan.coders,
            by_turn=counted.by_turn,
        )
        return overall_figures(cells(cut, plan.codes), plan.draws(cut))

    @cached_property
    def by_turn(self) -> "AgreementReport":
        """The same with turns as units: a table of its own, since long passages weigh no more."""
        return agreement_report(self.material.by(Unit.TURN))

    @cached_property
    def links(self) -> LinkAgreement | None:
        """How the coders agree on who answers whom; None where nobody linked anything."""
        readers = {one.name: frozenset(one.marks) for one in self.material.continua}
        return link_agreement(self.material.links, readers, self.material.plan.coders)

    def alpha(self, code: str) -> Figure:
        """The headline figure of a code's own codings."""
        return self._alphas[code]

    @cached_property
    def _alphas(self) -> dict[str, Figure]:
        return {one.code: one.own.figures.figures["alpha"] for one in self.comparison.codes}


def agreement_report(material: Material) -> AgreementReport:
    """Counts everything. A second or two for a large study; nothing is asked of it any more."""
    return AgreementReport(material, compare(material.continua, material.plan, material.counted))

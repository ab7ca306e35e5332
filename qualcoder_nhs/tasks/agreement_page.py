"""What the report page of the Agreement desk shows, counted whole before the window sees it."""

from dataclasses import dataclass, field

from qualcoder_nhs.analysis.agreement.code_rows import CodeRow, code_rows
from qualcoder_nhs.analysis.agreement.report import AgreementReport, agreement_report
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.rounds import Measure
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.agreement import AgreementWish, agreement_material
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.agreement import stage
from qualcoder_nhs.tasks.task import Cancelled, Progress

NO_ALPHA = frozenset({Measure.KAPPA, Measure.POOLED_KAPPA, Measure.POSITIVE_AGREEMENT})
"""Measures whose criterion says nothing of alpha."""


@dataclass(frozen=True)
class AgreementPage:
    """The report with its rows by code, or the sentence that says why there is none."""

    wish: AgreementWish
    report: AgreementReport | None = None
    own: tuple[CodeRow, ...] = ()
    rolled_up: tuple[CodeRow, ...] = ()
    refused: str = ""
    stopped: bool = False

    @property
    def criterion(self) -> float | None:
        """What the team calls enough of alpha; None where they set none, or set it for another."""
        one = self.report.about.round if self.report else None
        criterion = one.criterion if one else None
        if criterion is None or criterion.measure in NO_ALPHA:
            return None
        return criterion.at_least


@dataclass
class ReadAgreement:
    """Compare coders as wished, for the page; to be refused or stopped is an outcome, too."""

    wish: AgreementWish
    title: str = field(default_factory=lambda: _("Agreement"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> AgreementPage:
        """The page, as this coder may see it."""
        try:
            return self._count(study, coder, progress)
        except Refusal as refusal:
            return AgreementPage(self.wish, refused=str(refusal))
        except Cancelled:
            return AgreementPage(self.wish, stopped=True)

    def _count(self, study: Study, coder: CoderId, progress: Progress) -> AgreementPage:
        with stage(progress, 0, 3, _("Reading the codings")):
            material = study.ask_as(coder, agreement_material, self.wish)
        with stage(progress, 1, 3, _("Counting agreement")):
            report = agreement_report(material)
        with stage(progress, 2, 3, _("Counting agreement")):
            _count_now(report)
        own, above = code_rows(report, rolled_up=False), code_rows(report, rolled_up=True)
        return AgreementPage(self.wish, report, own, above)


def _count_now(report: AgreementReport) -> None:
    """What a report counts when it is asked is asked here, away from the window."""
    for each in (report.coders, report.levels, report.disagreements, report.excluded):
        len(each)

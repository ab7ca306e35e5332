"""The report of agreement: read in one go, counted when the study is let go of again."""

from dataclasses import dataclass, field

from qualcoder_nhs.analysis.agreement.report import AgreementReport, agreement_report
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.agreement import AgreementWish, agreement_material
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.task import Progress


@dataclass
class CompareCoders:
    """Compare coders as wished."""

    wish: AgreementWish
    title: str = field(default_factory=lambda: _("Agreement"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> AgreementReport:
        """The report, as this coder may see it.

        Raises:
            Refusal: as `agreement_material` says.
        """
        progress(0, 2, _("Reading the codings"))
        material = study.ask_as(coder, agreement_material, self.wish)
        progress(1, 2, _("Counting"))
        return agreement_report(material)

"""What COREQ asks of the coding of data: as far as the study knows it, and what its authors add."""

from qualcoder_nhs.analysis.agreement_paper.method import Method
from qualcoder_nhs.domain.report import Prose
from qualcoder_nhs.i18n import _


def coreq(method: Method) -> Prose:
    """COREQ items 24 to 27: what the study knows, and what only its authors can say."""
    plan, about = method.report.material.plan, method.report.about
    roots = sum(1 for code in plan.codes if code not in plan.parents)
    frozen = (
        _("The codes were fixed as version {n} of the codebook before coding began. ").format(
            n=about.version
        )
        if about.round
        else ""
    )
    return Prose(
        _("COREQ items 24 to 27"),
        points=(
            (_("24. Number of data coders"), f"{method.coders}."),
            (
                _("25. Description of the coding tree"),
                _("{n} codes in {roots} families, {codebook}. See the table of codes.").format(
                    n=len(plan.codes), roots=roots, codebook=method.codebook
                ),
            ),
            (
                _("26. Derivation of themes"),
                frozen + _("[Authors: say which codes came before the data and which from them.]"),
            ),
            (_("27. Software"), f"{method.program}."),
        ),
    )

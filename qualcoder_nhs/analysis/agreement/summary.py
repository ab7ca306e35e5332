"""The report of agreement in a few lines of plain text."""

from collections.abc import Iterator, Sequence

from qualcoder_nhs.analysis.agreement.bands import Bands
from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.i18n import N_, _, ngettext

TITLES = (
    N_("|u-alpha, do they mark the same passages"),
    N_("cu-alpha, do they give these the same codes"),
    N_("alpha, mean over codes"),
)


def summary(report: AgreementReport, bands: Sequence[Bands] = ()) -> Iterator[str]:
    """The headline, the three figures, a line a code that anybody gave, and what is left out.

    Whose words are to stand beside alpha is said by `bands`.
    """
    plan, said = report.material.plan, report.comparison.headline
    who = ", ".join(plan.coders)
    yield _("{who}: {layer}, counted by {unit}").format(
        who=who, layer=report.about.layer, unit=_(plan.unit)
    )
    yield " ".join(_(words) for words in (said.words, said.detail) if words)
    yield ""
    width = max(map(len, map(_, TITLES)))
    for title, figure in zip(TITLES, leading(report), strict=True):
        yield f"{_(title):<{width}}  {plain(figure)}"
    yield from _codes(report, bands)
    yield from _left_out(report)


def leading(report: AgreementReport) -> tuple[Figure, Figure, Figure]:
    """Where, which code, and code by code."""
    overall = report.comparison.overall
    where, which = overall.unitized.bar_u_alpha, overall.unitized.cu_alpha
    return where, which, overall.figures.mean_alpha


def plain(figure: Figure) -> str:
    """Such as `0.81 [0.67, 0.92]`, `0.81`, or `n/a: never applied`."""
    if figure.value is None:
        return _("n/a: {why}").format(why=_(figure.why or ""))
    if figure.low is None or figure.high is None:
        return _number(figure.value)
    return f"{_number(figure.value)} [{_number(figure.low)}, {_number(figure.high)}]"


def _number(value: float) -> str:
    return f"{value:.2f}".replace("-0.00", "0.00")


def _codes(report: AgreementReport, bands: Sequence[Bands]) -> Iterator[str]:
    given = [one for one in report.comparison.codes if any(one.own.figures.applications.values())]
    width = max((len(one.code) for one in given), default=0)
    yield ""
    for one in given:
        counts = " / ".join(str(n) for n in one.own.figures.applications.values())
        few = " " + _("(too few to judge)") if one.own.figures.few else ""
        words = [] if few else [each.of(one.own.figures) for each in bands]
        told = "; ".join(word for word in words if word)
        figure = plain(one.own.figures.figures["alpha"])
        yield f"{one.code:<{width}}  {figure}  {counts}{few}  {told}".rstrip()
    if unused := len(report.comparison.codes) - len(given):
        yield ngettext("Given by nobody: {n} code", "Given by nobody: {n} codes", unused)


def _left_out(report: AgreementReport) -> Iterator[str]:
    if report.excluded:
        yield ""
        yield _("Left out:")
    for one in report.excluded:
        yield f"  {one.what}: {one.why}"

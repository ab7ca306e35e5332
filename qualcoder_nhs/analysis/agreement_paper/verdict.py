"""The team's own criterion, set before the round, held against the lower limits of the figures."""

from collections.abc import Callable, Iterator

from qualcoder_nhs.analysis.agreement.comparison import Overall
from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.analysis.agreement_paper.numbers import said, threshold
from qualcoder_nhs.domain.rounds import Criterion, Measure
from qualcoder_nhs.i18n import _

OVER_ALL: dict[Measure, Callable[[Overall], Figure]] = {
    Measure.MEAN_ALPHA: lambda overall: overall.figures.mean_alpha,
    Measure.BAR_U_ALPHA: lambda overall: overall.unitized.bar_u_alpha,
    Measure.U_ALPHA: lambda overall: overall.unitized.u_alpha,
    Measure.CU_ALPHA: lambda overall: overall.unitized.cu_alpha,
    Measure.MASI_ALPHA: lambda overall: overall.sets.masi,
    Measure.JACCARD_ALPHA: lambda overall: overall.sets.jaccard,
}
"""The measures of which a comparison has one value; of the others each code or pair has its own."""


def verdict(report: AgreementReport) -> str:
    """Whether the round reaches its criterion, in a sentence; nothing where none was set."""
    one = report.about.round
    if one is None or one.criterion is None:
        return ""
    criterion = one.criterion
    if criterion.measure in OVER_ALL:
        figure = OVER_ALL[criterion.measure](report.comparison.overall)
        return _("Criterion: {measure} of at least {value}. It is {figure}: {reached}.").format(
            measure=measured(criterion),
            value=threshold(criterion.at_least),
            figure=said(figure),
            reached=_reached(figure, criterion.at_least),
        )
    lower = [figure.low for figure in _each(report, criterion.measure) if figure.low is not None]
    return _(
        "The lower limit of {measure} reaches the criterion of {value} in {n} of the {all} cases "
        "that have an interval."
    ).format(
        measure=measured(criterion),
        value=threshold(criterion.at_least),
        n=sum(low >= criterion.at_least for low in lower),
        all=len(lower),
    )


def measured(criterion: Criterion) -> str:
    """The measure of a criterion in words."""
    words = criterion.measure.value.replace("bar_u_", "|u-").replace("cu_", "cu-")
    return words.replace("u_alpha", "u-alpha").replace("_", " ")


def _reached(figure: Figure, least: float) -> str:
    if figure.low is None or figure.high is None:
        return _("undecided without an interval")
    if figure.low >= least:
        return _("reached")
    return _("not reached") if figure.high < least else _("undecided, the interval holds both")


def _each(report: AgreementReport, measure: Measure) -> Iterator[Figure]:
    if measure is Measure.POOLED_KAPPA:
        yield from (kappa for _, kappa in report.comparison.overall.figures.pooled_kappa)
        return
    for code in report.comparison.codes:
        if measure is Measure.ALPHA:
            yield code.own.figures.figures["alpha"]
        else:
            yield from (pair.figures[measure.value] for pair in code.own.figures.pairs)

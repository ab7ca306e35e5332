"""Standard errors by formula, for those who expect them: of turns only, which may count apart."""

import math
from collections.abc import Callable

from qualcoder_nhs.analysis.agreement import linearised
from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.analysis.agreement.resampling import Floats
from qualcoder_nhs.domain.report import Cell, Column, Measures, Table
from qualcoder_nhs.domain.rounds import Unit
from qualcoder_nhs.i18n import N_, _

FORMULA = N_("linearised variance with the coders fixed; Gwet 2008, 2014")
ERRORS: tuple[tuple[str, Callable[[Floats, Floats], float]], ...] = (
    (N_("Alpha"), linearised.alpha_error),
    (N_("Fleiss"), linearised.fleiss_error),
    (N_("AC1"), linearised.ac1_error),
    (N_("Brennan–Prediger"), linearised.brennan_prediger_error),
)


def error_table(report: AgreementReport) -> Table:
    """A row a code that anybody gave; without rows at every unit but the turn.

    Of characters such errors would be many times too small, and of sentences still too small.
    """
    columns = (
        Column(_("Code")),
        *(Column(_(name), Measures.FIGURE, _(FORMULA)) for name, _error in ERRORS),
    )
    title = _("Standard errors by formula")
    return Table(_("Standard errors"), title, columns, _rows(report), appendix=True)


def _rows(report: AgreementReport) -> tuple[tuple[Cell, ...], ...]:
    if report.material.plan.unit != Unit.TURN or not len(report.cells.blocks):
        return ()
    profiles, weights = report.cells.profiles, report.cells.weights.sum(axis=0)
    return tuple(
        (one.code, *(_error(of(profiles, weights[at])) for _name, of in ERRORS))
        for at, one in enumerate(report.comparison.codes)
        if any(one.own.figures.applications.values())
    )


def _error(value: float) -> float | None:
    return None if math.isnan(value) else value

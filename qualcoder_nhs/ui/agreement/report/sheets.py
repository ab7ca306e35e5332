"""The small tables of a report, and the passages behind their cells; no Qt."""

from functools import partial

from qualcoder_nhs.analysis.agreement.behind import Behind
from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.analysis.agreement_paper.main_tables import by_coder, by_level, by_transcript
from qualcoder_nhs.analysis.agreement_paper.numbers import estimate, estimated
from qualcoder_nhs.domain.report import Cell, Column, Table
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.agreement.report.passages_pane import About
from qualcoder_nhs.ui.agreement.report.sheet import Sheet, nothing_behind


def transcripts_sheet(report: AgreementReport) -> Sheet:
    """Each transcript on its own."""
    table = by_transcript(report)
    return Sheet(table, partial(_of_transcript, table))


def _of_transcript(table: Table, row: int, _column: int) -> About:
    name = str(table.rows[row][0])
    return About(name, Behind(transcript=name))


def coders_sheet(report: AgreementReport) -> Sheet:
    """Each coder against the others."""
    table = by_coder(report)
    return Sheet(table, partial(_of_coder, table), bare=frozenset({2}), alphas=False)


def _of_coder(table: Table, row: int, _column: int) -> About:
    name = str(table.rows[row][0])
    return About(_("{coder} and the others").format(coder=name), Behind(coders=(name,)))


def levels_sheet(report: AgreementReport) -> Sheet:
    """All codes cut down to each level of the tree."""
    return Sheet(by_level(report), nothing_behind)


def pairs_sheet(report: AgreementReport) -> Sheet:
    """Every two coders, as a square: pooled kappa over all codes."""
    coders = report.material.plan.coders
    known = dict(report.comparison.overall.figures.pooled_kappa)

    def cell(one: str, other: str) -> Cell:
        found = known.get((one, other)) or known.get((other, one))
        return estimate(found) if found else None

    rows = tuple((one, *(cell(one, other) for other in coders)) for one in coders)
    columns = (Column(_("Coder")), *(estimated(coder) for coder in coders))
    title = _("Pooled kappa of each pair")
    table = Table(_("By pair"), title, columns, rows)
    return Sheet(table, partial(_of_pair, coders), alphas=False)


def _of_pair(coders: tuple[str, ...], row: int, column: int) -> About | None:
    if column < 1 or row == column - 1:
        return None
    one, other = coders[row], coders[column - 1]
    title = _("{one} and {other}").format(one=one, other=other)
    return About(title, Behind(coders=(one, other)))

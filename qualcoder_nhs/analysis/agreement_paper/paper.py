"""Puts the report of agreement together: method first, then the headline, tables and words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from qualcoder_nhs.analysis.agreement.bands import Bands
from qualcoder_nhs.analysis.agreement.comparison import CHARACTER
from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.analysis.agreement.settled import Settling
from qualcoder_nhs.analysis.agreement_paper.coreq import coreq
from qualcoder_nhs.analysis.agreement_paper.detail_tables import detail_tables
from qualcoder_nhs.analysis.agreement_paper.link_tables import link_tables
from qualcoder_nhs.analysis.agreement_paper.main_tables import by_code, main_tables
from qualcoder_nhs.analysis.agreement_paper.method import Method
from qualcoder_nhs.analysis.agreement_paper.settling_tables import settling_tables
from qualcoder_nhs.analysis.agreement_paper.verdict import verdict
from qualcoder_nhs.domain.report import Report, Table
from qualcoder_nhs.i18n import N_, _

CU_NOTE = N_(
    "cu-alpha for three and more coders rests on one published value: the literature leaves a term "
    "of it open, and the reading used here is the one that gives the value printed by its authors "
    "(.724). With two coders all readings come to the same, unless one passage meets several."
)
NOTES = (
    N_(
        "Alpha and kappa are undefined where a code was never applied, or applied to everything; "
        "such cells say n/a with the reason and are in no mean."
    ),
    N_(
        "On characters, percent agreement, AC1 and Brennan–Prediger are high whatever coders do, "
        "since most of the text carries no given code; they are in the workbook to be compared "
        "with other programs, and are never to be reported alone."
    ),
    N_(
        "Words for ranges of values are conventions that were made for other data. The team’s own "
        "criterion, set before the round, is what to hold the lower limit against."
    ),
)
POOLED_NOTE = N_(
    "Transcripts that were read by different coders are put together by weighing each pair within "
    "a transcript equally; for the unitizing coefficients that is an extension of this program’s."
)


@dataclass(frozen=True)
class Occasion:
    """Who has the report made, when, and with which version of the program.

    `bands` are whose words are to stand beside the figures, `settling` is how the round was settled
    by then.
    """

    author: str
    made: datetime
    program: str
    bands: tuple[Bands, ...] = ()
    settling: Settling | None = None


def paper(report: AgreementReport, occasion: Occasion, more: tuple[Table, ...] = ()) -> Report:
    """The report, ready to be written; `more` are tables of rounds and of time."""
    method = Method(report, occasion.program, occasion.settling)
    settled = settling_tables(occasion.settling, report.about.names) if occasion.settling else ()
    said = report.comparison.headline
    return Report(
        title=_("Agreement of coders"),
        subtitle=_subtitle(report),
        author=occasion.author,
        made=occasion.made,
        facts=method.facts(),
        headline=_(said.words),
        details=tuple(_details(report)),
        tables=tuple(
            table for table in (*_tables(report, occasion.bands), *settled, *more) if table.rows
        ),
        prose=(method.paragraph(), coreq(method)),
        notes=tuple(_notes(report)),
    )


def _subtitle(report: AgreementReport) -> str:
    layer = report.about.layer
    return f"{report.about.study}, {layer}" if report.about.round else report.about.study


def _details(report: AgreementReport) -> Iterator[str]:
    said = report.comparison.headline
    if said.detail:
        yield _(said.detail)
    if held := verdict(report):
        yield held


def _tables(report: AgreementReport, bands: Sequence[Bands]) -> Iterator[Table]:
    first, *others = main_tables(report, bands)
    yield first
    yield others[0]
    if report.material.plan.unit == CHARACTER:
        yield by_code(report.by_turn, _("By code, turns"), _("Code by code, turns as units"))
    yield from others[1:]
    yield from link_tables(report.links)
    yield from detail_tables(report)


def _notes(report: AgreementReport) -> Iterator[str]:
    plan = report.material.plan
    if len(plan.coders) > 2:
        yield _(CU_NOTE)
        yield _(POOLED_NOTE)
    yield from map(_, NOTES)

"""The tables that a report of agreement is read for: overall, by code, level, transcript, coder."""

from collections.abc import Iterator, Sequence

from qualcoder_nhs.analysis.agreement.bands import Bands
from qualcoder_nhs.analysis.agreement.code_figures import CodeFigures
from qualcoder_nhs.analysis.agreement.comparison import CHARACTER, CodeComparison, Overall
from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.analysis.agreement.hierarchy import line
from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.analysis.agreement_paper import formulas
from qualcoder_nhs.analysis.agreement_paper.numbers import carried, counted, estimate, estimated
from qualcoder_nhs.domain.report import Cell, Column, Table
from qualcoder_nhs.i18n import N_, _, ngettext

FEW = N_("†")
FEW_TOLD = N_("† fewer than ten applications by any coder, or fewer than three transcripts")

OVERALL = (
    (N_("|u-alpha"), N_("Do coders mark the same passages, whatever the code?")),
    (N_("cu-alpha"), N_("Where both marked something, is it the same code?")),
    (N_("u-alpha"), N_("Both together: the same passages with the same codes?")),
    (N_("MASI-alpha"), N_("The same set of codes on every character, part agreement counting?")),
    (N_("Jaccard-alpha"), N_("The same, with Jaccard’s distance between sets")),
    (N_("Mean alpha"), N_("Code by code, every code counting the same")),
    (N_("Weighted mean alpha"), N_("Code by code, codes counting by what they were given to")),
)


def main_tables(report: AgreementReport, bands: Sequence[Bands] = ()) -> Iterator[Table]:
    """Overall, code by code, and who and what differs."""
    yield overall_table(report)
    yield by_code(report, bands=bands)
    yield by_level(report)
    yield by_transcript(report)
    yield by_pair(report)
    yield by_coder(report)


def figures_of(overall: Overall) -> tuple[Figure, ...]:
    """The figures over all codes, in the order in which they are printed."""
    one, sets, figures = overall.unitized, overall.sets, overall.figures
    return (
        *(one.bar_u_alpha, one.cu_alpha, one.u_alpha, sets.masi, sets.jaccard),
        *(figures.mean_alpha, figures.weighted_alpha),
    )


def overall_table(report: AgreementReport) -> Table:
    """What is said of all codes together, and of coded text alone."""
    comparison = report.comparison
    rows = [
        (_(name), estimate(figure), _(meaning))
        for (name, meaning), figure in zip(OVERALL, figures_of(comparison.overall), strict=True)
    ]
    coded = comparison.coded_only
    for name, figure in (("MASI-alpha", coded.masi), ("Jaccard-alpha", coded.jaccard)):
        label = _("{name}, coded text only").format(name=_(name))
        rows.append((label, estimate(figure), _("Another population: text that anybody coded")))
    columns = (Column(_("Figure")), estimated(_("Value")), Column(_("What it asks")))
    return Table(_("Overall"), _("All codes together"), columns, tuple(rows), _overlapping(report))


def _overlapping(report: AgreementReport) -> str:
    overlaps = report.comparison.overall.unitized.overlaps
    if not overlaps:
        return ""
    return _(
        "In {n} passages a coder gave several codes at once; for u-alpha and cu-alpha the set of "
        "codes is a value of its own there."
    ).format(n=f"{len(overlaps):,}")


def by_code(
    report: AgreementReport, name: str = "", title: str = "", bands: Sequence[Bands] = ()
) -> Table:
    """A row a code, in the order of the tree, with the words of `bands` for its alpha."""
    codes = [one for one in report.comparison.codes if _shown(one)]
    parents, names = report.material.plan.parents, report.about.names
    columns = _columns_by_code(report)
    rows = tuple(
        (
            *_code_row(one, names.get(one.code, one.code))[: len(columns)],
            *(each.of(one.own.figures) for each in bands),
        )
        for one in codes
    )
    words = (Column(_("In words"), formula=_(formulas.BANDS)) for _each in bands)
    unused = len(report.comparison.codes) - len(codes)
    notes = [_(FEW_TOLD)]
    if report.material.plan.unit != CHARACTER:
        rule = carried(report.material.plan.carries)
        notes.append(_("one carries a code where {rule}").format(rule=rule))
    if unused:
        told = ngettext("{n} code was given by nobody", "{n} codes were given by nobody", unused)
        notes.append(told)
    return Table(
        name or _("By code"),
        title or _("Code by code"),
        (*columns, *words),
        rows,
        "; ".join(notes) + ".",
        tuple(len(line(one.code, parents)) - 1 for one in codes),
    )


def _columns_by_code(report: AgreementReport) -> tuple[Column, ...]:
    """Choosing among the children of a code is a matter of passages: not asked of turns."""
    plan = report.material.plan
    both = estimated(_("Positive agreement"), formulas.DICE)
    columns = (
        Column(_("Code")),
        Column(_("Applied"), formula=_(formulas.APPLIED)),
        estimated(_("Alpha"), formulas.ALPHA),
        estimated(_("With codes below"), formulas.ROLLED_UP),
        *((both,) if len(plan.coders) == 2 else ()),
    )
    if plan.unit != CHARACTER:
        return columns
    return (*columns, estimated(_("Among its codes"), formulas.WITHIN))


def _shown(code: CodeComparison) -> bool:
    return any(code.rolled_up.figures.applications.values())


def _code_row(code: CodeComparison, name: str) -> tuple[Cell, ...]:
    own, below = code.own.figures, code.rolled_up.figures
    leaf = not code.within_family.overlaps and own.marked == below.marked
    return (
        f"{name}\N{NO-BREAK SPACE}{FEW}" if below.few else name,
        "/".join(str(count) for count in own.applications.values()),
        estimate(own.figures["alpha"]),
        None if leaf else estimate(below.figures["alpha"]),
        *_positive(own),
        None if leaf else estimate(code.within_family.cu_alpha),
    )


def _positive(code: CodeFigures) -> tuple[Cell, ...]:
    """Of two coders; with more it is a matter of pairs."""
    if len(code.pairs) != 1:
        return ()
    return (estimate(code.pairs[0].figures["positive_agreement"]),)


def by_level(report: AgreementReport) -> Table:
    """Every code cut down to its ancestor on one level of the tree."""
    rows = tuple(
        (level, one.defined, estimate(one.mean_alpha), estimate(one.weighted_alpha))
        for level, one in enumerate(report.levels, 1)
    )
    columns = (
        counted(_("Level")),
        counted(_("Codes with an alpha")),
        estimated(_("Mean alpha"), formulas.MEAN),
        estimated(_("Weighted mean alpha"), formulas.WEIGHTED),
    )
    return Table(_("By level"), _("Level by level of the tree"), columns, rows)


def by_transcript(report: AgreementReport) -> Table:
    """Each transcript on its own."""
    known = {one.name: one for one in report.comparison.cut.continua}
    rows = tuple(
        _transcript_row(known[name], overall) for name, overall in report.comparison.by_transcript
    )
    columns = (
        Column(_("Transcript")),
        counted(_("Characters")),
        counted(_("Coders")),
        estimated("|u-alpha", formulas.BAR_U),
        estimated("cu-alpha", formulas.CU),
        estimated("MASI-alpha", formulas.MASI),
        estimated(_("Mean alpha"), formulas.MEAN),
    )
    return Table(_("By transcript"), _("Transcript by transcript"), columns, rows)


def _transcript_row(talk: Continuum, overall: Overall) -> tuple[Cell, ...]:
    unitized, mean = overall.unitized, overall.figures.mean_alpha
    figures = (unitized.bar_u_alpha, unitized.cu_alpha, overall.sets.masi, mean)
    return (talk.name, talk.length, len(talk.marks), *map(estimate, figures))


def by_pair(report: AgreementReport) -> Table:
    """Every two coders."""
    kappas = report.comparison.overall.figures.pooled_kappa
    rows = tuple((*coders, estimate(kappa)) for coders, kappa in kappas)
    columns = (
        Column(_("Coder")),
        Column(_("and")),
        estimated(_("Pooled kappa"), formulas.POOLED),
    )
    return Table(_("By pair"), _("Pair by pair"), columns, rows)


def by_coder(report: AgreementReport) -> Table:
    """Every coder against the others."""
    rows = tuple(
        (one.coder, estimate(one.pooled_kappa), estimate(one.given)) for one in report.coders
    )
    columns = (
        Column(_("Coder")),
        estimated(_("Mean pooled kappa"), formulas.NEAR),
        estimated(_("Given, relative to the mean"), formulas.GIVEN),
    )
    note = _("Above 1 a coder gives codes more freely than the others, below 1 more sparingly.")
    return Table(_("By coder"), _("Coder by coder"), columns, rows, note)

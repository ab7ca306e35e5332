"""The tables behind a report of agreement: kinds, ladder, confusion, raw cells, all differences."""

from collections.abc import Iterator

from qualcoder_nhs.analysis.agreement.comparison import CodeComparison
from qualcoder_nhs.analysis.agreement.kinds import DIFFERENCES, Kind, KindShares
from qualcoder_nhs.analysis.agreement.ladder import Ladder
from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.analysis.agreement_paper import formulas
from qualcoder_nhs.analysis.agreement_paper.error_table import error_table
from qualcoder_nhs.analysis.agreement_paper.numbers import counted, estimate, estimated
from qualcoder_nhs.domain.report import Cell, Column, Measures, Table
from qualcoder_nhs.i18n import N_, _

TOP = 15
"""So many confusions are printed; files for counting have them all."""

FEW = 8
"""So many overlapping passages are printed."""

OF_PAIRS = (
    ("kappa", N_("Kappa"), formulas.KAPPA),
    ("kappa_max", N_("Kappa max"), formulas.KAPPA_MAX),
    ("scott_pi", N_("Scott’s pi"), formulas.SCOTT),
    ("positive_agreement", N_("Positive agreement"), formulas.DICE),
    ("negative_agreement", N_("Negative agreement"), formulas.NEGATIVE),
    ("jaccard", N_("Jaccard"), formulas.JACCARD),
    ("percent_agreement", N_("Percent agreement"), formulas.PERCENT),
    ("ac1", N_("AC1"), formulas.AC1),
    ("brennan_prediger", N_("Brennan–Prediger"), formulas.BP),
    ("prevalence_index", N_("Prevalence index"), formulas.PREVALENCE),
    ("bias_index", N_("Bias index"), formulas.BIAS),
)
OF_ALL = (
    ("alpha", N_("Alpha"), formulas.ALPHA),
    ("fleiss", N_("Fleiss"), formulas.FLEISS),
    ("light", N_("Light"), formulas.LIGHT),
    ("conger", N_("Conger"), formulas.CONGER),
    ("percent_agreement", N_("Percent agreement"), formulas.PERCENT),
    ("ac1", N_("AC1"), formulas.AC1),
    ("brennan_prediger", N_("Brennan–Prediger"), formulas.BP),
)
KINDS = {
    Kind.BOUNDARY: N_("Boundary"),
    Kind.SPLIT: N_("Split or merge"),
    Kind.SUBSTITUTION: N_("Another code"),
    Kind.OMISSION: N_("Left out"),
}


def detail_tables(report: AgreementReport) -> Iterator[Table]:
    """What lies behind the figures."""
    yield kinds_table(report)
    yield ladder_table(report)
    yield confusion_table(report)
    yield excluded_table(report)
    yield overlaps_table(report)
    yield cells_table(report, rolled_up=False)
    yield cells_table(report, rolled_up=True)
    yield coefficients_table(report)
    yield error_table(report)
    yield disagreements_table(report)


def kinds_table(report: AgreementReport) -> Table:
    """Where the characters that differ come from."""
    rows = tuple(
        _kinds(report.about.names.get(one.code, one.code), one.own.kinds)
        for one in report.comparison.codes
        if one.own.kinds.total
    )
    columns = (
        Column(_("Code")),
        Column(_("Characters that differ"), Measures.COUNT, _(formulas.KINDS)),
        *(counted(_(KINDS[kind])) for kind in DIFFERENCES),
        counted(_("of these in the family")),
    )
    note = _("Characters at every unit. With several pairs of coders, all pairs are added up.")
    return Table(_("Kinds"), _("What sort of disagreement"), columns, rows, note)


def _kinds(name: str, shares: KindShares) -> tuple[Cell, ...]:
    by_kind = (shares.characters[kind] for kind in DIFFERENCES)
    return (name, shares.total, *by_kind, shares.same_family)


def ladder_table(report: AgreementReport) -> Table:
    """How near spans of one code come to each other."""
    rows = tuple(
        (report.about.names.get(one.code, one.code), *_steps(ladder))
        for one in report.comparison.codes
        if (ladder := one.own.ladder).spans
    )
    steps = (_("Exact"), _("90 %"), _("Any overlap"), _("Same turn"), _("Same transcript"))
    columns = (
        Column(_("Code")),
        Column(_("Spans"), Measures.COUNT, _(formulas.LADDER)),
        *(Column(step, Measures.SHARE) for step in steps),
    )
    note = _("Percent of overlap is intersection over union; vendors do not say theirs in public.")
    return Table(_("Ladder"), _("How near the passages come"), columns, rows, note)


def _steps(ladder: Ladder) -> tuple[Cell, ...]:
    steps = (ladder.exact, ladder.near, ladder.overlap, ladder.turn, ladder.document)
    return (ladder.spans, *steps)


def confusion_table(report: AgreementReport) -> Table:
    """Which code one gives where another gives which."""
    nothing, names = _("nothing"), report.about.names
    table = report.comparison.confusion
    rows = tuple(
        (
            nothing if one.one is None else names.get(one.one, one.one),
            nothing if one.other is None else names.get(one.other, one.other),
            round(one.characters, 1),
            None if one.lift is None else round(one.lift, 3),
        )
        for one in table.ranked()
    )
    who = table.coders or (_("One coder"), _("Another"))
    columns = (
        Column(_("{who} gave").format(who=who[0])),
        Column(_("{who} gave").format(who=who[1])),
        counted(_("Characters")),
        Column(_("Lift"), Measures.FIGURE, _(formulas.LIFT)),
    )
    return Table(_("Confusion"), _("Which code for which"), columns, rows, shown=TOP)


def excluded_table(report: AgreementReport) -> Table:
    """What takes no part, and why."""
    columns = (Column(_("What")), Column(_("Why")))
    rows = tuple((one.what, one.why) for one in report.left_out)
    return Table(_("Left out"), _("What was left out"), columns, rows)


def overlaps_table(report: AgreementReport) -> Table:
    """Where children of one code lie over each other, so that they are no alternatives."""
    columns = (Column(_("Family and passage")), Column(_("Why it has no figure among its codes")))
    rows = tuple((one.what, one.why) for one in report.overlapping)
    title = _("Codes of one family over each other")
    return Table(_("Overlaps"), title, columns, rows, shown=FEW)


def cells_table(report: AgreementReport, *, rolled_up: bool) -> Table:
    """The four cells of every code and pair, with every figure that comes of them."""
    columns = (
        *(Column(_("Code")), Column(_("Path")), Column(_("Coder")), Column(_("and"))),
        *map(counted, (_("Both"), _("First only"), _("Second only"), _("Neither"))),
        *(estimated(_(title), formula) for _key, title, formula in OF_PAIRS),
    )
    rows = tuple(
        row for one in report.comparison.codes for row in _pair_rows(report, one, below=rolled_up)
    )
    name, title = _("Cells"), _("Raw cells of each code and pair")
    if rolled_up:
        name, title = _("Cells with codes below"), _("Raw cells, codes below counted in")
    return Table(name, title, columns, rows, appendix=True)


def _pair_rows(
    report: AgreementReport, code: CodeComparison, *, below: bool
) -> Iterator[tuple[Cell, ...]]:
    path = report.about.paths.get(code.code, code.code)
    for pair in (code.rolled_up if below else code.own).figures.pairs:
        cells = (pair.both, pair.first_only, pair.second_only, pair.neither)
        figures = (estimate(pair.figures[key]) for key, _title, _formula in OF_PAIRS)
        yield (code.code, path, *pair.coders, *cells, *figures)


def coefficients_table(report: AgreementReport) -> Table:
    """What all coders together have of each code."""
    coders = report.material.plan.coders
    columns = (
        *(Column(_("Code")), Column(_("Path"))),
        *(counted(_("Spans of {who}").format(who=who)) for who in coders),
        *(counted(_("{unit}s of {who}").format(unit=_unit(report), who=who)) for who in coders),
        *(estimated(_(title), formula) for _key, title, formula in OF_ALL),
        estimated("(k)u-alpha", formulas.K_U),
        estimated(_("Mean alpha of transcripts"), formulas.MEAN),
        counted(_("Transcripts with an alpha")),
        Column(_("P(alpha < criterion)"), Measures.FIGURE, _(formulas.BELOW)),
    )
    rows = tuple(_coefficients(report, one) for one in report.comparison.codes)
    title = _("Every coefficient of all coders")
    return Table(_("Coefficients"), title, columns, rows, appendix=True)


def _unit(report: AgreementReport) -> str:
    return _(report.material.plan.unit).capitalize()


def _coefficients(report: AgreementReport, code: CodeComparison) -> tuple[Cell, ...]:
    own = code.own.figures
    return (
        code.code,
        report.about.paths.get(code.code, code.code),
        *own.applications.values(),
        *own.marked.values(),
        *(estimate(own.figures[key]) for key, _title, _formula in OF_ALL),
        estimate(code.own.unitized.k_u_alpha),
        estimate(own.macro_alpha),
        own.defined,
        own.figures["alpha"].below,
    )


def disagreements_table(report: AgreementReport) -> Table:
    """Every passage on which coders differ, by its place in the stored text."""
    rows = tuple(
        (
            *(one.of.transcript, one.span.start, one.span.end, one.of.code),
            *(", ".join(one.of.coders_with), ", ".join(one.of.coders_without)),
            one.of.kind.value,
            _("yes") if one.of.same_family else "",
        )
        for one in report.disagreements
    )
    columns = (
        *(Column(_("Transcript")), counted(_("Start")), counted(_("End")), Column(_("Code"))),
        *(Column(_("Given by")), Column(_("Not by")), Column(_("Kind")), Column(_("In family"))),
    )
    title = _("Passages to go through")
    return Table(_("Disagreements"), title, columns, rows, appendix=True)

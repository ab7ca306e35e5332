"""The columns of the table by code: what each shows, sorts by and is called; no Qt."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from qualcoder_nhs.analysis.agreement.bands import BANDS, Bands
from qualcoder_nhs.analysis.agreement.code_rows import CodeRow
from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.analysis.agreement_paper.numbers import bare
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.agreement.report.wording import plain, why_not


class Draws(Enum):
    """How a column's cells are drawn."""

    NAME = auto()
    NUMBER = auto()
    PLOT = auto()
    INTERVAL = auto()
    STACK = auto()
    WORDS = auto()


@dataclass(frozen=True)
class Column:
    """One column. `order` is what it is sorted by; rows without one come last either way."""

    id: str
    title: str
    draws: Draws
    width: int
    text: Callable[[CodeRow], str]
    order: Callable[[CodeRow], float | None]
    at_first: bool = True
    told: str = ""


def columns(coders: Sequence[str]) -> tuple[Column, ...]:
    """All of them, for a report of these coders; some are not shown at first."""
    return (
        Column("code", _("Code"), Draws.NAME, 230, lambda row: row.name, lambda _row: None),
        *(_applications(coder) for coder in coders),
        Column("alpha", _("alpha"), Draws.PLOT, 120, _alpha_words, _alpha, told=_(ALPHA)),
        Column("interval", _("95 % interval"), Draws.INTERVAL, 136, _alpha_words, _lower),
        Column("dice", _("Dice"), Draws.NUMBER, 50, _dice_words, _dice, told=_(DICE)),
        Column("kinds", _("What differs"), Draws.STACK, 100, _kind_words, _differing),
        *_more(len(coders)),
    )


ALPHA = N_("Krippendorff’s alpha: 1 is full agreement, 0 is what chance gives.")
DICE = N_("Positive agreement: of all that was given the code, how much both gave it.")


def _applications(coder: str) -> Column:
    """How often one coder gave the code."""

    def count(row: CodeRow) -> int:
        return row.applications.get(coder, 0)

    told = _("How many passages {coder} gave the code.").format(coder=coder)
    width = 20 + 9 * max(3, min(6, len(coder)))
    return Column(
        f"by {coder}", coder, Draws.NUMBER, width, lambda row: f"{count(row):,}", count, told=told
    )


def _more(coders: int) -> Iterator[Column]:
    """What can be chosen beside these."""
    yield _number("documents", N_("Transcripts"), lambda row: row.measured.figures.documents)
    yield _figure("within", N_("Within family"), lambda row: row.within_family)
    yield _figure("k_u", N_("(k)u-alpha"), lambda row: row.measured.unitized.k_u_alpha)
    if coders == 2:
        for name, title in PAIR_FIGURES.items():
            yield _figure(name, title, partial(_of_pair, name))
    else:
        for name, title in GROUP_FIGURES.items():
            yield _figure(name, title, partial(_of_all, name))
    yield _number("both", N_("Both"), lambda row: row.pooled.both)
    yield _number("first", N_("First only"), lambda row: row.pooled.first_only)
    yield _number("second", N_("Second only"), lambda row: row.pooled.second_only)
    yield _number("neither", N_("Neither"), lambda row: row.pooled.neither)
    yield _share("exact", N_("Same span"), lambda row: row.measured.ladder.exact)
    yield _share("near", N_("90 % overlap"), lambda row: row.measured.ladder.near)
    yield _share("overlap", N_("Any overlap"), lambda row: row.measured.ladder.overlap)
    yield _share("turn", N_("Same turn"), lambda row: row.measured.ladder.turn)
    yield _share("document", N_("Same transcript"), lambda row: row.measured.ladder.document)
    for name, bands in BANDS.items():
        yield _words(name, bands)
    yield Column(
        "below", _("P(below)"), Draws.NUMBER, 76, _below_words, _below, at_first=False,
        told=_("The share of resamples in which alpha lies below your criterion."),
    )  # fmt: skip


PAIR_FIGURES = {
    "kappa": N_("Kappa"),
    "kappa_max": N_("Kappa max"),
    "jaccard": N_("Jaccard"),
    "negative_agreement": N_("Negative agreement"),
    "prevalence_index": N_("Prevalence index"),
    "bias_index": N_("Bias index"),
    "ac1": N_("AC1"),
    "percent_agreement": N_("Percent"),
}
GROUP_FIGURES = {
    "light": N_("Light’s kappa"),
    "fleiss": N_("Fleiss’ kappa"),
    "conger": N_("Conger’s kappa"),
    "ac1": N_("AC1"),
    "percent_agreement": N_("Percent"),
}


def _number(name: str, title: str, of: Callable[[CodeRow], int]) -> Column:
    words = partial(_count_words, of)
    return Column(name, _(title), Draws.NUMBER, 92, words, of, at_first=False)


def _count_words(of: Callable[[CodeRow], int], row: CodeRow) -> str:
    return f"{of(row):,}"


def _words(name: str, bands: Bands) -> Column:
    told = _("Words for ranges of values are conventions; these are of {author}.")
    return Column(
        f"bands {name}",
        bands.author,
        Draws.WORDS,
        210,
        lambda row: bands.of(row.measured.figures),
        _alpha,
        at_first=False,
        told=told.format(author=bands.author),
    )


def _share(name: str, title: str, of: Callable[[CodeRow], float | None]) -> Column:
    words = partial(_share_words, of)
    told = _("Share of spans with a span of the same code by another coder that comes so near.")
    return Column(name, _(title), Draws.NUMBER, 104, words, of, at_first=False, told=told)


def _share_words(of: Callable[[CodeRow], float | None], row: CodeRow) -> str:
    share = of(row)
    return "–" if share is None else f"{100 * share:.0f} %"


def _figure(name: str, title: str, of: Callable[[CodeRow], Figure | None]) -> Column:
    words, order = partial(_figure_words, of), partial(_value, of)
    return Column(name, _(title), Draws.NUMBER, 132, words, order, at_first=False)


def _figure_words(of: Callable[[CodeRow], Figure | None], row: CodeRow) -> str:
    figure = of(row)
    return "–" if figure is None else plain(figure)


def _value(of: Callable[[CodeRow], Figure | None], row: CodeRow) -> float | None:
    figure = of(row)
    return figure.value if figure else None


def _of_pair(name: str, row: CodeRow) -> Figure | None:
    return row.pair(name)


def _of_all(name: str, row: CodeRow) -> Figure | None:
    return row.measured.figures.figures[name]


def _alpha(row: CodeRow) -> float | None:
    return row.alpha.value


def _lower(row: CodeRow) -> float | None:
    return row.alpha.low


def _alpha_words(row: CodeRow) -> str:
    if row.alpha.value is None:
        return _("n/a · {why}").format(why=why_not(row))
    return plain(row.alpha)


def _dice(row: CodeRow) -> float | None:
    return row.pooled.dice


def _dice_words(row: CodeRow) -> str:
    return "–" if row.pooled.dice is None else bare(row.pooled.dice)


def _differing(row: CodeRow) -> float:
    return row.differences.total


def _kind_words(row: CodeRow) -> str:
    total = row.differences.total
    return _("{n} characters").format(n=f"{total:,}") if total else ""


def _below(row: CodeRow) -> float | None:
    return row.alpha.below


def _below_words(row: CodeRow) -> str:
    return "–" if row.alpha.below is None else bare(row.alpha.below)

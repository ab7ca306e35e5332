"""Agreement as it changes: rounds beside each other, drift within one, the same coder twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from statistics import median

from qualcoder_nhs.analysis.agreement.blocks import ENOUGH_DOCUMENTS, Blocks, blocks
from qualcoder_nhs.analysis.agreement.cells import Cells, cells
from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.analysis.agreement.figure import Figure, undefined
from qualcoder_nhs.analysis.agreement.many_coders import krippendorff_alpha
from qualcoder_nhs.analysis.agreement.material import Material
from qualcoder_nhs.analysis.agreement.overall import overall_figures
from qualcoder_nhs.analysis.agreement.resampling import Resampling
from qualcoder_nhs.analysis.agreement.rounds import alpha_differences
from qualcoder_nhs.i18n import N_

TOO_FEW = N_("fewer than three transcripts were compared")
NO_DATES = N_("the dates of the codings do not tell the transcripts apart")
PARTS = 3


@dataclass(frozen=True)
class Recoded:
    """What one coder has coded in two layers, which stand for the coders of the material."""

    coder: str
    material: Material


@dataclass(frozen=True)
class Change:
    """Alpha in two rounds and how far it lies higher in the second; `code` None for the mean."""

    code: str | None
    before: Figure
    after: Figure
    difference: Figure


@dataclass(frozen=True)
class RoundsBeside:
    """Two rounds, by name, the older first; the mean over the codes of both comes first."""

    first: str
    second: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Third:
    """A part of the transcripts in the order in which they were coded, with its mean alpha."""

    transcripts: tuple[str, ...]
    first: datetime
    last: datetime
    mean_alpha: Figure
    alphas: tuple[tuple[str, Figure], ...]


@dataclass(frozen=True)
class Drift:
    """Alpha from the first third of a round to the last; no thirds where `why` says why not."""

    thirds: tuple[Third, ...]
    why: str | None = None


@dataclass(frozen=True)
class Stability:
    """How far one coder agrees with an earlier or later coding of their own.

    `kappa` is pooled over codes.
    """

    coder: str
    layers: tuple[str, ...]
    transcripts: tuple[str, ...]
    mean_alpha: Figure
    kappa: Figure
    alphas: tuple[tuple[str, Figure], ...]


@dataclass(frozen=True)
class OverTime:
    """All that is said of agreement over time."""

    rounds: tuple[RoundsBeside, ...]
    drift: Drift
    stability: tuple[Stability, ...]


def over_time(here: Material, others: Sequence[Material], recoded: Sequence[Recoded]) -> OverTime:
    """One comparison among the others of its study."""
    known = [other for other in others if here.about.round and _read(other)]
    pairs = (_in_order(here, other) for other in known)
    return OverTime(
        tuple(rounds_beside(*pair) for pair in pairs), drift(here), tuple(map(stability, recoded))
    )


def _in_order(one: Material, other: Material) -> tuple[Material, Material]:
    first, second = one.about.round, other.about.round
    late = first is not None and second is not None and first.made > second.made
    return (other, one) if late else (one, other)


def rounds_beside(first: Material, second: Material) -> RoundsBeside:
    """The codes that both rounds have, on the same resamples of what both covered."""
    codes = [code for code in second.plan.codes if code in first.plan.codes]
    few = min(len(_read(one)) for one in (first, second)) < ENOUGH_DOCUMENTS
    known = {talk.name: talk.turns for talk in first.talks}
    same = {talk.name for talk in second.talks if known.get(talk.name) == talk.turns}
    before = cells(_cut(first, few), codes)
    after = cells(_cut(second, few, same), codes)
    plan = second.plan
    by_code, mean = alpha_differences(before, after, plan.seed, plan.replicates)
    figures = zip(codes, _alphas(before, first), _alphas(after, second), by_code, strict=True)
    overall = Change(None, _mean(before, first), _mean(after, second), mean)
    changes = (Change(*row) for row in figures)
    return RoundsBeside(first.about.layer, second.about.layer, (overall, *changes))


def _cut(material: Material, by_turn: bool, same: set[str] | None = None) -> Blocks:  # noqa: FBT001
    """Blocks of talk; where a round drew other turns of a transcript, they are other blocks."""
    continua = [
        one if same is None or one.name in same else replace(one, name=f"{one.name}\n")
        for one in material.in_units
    ]
    return blocks(continua, material.plan.coders, by_turn=by_turn)


def _read(material: Material) -> Sequence[Continuum]:
    return blocks(material.in_units, material.plan.coders).continua


def _draws(found: Cells, material: Material) -> Resampling:
    return material.plan.draws(found.blocks)


def _alphas(found: Cells, material: Material) -> list[Figure]:
    draws = _draws(found, material)
    given = found.given.sum(axis=(0, 2)).tolist()
    why = [undefined(marked, unmarked) for marked, unmarked in given]
    return draws.figures(krippendorff_alpha(found.profiles, draws.totals(found.weights)), why)


def _mean(found: Cells, material: Material) -> Figure:
    return overall_figures(found, _draws(found, material)).mean_alpha


def drift(material: Material) -> Drift:
    """Transcripts by the middle date of their codings, in three parts of about the same number.

    Whole transcripts, since passages that nobody coded have no date of their own.
    """
    dated = sorted(_dates(material), key=lambda row: row[0])
    if len(dated) < PARTS:
        return Drift((), TOO_FEW)
    parts = list(_parted(dated))
    if any(one[-1][0] >= other[0][0] for one, other in pairwise(parts)):
        return Drift((), NO_DATES)
    return Drift(tuple(_third(material, part) for part in parts))


Dated = tuple[float, Continuum]


def _dates(material: Material) -> Iterator[Dated]:
    compared = {one.name for one in _read(material)}
    for talk, one in zip(material.talks, material.in_units, strict=True):
        made = [coding.made.timestamp() for coding in material.codings_in(talk.name)]
        if made and one.name in compared:
            yield median(made), one


def _parted(dated: Sequence[Dated]) -> Iterator[Sequence[Dated]]:
    edges = [round(len(dated) * part / PARTS) for part in range(PARTS + 1)]
    for start, end in pairwise(edges):
        yield dated[start:end]


def _third(material: Material, part: Sequence[Dated]) -> Third:
    found = cells(blocks([one for _, one in part], material.plan.coders), material.plan.codes)
    zone = material.codings[0].made.tzinfo
    first, last = (datetime.fromtimestamp(part[at][0], zone) for at in (0, -1))
    alphas = zip(material.plan.codes, _alphas(found, material), strict=True)
    names = tuple(one.name for _, one in part)
    return Third(names, first, last, _mean(found, material), tuple(alphas))


def stability(recoded: Recoded) -> Stability:
    """The figures of one coder's two codings, as if they were two coders'."""
    material = recoded.material
    found = cells(blocks(material.in_units, material.plan.coders), material.plan.codes)
    figures = overall_figures(found, _draws(found, material))
    alphas = zip(material.plan.codes, _alphas(found, material), strict=True)
    [(_layers, kappa)] = figures.pooled_kappa
    names = tuple(one.name for one in material.continua)
    return Stability(
        recoded.coder, material.plan.coders, names, figures.mean_alpha, kappa, tuple(alphas)
    )

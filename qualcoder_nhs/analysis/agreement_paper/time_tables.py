"""The tables about time: rounds beside each other, drift within one, the same coder twice."""

from collections.abc import Iterator, Mapping

from qualcoder_nhs.analysis.agreement.over_time import Change, OverTime, RoundsBeside
from qualcoder_nhs.analysis.agreement_paper import formulas
from qualcoder_nhs.analysis.agreement_paper.numbers import estimate, estimated, listed
from qualcoder_nhs.domain.report import Cell, Column, Table
from qualcoder_nhs.i18n import _


def time_tables(found: OverTime, names: Mapping[str, str]) -> Iterator[Table]:
    """One for every other round, one for the thirds of this one, one for recodings.

    `names` are those of the codes, by slug.
    """
    for number, pair in enumerate(found.rounds, 1):
        yield _rounds(pair, names, number)
    yield _drift(found)
    yield _stability(found)


def _rounds(pair: RoundsBeside, names: Mapping[str, str], number: int) -> Table:
    rows = tuple(
        _change(_("Mean over codes") if one.code is None else names.get(one.code, one.code), one)
        for one in pair.changes
        if one.code is None or one.before.value is not None or one.after.value is not None
    )
    columns = (
        Column(_("Code")),
        estimated(_("Alpha in {round}").format(round=pair.first)),
        estimated(_("Alpha in {round}").format(round=pair.second)),
        estimated(_("Difference"), formulas.DIFFERENCE),
    )
    title = _("{first} and {second}").format(first=pair.first, second=pair.second)
    note = _("A difference whose interval leaves out 0 is more than chance makes of these talks.")
    return Table(_("Rounds {n}").format(n=number), title, columns, rows, note)


def _change(name: str, of: Change) -> tuple[Cell, ...]:
    return (name, *map(estimate, (of.before, of.after, of.difference)))


def _drift(found: OverTime) -> Table:
    rows = tuple(
        (
            listed(one.transcripts),
            f"{one.first:%Y-%m-%d} – {one.last:%Y-%m-%d}",
            estimate(one.mean_alpha),
        )
        for one in found.drift.thirds
    )
    columns = (
        Column(_("Transcripts")),
        Column(_("Coded about")),
        estimated(_("Mean alpha"), formulas.MEAN),
    )
    title = _("Drift: from the first third that was coded to the last")
    note = _("A transcript’s date is the middle one of its codings.")
    return Table(_("Drift"), title, columns, rows, note)


def _stability(found: OverTime) -> Table:
    rows = tuple(
        (
            one.coder,
            listed(one.layers),
            listed(one.transcripts),
            estimate(one.mean_alpha),
            estimate(one.kappa),
        )
        for one in found.stability
    )
    columns = (
        *(Column(_("Coder")), Column(_("Layers")), Column(_("Transcripts"))),
        estimated(_("Mean alpha"), formulas.MEAN),
        estimated(_("Pooled kappa"), formulas.POOLED),
    )
    title = _("The same coder twice")
    return Table(_("Same coder"), title, columns, rows)

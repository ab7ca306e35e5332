"""Makes a comparison: every figure of every code, together, up the tree and by transcript."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from qualcoder_nhs.analysis.agreement.blocks import Blocks, blocks
from qualcoder_nhs.analysis.agreement.cells import Cells, cells
from qualcoder_nhs.analysis.agreement.code_figures import code_figures
from qualcoder_nhs.analysis.agreement.comparison import (
    CHARACTER,
    CodeComparison,
    Comparison,
    Measured,
    Overall,
    Plan,
    SetFigures,
)
from qualcoder_nhs.analysis.agreement.confusion import confusion
from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.analysis.agreement.disagreements import disagreements
from qualcoder_nhs.analysis.agreement.figure import ONE_CODER, Figure
from qualcoder_nhs.analysis.agreement.grid import Grid, grids
from qualcoder_nhs.analysis.agreement.hierarchy import rolled_up
from qualcoder_nhs.analysis.agreement.kinds import PieceKinds, kind_shares, overall, piece_kinds
from qualcoder_nhs.analysis.agreement.label_sets import jaccard_distance, masi_distance, set_alpha
from qualcoder_nhs.analysis.agreement.ladder import NO_LADDER, ladders
from qualcoder_nhs.analysis.agreement.overall import overall_figures
from qualcoder_nhs.analysis.agreement.pausing import look_up
from qualcoder_nhs.analysis.agreement.resampling import Resampling
from qualcoder_nhs.analysis.agreement.states import States, states
from qualcoder_nhs.analysis.agreement.unitized import (
    Unitized,
    UnitizedCode,
    unitized_codes,
    unitized_family,
    unitized_study,
)
from qualcoder_nhs.i18n import N_

CHARACTERS_ONLY = N_("the unitizing family is counted on characters only")
NO_CHILDREN = N_("no codes below it")


def compare(
    talk: Sequence[Continuum], plan: Plan, counted: Sequence[Continuum] | None = None
) -> Comparison:
    """Compares the coders of the plan on all transcripts that two of them have read.

    `counted` is the same talk in units, where `plan.unit` is not the character.
    """
    sheet = _sheet(talk, counted, plan)
    kept = {id(one) for one in sheet.cut.continua}
    return Comparison(
        plan,
        sheet.cut,
        sheet.counted,
        tuple(one.name for one in talk if id(one) not in kept),
        _overall(sheet),
        _sets(sheet.states.coded(), sheet.draws),
        tuple(_by_transcript(talk, counted, plan)),
        tuple(_codes(sheet)),
        overall(kind_shares(sheet.kinds).values()),
        confusion(sheet.grids),
        tuple(disagreements(sheet.kinds)),
    )


@dataclass(frozen=True)
class _Sheet:
    """Transcripts laid out once for a plan: in characters, and in the units that are counted."""

    plan: Plan
    cut: Blocks
    counted: Blocks

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        return grids(self.cut, self.plan.codes)

    @cached_property
    def kinds(self) -> list[PieceKinds]:
        return [piece_kinds(grid, self.plan.parents) for grid in self.grids]

    @cached_property
    def cells(self) -> Cells:
        return cells(self.counted, self.plan.codes)

    @cached_property
    def states(self) -> States:
        return states(self.counted, self.plan.codes)

    @cached_property
    def draws(self) -> Resampling:
        return self.plan.draws(self.counted)

    @property
    def no_units(self) -> Figure | None:
        """What stands for every unitizing figure, where there can be none."""
        if self.plan.unit != CHARACTER:
            return Figure(None, CHARACTERS_ONLY)
        return None if self.grids else Figure(None, ONE_CODER)

    def up_the_tree(self) -> "_Sheet":
        """The same with every code wherever it or anything below it is."""
        cut = _rolled_up(self.cut, self.plan, joined=self.plan.joined)
        same = self.counted is self.cut
        units = cut if same else _rolled_up(self.counted, self.plan, joined=False)
        return _Sheet(self.plan, cut, units)


def _sheet(talk: Sequence[Continuum], counted: Sequence[Continuum] | None, plan: Plan) -> _Sheet:
    cut = blocks(talk, plan.coders)
    return _Sheet(plan, cut, cut if counted is None else blocks(counted, plan.coders))


def _rolled_up(cut: Blocks, plan: Plan, *, joined: bool) -> Blocks:
    """Units that follow each other stay as many as they are, whatever is joined in the talk."""
    continua = tuple(rolled_up(one, plan.parents, joined=joined) for one in cut.continua)
    return Blocks(continua, cut.coders, cut.by_turn)


def _overall(sheet: _Sheet) -> Overall:
    none = sheet.no_units
    unitized = unitized_study(sheet.grids, sheet.draws) if none is None else _without(none)
    figures = overall_figures(sheet.cells, sheet.draws)
    return Overall(unitized, _sets(sheet.states, sheet.draws), figures)


def _without(figure: Figure) -> Unitized:
    return Unitized(figure, figure, figure, None, ())


def _sets(held: States, draws: Resampling) -> SetFigures:
    return SetFigures(*(set_alpha(held, each, draws) for each in (masi_distance, jaccard_distance)))


def _by_transcript(
    talk: Sequence[Continuum], counted: Sequence[Continuum] | None, plan: Plan
) -> Iterator[tuple[str, Overall]]:
    alone = replace(plan, replicates=plan.each_replicates)
    for at, one in enumerate(talk):
        look_up()
        sheet = _sheet([one], None if counted is None else [counted[at]], alone)
        if sheet.cut.continua:
            yield one.name, _overall(sheet)


def _codes(sheet: _Sheet) -> Iterator[CodeComparison]:
    """A code with nothing below it is rolled up what it is on its own."""
    above, over = sheet.up_the_tree(), set(sheet.plan.parents.values())
    parents = [code for code in sheet.plan.codes if code in over]
    all_below = dict(zip(parents, _measured(above, parents) if parents else (), strict=True))
    for code, own in zip(sheet.plan.codes, _measured(sheet, sheet.plan.codes), strict=True):
        yield CodeComparison(code, own, all_below.get(code, own), _family(above, code))


def _measured(sheet: _Sheet, codes: Sequence[str]) -> Iterator[Measured]:
    """Some codes: only kinds of disagreement hang on the others."""
    none, whole = sheet.no_units, len(codes) == len(sheet.plan.codes)
    pieces = sheet.grids if whole else grids(sheet.cut, codes)
    unitized = unitized_codes(pieces, sheet.draws) if none is None else {}
    refused = UnitizedCode(none or Figure(None), none or Figure(None), None)
    steps, kinds = ladders(pieces), kind_shares(sheet.kinds)
    for figures in code_figures(sheet.cells if whole else cells(sheet.counted, codes), sheet.draws):
        look_up()
        code = figures.code
        yield Measured(
            figures,
            unitized.get(code, refused),
            steps.get(code, NO_LADDER),
            kinds.get(code, overall([])),
        )


def _family(above: _Sheet, code: str) -> Unitized:
    children = above.plan.children(code)
    if not children:
        return _without(Figure(None, NO_CHILDREN))
    none = above.no_units
    return unitized_family(above.grids, children, above.draws) if none is None else _without(none)

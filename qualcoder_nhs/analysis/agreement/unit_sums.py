"""What the unitizing coefficients are made from, block by block, so that it can be added up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import combinations

import numpy as np

from qualcoder_nhs.analysis.agreement.blocks import Integers
from qualcoder_nhs.analysis.agreement.grid import Grid
from qualcoder_nhs.analysis.agreement.labelling import Labelling
from qualcoder_nhs.analysis.agreement.pausing import look_up
from qualcoder_nhs.analysis.agreement.resampling import Floats


@dataclass(frozen=True)
class CodeSums:
    """Of each code what it shares with everything else: blocks, or blocks × codes.

    In the paper's letters (see `unitizing`): `total` is l.. and `pairable` t..; of a code k,
    `marked` is l_k, `alike` l_kk, `squares` q_k, `paired` t_k and `paired_squares` Q_k. Passages
    of different codes may overlap: pairable is what two coders gave any code.
    """

    total: Floats
    pairable: Floats
    marked: Floats
    alike: Floats
    squares: Floats
    paired: Floats
    paired_squares: Floats


@dataclass(frozen=True)
class ValueSums:
    """The same of values that exclude each other, with the gaps.

    `squares`, `alike` and `paired_squares` are summed over the values, one number a block. Of
    `marked` and `paired` there is one number for each block and value that occurs in it, sorted by
    value; `block` and `value` say which. Most sets of codes occur in few blocks.
    """

    total: Floats
    gap: Floats
    gap_alike: Floats
    alike: Floats
    squares: Floats
    paired_squares: Floats
    block: Integers
    value: Integers
    marked: Floats
    paired: Floats


def code_sums(cut: Iterable[Grid], blocks: int, codes: int) -> CodeSums:
    """The sums of every code of the grids; blocks that no grid covers stay empty.

    A unit that reaches over several blocks counts as one, in the block where it begins.
    """
    shapes = {"total": (blocks,), "pairable": (blocks,)}
    names = [field.name for field in fields(CodeSums)]
    sums = {name: np.zeros(shapes.get(name, (blocks, codes))) for name in names}
    for grid in cut:
        look_up()
        _add_pieces_of_codes(grid, sums)
        _add_units_of_codes(grid, sums)
    return CodeSums(**sums)


def _add_pieces_of_codes(grid: Grid, sums: dict[str, Floats]) -> None:
    counts, coded, widths = grid.counts, grid.coded, grid.widths
    weighted = counts * widths[:, None]
    pieces = {
        "total": widths * len(grid.coders),
        "pairable": widths * coded * (coded - 1) / grid.others,
        "marked": weighted,
        "alike": weighted * (counts - 1) / grid.others,
        "paired": weighted * (coded - 1)[:, None] / grid.others,
    }
    for name, values in pieces.items():
        sums[name][grid.block[grid.heads]] = np.add.reduceat(values, grid.heads, axis=0)


def _add_units_of_codes(grid: Grid, sums: dict[str, Floats]) -> None:
    pairable = np.concatenate([[0], np.cumsum(grid.widths * (grid.coded - 1))])
    for units in grid.units:
        place = grid.block[units.first], units.code
        paired = (pairable[units.stop] - pairable[units.first]) / grid.others
        np.add.at(sums["squares"], place, units.lengths**2)
        np.add.at(sums["paired_squares"], place, paired**2)


def value_sums(labelled: Sequence[Labelling], blocks: int) -> ValueSums:
    """The sums of everything labelled; a value is the same value in every transcript."""
    values = dict.fromkeys(value for labelling in labelled for value in labelling.values)
    places = {value: at for at, value in enumerate(values)}
    columns = ("total", "gap", "gap_alike", "alike", "squares", "paired_squares")
    sums = {name: np.zeros(blocks) for name in columns}
    given = [np.zeros((4, 0))]
    for labelling in labelled:
        look_up()
        _add_pieces(labelling, sums)
        given.append(_add_units(labelling, sums, [places[value] for value in labelling.values]))
    value, block, marked, paired = np.concatenate(given, axis=1)
    keys, which = np.unique(value * max(blocks, 1) + block, return_inverse=True)
    sorted_value, sorted_block = np.divmod(keys.astype(np.int64), max(blocks, 1))
    return ValueSums(
        **sums,
        block=sorted_block,
        value=sorted_value,
        marked=np.bincount(which, marked).astype(np.float64),
        paired=np.bincount(which, paired).astype(np.float64),
    )


def _add_pieces(labelling: Labelling, sums: dict[str, Floats]) -> None:
    grid, labels = labelling.grid, labelling.labels
    gaps = (labels == 0).sum(axis=1)
    pieces = {
        "total": grid.widths * len(grid.coders),
        "gap": grid.widths * gaps,
        "gap_alike": grid.widths * gaps * (gaps - 1) / grid.others,
        "alike": grid.widths * _same_value(labels) / grid.others,
    }
    for name, values in pieces.items():
        sums[name][grid.block[grid.heads]] = np.add.reduceat(values, grid.heads)


def _same_value(labels: Integers) -> Integers:
    """How many ordered pairs of coders gave the same value, gaps not counted: one a piece."""
    pairs = np.zeros(len(labels), dtype=np.int64)
    for one, other in combinations(labels.T, 2):
        pairs += 2 * ((one == other) & (one > 0))
    return pairs


def _add_units(labelling: Labelling, sums: dict[str, Floats], places: list[int]) -> Floats:
    """Adds the squares of the units, and gives value, block, l and t of all pieces with a value."""
    grid = labelling.grid
    coders = len(grid.coders)
    label, block = labelling.labels.T.ravel(), np.tile(grid.block, coders)
    valued = (labelling.labels > 0).sum(axis=1)
    width = np.tile(grid.widths, coders)
    paired = np.tile(grid.widths * (valued - 1), coders) / grid.others
    heads = np.flatnonzero(labelling.breaks.T.ravel())
    units = label[heads] > 0
    for name, lengths in (("squares", width), ("paired_squares", paired)):
        squares = np.add.reduceat(lengths, heads)[units] ** 2
        np.add.at(sums[name], block[heads][units], squares)
    given = label > 0
    value = np.array(places, dtype=np.int64)[label[given] - 1]
    return np.stack([value, block[given], width[given], paired[given]])

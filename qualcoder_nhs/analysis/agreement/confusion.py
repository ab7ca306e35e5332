"""Which code one coder gives where another gives which."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

from qualcoder_nhs.analysis.agreement.grid import Grid
from qualcoder_nhs.analysis.agreement.pausing import look_up
from qualcoder_nhs.analysis.agreement.resampling import Floats


@dataclass(frozen=True)
class Confused:
    """Characters with one code from one coder and the other code from another.

    None is nothing: what one coder coded and the other gave no further code. `lift` is how many
    times more that is than the margins of the table let expect; None where they expect nothing.
    """

    one: str | None
    other: str | None
    characters: float
    lift: float | None


@dataclass(frozen=True)
class Confusion:
    """Characters by the code of one coder (rows) and of the other (columns), nothing coming last.

    Codes that both gave are on the diagonal. What only one gave, A, and only the other, B, is dealt
    out evenly: with k = min(|A|, |B|) each pair of codes gets k / (|A| |B|) of the characters, each
    code of A and nothing 1 − k / |A|, and nothing and each code of B 1 − k / |B|. So each row and
    each column of a code adds up to the characters coded with it, once for every other coder. With
    two coders these are `coders`, rows before columns; with more, all ordered pairs are added up,
    the table is symmetric, and `coders` is None.
    """

    codes: tuple[str, ...]
    coders: tuple[str, str] | None
    characters: Floats

    @cached_property
    def lift(self) -> Floats:
        """Observed by expected from the margins; not a number where nothing is expected."""
        rows, columns = self.characters.sum(axis=1), self.characters.sum(axis=0)
        expected = np.outer(rows, columns)
        possible = expected > 0
        divisor = np.where(possible, expected, 1)
        return np.where(possible, self.characters * self.characters.sum() / divisor, np.nan)

    def ranked(self) -> list[Confused]:
        """All that was confused, the greatest lift first, then the most characters.

        What was confused with nothing is in the list, too; agreement is not. Of a symmetric table
        each two codes are there once.
        """
        names = (*self.codes, None)
        differing = self.characters - np.diag(np.diag(self.characters))
        places = np.argwhere((np.triu(differing) if self.coders is None else differing) > 0)
        found = (
            Confused(names[row], names[column], float(characters), self._lift(row, column))
            for row, column in places.tolist()
            for characters in [self.characters[row, column]]
        )
        return sorted(found, key=lambda each: (-(each.lift or 0), -each.characters))

    def _lift(self, row: int, column: int) -> float | None:
        lift = float(self.lift[row, column])
        return None if np.isnan(lift) else lift


def confusion(cut: Sequence[Grid]) -> Confusion:
    """The table over all transcripts."""
    codes = cut[0].codes if cut else ()
    coders = list(dict.fromkeys(coder for grid in cut for coder in grid.coders))
    table = np.zeros((len(codes) + 1, len(codes) + 1))
    for grid in cut:
        for one, other in combinations(range(len(grid.coders)), 2):
            look_up()
            table += _of_pair(grid, one, other)
    if len(coders) == 2:
        return Confusion(codes, (coders[0], coders[1]), table)
    return Confusion(codes, None, table + table.T)


def _of_pair(grid: Grid, one: int, other: int) -> Floats:
    own, their = grid.has[:, one], grid.has[:, other]
    first, second = (own & ~their).astype(np.float64), (their & ~own).astype(np.float64)
    many, many_second = first.sum(axis=1), second.sum(axis=1)
    swapped = np.minimum(many, many_second)
    share = swapped / np.maximum(many, 1)
    share_second = swapped / np.maximum(many_second, 1)
    dealt = grid.widths * share / np.maximum(many_second, 1)
    table = np.zeros((len(grid.codes) + 1, len(grid.codes) + 1))
    table[:-1, :-1] = first.T @ (second * dealt[:, None])
    table[:-1, -1] = (grid.widths * (1 - share)) @ first
    table[-1, :-1] = (grid.widths * (1 - share_second)) @ second
    codes = np.arange(len(grid.codes))
    table[codes, codes] += grid.widths @ (own & their)
    return table

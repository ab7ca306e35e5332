"""Which code stands where another does: the table of confusion as a heat map; no Qt."""

from dataclasses import dataclass

import numpy as np

from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.i18n import _

MOST_CODES = 24


@dataclass(frozen=True)
class Heat:
    """The codes that are confused most, and their part of the table; the last is nothing at all.

    `rows` and `columns` say whose codes they are. `most` is what is darkest: agreement, which
    stands on the diagonal, is not confusion and has no colour.
    """

    codes: tuple[str | None, ...]
    names: tuple[str, ...]
    characters: tuple[tuple[float, ...], ...]
    lift: tuple[tuple[float, ...], ...]
    rows: str
    columns: str

    @property
    def most(self) -> float:
        """The greatest confusion of two codes; nothing is no code."""
        size = len(self.codes) - 1
        places = ((row, column) for row in range(size) for column in range(size) if row != column)
        return max((self.characters[row][column] for row, column in places), default=0.0)


NO_HEAT = Heat((), (), (), (), "", "")


def heat(report: AgreementReport) -> Heat:
    """The table of a report, its most confused codes alone, in the order of the tree."""
    table = report.comparison.confusion
    if not table.codes:
        return NO_HEAT
    between = table.characters[:-1, :-1] - np.diag(np.diag(table.characters[:-1, :-1]))
    confused = between.sum(axis=0) + between.sum(axis=1)
    ranked = [at for at in np.argsort(-confused)[:MOST_CODES].tolist() if confused[at] > 0]
    places = [*sorted(ranked), len(table.codes)]
    codes: tuple[str | None, ...] = (*table.codes, None)
    chosen = tuple(codes[at] for at in places)
    names = tuple(
        report.about.names.get(one, one) if one else _("nothing further") for one in chosen
    )
    some = np.ix_(places, places)
    rows, columns = table.coders or (_("one coder"), _("another"))
    return Heat(
        chosen,
        names,
        tuple(map(tuple, table.characters[some].tolist())),
        tuple(map(tuple, table.lift[some].tolist())),
        rows,
        columns,
    )

"""What a workbook of the framework matrix and its way back agree on: the names of hidden things."""

from dataclasses import dataclass

from qualcoder_nhs.domain.framework_sheet import Emptiness

CASE_ID = "case id"
GROUP_ID = "group id"
"""Over the hidden column: of what may be taken back, and of what repeats it."""
LEADS = "→"
"""Begins the head of the narrow columns that lead to excerpts."""

ORIGINAL = "as written"
ORIGINAL_HEADS = ("case", "column", "text")
NO_WORDS = frozenset({Emptiness.NOTHING.value, Emptiness.NOT_ASKED.value, Emptiness.UNMARKED.value})
"""What stands in a cell in which nothing is written."""


@dataclass(frozen=True)
class CellDraft:
    """A cell as a workbook brings it: its case, its column's head, the words in it.

    `before` is what stood there when the workbook was made; None where it does not tell.
    """

    case: str
    column: str
    text: str
    before: str | None

"""The framework matrix as it leaves the study: sheets, tables beside them, and their excerpts."""

from dataclasses import dataclass
from datetime import datetime

from qualcoder_nhs.domain.framework_sheet import FrameworkSheet
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.report import Table


@dataclass(frozen=True)
class FrameworkExcerpt:
    """A turn that something in the sheets rests on or refers to.

    `words` are empty where they may identify somebody, which `left_out` then says.
    """

    transcript: TranscriptId
    name: str
    turn: int
    who: str
    question: str
    codes: tuple[str, ...]
    words: str
    left_out: bool = False


@dataclass(frozen=True)
class FrameworkBook:
    """Everything a workbook of the framework matrix holds. `widened` are notes on what is told of
    fewer than the study's smallest number of people.
    """

    study: str
    author: str
    made: datetime
    program: str
    layer: str
    sheets: tuple[FrameworkSheet, ...]
    groups: FrameworkSheet
    tables: tuple[Table, ...]
    excerpts: tuple[FrameworkExcerpt, ...]
    notes: tuple[str, ...]

    @property
    def written(self) -> int:
        """How many cells are written."""
        return sum(1 for one in self.sheets for *_where, cell in one.cells if cell.summary)

    @property
    def cells(self) -> int:
        """How many cells there is anything to write in."""
        return sum(
            1 for one in self.sheets for *_where, cell in one.cells if cell.codings or cell.summary
        )

"""A sheet of the framework matrix: cases below their groups, cells written, to write or empty."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from qualcoder_nhs.domain.framework import Summary
from qualcoder_nhs.domain.ids import CodeId, CodingId, ParticipantId, ThemeId, TranscriptId
from qualcoder_nhs.i18n import N_, _


class Emptiness(StrEnum):
    """Why nothing is written in a cell."""

    WRITTEN = "written"
    TO_WRITE = ""  # there are codings, and the summary is still to be written
    NOTHING = "–"  # the case was there, and said nothing that is coded so
    NOT_ASKED = "n/a"
    UNMARKED = "?"

    @property
    def words(self) -> str:
        """What it means."""
        return _(_MEANS[self])


_MEANS = {
    Emptiness.WRITTEN: N_("written"),
    Emptiness.TO_WRITE: N_("to be written: there are codings"),
    Emptiness.NOTHING: N_("nothing coded, though they were there"),
    Emptiness.NOT_ASKED: N_("not asked here, or not there while it was"),
    Emptiness.UNMARKED: N_("nobody has marked yet whether it was asked"),
}


@dataclass(frozen=True)
class FrameworkColumn:
    """A code or a theme. `key` is its slug or, of a theme, its name; told apart by `theme`."""

    key: str
    title: str
    code: CodeId | None = None
    theme: ThemeId | None = None

    @property
    def head(self) -> str:
        """What stands over it: `Competence · tru-competence`."""
        return f"{self.title} · {self.key}" if self.code else self.title


@dataclass(frozen=True)
class FrameworkCell:
    """A case by a column. `faults` are sentences about references that lead nowhere."""

    empty: Emptiness
    summary: Summary | None = None
    codings: tuple[CodingId, ...] = ()
    turns: tuple[int, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """What stands in it."""
        return self.summary.text if self.summary else self.empty.value


@dataclass(frozen=True)
class FrameworkCase:
    """A group, where no participant is named, or one of its participants."""

    transcript: TranscriptId
    group: str
    participant: ParticipantId | None
    name: str
    attributes: tuple[str, ...]
    cells: tuple[FrameworkCell, ...]


@dataclass(frozen=True)
class FrameworkSheet:
    """All cases by the columns of one root, or by the themes.

    `attributes` are the names of those that are told of participants.
    """

    key: str
    title: str
    attributes: tuple[str, ...]
    columns: tuple[FrameworkColumn, ...]
    cases: tuple[FrameworkCase, ...]

    @property
    def cells(self) -> Iterator[tuple[FrameworkCase, FrameworkColumn, FrameworkCell]]:
        """Every cell with where it stands."""
        for case in self.cases:
            for column, cell in zip(self.columns, case.cells, strict=True):
                yield case, column, cell

    @property
    def faults(self) -> list[str]:
        """What is wrong with references, and where."""
        told = "{group} {case}, {column}: {fault}"
        return [
            told.format(group=case.group, case=case.name, column=column.title, fault=fault)
            for case, column, cell in self.cells
            for fault in cell.faults
        ]

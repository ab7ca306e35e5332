"""What taking summaries from a workbook would do, told before it is done."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from qualcoder_nhs.domain.framework import Summary, cell_id
from qualcoder_nhs.domain.framework_sheet import FrameworkColumn
from qualcoder_nhs.domain.framework_workbook import CellDraft
from qualcoder_nhs.domain.ids import ParticipantId, TranscriptId
from qualcoder_nhs.i18n import N_, _


class Fate(StrEnum):
    """What becomes of a cell of the workbook."""

    NEW = "new"
    CHANGED = "changed"
    CLEARED = "cleared"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"
    SAME = "same"

    @property
    def words(self) -> str:
        """What it is called."""
        return _(_FATES[self])


_FATES = {
    Fate.NEW: N_("new"),
    Fate.CHANGED: N_("changed in the workbook"),
    Fate.CLEARED: N_("emptied in the workbook"),
    Fate.CONFLICT: N_("changed in the workbook and in the study since"),
    Fate.UNKNOWN: N_("a case or column that the study does not have"),
    Fate.SAME: N_("as it is"),
}


@dataclass(frozen=True)
class KnownCase:
    """A case of the study: a group, or a participant in it."""

    transcript: TranscriptId
    participant: ParticipantId | None
    name: str


@dataclass(frozen=True)
class PlannedCell:
    """A cell of the workbook, what the study says there, and what becomes of it."""

    fate: Fate
    where: str
    text: str
    here: str = ""
    case: KnownCase | None = None
    column: FrameworkColumn | None = None


@dataclass(frozen=True)
class FrameworkPlan:
    """All cells in which the workbook says something or said something."""

    cells: tuple[PlannedCell, ...]

    def of(self, *fates: Fate) -> tuple[PlannedCell, ...]:
        """Those with one of these fates."""
        return tuple(one for one in self.cells if one.fate in fates)

    def taken(self, *, conflicts: bool) -> tuple[PlannedCell, ...]:
        """What is written in the study; conflicting words only where these are to hold."""
        fates = (Fate.NEW, Fate.CHANGED, Fate.CLEARED)
        return self.of(*fates, *((Fate.CONFLICT,) if conflicts else ()))


def planned(
    drafts: Iterable[CellDraft],
    cases: Mapping[str, KnownCase],
    columns: Mapping[str, FrameworkColumn],
    people: Iterable[str],
    summaries: Mapping[str, Summary],
) -> FrameworkPlan:
    """The plan; `people` are the heads of columns that tell of people and are never taken."""
    left = set(people)
    found = (
        _cell(one, cases.get(one.case), columns.get(one.column), summaries)
        for one in drafts
        if one.column not in left
    )
    return FrameworkPlan(tuple(_told(found)))


def _told(cells: Iterable[PlannedCell]) -> Iterator[PlannedCell]:
    """Without cells in which nobody ever wrote anything."""
    for one in cells:
        if one.text or one.here or one.fate is Fate.CLEARED:
            yield one


def _cell(
    draft: CellDraft,
    case: KnownCase | None,
    column: FrameworkColumn | None,
    summaries: Mapping[str, Summary],
) -> PlannedCell:
    if case is None or column is None:
        where = f"{case.name if case else draft.case}, {draft.column}"
        return PlannedCell(Fate.UNKNOWN, where, draft.text)
    key = cell_id(case.transcript, case.participant, column.code, column.theme)
    here = summaries[key].text if key in summaries else ""
    where = f"{case.name}, {column.title}"
    return PlannedCell(_fate(draft, here), where, draft.text, here, case, column)


def _fate(draft: CellDraft, here: str) -> Fate:
    if draft.text in (here, draft.before):
        return Fate.SAME
    if here and here != draft.before:
        return Fate.CONFLICT
    if not draft.before:
        return Fate.NEW
    if not here:
        return Fate.CONFLICT
    return Fate.CHANGED if draft.text else Fate.CLEARED

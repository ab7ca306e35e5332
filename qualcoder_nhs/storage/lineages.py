"""The steps of an open file as its lineage, and which step is how far along it."""

from bisect import bisect_right
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from qualcoder_nhs.domain.merge.lineage import lineage_of
from qualcoder_nhs.domain.study import Direction
from qualcoder_nhs.i18n import N_
from qualcoder_nhs.storage.drift import UPGRADE
from qualcoder_nhs.storage.schema import steps

PACK = N_("Make pack {}")
"""The label of the first step of every pack, by which it is known to be one."""

MERGE = N_("Merge {}")
"""The label of every merge: what one brought and Undo took out again was never here."""


@dataclass(frozen=True)
class Steps:
    """The steps by which a file came to be what it is; upgrades are no part of them."""

    ids: tuple[int, ...]
    lineage: str
    first: str

    def until(self, step: int) -> int:
        """How many there are up to a step of the journal."""
        return bisect_right(self.ids, step)


def steps_of(connection: Connection) -> Steps:
    """All steps of a file."""
    query = select(steps).where(steps.c.label != UPGRADE).order_by(steps.c.id)
    rows = connection.execute(query).all()
    told = (f"{row.id} {row.at} {row.coder} {row.direction} {row.about}" for row in rows)
    first = rows[0].label if rows else ""
    return Steps(tuple(row.id for row in rows), lineage_of(told), first)


def undone_merges(connection: Connection) -> frozenset[int]:
    """The steps of all merges that do not stand: the merges themselves, and their undoing."""
    merges = select(steps.c.about, func.max(steps.c.id).label("last")).group_by(steps.c.about)
    last = merges.where(steps.c.label == MERGE).subquery()
    undone = select(steps.c.about).join(last, last.c.last == steps.c.id)
    undone = undone.where(steps.c.direction == Direction.UNDO)
    return frozenset(connection.scalars(select(steps.c.id).where(steps.c.about.in_(undone))))

"""The steps of an open file as its lineage, and which step is how far along it."""

from bisect import bisect_right
from dataclasses import dataclass

from sqlalchemy import Connection, select

from qualcoder_nhs.domain.merge.lineage import lineage_of
from qualcoder_nhs.i18n import N_
from qualcoder_nhs.storage.journal import UPGRADE
from qualcoder_nhs.storage.schema import steps

PACK = N_("Make pack {}")
"""The label of the first step of every pack, by which it is known to be one."""


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

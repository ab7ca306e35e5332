"""Merging a file into the study: its plan, worked out and carried out in one step."""

from dataclasses import dataclass
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.layers import lead
from qualcoder_nhs.domain.errors import OnlyTheLeadMerges
from qualcoder_nhs.domain.ids import CoderId, MergeId, new_id
from qualcoder_nhs.domain.merge.lineage import Merge
from qualcoder_nhs.domain.merge.plan import MergePlan
from qualcoder_nhs.domain.merge.planning import planned
from qualcoder_nhs.domain.merge.sides import There
from qualcoder_nhs.storage.lineages import MERGE


@dataclass(frozen=True)
class MergePack:
    """Bring in what a pack, or another study, holds and this study does not.

    `joins` are coders of the file who are the ones that have their names here. `Study.rehearse`
    tells what it would do; undoing it takes all of it out again.
    """

    there: There
    joins: frozenset[CoderId] = frozenset()
    label: ClassVar[str] = MERGE

    def apply(self, write: Writer) -> MergePlan:
        """Bring it in, and say what came, what was known and what stays out.

        Raises:
            OnlyTheLeadMerges: when somebody else would.
            ForeignPack: when it is a pack of another study.
        """
        who = lead(write)
        if who is not None:
            raise OnlyTheLeadMerges(lead=who)
        plan = planned(write.side(self.there), self.there, new_id, self.joins)
        write.detail(self.there.name)
        _carry_out(write, plan)
        if plan or plan.further:
            self._note(write)
        return plan

    def _note(self, write: Writer) -> None:
        """By which other states of the same file are known, even where nothing came of this one.

        What was made and taken back again in the meantime must not come in with an older state.
        """
        there = self.there
        write.add(
            Merge(MergeId(new_id()), there.study, there.name, write.now, write.coder, there.lineage)
        )


def _carry_out(write: Writer, plan: MergePlan) -> None:
    """What others name comes first and goes last."""
    write.remove(*plan.memos.removed)
    write.remove(*plan.codings.removed)
    write.remove(*plan.finishes.removed, *plan.links.removed)
    write.add(*plan.coders, *plan.arrivals.values, *plan.codes)
    write.add(*plan.versions, *plan.rounds, *plan.codings.added)
    for before, after in plan.codings.changed:
        write.change(before, after)
    for old, new in plan.memos.changed:
        write.change(old, new)
    for said, again in plan.finishes.changed:
        write.change(said, again)
    for link, another in plan.links.changed:
        write.change(link, another)
    write.add(*plan.memos.added, *plan.finishes.added, *plan.links.added)

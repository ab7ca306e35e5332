"""CodebookChange: which codes and sets come, change or go, as every rule says it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from qualcoder_nhs.domain.codebook import Code, Codebook, CodeSet, SetKind
from qualcoder_nhs.domain.ids import CodeId, CodeSetId


@dataclass(frozen=True)
class CodebookChange:
    """What a rule would do, as values; nothing is done by making one.

    `codes` and `sets` hold each touched thing once, as it will be, new ones among them, parents
    before their new children. What is removed has no codings and no children left.
    """

    codes: tuple[Code, ...] = ()
    removed: tuple[CodeId, ...] = ()
    sets: tuple[CodeSet, ...] = ()
    sets_removed: tuple[CodeSetId, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.codes or self.removed or self.sets or self.sets_removed)

    def applied(self, codebook: Codebook) -> Codebook:
        """The codebook as it will be."""
        codes = codebook.by_id | {code.id: code for code in self.codes}
        sets = {group.id: group for group in (*codebook.sets, *self.sets)}
        return Codebook(
            codes=tuple(code for code in codes.values() if code.id not in self.removed),
            sets=tuple(group for group in sets.values() if group.id not in self.sets_removed),
        )


def difference(before: Codebook, after: Codebook) -> CodebookChange:
    """The change that makes the one out of the other."""
    sets_before = {group.id: group for group in before.sets}
    sets_after = {group.id: group for group in after.sets}
    return CodebookChange(
        codes=tuple(code for code in after.walk() if before.by_id.get(code.id) != code),
        removed=tuple(code.id for code in before.codes if code.id not in after.by_id),
        sets=tuple(group for group in after.sets if sets_before.get(group.id) != group),
        sets_removed=tuple(known for known in sets_before if known not in sets_after),
    )


def sets_with(
    sets: Iterable[CodeSet], instead: Mapping[CodeId, CodeId | None]
) -> tuple[CodeSet, ...]:
    """The sets with members replaced (or left out, for None), each member once.

    A set that says nothing any more, with no member or with one that excludes nobody, is left out.
    """
    told = []
    for group in sets:
        now = (instead.get(member, member) for member in group.members)
        members = tuple(dict.fromkeys(member for member in now if member is not None))
        if members == group.members or len(members) > (group.kind is SetKind.EXCLUSIVE):
            told.append(replace(group, members=members))
    return tuple(told)

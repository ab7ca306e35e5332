"""Three states of one thing: as it is there, as it is here, and as both last had it."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from qualcoder_nhs.domain.merge.lineage import common, length

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True)
class Things(Generic[T]):
    """Things of one kind in a file, by id: as they are, and what its journal says they were.

    `past` lists, oldest first, after which step a thing became what; None where it went.
    """

    now: Mapping[str, T] = field(default_factory=dict)
    past: Mapping[str, tuple[tuple[int, T | None], ...]] = field(default_factory=dict)

    def after(self, step: int, thing: str) -> T | None:
        """What the thing was after so many steps; None where it was not there."""
        became = (value for at, value in reversed(self.past.get(thing, ())) if at <= step)
        return next(became, None)

    def gone_by(self, step: int, thing: str) -> bool:
        """Whether the thing had come and gone after so many steps."""
        so_far = [value for at, value in self.past.get(thing, ()) if at <= step]
        return any(value is not None for value in so_far) and so_far[-1] is None

    def ids(self) -> tuple[str, ...]:
        """Every thing that is or was there, in a fixed order."""
        return tuple(sorted({*self.now, *self.past}))


@dataclass(frozen=True)
class Point:
    """How far a file was merged before: after so many of its steps, and whether to its end.

    `older` says that a later state of the same file was merged: what it holds is known.
    """

    step: int
    older: bool


def merged_before(lineage: str, known: tuple[str, ...], *, packed: bool) -> Point:
    """Where a file stands among the lineages that a study knows: its own, and those it merged.

    A pack begins with what the study itself put into it.
    """
    shared = max((common(lineage, one) for one in known), default=0)
    steps = length(lineage)
    older = any(common(lineage, one) == steps < length(one) for one in known)
    return Point(max(shared, int(packed)), older)


class Verdict(Enum):
    """What becomes of one thing."""

    KNOWN = "known"
    TAKE = "take"
    CONFLICT = "conflict"


def verdict(
    now: T | None,
    then: T | None,
    here: T | None,
    had: frozenset[T],
    *,
    older: bool = False,
    gone: bool = False,
) -> Verdict:
    """Whether what is there comes in.

    `then` is what it was there at the point up to which the file was merged before, `had` all
    that it ever was here. It comes in where it changed there since and did not change here, or
    where it never arrived. What changed in both places differently is a conflict. Nothing else
    changes anything: an older state of the same file brings nothing, and what was changed or
    removed here since it came stays so. What had `gone` there by that point, and is gone here too,
    may come back: only there did it change since.
    """
    if now == here or older:
        return Verdict.KNOWN
    if now == then:
        if now is None or now in had:
            return Verdict.KNOWN
        return Verdict.CONFLICT if had else Verdict.TAKE
    if gone and here is None:
        return Verdict.TAKE
    base = then if then in had else None
    alike = here == base and (base is not None or not had)
    return Verdict.TAKE if alike else Verdict.CONFLICT

"""The shortest way from one sequence to another, after Myers, given up where it is too long."""

from collections.abc import Sequence
from dataclasses import dataclass

Run = tuple[int, int, int]
"""So many things are the same, from here in the one sequence and from there in the other."""

_Reached = dict[int, int]


@dataclass
class Effort:
    """So many looks are left; what needs more is given up."""

    left: int


def shortest(old: Sequence[str], new: Sequence[str], most: int, effort: Effort) -> list[Run] | None:
    """The runs that both have, in order; None where it takes more than `most` changes or looks."""
    reached: _Reached = {1: 0}
    trace: list[_Reached] = []
    for changes in range(min(most, len(old) + len(new)) + 1):
        trace.append(dict(reached))
        if _further(old, new, changes, reached, effort):
            return _runs(trace, len(old), len(new))
        if effort.left < 0:
            return None
    return None


def _further(
    old: Sequence[str], new: Sequence[str], changes: int, reached: _Reached, effort: Effort
) -> bool:
    """Go as far as so many changes lead, on every diagonal; whether the end was reached."""
    for diagonal in range(-changes, changes + 1, 2):
        at = begun = _before(reached, diagonal, changes)
        end = min(len(old), len(new) + diagonal)
        while at < end and old[at] == new[at - diagonal]:
            at += 1
        effort.left -= at - begun + 1
        reached[diagonal] = at
        if at >= len(old) and at - diagonal >= len(new):
            return True
    return False


def _before(reached: _Reached, diagonal: int, changes: int) -> int:
    """Where the way on this diagonal begins: one taken out, or one put in."""
    if _put_in(reached, diagonal, changes):
        return reached[diagonal + 1]
    return reached[diagonal - 1] + 1


def _put_in(reached: _Reached, diagonal: int, changes: int) -> bool:
    if diagonal in (-changes, changes):
        return diagonal == -changes
    return reached[diagonal - 1] < reached[diagonal + 1]


def _runs(trace: list[_Reached], at: int, there: int) -> list[Run]:
    """The way back from the end, as runs."""
    found: list[Run] = []
    for changes in range(len(trace) - 1, -1, -1):
        reached, diagonal = trace[changes], at - there
        begun = _before(reached, diagonal, changes) if changes else 0
        if at > begun:
            found.append((begun, begun - diagonal, at - begun))
        inserted = changes and _put_in(reached, diagonal, changes)
        before = diagonal + 1 if inserted else diagonal - 1
        at = reached[before] if changes else 0
        there = at - before
    return found[::-1]

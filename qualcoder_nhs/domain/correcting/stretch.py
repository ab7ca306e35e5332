"""Stretches of two texts: those that both have, and those that differ."""

from dataclasses import dataclass
from typing import NamedTuple

from qualcoder_nhs.domain.span import Span


@dataclass(frozen=True, slots=True)
class Same:
    """So many characters stand in both texts, from `old` in the one and from `new` in the other."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        """Where it ends in the old text."""
        return self.old + self.length

    @property
    def new_end(self) -> int:
        """Where it ends in the new text."""
        return self.new + self.length


@dataclass(frozen=True, slots=True)
class Change:
    """What stood in the old text, and what stands in its place; either may be nothing."""

    old: Span
    new: Span


class Moved(NamedTuple):
    """Lines of the old text, and where they stand in the new one, out of their order."""

    old: Span
    new: Span

"""Stream: all words said in some turns as numbers, one after another, quick to be counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.analysis.words.spoken import Spoken, turns_of
from qualcoder_nhs.analysis.words.use import Use

Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Part:
    """Which turns of a stream belong to a part of the talk, and which of these it can count."""

    said: Mask
    held: Mask


class Stream:
    """The words of turns. A word's number is its place in `vocabulary`."""

    def __init__(self, said: Iterable[Spoken]) -> None:
        """Of these turns, in their order."""
        self.turns = tuple(said)
        numbers: dict[str, int] = {}
        words = chain.from_iterable(one.words for one in self.turns)
        listed = [numbers.setdefault(word, len(numbers)) for word in words]
        self.words: Numbers = np.array(listed, dtype=np.int64)
        self.vocabulary = list(numbers)
        self.number = numbers

    @cached_property
    def turn(self) -> Numbers:
        """The turn of each word, by its place in `turns`."""
        lengths = [len(one.words) for one in self.turns]
        return np.repeat(np.arange(len(self.turns)), lengths)

    @cached_property
    def times(self) -> Numbers:
        """How often each word of the vocabulary is said."""
        return np.bincount(self.words, minlength=len(self.vocabulary))

    def part(self, scope: Scope) -> Part:
        """The turns that belong to a scope."""
        here = {(one.id, turn.index) for one in scope.sessions for turn in turns_of(scope, one)}
        said = np.array([one.hit.place in here for one in self.turns], dtype=bool)
        held = np.array([scope.holds(one.hit) for one in self.turns], dtype=bool)
        return Part(said, said & held)

    def uses(self, turns: Numbers, part: Part) -> Use:
        """What is said once in each of these turns, as often as they are named, of one part."""
        found, times = np.unique(turns[part.said[turns]], return_counts=True)
        return Use(int(times.sum()), self._named(found), self._named(found[part.held[found]]))

    def _named(self, turns: Numbers) -> list[Spoken]:
        return [self.turns[at] for at in turns.tolist()]

    def where(self, wanted: Sequence[int], of: Numbers, turns: Numbers) -> list[Numbers]:
        """For each thing that is wanted, the turns at which it stands in `of`."""
        some = np.isin(of, np.array(wanted, dtype=np.int64))
        kept, at = of[some], turns[some]
        order = np.argsort(kept, kind="stable")
        kept, at = kept[order], at[order]
        firsts = np.searchsorted(kept, wanted, side="left").tolist()
        lasts = np.searchsorted(kept, wanted, side="right").tolist()
        return [at[first:last] for first, last in zip(firsts, lasts, strict=True)]

"""Agreement on links between turns: whether coders link the same, to the same, in the same way."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

import numpy as np

from qualcoder_nhs.analysis.agreement.many_coders import krippendorff_alpha
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.i18n import N_

NO_SHARED = N_("no link to the same turn by two coders")
ONE_KIND = N_("one kind only: nothing could differ")


class CodersLink(NamedTuple):
    """One coder links a turn of a transcript to an earlier one; both by name."""

    coder: str
    transcript: str
    turn: int
    target: int
    kind: LinkKind


class Pair(NamedTuple):
    """A turn and the one that it answers."""

    transcript: str
    turn: int
    target: int


@dataclass(frozen=True)
class LinkCounts:
    """What two coders, or several pairs of them added up, linked where both have read.

    Turns are counted first: those that both linked from, and those that one of them did. Of those
    of both, `same_target` share at least one turn that is answered. Then links: `links_both` lead
    from the same turn to the same, `same_kind` of them say the same of it.
    """

    coders: tuple[str, ...]
    turns_both: int
    turns_one: int
    same_target: int
    links_both: int
    links_one: int
    same_kind: int

    @property
    def target_share(self) -> float | None:
        """Of the turns that both linked, how many lead to the same; None where there are none."""
        return self.same_target / self.turns_both if self.turns_both else None

    @property
    def kind_share(self) -> float | None:
        """Of the links that both gave, how many say the same; None where there are none."""
        return self.same_kind / self.links_both if self.links_both else None

    @property
    def positive_agreement(self) -> float | None:
        """Dice on links: of all that either gave, how much both gave."""
        given = 2 * self.links_both + self.links_one
        return 2 * self.links_both / given if given else None


@dataclass(frozen=True)
class LinkAgreement:
    """Links of coders, compared in the transcripts that each has read (`readers`, by name)."""

    links: tuple[CodersLink, ...]
    readers: Mapping[str, frozenset[str]]
    coders: tuple[str, ...]

    @cached_property
    def _given(self) -> dict[str, dict[Pair, frozenset[LinkKind]]]:
        """What each coder said of each pair of turns."""
        found: dict[str, dict[Pair, set[LinkKind]]] = defaultdict(lambda: defaultdict(set))
        for one in self.links:
            found[one.coder][Pair(one.transcript, one.turn, one.target)].add(one.kind)
        return {
            coder: {pair: frozenset(kinds) for pair, kinds in pairs.items()}
            for coder, pairs in found.items()
        }

    @cached_property
    def pairs(self) -> tuple[LinkCounts, ...]:
        """Every two coders who have read something in common."""
        return tuple(self._pair(*two) for two in combinations(self.coders, 2) if self._both(*two))

    @cached_property
    def overall(self) -> LinkCounts:
        """All pairs added up."""
        sums = [sum(numbers) for numbers in zip(*map(_numbers, self.pairs), strict=True)]
        return LinkCounts(self.coders, *(sums or [0] * 6))

    def _both(self, one: str, other: str) -> frozenset[str]:
        """The transcripts that both have read."""
        return frozenset(name for name, who in self.readers.items() if {one, other} <= who)

    def _pair(self, one: str, other: str) -> LinkCounts:
        both = self._both(one, other)
        first, second = (self._in(coder, both) for coder in (one, other))
        turns, others = ({(p.transcript, p.turn) for p in side} for side in (first, second))
        shared = first.keys() & second.keys()
        return LinkCounts(
            (one, other),
            len(turns & others),
            len(turns ^ others),
            len({(pair.transcript, pair.turn) for pair in shared}),
            len(shared),
            len(first.keys() ^ second.keys()),
            sum(first[pair] == second[pair] for pair in shared),
        )

    def _in(self, coder: str, transcripts: frozenset[str]) -> dict[Pair, frozenset[LinkKind]]:
        given = self._given.get(coder, {})
        return {pair: kinds for pair, kinds in given.items() if pair.transcript in transcripts}

    @cached_property
    def profiles(self) -> list[list[int]]:
        """For each link of two coders or more, how many gave each kind.

        Who gave several kinds to one link is left out of it: nominal alpha takes one value each.
        """
        by_pair: dict[Pair, list[LinkKind]] = defaultdict(list)
        for given in self._given.values():
            for pair, kinds in given.items():
                if len(kinds) == 1:
                    by_pair[pair] += kinds
        counted = (Counter(kinds) for kinds in by_pair.values() if len(kinds) > 1)
        return [[each[kind] for kind in LinkKind] for each in counted]

    @cached_property
    def alpha(self) -> float | None:
        """Krippendorff’s nominal alpha on the kind, among links to the same turn."""
        if self.why_no_alpha:
            return None
        profiles = np.asarray(self.profiles, dtype=np.float64)
        return float(krippendorff_alpha(profiles, np.ones(len(profiles))))

    @property
    def why_no_alpha(self) -> str:
        """Why there is none; empty where there is."""
        if not self.profiles:
            return NO_SHARED
        used = [sum(column) for column in zip(*self.profiles, strict=True)]
        return ONE_KIND if sum(number > 0 for number in used) < 2 else ""

    @cached_property
    def confusions(self) -> tuple[tuple[LinkKind, LinkKind, int], ...]:
        """Which kind where another gives which, on the same two turns; most frequent first."""
        found: Counter[tuple[LinkKind, LinkKind]] = Counter()
        order = list(LinkKind)
        for one, other in combinations(self.coders, 2):
            for kinds, others in self._shared(one, other):
                for pair in _unlike(kinds, others):
                    found[min(pair, key=order.index), max(pair, key=order.index)] += 1
        return tuple((*pair, number) for pair, number in found.most_common())

    def _shared(
        self, one: str, other: str
    ) -> Iterator[tuple[frozenset[LinkKind], frozenset[LinkKind]]]:
        first, second = self._given.get(one, {}), self._given.get(other, {})
        return ((first[pair], second[pair]) for pair in first.keys() & second.keys())


def link_agreement(
    links: Iterable[CodersLink], readers: Mapping[str, frozenset[str]], coders: tuple[str, ...]
) -> LinkAgreement | None:
    """How coders agree on links; None where nobody has made any in what was read."""
    read = tuple(one for one in links if one.coder in readers.get(one.transcript, ()))
    return LinkAgreement(read, readers, coders) if read else None


def _numbers(counts: LinkCounts) -> tuple[int, ...]:
    turns = (counts.turns_both, counts.turns_one, counts.same_target)
    return (*turns, counts.links_both, counts.links_one, counts.same_kind)


def _unlike(
    kinds: frozenset[LinkKind], others: frozenset[LinkKind]
) -> Iterator[tuple[LinkKind, LinkKind]]:
    """What one says and the other does not, against what the other says instead."""
    for one in kinds - others:
        for other in others - kinds:
            yield one, other

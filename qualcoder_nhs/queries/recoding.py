"""The recode queue: exactly the codings that were made when their code said something else."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.codebook_version import WORDINGS
from qualcoder_nhs.domain.excerpts import Excerpt
from qualcoder_nhs.queries.excerpts import cut_all
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.storage.reads.settling import Worded


@dataclass(frozen=True)
class Reworded:
    """A field of a code's card: what it said, and what it says."""

    field: str
    was: str
    now: str


@dataclass(frozen=True)
class Outdated:
    """A coding made under other words than its code has now.

    `words` are the fields that have changed since. `fixed` says that its layer stays as it is: it
    can be looked at again, and not be given another code.
    """

    excerpt: Excerpt
    words: tuple[Reworded, ...]
    fixed: bool


@dataclass(frozen=True)
class RecodeQueue:
    """What is still to be looked at again, by code and place, and how much of it was."""

    waiting: tuple[Outdated, ...]
    looked_at: int

    @property
    def codes(self) -> tuple[Code, ...]:
        """The codes it is about, each once."""
        return tuple(dict.fromkeys(one.excerpt.code for one in self.waiting))


def recode_queue(read: Reader, layer: str | None = None) -> RecodeQueue:
    """The codings of one layer, or of all, that old words of their codes are behind.

    One that somebody looked at since is not waiting any more, until its code is worded anew again.
    """
    today = {code.id: _wording(code) for code in read.codebook().codes}
    wordings, rechecks = read.wordings(), read.rechecks()
    frozen = {one.layer for one in read.rounds() if one.frozen}
    outdated, looked_at = {}, 0
    for coding in read.codings(layer=layer):
        was = _when(wordings.get(coding.code, ()), coding.made)
        if was in (None, today[coding.code]):
            continue
        seen = rechecks.get(coding.id)
        if seen and _when(wordings[coding.code], seen.at) == today[coding.code]:
            looked_at += 1
        else:
            outdated[coding.id] = (coding, was)
    found = cut_all(read, [coding for coding, _was in outdated.values()], read.codebook())
    waiting = (
        Outdated(one, _since(one.code, outdated[one.coding.id][1]), one.coding.layer in frozen)
        for one in found
    )
    order = {code.id: at for at, code in enumerate(read.codebook().walk())}
    return RecodeQueue(
        tuple(sorted(waiting, key=lambda one: order[one.excerpt.code.id])), looked_at
    )


def _since(code: Code, was: Sequence[str]) -> tuple[Reworded, ...]:
    told = zip(WORDINGS, was, _wording(code), strict=True)
    return tuple(Reworded(field, then, now) for field, then, now in told if then != now)


def _wording(code: Code) -> tuple[str, ...]:
    return tuple(getattr(code, field) for field in WORDINGS)


def _when(told: Sequence[Worded], at: datetime) -> tuple[str, ...] | None:
    """How a code was worded at a time; the first words for what came with the code itself."""
    if not told:
        return None
    place = bisect_right([since for since, _words in told], at)
    return told[max(0, place - 1)][1]

"""Drawing turns by a seed: the same ones on every machine and with every Python."""

import hashlib
import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction


def drawn(
    turns: Mapping[str, Sequence[int]], share: float, seed: int
) -> dict[str, tuple[int, ...]]:
    """So large a share of the turns of each transcript, in order.

    A half is rounded up, and a transcript that has any turn gives at least one, so that none is
    left out. Which turns these are hangs on the seed, the transcript's name and the turn's number
    alone, so that a larger share holds every turn of a smaller one.
    """
    return {
        name: tuple(sorted(sorted(numbers, key=_order(seed, name))[: _count(len(numbers), share)]))
        for name, numbers in turns.items()
    }


def drawn_by_question(
    turns: Mapping[str, Mapping[str, Sequence[int]]], share: float, seed: int
) -> dict[str, tuple[int, ...]]:
    """So large a share of the turns of each question in each transcript, in order.

    Every question that has any turn there gives at least one; turns of no question are drawn as if
    they were of one more.
    """
    found: dict[str, tuple[int, ...]] = {}
    for name, questions in turns.items():
        each = (drawn({name: numbers}, share, seed)[name] for numbers in questions.values())
        found[name] = tuple(sorted(turn for some in each for turn in some))
    return found


def _count(turns: int, share: float) -> int:
    if not turns:
        return 0
    exact = Fraction(str(share)) * turns
    return min(turns, max(1, math.floor(exact + Fraction(1, 2))))


def _order(seed: int, name: str) -> Callable[[int], bytes]:
    def key(turn: int) -> bytes:
        return hashlib.sha256(f"{seed}\n{name}\n{turn}".encode()).digest()

    return key

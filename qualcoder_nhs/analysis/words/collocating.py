"""Collocations: words that stand near each other more often than their frequencies let expect."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from qualcoder_nhs.analysis.words.stop_list import says_something
from qualcoder_nhs.analysis.words.stream import Numbers, Stream
from qualcoder_nhs.analysis.words.strength import LIKELIHOOD, PMI

DIGITS = 9
"""Scores that agree so far are the same: what comes after is rounding."""

Pair = tuple[str, str]
Scores = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Collocation:
    """Two words, the first said before the other; how often within the window, and the measure.

    `turns` are where, by their places in the stream, each as often as the pair is said there.
    """

    pair: Pair
    times: int
    score: float
    turns: Numbers


class Pairs:
    """All pairs of words that say something, the second among so many words after the first.

    A pair lies within one turn; words of the stop list and numbers are counted on the way and are
    in no pair. A pair's key is its first word times the size of the vocabulary, and its second.
    """

    def __init__(self, stream: Stream, window: int) -> None:
        """Of a stream."""
        self._stream, self._window = stream, window
        self._size = max(1, len(stream.vocabulary))
        telling = np.array([says_something(word) for word in stream.vocabulary], dtype=bool)
        found = [self._apart(by, telling) for by in range(1, window + 1)]
        self.keys: Numbers = np.concatenate([keys for keys, _turns in found])
        self.turns: Numbers = np.concatenate([turns for _keys, turns in found])

    def _apart(self, by: int, telling: npt.NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
        """Those whose second word is so many words after the first."""
        words, turn = self._stream.words, self._stream.turn
        first, second, at = words[:-by], words[by:], turn[:-by]
        kept = (at == turn[by:]) & telling[first] & telling[second]
        return first[kept] * self._size + second[kept], at[kept]

    def strongest(self, measure: str, least: int, most: int, word: str) -> list[Collocation]:
        """The pairs said at least so often, the strongest first; all with one word where named."""
        keys, times = np.unique(self.keys, return_counts=True)
        kept = times >= least
        if word:
            number = self._stream.number.get(word, -1)
            kept &= (keys // self._size == number) | (keys % self._size == number)
        keys, times = keys[kept], times[kept]
        scores = self._scores(measure, keys, times)
        ranked = self._ranked(keys, scores)[:most]
        where = self._stream.where(keys[ranked].tolist(), self.keys, self.turns)
        return [
            Collocation(self._pair(keys[at]), int(times[at]), float(scores[at]), turns)
            for at, turns in zip(ranked, where, strict=True)
        ]

    def _ranked(self, keys: Numbers, scores: Scores) -> list[int]:
        """The strongest first; as strong, by the alphabet."""
        alphabet = np.argsort(np.argsort(np.array(self._stream.vocabulary, dtype=str)))
        words = alphabet[keys // self._size], alphabet[keys % self._size]
        found: list[int] = np.lexsort((words[1], words[0], -scores)).tolist()
        return found

    def _scores(self, measure: str, keys: Numbers, times: Numbers) -> Scores:
        """Counts are scaled by the window, after Church and Hanks (1990)."""
        said = self._stream.times
        first, second = said[keys // self._size], said[keys % self._size]
        score = _MEASURES[measure]
        found = score(times / self._window, first, second, len(self._stream.words))
        return np.array([float(f"{one:.{DIGITS}g}") for one in found.tolist()])

    def _pair(self, key: np.int64) -> Pair:
        words: Sequence[str] = self._stream.vocabulary
        return words[int(key) // self._size], words[int(key) % self._size]


def _likelihood(both: Scores, first: Numbers, second: Numbers, every: int) -> Scores:
    """Dunning’s log-likelihood ratio of the four cells."""
    one, other = first - both, second - both
    neither = every - both - one - other
    cells = (
        (both, first * second),
        (one, first * (every - second)),
        (other, (every - first) * second),
        (neither, (every - first) * (every - second)),
    )
    return np.asarray(2 * sum(_surprise(seen, due / every) for seen, due in cells))


def _surprise(seen: Scores, due: Scores) -> Scores:
    """What a cell adds; nothing where there is nothing to be seen."""
    there = (seen > 0) & (due > 0)
    ratio = np.divide(seen, due, out=np.ones_like(seen), where=there)
    return np.asarray(seen * np.log(ratio))


def _mutual(both: Scores, first: Numbers, second: Numbers, every: int) -> Scores:
    """Pointwise mutual information, in bits."""
    return np.asarray(np.log2(both * every) - np.log2(first * second))


_MEASURES: dict[str, Callable[[Scores, Numbers, Numbers, int], Scores]] = {
    LIKELIHOOD: _likelihood,
    PMI: _mutual,
}

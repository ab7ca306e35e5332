"""Collocations: words that stand near each other more often than their frequencies let expect."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from qualcoder_nhs.analysis.words.spoken import Spoken
from qualcoder_nhs.analysis.words.stop_list import says_something

LIKELIHOOD, PMI = "log-likelihood", "pmi"

Pair = tuple[str, str]


@dataclass(frozen=True)
class Collocation:
    """Two words, the first said before the other; how often within the window, and the measure."""

    pair: Pair
    times: int
    score: float


def collocations(
    said: Sequence[Spoken], measure: str, window: int, least: int, word: str = ""
) -> list[Collocation]:
    """The pairs said at least so often, the strongest first; all with one word where it is named.

    A pair lies within one turn, its second word among the next `window` words; words of the stop
    list and numbers are counted on the way and are in no pair.
    """
    from nltk.collocations import (  # noqa: PLC0415  (nltk is slow to load)
        BigramAssocMeasures,
        BigramCollocationFinder,
    )

    finder = BigramCollocationFinder.from_words(_stream(said, window), window_size=window + 1)
    finder.apply_freq_filter(least)
    finder.apply_word_filter(lambda one: not says_something(one))
    if word:
        finder.apply_ngram_filter(lambda one, other: word not in (one, other))
    measures: Any = BigramAssocMeasures
    score = measures.pmi if measure == PMI else measures.likelihood_ratio
    times: Counter[Pair] = finder.ngram_fd
    ranked = sorted(finder.score_ngrams(score), key=lambda one: (-one[1], one[0]))
    return [Collocation(pair, times[pair], strength) for pair, strength in ranked]


def _stream(said: Iterable[Spoken], window: int) -> Iterator[str | None]:
    """Turns one after the other, so far apart that no pair lies across two."""
    for one in said:
        yield from one.words
        yield from (None,) * window


def pair_uses(
    said: Iterable[Spoken], wanted: Iterable[Pair], window: int
) -> dict[Pair, tuple[int, list[Spoken]]]:
    """How often these pairs are said in some part of the talk, and in which turns."""
    pairs = set(wanted)
    firsts = {one for one, _other in pairs}
    times: Counter[Pair] = Counter()
    places: dict[Pair, list[Spoken]] = {pair: [] for pair in pairs}
    for turn in said:
        here = Counter(_pairs(turn.words, firsts, window)) if turn.words else Counter[Pair]()
        for pair in here.keys() & pairs:
            times[pair] += here[pair]
            places[pair].append(turn)
    return {pair: (times[pair], places[pair]) for pair in pairs}


def _pairs(words: Sequence[str], firsts: set[str], window: int) -> Iterator[Pair]:
    for at, word in enumerate(words):
        if word in firsts:
            for other in words[at + 1 : at + 1 + window]:
                yield word, other

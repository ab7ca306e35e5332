"""Pairs of words are counted and weighed as NLTK does it, only sooner."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.collocations import BigramAssocMeasures, BigramCollocationFinder

from qualcoder_nhs.analysis.words.collocating import Pairs
from qualcoder_nhs.analysis.words.stream import Stream
from qualcoder_nhs.analysis.words.strength import LIKELIHOOD, PMI

WORDS = ("ward", "bed", "night", "trust", "nurse", "winter", "rota")
TURNS = st.lists(st.lists(st.sampled_from((*WORDS, "the")), max_size=12), max_size=8)


def stream(turns: list[list[str]]) -> Stream:
    """Turns of which nothing is known but their words."""
    return Stream(SimpleNamespace(words=tuple(words)) for words in turns)  # type: ignore[misc]


def by_nltk(turns: list[list[str]], window: int) -> BigramCollocationFinder:
    apart = [word for words in turns for word in (*words, *[None] * window)]
    finder = BigramCollocationFinder.from_words(apart, window_size=window + 1)
    finder.apply_word_filter(lambda one: one == "the")
    return finder


@pytest.mark.parametrize(("measure", "score"), [(LIKELIHOOD, "likelihood_ratio"), (PMI, "pmi")])
@settings(max_examples=20)
@given(turns=TURNS, window=st.integers(1, 4))
def test_pairs_are_those_of_nltk(
    measure: str, score: str, turns: list[list[str]], window: int
) -> None:
    # Where most of the talk is one pair, a cell falls below nothing; NLTK cannot weigh that.
    turns = [*turns, [f"w{letter}w" for letter in "abcdefghijklmnopqrstuvwxyz" * 4]]
    found = Pairs(stream(turns), window).strongest(measure, 1, 10_000, "")
    finder = by_nltk(turns, window)
    wanted = dict(finder.score_ngrams(getattr(BigramAssocMeasures, score)))
    assert {one.pair: one.times for one in found} == dict(finder.ngram_fd)
    assert {one.pair: one.score for one in found} == pytest.approx(wanted, rel=1e-6, abs=1e-6)
    ranks = [(-one.score, one.pair) for one in found]
    assert ranks == sorted(ranks)


def test_a_pair_is_found_in_its_turns_as_often_as_it_is_said_there() -> None:
    turns = [["ward", "bed", "ward", "bed"], ["night"], ["the", "ward", "bed"]]
    (pair,) = Pairs(stream(turns), 1).strongest(LIKELIHOOD, 2, 5, "")
    assert (pair.pair, pair.times, pair.turns.tolist()) == (("ward", "bed"), 3, [0, 0, 2])


def test_no_words_have_no_pairs() -> None:
    assert Pairs(stream([[], ["the"]]), 4).strongest(PMI, 1, 5, "ward") == []

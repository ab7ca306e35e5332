"""Frequent words: how often each is said, its forms together where that is wished."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from qualcoder_nhs.analysis.words.stop_list import says_something
from qualcoder_nhs.analysis.words.stream import Numbers, Stream
from qualcoder_nhs.stemming import stem


@dataclass(frozen=True)
class Frequent:
    """A word, or all words of one stem: `forms` are as said, the commonest first."""

    key: str
    times: int
    forms: tuple[str, ...]

    @property
    def word(self) -> str:
        """What it is called: its commonest form."""
        return self.forms[0]


def frequent(stream: Stream, most: int, *, stems: bool = False) -> list[Frequent]:
    """The words said most often, the stop list left out; as often, by the alphabet."""
    times = zip(stream.vocabulary, stream.times.tolist(), strict=True)
    telling = {word: number for word, number in times if says_something(word)}
    together: dict[str, dict[str, int]] = defaultdict(dict)
    for word, number in telling.items():
        together[stem(word) if stems else word][word] = number
    ranked = sorted(together.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    return [_frequent(key, own) for key, own in ranked[:most]]


def _frequent(key: str, own: Mapping[str, int]) -> Frequent:
    ordered = sorted(own, key=lambda one: (-own[one], one))
    return Frequent(key, sum(own.values()), tuple(ordered))


def where(stream: Stream, wanted: Collection[Frequent]) -> dict[str, Numbers]:
    """The turns in which these words are said, by their key: each as often as it is said there."""
    forms = [form for one in wanted for form in one.forms]
    of_form = stream.where([stream.number[one] for one in forms], stream.words, stream.turn)
    found = dict(zip(forms, of_form, strict=True))
    return {one.key: np.concatenate([found[form] for form in one.forms]) for one in wanted}

"""Frequent words: how often each is said, its forms together where that is wished."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from qualcoder_nhs.analysis.words.spoken import Spoken
from qualcoder_nhs.analysis.words.stop_list import says_something
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


def frequent(said: Iterable[Spoken], most: int, *, stems: bool = False) -> list[Frequent]:
    """The words said most often, the stop list left out; as often, by the alphabet."""
    times: Counter[str] = Counter()
    for one in said:
        times.update(one.words)
    telling = {word: number for word, number in times.items() if says_something(word)}
    together: dict[str, dict[str, int]] = defaultdict(dict)
    for word, number in telling.items():
        together[stem(word) if stems else word][word] = number
    ranked = sorted(together.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    return [_frequent(key, own) for key, own in ranked[:most]]


def _frequent(key: str, own: Mapping[str, int]) -> Frequent:
    ordered = sorted(own, key=lambda one: (-own[one], one))
    return Frequent(key, sum(own.values()), tuple(ordered))


@dataclass
class Use:
    """How often a word is said in some part of the talk, and in which turns, each once."""

    times: int = 0
    places: list[Spoken] = field(default_factory=list)


def uses(said: Iterable[Spoken], wanted: Collection[Frequent]) -> dict[str, Use]:
    """Where these words are said, by their key."""
    key_of = {form: one.key for one in wanted for form in one.forms}
    found = {one.key: Use() for one in wanted}
    for turn in said:
        here = Counter(key_of[word] for word in turn.words if word in key_of)
        for key, number in here.items():
            found[key].times += number
            found[key].places.append(turn)
    return found

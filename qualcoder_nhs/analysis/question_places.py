"""Where in a discussion each question of the guide may begin, by likeness of stemmed words."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt

from qualcoder_nhs.domain.guide import Question
from qualcoder_nhs.domain.ids import QuestionId
from qualcoder_nhs.stemming import stem

LEAST = 0.25
"""Below this likeness two wordings have no more in common than any two questions."""

MOST = 2
"""A question is rarely asked more often in one discussion."""

_PROBES_WEIGH = 0.4
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NOTES = re.compile(r"\[[^\]]*\]|\([^)]*\)")

# Words of asking and of small talk: they tell questions of any guide apart from nothing.
_SMALL_TALK = """
a about all an and any anybody anyone are as at be because been but by can could did do does don
down each else ever for from get give go going got had has have he her here him his how i if in
into is it its just know let like ll look make may me might mine more much my no not now of off
okay on one or our out over own people perhaps please put question re really right s say see she
should so some somebody someone something sorry sort take tell than thank thanks that the their
them then there these they thing things think this those time to too two up us ve very want was
way we well were what when where which while who whom why will with would yeah yes you your
"""
_EMPTY = frozenset(_SMALL_TALK.split())


@dataclass(frozen=True)
class Asking:
    """Something the moderator says: the number of the turn, and the words."""

    turn: int
    words: str


@dataclass(frozen=True)
class Place:
    """A turn at which a question may begin; `shared` are the words that say so."""

    question: QuestionId
    turn: int
    likeness: float
    shared: tuple[str, ...]


def question_places(questions: Sequence[Question], asked: Sequence[Asking]) -> list[Place]:
    """At most `MOST` turns for each question, the likeliest first; in the order of the guide.

    A turn is proposed for the one question that it is likest to.
    """
    weigh = _weights(questions, asked)
    wanted = {one.id: _vector(_of(one), weigh) for one in questions}
    found: dict[QuestionId, list[Place]] = {one.id: [] for one in questions}
    for turn in asked:
        spoken = _vector(Counter(_stems(turn.words)), weigh)
        likest = max(wanted, key=lambda one: _cosine(wanted[one], spoken), default=None)
        if likest is not None and (likeness := _cosine(wanted[likest], spoken)) >= LEAST:
            shared = _told(turn.words, wanted[likest])
            found[likest].append(Place(likest, turn.turn, likeness, shared))
    ranked = (sorted(some, key=lambda one: -one.likeness)[:MOST] for some in found.values())
    return list(chain.from_iterable(ranked))


def _of(question: Question) -> Counter[str]:
    """The stems of a question; its probes count for less, since some go with any question."""
    counted: Counter[str] = Counter()
    for one in set(_stems(question.text)):
        counted[one] += 10
    for one in {each for probe in question.probes for each in _stems(probe)}:
        counted[one] += round(10 * _PROBES_WEIGH)
    return counted


def _weights(questions: Iterable[Question], asked: Sequence[Asking]) -> Callable[[str], float]:
    """Words that few turns and few questions hold weigh more."""
    texts = [set(_stems(turn.words)) for turn in asked] + [set(_of(one)) for one in questions]
    held = Counter(chain.from_iterable(texts))
    return lambda stem: log((1 + len(texts)) / (1 + held[stem])) + 1


def _vector(counted: Counter[str], weigh: Callable[[str], float]) -> dict[str, float]:
    return {stem: (1 + log(number)) * weigh(stem) for stem, number in counted.items()}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    product = sum(weight * other[stem] for stem, weight in one.items() if stem in other)
    lengths = [sqrt(sum(weight * weight for weight in each.values())) for each in (one, other)]
    return product / (lengths[0] * lengths[1]) if product else 0.0


def _told(words: str, wanted: dict[str, float]) -> tuple[str, ...]:
    """The words as they were said that speak for the question, each once."""
    said = (word.casefold() for word in _WORDS.findall(words))
    return tuple(dict.fromkeys(word for word in said if stem(word) in wanted))


def _stems(words: str) -> list[str]:
    said = (word.casefold() for word in _WORDS.findall(_NOTES.sub(" ", words)))
    return [stem(word) for word in said if word not in _EMPTY and len(word) > 1]

"""Stems of English words, by which managed, managing and managers are found as one."""

from functools import lru_cache
from typing import Protocol, cast


class _Stemmer(Protocol):
    def stem(self, token: str) -> str: ...


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word in small letters, as Snowball cuts it."""
    return _stemmer().stem(word.replace("’", "'"))


@lru_cache(maxsize=1)
def _stemmer() -> _Stemmer:
    from nltk.stem.snowball import SnowballStemmer  # noqa: PLC0415  (nltk is slow to load)

    return cast("_Stemmer", SnowballStemmer("english"))

"""The stop list: words that any talk is made of, which say nothing of what it is about."""

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def stop_list() -> frozenset[str]:
    """Our own list for English talk, in small letters, fillers such as `erm` included."""
    return frozenset(_listed())


def _listed() -> list[str]:
    return files(__package__).joinpath("stop_words.txt").read_text(encoding="utf-8").split()


def says_something(word: str) -> bool:
    """Whether a word is about anything: neither in the list, nor a number, nor a single letter."""
    return len(word) > 1 and word not in stop_list() and not word[0].isdigit()

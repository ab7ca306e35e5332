"""What people call themselves when they introduce themselves, by label."""

import re
from typing import Protocol

from qualcoder_nhs.domain.transcript import Transcript, Turn

_INTRODUCED = re.compile(r"(?:^|[.?!] )(?:I'm |I am |My name's |My name is )?([A-ZÀ-Þ][a-zà-ÿ]+)\.")
_EARLY = 3
"""So many of their first turns are looked at."""


class Spoken(Protocol):
    """A transcript, and what is said in each turn of it."""

    @property
    def transcript(self) -> Transcript:
        """The transcript."""
        ...

    def words(self, turn: Turn) -> str:
        """What is said in a turn."""
        ...


def first_names(spoken: Spoken) -> dict[str, str]:
    """A sentence of one word with a capital, by which somebody else addresses them later.

    The text never writes it with a small letter.
    """
    early: dict[str, list[str]] = {}
    for turn in spoken.transcript.turns:
        said = early.setdefault(turn.label, [])
        if len(said) < _EARLY:
            said.append(spoken.words(turn))
    usual = set(re.findall(r"\b[a-zà-ÿ]+\b", spoken.transcript.text))
    found: dict[str, str] = {}
    for label, said in early.items():
        names = (name for words in said for name in _INTRODUCED.findall(words))
        own = next((name for name in names if name.casefold() not in usual), None)
        if own is not None and _addressed(spoken, label, own):
            found[label] = own
    return found


def _addressed(spoken: Spoken, label: str, name: str) -> bool:
    """Whether somebody else's turn has the name where names stand: set off, or at the end."""
    called = re.compile(rf", {name}[.,?!]|[.?!,] {name}[.?]$")
    others = (turn for turn in spoken.transcript.turns if turn.label != label)
    return any(called.search(spoken.words(turn)) for turn in others)

"""Talk patterns: what is looked for in the talk, and what shall come near it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.errors import NotAChoice
from qualcoder_nhs.domain.links import LinkKind


class Sign(StrEnum):
    """What can be looked for."""

    CODE = "code"  # with all codes below it
    FLAG = "flag"
    LINK = "link"  # a turn that answers an earlier one in this way
    DIRECTION = "direction"  # a stage direction
    PAUSE = "pause"  # of at least so many seconds; 0 is any
    WORDS = "words"  # whole words in any case of letters; * stands for the rest of a word


class Side(StrEnum):
    """Where the second is looked for."""

    AFTER = "after"
    AROUND = "around"


class Voice(StrEnum):
    """By whom the second is, seen from the first."""

    ANY = "any"
    SAME = "same"
    OTHER = "other"


DIRECTIONS: dict[str, tuple[str, ...]] = {
    "laughter": ("laugh", "chuckl", "giggl"),
    "pause": ("pause", "silence", "silent"),
    "overlap": ("overlap", "crosstalk", "talking over"),
    "sigh": ("sigh",),
    "smile": ("smil",),
    "nod": ("nod",),
    "look": ("look",),
    "inaudible": ("inaudible", "unclear", "unintelligible"),
}
"""Stage directions by their sense, and how the words in them begin."""


@dataclass(frozen=True)
class Sought:
    """One thing to look for; `what` is a code's name, a flag, a kind of link, seconds or words."""

    sign: Sign
    what: str

    def __str__(self) -> str:
        return f"{self.sign}:{self.what}"

    @property
    def seconds(self) -> float:
        """How long a pause must be at least."""
        return float(self.what) if self.sign is Sign.PAUSE else 0.0


@dataclass(frozen=True)
class TalkPattern:
    """Any of `first`, and within so many turns any of `then`.

    A turn is within 0 turns of itself. `side` says whether `then` may come before, too.
    """

    first: tuple[Sought, ...]
    then: tuple[Sought, ...]
    within: int = 3
    side: Side = Side.AFTER
    voice: Voice = Voice.ANY


_OFFERED: dict[Sign, tuple[str, ...]] = {
    Sign.FLAG: tuple(Flag),
    Sign.LINK: tuple(LinkKind),
    Sign.DIRECTION: tuple(DIRECTIONS),
}


def sought(words: str) -> Sought:
    """What a term such as `code:rel-masked`, `pause:3` or `words:courteous` looks for.

    Raises:
        NotAChoice: when it is no term, or names a flag, link or direction that there is not.
    """
    kind, _colon, what = words.partition(":")
    if kind not in tuple(Sign) or not what.strip():
        known = ", ".join(f"{sign}:…" for sign in Sign)
        raise NotAChoice(option="first", value=words, known=known)
    found = Sought(Sign(kind), what.strip())
    offered = _OFFERED.get(found.sign)
    if offered is not None and found.what not in offered:
        raise NotAChoice(option=kind, value=found.what, known=", ".join(offered))
    if found.sign is Sign.PAUSE and not re.fullmatch(r"\d+(\.\d+)?", found.what):
        raise NotAChoice(option=kind, value=found.what, known="0, 1, 2, …")
    return found

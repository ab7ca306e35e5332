"""How programs write the place of a code in its name, and what the names on the way are."""

import re

from qualcoder_nhs.domain.codebook_text import clean

# `e.g. beds` and `etc.` are names, `capacity.beds` is a path.
_DOT = re.compile(r"(?<=\S)\.(?=[^\s.])(?!(?<=\b\w\.)\w\.(?:\s|$))")
_STEP = re.compile(r"\s+>\s+|\\+")
_OWN_STEP = re.compile(r"(?<!\\)>")
_NVIVO_ROOT = re.compile(r"(?:codes|nodes)\\\\", re.IGNORECASE)


def dotted(words: str) -> list[str]:
    """As Taguette has it: `capacity.beds`."""
    return _named(_DOT.split(words))


def stepped(words: str) -> list[str]:
    """As MAXQDA has it: `Capacity > Beds`, or `Capacity\\Beds`."""
    return _named(_STEP.split(words))


def nested(words: str) -> list[str]:
    """As NVivo has it, with the folder ahead: `Codes\\\\Capacity\\Beds`."""
    return _named(_STEP.split(_NVIVO_ROOT.sub("", words, count=1)))


def escaped(words: str) -> list[str]:
    """As this program has it: `Capacity > Beds`, in which `\\>` is a `>` inside a name."""
    return [clean(part.replace("\\>", ">")) for part in _OWN_STEP.split(words) if clean(part)]


def _named(parts: list[str]) -> list[str]:
    return [clean(part) for part in parts if clean(part)]

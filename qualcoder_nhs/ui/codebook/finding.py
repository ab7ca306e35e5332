"""Finding codes in the tree by a few letters, and the nearest name where nothing matches."""

from collections.abc import Container
from difflib import get_close_matches

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.ids import CodeId

NEAR = 0.55
"""How alike two names must be, from 0 to 1, to be called near."""


def matches(code: Code, letters: str) -> bool:
    """Whether the letters stand in the code's name or begin a part of a slug, now or of old."""
    wanted = letters.strip().casefold()
    slugs = (code.slug, *code.aliases)
    return wanted in code.name.casefold() or any(f"-{wanted}" in f"-{slug}" for slug in slugs)


def hits(codebook: Codebook, letters: str) -> frozenset[CodeId]:
    """The codes that match; none without letters."""
    if not letters.strip():
        return frozenset()
    return frozenset(code.id for code in codebook.codes if matches(code, letters))


def found(
    codebook: Codebook, letters: str, *, archived: bool, kept: Container[CodeId] = frozenset()
) -> frozenset[CodeId]:
    """The codes that the tree shows: those that match, with all above and all beneath them.

    Without letters, all; archived ones only where they are asked for. Those in `kept` are shown as
    if they matched: a code that is renamed while one looks at it does not go out of sight.
    """
    listed = frozenset(code.id for code in codebook.walk() if archived or not code.archived)
    if not letters.strip():
        return listed
    matching = hits(codebook, letters)
    shown: set[CodeId] = set()
    for code in listed:
        if code in matching or code in kept:
            shown |= codebook.descendants(code)
            shown |= {above.id for above in codebook.ancestors(code)}
    return listed & shown


def nearest(codebook: Codebook, letters: str) -> str:
    """The name most like the letters; empty where none is near."""
    names = {code.name.casefold(): code.name for code in codebook.walk() if not code.archived}
    words = {word: name for name in reversed(names) for word in name.split() if len(word) > 3}
    wanted = letters.strip().casefold()
    close = get_close_matches(wanted, names, 1, NEAR)
    if close:
        return names[close[0]]
    close = get_close_matches(wanted, words, 1, 0.7)
    return names[words[close[0]]] if close else ""

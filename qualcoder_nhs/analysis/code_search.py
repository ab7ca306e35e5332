"""Find a code by three letters: ranked, and each match says where it matched."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook
from qualcoder_nhs.domain.ids import CodeId

RECENT = 9


class Where(IntEnum):
    """What part of a code the letters were found in; the better place first."""

    RECENT = 0
    NAME_START = 1
    WORD_START = 2
    SLUG = 3
    INITIALS = 4
    PATH = 5
    DEFINITION = 6


@dataclass(frozen=True)
class Match:
    """A code found. `start` and `end` lie in `words`, the text that matched."""

    code: Code
    where: Where
    words: str = ""
    start: int = 0
    end: int = 0


def search(
    codebook: Codebook, letters: str, recent: Sequence[CodeId] = (), most: int = 50
) -> list[Match]:
    """The codes that may be put on words and fit the letters, best first.

    Without letters, the recent codes. Among matches of one kind, recent codes come first, then the
    order of the tree.
    """
    wanted = letters.strip().casefold()
    if not wanted:
        return recent_codes(codebook, recent)
    latest = {code: place for place, code in enumerate(recent[:RECENT])}
    found = [match for code in _usable(codebook) if (match := _match(codebook, code, wanted))]
    found.sort(key=lambda match: (_rank(match, latest), match.where))
    return found[:most]


def recent_codes(codebook: Codebook, recent: Sequence[CodeId]) -> list[Match]:
    """The latest nine that are still there and may still be used, latest first."""
    codes = (codebook.by_id.get(code) for code in recent)
    usable = [code for code in codes if code and may_be_used(code)]
    return [Match(code, Where.RECENT) for code in usable[:RECENT]]


def may_be_used(code: Code) -> bool:
    """Whether the code may be put on words."""
    return not code.archived and code.applicable is not Applicable.NO


def _usable(codebook: Codebook) -> list[Code]:
    return [code for code in codebook.walk() if may_be_used(code)]


def _rank(match: Match, latest: dict[CodeId, int]) -> int:
    """Recent codes first, but only where the letters stand in what the row shows of them."""
    if match.where <= Where.INITIALS and match.code.id in latest:
        return latest[match.code.id] - RECENT
    return int(match.where)


def _match(codebook: Codebook, code: Code, wanted: str) -> Match | None:
    for look in (_in_name, _in_slug, _in_initials):
        if match := look(code, wanted):
            return match
    path = codebook.path(code.id)
    return _within(code, Where.PATH, path, wanted) or _within(
        code, Where.DEFINITION, code.definition, wanted
    )


def _in_name(code: Code, wanted: str) -> Match | None:
    name = code.name.casefold()
    if name.startswith(wanted):
        return Match(code, Where.NAME_START, code.name, 0, len(wanted))
    word = re.search(rf"(?<!\w){re.escape(wanted)}", name)
    if word and len(name) == len(code.name):
        return Match(code, Where.WORD_START, code.name, *word.span())
    return None


def _in_slug(code: Code, wanted: str) -> Match | None:
    at = code.slug.casefold().find(wanted)
    return Match(code, Where.SLUG, code.slug, at, at + len(wanted)) if at >= 0 else None


def _in_initials(code: Code, wanted: str) -> Match | None:
    initials = "".join(word[0] for word in re.findall(r"\w+", code.name)).casefold()
    return Match(code, Where.INITIALS, code.name) if initials.startswith(wanted) else None


def _within(code: Code, where: Where, words: str, wanted: str) -> Match | None:
    at = words.casefold().find(wanted)
    return Match(code, where, words, at, at + len(wanted)) if at >= 0 else None

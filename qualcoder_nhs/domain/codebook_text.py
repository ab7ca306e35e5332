"""The words of a codebook: what a name, a slug and a colour may be, and how they are made so."""

import re
import unicodedata
from collections.abc import Container
from itertools import count

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
COLOUR = re.compile(r"#[0-9A-F]{6}", re.ASCII)
SLUG_LENGTH = 40
IN_VIVO_LENGTH = 60
NAMELESS = "code"
_BREAKS = str.maketrans({"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n"})
_NEVER_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text as every file format can carry it.

    Line ends become LF, characters that are no text go, white space goes at both ends; what stands
    between stays as it is. Cleaning twice is cleaning once.
    """
    broken = text.replace("\r\n", "\n").translate(_BREAKS)
    return _NEVER_TEXT.sub("", broken).strip()


def tidy_name(words: str) -> str:
    """A name as a coder types it: one line, single spaces."""
    return " ".join(clean(words).split())


def in_vivo_name(words: str) -> str:
    """A participant's own words as a name: whole words, at most sixty characters, else with `…`."""
    name = tidy_name(words)
    if len(name) <= IN_VIVO_LENGTH:
        return name
    room = name[:IN_VIVO_LENGTH]
    whole = room.rpartition(" ")[0] or room[:-1]
    return whole.rstrip(" ,;:–—-") + "…"


def is_slug(words: str) -> bool:
    """Whether this is ASCII letters and digits in lower case, joined by single hyphens."""
    return SLUG.fullmatch(words) is not None


def slug_for(name: str, taken: Container[str] = ()) -> str:
    """A slug for the name that is not among those taken; the same for the same name and taken.

    Accents are dropped, other characters become hyphens, long names are cut at a word, a name
    without a Latin letter or digit becomes `code`; where it is taken, a number follows.
    """
    plain = unicodedata.normalize("NFKD", name).casefold().replace("'", "").replace("’", "")
    parts = re.findall("[a-z0-9]+", unicodedata.normalize("NFKD", plain).translate(_MARKS))
    slug = _shortened("-".join(parts)) or NAMELESS
    if slug not in taken:
        return slug
    return next(f"{slug}-{n}" for n in count(2) if f"{slug}-{n}" not in taken)


def colour_of(words: str) -> str | None:
    """`#RRGGBB` in capitals, from `#rrggbb`, `rrggbb` or `#rgb`; None where it is no colour."""
    digits = words.strip().removeprefix("#").upper()
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}" if COLOUR.fullmatch(f"#{digits}") else None


class _CombiningMarks(dict[int, int | None]):
    """A translation that drops what stands above and below letters."""

    def __missing__(self, character: int) -> int | None:
        self[character] = None if unicodedata.combining(chr(character)) else character
        return self[character]


_MARKS = _CombiningMarks()


def _shortened(slug: str) -> str:
    if len(slug) <= SLUG_LENGTH:
        return slug
    return slug[: SLUG_LENGTH + 1].rpartition("-")[0] or slug[:SLUG_LENGTH]

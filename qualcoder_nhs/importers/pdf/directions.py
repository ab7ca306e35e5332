"""Words from right to left: a page holds them as they are drawn, not as they are read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from unicodedata import bidirectional, combining, normalize

from qualcoder_nhs.importers.paragraphs import Piece

_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FORMS = re.compile("[\ufb00-\ufb06\ufb1d-\ufbff\ufd50-\ufdfb\ufe70-\ufefc]+")
_TURNED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_OPENING, _CLOSING = "([{", ")]}"
_TIES = frozenset(".,:/-+'’%#$£€")
"""What stands within a number or a word from left to right, and does not end it."""

_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _NEITHER = "L", "R", "N"
_Sign = tuple[str, bool]
"""A letter with what is put on it, and whether it is bold."""


def goes_left(text: str) -> bool:
    """Whether any of it is written from right to left."""
    return bool(_RIGHT.search(text))


def is_from_right(texts: Iterable[str]) -> bool:
    """Whether most words of a document are written from right to left."""
    right = letters = 0
    for text in texts:
        right += len(_RIGHT.findall(text))
        letters += sum(letter.isalpha() for letter in text)
    return right * 2 > letters


def as_typed(text: str) -> str:
    """Letters as they are typed, where a font has a form of its own for two, or for their place."""
    return _FORMS.sub(lambda found: normalize("NFKC", found[0]), text)


def as_drawn(text: str) -> str:
    """The letters of one sign in the order in which those around it are drawn."""
    return text[::-1] if len(text) > 1 and goes_left(text) else text


def as_read(pieces: Sequence[Piece], *, from_right: bool) -> list[Piece]:
    """A line that was drawn from left to right, in the order in which it is read."""
    signs = list(_signs(pieces))
    kinds = iter(_kinds([sign for sign, _bold in signs]))
    stretches = [(kind, list(found)) for kind, found in groupby(signs, lambda _one: next(kinds))]
    ordered = list(_ordered(stretches, from_right=from_right))
    turn = _is_inside_out("".join(sign for sign, _bold in ordered))
    return [
        ("".join(_turned(sign) if turn else sign for sign, _bold in found), bold)
        for bold, found in groupby(ordered, lambda one: one[1])
    ]


def _ordered(stretches: list[tuple[str, list[_Sign]]], *, from_right: bool) -> Iterator[_Sign]:
    """In a line from the right the stretches are turned round, and so is each that goes left."""
    for kind, signs in reversed(stretches) if from_right else stretches:
        is_turned = kind == _RIGHT_TO_LEFT or (from_right and kind == _NEITHER)
        yield from reversed(signs) if is_turned else signs


def _is_inside_out(text: str) -> bool:
    """Whether brackets close before they open, as where a font draws each as the other."""
    found = [letter for letter in text if letter in _OPENING + _CLOSING]
    return bool(found) and found[0] in _CLOSING and found[-1] in _OPENING


def _turned(sign: str) -> str:
    return sign.translate(_TURNED)


def _signs(pieces: Sequence[Piece]) -> Iterator[_Sign]:
    """The letters, each with the marks that are drawn on it."""
    sign, was_bold = "", False
    for text, bold in pieces:
        for letter in text:
            if sign and combining(letter):
                sign += letter
                continue
            if sign:
                yield sign, was_bold
            sign, was_bold = letter, bold
    if sign:
        yield sign, was_bold


def _kinds(signs: Sequence[str]) -> list[str]:
    """For each sign which way it goes; a blank between two that go alike goes with them."""
    kinds = [_kind(sign[0]) for sign in signs]
    for at in range(1, len(kinds) - 1):
        if signs[at] in _TIES and kinds[at - 1] == kinds[at + 1] == _LEFT_TO_RIGHT:
            kinds[at] = _LEFT_TO_RIGHT
    ends = 0
    for kind, found in groupby(list(kinds)):
        begins, ends = ends, ends + len(list(found))
        between = kind == _NEITHER and begins > 0 and ends < len(kinds)
        if between and kinds[begins - 1] == kinds[ends] and "\t" not in signs[begins:ends]:
            kinds[begins:ends] = [kinds[ends]] * (ends - begins)
    return kinds


def _kind(letter: str) -> str:
    way = bidirectional(letter)
    if way in ("R", "AL"):
        return _RIGHT_TO_LEFT
    return _LEFT_TO_RIGHT if way in ("L", "EN", "AN") else _NEITHER

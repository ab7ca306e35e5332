"""The tokens of Rich Text: braces, control words with their numbers, bytes and words."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from qualcoder_nhs.importers.format import Endless

MOST = 700_000
"""Tokens; a transcript of a hundred thousand words has 400,000 at most."""

_LINE_ENDS = str.maketrans("", "", "\r\n")
_TOKEN = re.compile(
    r"""(?P<words>[^\\{}]+)
      | (?P<bytes>(?:\\'[0-9a-fA-F]{2}){1,5000})
      | \\(?P<word>[a-zA-Z]{1,40})(?P<number>-?\d{1,9})?\ ?
      | (?P<brace>[{}])
      | \\(?P<sign>[^a-zA-Z])
      | (?P<none>\\)""",
    re.VERBOSE | re.DOTALL,
)


class Kind(Enum):
    """What a token is."""

    WORDS = "words"
    WORD = "word"
    BRACE = "brace"
    SIGN = "sign"


class Token(NamedTuple):
    """`text` is the words, the word, the sign or the brace; a byte is a character below 256."""

    kind: Kind
    text: str
    number: int | None = None


def tokens_of(content: bytes) -> Iterator[Token]:
    """The tokens in their order, binary data left out.

    Raises:
        Endless: when there are far too many.
    """
    source, at, count = content.decode("latin-1"), 0, 0
    while found := _TOKEN.match(source, at):
        at, count = found.end(), count + 1
        if count > MOST:
            raise Endless
        token = _token(found)
        if token is None:
            continue
        if token.kind is Kind.WORD and token.text == "bin":
            at += max(0, token.number or 0)
        else:
            yield token


def _token(found: re.Match[str]) -> Token | None:
    """What was found; None for what means nothing, as the line ends of the file."""
    match found.lastgroup:
        case "words":
            words = found["words"].translate(_LINE_ENDS)
            return Token(Kind.WORDS, words) if words else None
        case "bytes":
            digits = found["bytes"].replace("\\'", "")
            return Token(Kind.WORDS, bytes.fromhex(digits).decode("latin-1"))
        case "word" | "number":
            number = found["number"]
            return Token(Kind.WORD, found["word"], int(number) if number else None)
        case "brace":
            return Token(Kind.BRACE, found["brace"])
        case "sign":
            return Token(Kind.SIGN, found["sign"])
    return None

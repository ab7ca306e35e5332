"""The steps in which a page is drawn, told apart by one pass over its bytes."""

import re
from binascii import unhexlify
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import Any

from qualcoder_nhs.importers.format import Endless

MOST_PIECES = 640_000
"""Of all pages; a program that sets each letter at a place of its own has two or three for it."""

# Numbers, and what they are given to: a step or words that are drawn at once, or a beginning.
_PIECE = re.compile(
    rb"""[\x00\s]*+ (?P<numbers>[-+.\d\x00\s]*+)
    (?: (?P<step>[A-Za-z'"][A-Za-z0-9*]*+)
      | \( (?P<plain>[^()\\\r]*+) \) (?:[\x00\s]*+ (?P<shown>Tj)(?=[\x00\s]))?
      | < (?P<hex>[0-9A-Fa-f\s]*+) >
      | / (?P<name>[^\x00\s()<>\[\]{}/%]*+)
      | \[ (?P<row>(?:[-+.\d\s]++ | \([^()\\\r]*+\) | <[0-9A-Fa-f\s]*+>)*+) \]
      | (?P<open> << | \[ ) | (?P<close> >> | \] ) | (?P<string>\() | %[^\r\n]*+ | (?P<none>.) )""",
    re.VERBOSE | re.DOTALL,
)
_IN_ROW = re.compile(rb"([-+.\d]++)|\(([^()]*+)\)|<([^>]*+)>")
_BRACKET = re.compile(rb"[()\\]")
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
_MEANT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NEVER = {b"\n", b"\r", b"\r\n"}
_PICTURE_ENDS = re.compile(rb"[\s\x00]EI(?=[\s\x00]|\Z)")
_KEPT = 64  # operands; no step that draws words has as many

_DONE = ("step", "shown")

Step = tuple[bytes, list[Any]]
"""What is done, and with what: numbers, bytes, names (as `str`), lists, dictionaries."""


@dataclass
class Steps:
    """Tells steps apart, and counts the pieces they are made of over all pages."""

    known: Container[bytes]
    _pieces: int = 0
    _operands: list[Any] = field(default_factory=list)
    _open: list[int] = field(default_factory=list)

    def of(self, content: bytes) -> Iterator[Step]:
        """The steps that are known, in their order.

        Raises:
            Endless: when there are far more pieces on the pages so far than in any transcript.
        """
        at = 0
        self._operands, self._open = [], []
        while found := _PIECE.match(content, at):
            at, kind = found.end(), found.lastgroup
            self._pieces += 1
            if self._pieces > MOST_PIECES:
                raise Endless
            if kind in _DONE:
                step = found[kind]
                if step in self.known:
                    self._take_numbers(found["numbers"])
                    if kind == "shown":
                        self._operands.append(found["plain"])
                    yield step, self._operands
                at = _behind_picture(content, at) if step == b"ID" else at
                self._operands, self._open = [], []
            else:
                self._take_numbers(found["numbers"])
                at = self._take(found, kind, content)

    def _take_numbers(self, numbers: bytes) -> None:
        if numbers and len(self._operands) < _KEPT:
            told = numbers.split()[-_KEPT:]
            try:
                self._operands.extend(list(map(float, told)))
            except ValueError:
                self._operands.extend(map(_number, told))

    def _take(self, found: re.Match[bytes], kind: str | None, content: bytes) -> int:
        """Keep what was found for the step that is to come; gives where it ends."""
        operands, at = self._operands, found.end()
        match kind:
            case "plain":
                operands.append(found["plain"])
            case "hex":
                operands.append(_of_hex(found["hex"]))
            case "row":
                row = _IN_ROW.findall(found["row"])
                self._pieces += len(row) // 2
                operands.append(list(map(_in_row, row)))
            case "name":
                operands.append("/" + found["name"].decode("latin-1"))
            case "open":
                self._open.append(len(operands))
            case "close":
                self._close(is_list=found["close"] == b"]")
            case "string":
                string, at = _string(content, at)
                operands.append(string)
        return at

    def _close(self, *, is_list: bool) -> None:
        """Put together what was opened last."""
        if self._open:
            at = self._open.pop()
            inner = self._operands[at:]
            self._operands[at:] = [inner if is_list else _dictionary(inner)]


def _number(digits: bytes) -> float:
    """Nought where they are none, as viewers read them."""
    try:
        return float(digits)
    except ValueError:
        return 0.0


def _in_row(found: tuple[bytes, bytes, bytes]) -> float | bytes:
    number, plain, digits = found
    return _number(number) if number else _of_hex(digits) if digits else plain


def _of_hex(digits: bytes) -> bytes:
    told = b"".join(digits.split())
    return unhexlify(told + b"0" * (len(told) % 2))


def _dictionary(inner: list[Any]) -> dict[str, Any]:
    pairs = zip(inner[::2], inner[1::2], strict=False)
    return {key: value for key, value in pairs if isinstance(key, str)}


def _string(content: bytes, begins: int) -> tuple[bytes, int]:
    """Words in brackets that hold brackets or signs; what never ends, ends with the page."""
    open_yet, at = 1, begins
    while found := _BRACKET.search(content, at):
        at = found.end()
        if found[0] == b"\\":
            at += 1
            continue
        open_yet += 1 if found[0] == b"(" else -1
        if not open_yet:
            return _ESCAPED.sub(_meant, content[begins : at - 1]), at
    return b"", len(content)


def _meant(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    if sign is None:
        return b"\n"
    if sign[:1].isdigit() and sign[:1] < b"8":
        return bytes([int(sign, 8) & 255])
    return b"" if sign in _NEVER else _MEANT.get(sign, sign)


def _behind_picture(content: bytes, at: int) -> int:
    found = _PICTURE_ENDS.search(content, at)
    return found.end() if found else len(content)

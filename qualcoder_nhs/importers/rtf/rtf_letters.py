"""The letters of Rich Text: bytes of many alphabets and numbered characters, made one text."""

from qualcoder_nhs.importers.paragraphs import on_one_line

UNREADABLE = "\ufffd"

_HIGH = range(0xD800, 0xDC00)
_LOW = range(0xDC00, 0xE000)
_ASTRAL = 0x10000


class Letters:
    """Gathers what stands between two changes of looks; `taken()` gives it and begins anew.

    Bytes are kept until their alphabet is over: in some, two of them are one letter.
    """

    def __init__(self) -> None:
        self._written: list[str] = []
        self._bytes = bytearray()
        self._encoding = ""
        self._high = 0
        self._skip = 0

    def add(self, words: str, encoding: str) -> None:
        """Characters below 256 that are bytes of an alphabet, but for those to be skipped."""
        skipped = min(self._skip, len(words))
        self._skip -= skipped
        if encoding != self._encoding:
            self._decode()
            self._encoding = encoding
        self._bytes += words[skipped:].encode("latin-1")

    def add_numbered(self, number: int, instead: int) -> None:
        """A character by its number; `instead` is how many follow for readers who know none."""
        self._decode()
        code = number + _ASTRAL if number < 0 else number
        if code in _HIGH:
            self._end_pair()
            self._high = code
        elif self._high and code in _LOW:
            pair = (self._high - _HIGH.start) * 0x400 + code - _LOW.start
            self._written.append(chr(_ASTRAL + pair))
            self._high = 0
        else:
            self._end_pair()
            known = 0 <= code <= 0x10FFFF and code not in _LOW
            self._written.append(on_one_line(chr(code)) if known else UNREADABLE)
        self._skip = instead

    def add_sign(self, sign: str) -> None:
        """A character that is meant as it is."""
        self._decode()
        self._end_pair()
        self._written.append(sign)

    def skip_no_more(self) -> None:
        """What stands for a numbered character ends where a group or a control word begins."""
        self._skip = 0

    def taken(self) -> str:
        """What came together."""
        self._decode()
        self._end_pair()
        words = "".join(self._written)
        self._written.clear()
        return words

    def _decode(self) -> None:
        if self._bytes:
            self._end_pair()
            words = self._bytes.decode(self._encoding, errors="replace")
            self._written.append(on_one_line(words).replace("\0", ""))
            self._bytes.clear()

    def _end_pair(self) -> None:
        """Half a pair of numbers is no character."""
        if self._high:
            self._written.append(UNREADABLE)
            self._high = 0

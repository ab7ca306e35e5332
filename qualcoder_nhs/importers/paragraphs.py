"""Paragraphs from the runs a document is made of: lines, with how much of each is bold."""

from collections.abc import Iterable, Iterator

from qualcoder_nhs.importers.turns import Line

Piece = tuple[str, bool]
"""Words, and whether they are bold; a line feed in them begins another line."""

_CONTROL = map(chr, (*range(9), *range(0x0E, 0x20), 0xFFFE, 0xFFFF))
_MEANT = str.maketrans(
    dict.fromkeys("\n\r\v\f\x85\u2028\u2029", " ") | dict.fromkeys(_CONTROL, "\ufffd")
)


def on_one_line(words: str) -> str:
    """Words of a document: its line ends mean a blank, and what is no letter is marked."""
    return words.translate(_MEANT)


def lines_from(pieces: Iterable[Piece]) -> Iterator[Line]:
    """The lines of one paragraph; at least one."""
    written = list(pieces)
    text = "".join(words for words, _bold in written)
    bold = "".join(("1" if is_bold else "0") * len(words) for words, is_bold in written)
    start = 0
    for line in text.split("\n"):
        marks = bold[start : start + len(line)]
        yield Line(line, len(marks) - len(marks.lstrip("1")))
        start += len(line) + 1

"""Paragraphs from the runs a document is made of: lines, with how much of each is bold."""

from collections.abc import Iterable, Iterator

from qualcoder_nhs.importers.turns import Line

Piece = tuple[str, bool]
"""Words, and whether they are bold; a line feed in them begins another line."""

_LINE_END = str.maketrans(dict.fromkeys("\n\r\v\f\x85\u2028\u2029", " "))


def on_one_line(words: str) -> str:
    """Words of a document without the line ends that stand in its source: they mean a blank."""
    return words.translate(_LINE_END)


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

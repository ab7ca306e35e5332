"""The words of a Word paragraph as lines, with how much of each is bold."""

from collections.abc import Iterator
from typing import Any

from qualcoder_nhs.importers.turns import Line

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_OFF = {"0", "false", "off", "none"}
_LEFT_OUT = {f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"}
_WRITTEN = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "‑", f"{W}softHyphen": ""}


def lines_of(paragraph: Any) -> Iterator[Line]:
    """The paragraph's lines: soft breaks separate them as paragraphs do."""
    pieces = list(_pieces(paragraph))
    text = "".join(words for words, _bold in pieces)
    bold = "".join(("1" if is_bold else "0") * len(words) for words, is_bold in pieces)
    start = 0
    for line in text.split("\n"):
        marks = bold[start : start + len(line)]
        yield Line(line, len(marks) - len(marks.lstrip("1")))
        start += len(line) + 1


def _pieces(element: Any) -> Iterator[tuple[str, bool]]:
    """Runs in order, through links and content controls; tracked changes are left out."""
    for child in element:
        if child.tag == f"{W}r":
            yield _written(child), _is_bold(child)
        elif child.tag not in _LEFT_OUT and child.tag != f"{W}pPr":
            yield from _pieces(child)


def _written(run: Any) -> str:
    words = []
    for child in run:
        if child.tag == f"{W}t":
            words.append((child.text or "").replace("\n", " "))
        elif child.tag == f"{W}br":
            words.append("\n" if child.get(f"{W}type") in (None, "textWrapping") else "")
        else:
            words.append(_WRITTEN.get(child.tag, ""))
    return "".join(words)


def _is_bold(run: Any) -> bool:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    bold = properties.find(f"{W}b")
    if bold is not None:
        return bold.get(f"{W}val", "1") not in _OFF
    style = properties.find(f"{W}rStyle")
    return style is not None and style.get(f"{W}val") in ("Strong", "Bold")

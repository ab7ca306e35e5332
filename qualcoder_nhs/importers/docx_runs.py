"""The words of a Word paragraph as lines, with how much of each is bold."""

from collections.abc import Iterator
from typing import Any

from qualcoder_nhs.importers.turns import Line

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

TEXT_BOX = f"{W}txbxContent"
OLD_PROGRAMS = f"{MC}Fallback"
"""What Word writes a second time, for programs that know no text boxes."""

_OFF = {"0", "false", "off", "none"}
_LEFT_OUT = {
    *(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "pPr", "rt")),
    TEXT_BOX,
    OLD_PROGRAMS,
}
_WRITTEN = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "‑", f"{W}ptab": "\t"}
_LINE_END = str.maketrans(dict.fromkeys("\n\r\x85\u2028\u2029", " "))


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
        elif child.tag not in _LEFT_OUT:
            yield from _pieces(child)


def _written(run: Any) -> str:
    words = []
    for child in run:
        if child.tag == f"{W}t":
            words.append((child.text or "").translate(_LINE_END))
        elif child.tag == f"{W}br":
            words.append("\n")
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

"""The words of a Word paragraph as lines, with how much of each is bold."""

from collections.abc import Iterator
from typing import Any

from qualcoder_nhs.importers.paragraphs import Piece, lines_from, on_one_line
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


def lines_of(paragraph: Any) -> Iterator[Line]:
    """The paragraph's lines: soft breaks separate them as paragraphs do."""
    yield from lines_from(_pieces(paragraph))


def _pieces(element: Any) -> Iterator[Piece]:
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
            words.append(on_one_line(child.text or ""))
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

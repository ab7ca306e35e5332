"""The words of a Word paragraph as lines, with how much of each is bold."""

from collections.abc import Iterator
from typing import Any

from qualcoder_nhs.importers.paragraphs import Piece, lines_from, on_one_line
from qualcoder_nhs.importers.turns import Line

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

FORMULA = f"{M}oMath"
TEXT_BOX = f"{W}txbxContent"
OLD_PROGRAMS = f"{MC}Fallback"
"""What Word writes a second time, for programs that know no text boxes."""

_GONE = ("del", "moveFrom")
_OFF = {"0", "false", "off", "none"}
_LEFT_OUT = {
    *(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rt")),
    FORMULA,
    TEXT_BOX,
    OLD_PROGRAMS,
}
_WRITTEN = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "‑", f"{W}ptab": "\t"}


def lines_of(*paragraphs: Any) -> Iterator[Line]:
    """The lines of a paragraph, or of several that are one: soft breaks separate them, too."""
    yield from lines_from(piece for paragraph in paragraphs for piece in _pieces(paragraph))


def goes_on(paragraph: Any) -> bool:
    """Whether its end was deleted, so that the paragraph behind it is one with it."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(f"{W}{one}") is not None for one in _GONE)


def is_hidden(run: Any) -> bool:
    """Whether a run is not shown."""
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(f"{W}val", "1") not in _OFF


def _pieces(element: Any) -> Iterator[Piece]:
    """Runs in order, through links, content controls and insertions, but for what was deleted."""
    for child in element:
        if child.tag == f"{W}r":
            if not is_hidden(child):
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

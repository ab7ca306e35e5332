"""Setting paragraphs in a Word file fast: one pattern of each kind, copied and filled."""

import re
import unicodedata
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

TAB = "\t"

_TEXT, _RUN, _RUN_LOOK, _PARAGRAPH_LOOK = qn("w:t"), qn("w:r"), qn("w:rPr"), qn("w:pPr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True)
class Pattern:
    """A kind of paragraph: its style and, for each run, a character style, None or a `TAB`.

    `with_next` keeps it on one page with the paragraph after it, or lets it go; `opening` is how
    many points it stands away from what is above. None is as its style says.
    """

    style: str
    runs: tuple[str | None, ...] = (None,)
    with_next: bool | None = None
    opening: float | None = None


class Setter:
    """Adds paragraphs at the end of a document.

    python-docx looks through the whole document for each paragraph it adds, which takes minutes for
    a large study; here it makes the first of each kind, and the others are copies.
    """

    def __init__(self, document: Any) -> None:
        self._document = document
        self._end = document.element.body.sectPr
        self._made: dict[Pattern, Any] = {}

    def add(self, pattern: Pattern, *words: str) -> None:
        """One paragraph, with words for each run that is no tab. Runs without words are dropped."""
        made = self._made.get(pattern)
        if made is None:
            made = self._made[pattern] = self._pattern(pattern)
        paragraph = deepcopy(made)
        for text, said in zip(list(paragraph.iter(_TEXT)), words, strict=True):
            _fill(text, said)
        if any(map(_RIGHT_TO_LEFT.search, words)):
            _turn(paragraph, words)
        self._end.addprevious(paragraph)

    def _pattern(self, pattern: Pattern) -> Any:
        paragraph = self._document.add_paragraph(style=pattern.style)
        if pattern.with_next is not None:
            paragraph.paragraph_format.keep_with_next = pattern.with_next
        if pattern.opening is not None:
            paragraph.paragraph_format.space_before = Pt(pattern.opening)
        for run in pattern.runs:
            if run == TAB:
                paragraph.add_run().add_tab()
            else:
                paragraph.add_run("-", style=run)
        element = paragraph._p  # noqa: SLF001  (the element is what is copied)
        for text in element.iter(_TEXT):
            text.set(_SPACE, "preserve")
        self._document.element.body.remove(element)
        return element


def _fill(text: Any, said: str) -> None:
    run = text.getparent()
    if not said:
        run.getparent().remove(run)
        return
    first, *rest = said.split(TAB)
    text.text = first
    for piece in rest:
        run.append(OxmlElement("w:tab"))
        more = deepcopy(text)
        more.text = piece
        run.append(more)


def _turn(paragraph: Any, words: tuple[str, ...]) -> None:
    """Tell Word which runs read from right to left, and the paragraph where its words begin so."""
    for run in paragraph.iter(_RUN):
        said = "".join(text.text or "" for text in run.iter(_TEXT))
        if _begins_right_to_left(said):
            look = run.find(_RUN_LOOK)
            if look is None:
                look = OxmlElement("w:rPr")
                run.insert(0, look)
            look.append(OxmlElement("w:rtl"))
    if _begins_right_to_left(max(words, key=len)):
        _turn_paragraph(paragraph.find(_PARAGRAPH_LOOK))


def _turn_paragraph(look: Any) -> None:
    """The schema wants this before spacing."""
    spacing = look.find(qn("w:spacing"))
    turned = OxmlElement("w:bidi")
    if spacing is None:
        look.append(turned)
    else:
        spacing.addprevious(turned)


def _begins_right_to_left(words: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    kinds = (unicodedata.bidirectional(character) for character in words)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"

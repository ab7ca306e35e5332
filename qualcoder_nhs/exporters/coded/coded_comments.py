"""Comments in a Word file, thousands of them.

python-docx looks through all comments for each one it adds; here they are written in one go into
the part that it makes for them.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from qualcoder_nhs.domain.coded_transcript import Mark
from qualcoder_nhs.exporters.coded.coded_format import remarks
from qualcoder_nhs.exporters.legible import Legible

_REFERENCE = "CommentReference"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Comments:
    """The comments of one document."""

    def __init__(self, document: Any, legible: Legible) -> None:
        self._part = document.comments._comments_elm  # noqa: SLF001  (nothing public takes many)
        self._legible = legible

    def add(self, marks: Iterable[Mark]) -> None:
        """One for each mark, with the mark's number as its own."""
        self._part.extend(self._comment(number, mark) for number, mark in enumerate(marks))

    def _comment(self, number: int, mark: Mark) -> Any:
        comment = OxmlElement("w:comment")
        made = mark.made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        told = (("id", number), ("author", mark.coder), ("initials", mark.initials), ("date", made))
        for name, value in told:
            comment.set(qn(f"w:{name}"), self._legible(str(value)))
        comment.append(_line(self._legible(mark.path), opening=True))
        comment.extend(_line(self._legible(words)) for words in remarks(mark))
        return comment


def range_start(number: int) -> Any:
    """Where a comment's words begin."""
    return _numbered("commentRangeStart", number)


def range_end(number: int) -> Iterator[Any]:
    """Where a comment's words end, and the run by which Word finds the comment."""
    yield _numbered("commentRangeEnd", number)
    run = _styled_run(_REFERENCE)
    run.append(_numbered("commentReference", number))
    yield run


def _line(words: str, *, opening: bool = False) -> Any:
    line = OxmlElement("w:p")
    look, style = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
    style.set(qn("w:val"), "CommentText")
    look.append(style)
    line.append(look)
    if opening:
        mark = _styled_run(_REFERENCE)
        mark.append(OxmlElement("w:annotationRef"))
        line.append(mark)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.set(_SPACE, "preserve")
    text.text = words
    run.append(text)
    line.append(run)
    return line


def _styled_run(style: str) -> Any:
    run, look, named = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:rStyle")
    named.set(qn("w:val"), style)
    look.append(named)
    run.append(look)
    return run


def _numbered(name: str, number: int) -> Any:
    element = OxmlElement(f"w:{name}")
    element.set(qn("w:id"), str(number))
    return element

"""The contents of a Word file: a real field, filled already, whose lines lead to the headings."""

from collections.abc import Iterator, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_NAME = "_Toc{:08d}"


class Marked:
    """Puts a mark on each heading, in the order in which the contents name them."""

    def __init__(self, document: Any) -> None:
        self._document, self._marks = document, 0

    def last(self) -> Paragraph:
        """The paragraph that was added last."""
        return Paragraph(self._document.element.body.sectPr.getprevious(), self._document)

    def count(self) -> int:
        """How many paragraphs and tables there are."""
        return len(self._document.element.body) - 1

    def since(self, first: int) -> Iterator[Paragraph]:
        """The paragraphs added since there were so many, the last one first."""
        body = self._document.element.body
        for at in range(len(body) - 2, first - 1, -1):
            yield Paragraph(body[at], self._document)

    def mark(self, paragraph: Paragraph) -> None:
        """Mark a heading that the contents may name."""
        self._marks += 1
        ends = (OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd"))
        for end in ends:
            end.set(qn("w:id"), str(self._marks))
        ends[0].set(qn("w:name"), _NAME.format(self._marks))
        element = paragraph._p  # noqa: SLF001  (python-docx has no door to bookmarks)
        first = next(element.iter(qn("w:r")))
        first.addprevious(ends[0])
        element.append(ends[1])


def add_contents(document: Any, names: Sequence[tuple[int, int, str]], levels: int) -> None:
    """A line for each heading: its level, its number among all headings, and its words.

    There are no page numbers until Word makes the field anew: only it knows them.
    """
    if not names:
        return
    lines = [_line(document, level, number, words) for level, number, words in names]
    start = [_field("begin"), _instruction(levels), _field("separate")]
    properties = lines[0].find(qn("w:pPr"))
    for run in reversed(start):
        properties.addnext(run)
    lines[-1].append(_field("end"))


def _line(document: Any, level: int, number: int, words: str) -> Any:
    paragraph = document.add_paragraph(style=f"toc {level}")
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _NAME.format(number))
    link.set(qn("w:history"), "1")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(text)
    link.append(run)
    paragraph._p.append(link)  # noqa: SLF001  (python-docx has no door to links within a file)
    return paragraph._p  # noqa: SLF001


def _field(kind: str) -> Any:
    run, mark = OxmlElement("w:r"), OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    return run


def _instruction(levels: int) -> Any:
    run, words = OxmlElement("w:r"), OxmlElement("w:instrText")
    words.text = f' TOC \\o "1-{levels}" \\n \\h \\z \\u '
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words)
    return run

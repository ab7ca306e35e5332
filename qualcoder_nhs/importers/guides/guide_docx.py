"""Topic guides as Word files: the numbers and bullets that Word makes become part of the lines."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.safety import word_file

_LEVELS = 9


def guide_text(path: Path) -> str:
    """The paragraphs as lines, listed ones with their number or bullet and indented by level.

    Raises:
        BadFile: when it is no Word file.
    """
    content = word_file(path)
    try:
        document = Document(content)
        return "\n".join(_lines(document))
    except Exception as error:  # a hostile file raises whatever its reader stumbles on
        raise BadFile(path.name, _("it is damaged or no Word file.")) from error


def _lines(document: Any) -> Iterator[str]:
    formats = _formats(document)
    numbers: Counter[tuple[str, int]] = Counter()
    for paragraph in document.paragraphs:
        for words in paragraph.text.splitlines() or [""]:
            listed = _listed(paragraph)
            if listed is None or not words.strip():
                yield words
                continue
            numbers[listed] += 1
            for level in range(listed[1] + 1, _LEVELS):
                numbers[listed[0], level] = 0
            bullet = formats.get(listed, "bullet") == "bullet"
            mark = "- " if bullet else f"{numbers[listed]}. "
            yield "    " * listed[1] + mark + words.strip()


def _listed(paragraph: Any) -> tuple[str, int] | None:
    """The list a paragraph stands in, with its level there, by itself or by its style."""
    element = paragraph._p  # noqa: SLF001  (python-docx has no door to lists)
    own = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    style = paragraph.style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    for found in (own, style):
        if found is not None and found.find(qn("w:numId")) is not None:
            level = found.find(qn("w:ilvl"))
            depth = 0 if level is None else int(level.get(qn("w:val")))
            return found.find(qn("w:numId")).get(qn("w:val")), min(depth, _LEVELS - 1)
    return None


def _formats(document: Any) -> dict[tuple[str, int], str]:
    """How each list numbers each of its levels."""
    try:
        numbering = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    levels = {
        (one.get(qn("w:abstractNumId")), int(level.get(qn("w:ilvl")))): _value(level, "w:numFmt")
        for one in numbering.findall(qn("w:abstractNum"))
        for level in one.findall(qn("w:lvl"))
    }
    return {
        (one.get(qn("w:numId")), level): formatted
        for one in numbering.findall(qn("w:num"))
        for (abstract, level), formatted in levels.items()
        if _value(one, "w:abstractNumId") == abstract
    }


def _value(element: Any, name: str) -> str:
    found = element.find(qn(name))
    return "" if found is None else str(found.get(qn("w:val")))

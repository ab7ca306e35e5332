"""Word files as tests want them: paragraphs from runs, tables from cells, raw XML in between."""

import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def saved(document: Any, path: Path) -> Path:
    """The document as a file."""
    document.save(str(path))
    return path


def bold_labels(document: Any, talk: Sequence[tuple[str, str]]) -> None:
    """A paragraph for each: what is bold, then what is not."""
    for label, words in talk:
        paragraph = document.add_paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run(words)


def table(document: Any, rows: Sequence[Sequence[str]]) -> Any:
    """A table with these cells."""
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(made.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    return made


def raw(document: Any, xml: str) -> None:
    """An element of the body, written as it stands in the file."""
    element = parse_xml(xml.replace(">", f" {NS}>", 1))
    document.element.body.insert(len(document.element.body) - 1, element)


def run(words: str) -> str:
    """A run as XML."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def repacked(path: Path, change: Callable[[str, bytes], bytes | None], to: Path) -> Path:
    """The file with its parts changed; a part that becomes None is left out."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return to


def small_docx() -> bytes:
    """A few turns under bold labels."""
    document = docx.Document()
    bold_labels(document, [("P1:", "\tOne."), ("P2:", "\tTwo."), ("P1:", "\tThree.")])
    out = BytesIO()
    document.save(out)
    return out.getvalue()

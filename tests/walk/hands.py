"""What is done again and again on the Agreement desk, and a Word file as it is read back."""

from pathlib import Path

from docx import Document
from PySide6.QtWidgets import QFileDialog, QPushButton
from walk.somebody import Somebody


def go_to(person: Somebody, page: str) -> None:
    """A page of the Agreement desk."""
    person.menu("desk:agreement")
    person.settle()
    person.room.desks["agreement"].desk.show_page(page)
    person.settle()


def press(person: Somebody, button: QPushButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    person.click(button)
    person.settle()


def name_file(person: Somebody, path: Path) -> None:
    """Answer the system's dialog."""
    dialog = person.dialog(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def written(word: Path) -> list[tuple[str, str]]:
    """The paragraphs of a Word file with their styles."""
    return [(line.style.name, line.text) for line in Document(str(word)).paragraphs]

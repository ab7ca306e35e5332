"""Asking for files with the system's own dialogs, without stopping the program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

Then = Callable[[Path], None]


def ask_to_open(parent: QWidget, title: str, folder: Path, kinds: str, then: Then) -> QFileDialog:
    """Ask for a file that is there; `kinds` as Qt's filters write them."""
    dialog = _dialog(parent, title, folder, kinds, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def ask_to_open_several(
    parent: QWidget, title: str, folder: Path, kinds: str, then: Callable[[list[Path]], None]
) -> QFileDialog:
    """Ask for files that are there, one or more."""
    dialog = QFileDialog(parent, title, str(folder), kinds)
    dialog.filesSelected.connect(lambda files: then([Path(file) for file in files]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.open()
    return dialog


def ask_for_folder(parent: QWidget, title: str, folder: Path, then: Then) -> QFileDialog:
    """Ask for a folder that is there."""
    dialog = _dialog(parent, title, folder, "", then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def ask_to_save(parent: QWidget, title: str, file: Path, kinds: str, then: Then) -> QFileDialog:
    """Ask where to put a file; the system itself asks before one is replaced."""
    dialog = _dialog(parent, title, file.parent, kinds, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(file.suffix.removeprefix("."))
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_suffix(kind)))
    dialog.selectFile(str(file))
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, folder: Path, kinds: str, then: Then) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder), kinds)
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def _suffix(kind: str) -> str:
    """The suffix that a filter such as `Excel (*.xlsx)` lets through."""
    return kind.rpartition("*.")[2].rstrip(")")

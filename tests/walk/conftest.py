"""A window from the program's own start, and files as transcribers send them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walk.files import FG8, FG9, write_captured, write_word
from walk.somebody import Somebody

from qualcoder_nhs import settings
from qualcoder_nhs.settings import Settings
from qualcoder_nhs.ui.start import make_window


@pytest.fixture
def come_in(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[], Somebody]]:
    """Starts the program, as often as wished; every window is closed in the end."""
    settings.save(Settings(coder="HL"))
    inside: list[Somebody] = []

    def start() -> Somebody:
        inside.append(Somebody(make_window(qapp), qtbot))
        return inside[-1]

    yield start
    for person in inside:
        person.leave()


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    """FG9 as Word writes it."""
    return write_word(tmp_path / "FG9.docx", FG9)


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    """FG8 as a Windows editor writes it, with a mark at its start and CRLF line ends."""
    return write_captured(tmp_path / "FG8.txt", FG8)

"""An import page with readable files to bring in."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from transcript_material import Shelf
from ui.importing.hands import TEXTS

from qualcoder_nhs.ui.importing.page import ImportPage
from qualcoder_nhs.ui.look import theme


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(TEXTS)


@pytest.fixture
def page(qtbot: QtBot, shelf: Shelf) -> Iterator[ImportPage]:
    made = ImportPage(theme.Theme(), shelf.read, shelf.hash_file, list)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    yield made
    made.close_readers()

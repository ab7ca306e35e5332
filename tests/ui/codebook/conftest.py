"""The codebook pane with a small codebook, and what it wished for."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from ui.codebook_material import (
    TREE,
)

from qualcoder_nhs.ui.codebook.pane import CodebookPane
from qualcoder_nhs.ui.look.theme import Theme


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[CodebookPane]:
    made = CodebookPane(Theme())
    QAbstractItemModelTester(
        made.tree.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    made.show_tree(TREE)
    made.resize(268, 600)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def wished(pane: CodebookPane) -> list[Any]:
    told: list[Any] = []
    pane.action_wanted.connect(told.append)
    return told

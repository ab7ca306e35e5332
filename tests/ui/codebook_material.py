"""A small codebook, and short ways to work on it in its pane."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook, CodeSet, SetKind
from qualcoder_nhs.domain.ids import CodeId, CodeSetId
from qualcoder_nhs.queries.codebook_tree import CodebookTree
from qualcoder_nhs.ui.codebook.pane import CodebookPane
from qualcoder_nhs.ui.codebook.tree_model import TreeModel

ALT = Qt.KeyboardModifier.AltModifier


def a_code(slug: str, name: str, parent: str | None = None, **fields: Any) -> Code:
    return Code(CodeId(slug), slug, name, CodeId(parent) if parent else None, **fields)


BOOK = Codebook(
    (
        a_code("tru", "Trust", applicable=Applicable.NO),
        a_code("tru-voice", "Candour and voice", "tru", applicable=Applicable.HOLDING),
        a_code("tru-up", "Speaking up", "tru-voice", position=0),
        a_code("tru-back", "Holding back", "tru-voice", position=1, definition="Says less."),
        a_code("tru-old", "Old one", "tru", position=1, archived=True),
        a_code("fin", "Finance tension", position=1, applicable=Applicable.NO),
        a_code("fin-squeeze", "The squeeze", "fin"),
    ),
    (
        CodeSet(
            CodeSetId("one"),
            SetKind.EXCLUSIVE,
            "Voice",
            "speaker-turn",
            "",
            (CodeId("tru-up"), CodeId("tru-back")),
        ),
    ),
)
COUNTS = {CodeId("tru-up"): 2, CodeId("tru-back"): 3}
BENEATH = COUNTS | {CodeId("tru-voice"): 5, CodeId("tru"): 5}
TREE = CodebookTree(BOOK, COUNTS, BENEATH)


def stand_on(pane: CodebookPane, code: str) -> None:
    for above in BOOK.ancestors(CodeId(code)):
        pane.tree.expand(pane.tree.rows.place(above.id))
    pane.tree.go_to(CodeId(code))
    pane.tree.setFocus()


def listed(model: TreeModel, parent: QModelIndex | None = None) -> list[str]:
    """Every name in the tree, parents before children."""
    names = []
    for row in range(model.rowCount(parent or QModelIndex())):
        index = model.index(row, 0, parent or QModelIndex())
        names += [index.data(), *listed(model, index)]
    return names


def pick(menu: QMenu, words: str) -> None:
    action = next(a for a in every(menu) if a.text().split("\t")[0] == words)
    action.trigger()


def every(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        yield action
        below = action.menu()
        if isinstance(below, QMenu):
            yield from every(below)


def with_codes(*changed: Code) -> Codebook:
    """The codebook with some of its codes changed."""
    changes = {code.id: code for code in changed}
    return Codebook(tuple(changes.get(code.id, code) for code in BOOK.codes), BOOK.sets)


def press(box: QWidget, words: str) -> None:
    """Click the button with these words."""
    button = next(one for one in box.findChildren(QPushButton) if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

"""Words dropped on the codebook go onto the row under the mouse, never between rows."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.ids import CodeId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.codebook_tree import CodebookTree
from qualcoder_nhs.ui.codebook.tree_view import TreeView
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.mime import Passage, put_passage

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PASSAGE = Passage(TranscriptId("t"), Span(2, 9))


def code(name: str, parent: str | None) -> Code:
    above = CodeId(parent) if parent else None
    return Code(CodeId(name), name, name.capitalize(), parent=above)


def test_words_on_the_edge_of_a_row_go_to_that_row(qtbot):
    tree = TreeView(Theme())
    qtbot.addWidget(tree)
    book = Codebook((code("trust", None), code("bond", "trust"), code("system", "trust")))
    tree.rows.show(CodebookTree(book, {}, {}))
    tree.expandAll()
    tree.show()
    dropped = []
    tree.rows.passage_dropped.connect(lambda passage, onto: dropped.append((passage, onto)))
    row = tree.visualRect(tree.rows.place(CodeId("system")))
    for place in (row.topLeft(), row.center(), row.bottomLeft()):
        drop(tree, QPointF(place.x() + 20, place.y()))
    assert dropped == [(PASSAGE, "system")] * 3


def drop(tree: TreeView, place: QPointF) -> None:
    mime = QMimeData()
    put_passage(mime, PASSAGE, "seven")
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place.toPoint(), copy, mime, LEFT, NONE)
    tree.dragEnterEvent(enter)
    tree.dragMoveEvent(QDragMoveEvent(place.toPoint(), copy, mime, LEFT, NONE))
    tree.dropEvent(QDropEvent(place, copy, mime, LEFT, NONE))

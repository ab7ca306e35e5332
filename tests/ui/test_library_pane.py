"""The transcripts pane: opened with a click, renamed in place, with how far one has come."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from qualcoder_nhs.domain.ids import GroupId, TranscriptId
from qualcoder_nhs.domain.transcript import TranscriptSummary
from qualcoder_nhs.queries.library import Shelved
from qualcoder_nhs.ui.library.model import percent
from qualcoder_nhs.ui.library.pane import LibraryPane
from qualcoder_nhs.ui.look.theme import Theme


def shelved(name: str, coded: int = 0, turns: int = 10) -> Shelved:
    summary = TranscriptSummary(TranscriptId(name), name, 9000, 1500, turns, GroupId("g"))
    return Shelved(summary, "medical director", 7, coded, turns)


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[LibraryPane]:
    made = LibraryPane(Theme())
    QAbstractItemModelTester(
        made.list.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    made.show_transcripts([shelved("FG1", 4), shelved("FG2")])
    made.resize(268, 400)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_a_click_opens_a_transcript(pane: LibraryPane, qtbot: QtBot) -> None:
    place = pane.list.visualRect(pane.list.rows.index(1)).center()
    with qtbot.waitSignal(pane.opened) as opened:
        qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == ["FG2"]


def test_asking_for_a_menu_leaves_the_mark_where_it_is(pane: LibraryPane, qtbot: QtBot) -> None:
    pane.choose(TranscriptId("FG1"))
    place = pane.list.visualRect(pane.list.rows.index(1)).center()
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert pane.list.currentIndex().row() == 0


def test_enter_opens_what_the_keys_stand_on(pane: LibraryPane, qtbot: QtBot) -> None:
    pane.choose(TranscriptId("FG1"))
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.opened) as opened:
        qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert opened.args == ["FG2"]


def test_f2_renames_in_place(pane: LibraryPane, qtbot: QtBot) -> None:
    pane.choose(TranscriptId("FG1"))
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_F2)
    editor = pane.list.focusWidget()
    assert editor is not None
    with qtbot.waitSignal(pane.renamed) as renamed:
        qtbot.keyClicks(editor, "Group one")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == ["FG1", "Group one"]


def test_a_row_speaks_whole(pane: LibraryPane) -> None:
    spoken = pane.list.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ("FG1, medical director, 7 participants, you coded 4 of 10 turns, 1,500 words")


def test_new_counts_keep_the_list_as_it_is_chosen(pane: LibraryPane) -> None:
    pane.choose(TranscriptId("FG2"))
    pane.show_transcripts([shelved("FG1", 5), shelved("FG2", 1)])
    assert pane.list.rows.transcript(pane.list.currentIndex()) == "FG2"


@pytest.mark.parametrize(
    ("coded", "turns", "words"),
    [(0, 10, "0 %"), (1, 1000, "1 %"), (999, 1000, "99 %"), (10, 10, "100 %"), (0, 0, "0 %")],
)
def test_the_share_says_neither_all_nor_nothing_before_it_is(
    coded: int, turns: int, words: str
) -> None:
    assert percent(shelved("FG1", coded, turns)) == words


def test_an_empty_list_says_so(pane: LibraryPane) -> None:
    pane.show_transcripts([])
    assert pane._nothing.isVisible()
    assert not pane.list.isVisible()


def test_a_study_that_is_only_read_offers_only_to_open(pane: LibraryPane) -> None:
    index = pane.list.rows.index(0)
    words = [a.text() for a in pane.menu_for(TranscriptId("FG1"), index).actions()]
    assert "Forget for good…" in words
    pane.set_writable(writable=False)
    assert [a.text() for a in pane.menu_for(TranscriptId("FG1"), index).actions()] == ["Open"]

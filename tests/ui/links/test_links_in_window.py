"""Links in a whole window: made with keys or the turn's menu, on disk at once, undone by name."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from ui.whole_window import Desk

from qualcoder_nhs.actions.links import LinkTurns
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.queries.coding_page import coding_page
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.code.turn_menu import OFFERED
from qualcoder_nhs.ui.frame.workroom import Workroom

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(desk: Desk, study_file: Path) -> Workroom:
    return desk.open(study_file)


def stand(room: Workroom, turn: int) -> None:
    view = room.code.desk.view
    view.setFocus()
    view.put_caret(view.state.page.transcript.turns[turn - 1].words.start)


def standing(desk: Desk) -> list[tuple[int, int, str]]:
    return [(one.turn, one.target, one.kind.value) for one in desk.study.ask(Reader.links)]


def page_is_fresh(desk: Desk) -> bool:
    shown = desk.room.code.desk.state.page
    return shown == desk.study.ask(coding_page, shown.transcript.id)


def test_a_key_and_a_letter_link_and_undo_takes_it_back_by_name(desk: Desk, room: Workroom) -> None:
    stand(room, 3)
    view = room.code.desk.view
    QTest.keyClicks(view, "ls")
    desk.settle()
    assert standing(desk) == [(3, 2, "soft dissent")]
    assert page_is_fresh(desk)
    assert desk.window.menus.action("undo").text() == "Undo “Link FG1 t.3 to t.2: soft dissent”"
    desk.menu("undo")
    desk.settle()
    assert standing(desk) == []
    assert page_is_fresh(desk)


def test_a_link_is_changed_and_removed_by_wish(desk: Desk, room: Workroom) -> None:
    wishes = room.code.desk.wishes
    wishes.link_wanted.emit(4, 2, LinkKind.AGREE)
    desk.settle()
    [made] = desk.study.ask(Reader.links)
    wishes.relink_wanted.emit(made.id, LinkKind.BUILD)
    desk.settle()
    assert standing(desk) == [(4, 2, "build")]
    wishes.unlink_wanted.emit(made.id)
    desk.settle()
    assert standing(desk) == []
    assert page_is_fresh(desk)


def test_saying_it_twice_is_told(desk: Desk, room: Workroom) -> None:
    said: list[str] = []
    room.said.connect(said.append)
    for _twice in range(2):
        room.code.desk.wishes.link_wanted.emit(4, 2, LinkKind.AGREE)
        desk.settle()
    assert "This link is there already." in said
    assert len(standing(desk)) == 1


def test_the_menu_of_a_turn_begins_a_link(desk: Desk, room: Workroom) -> None:
    stand(room, 3)
    code = room.code.desk
    code.sides.gutter.menu_wanted.emit(QPoint(10, 10))
    menu = next(one for one in code.findChildren(QMenu) if len(one.actions()) == len(OFFERED))
    menu.actions()[OFFERED.index("link")].trigger()
    assert code.state.linking == (3, 2)
    menu.close()


def test_the_list_is_reached_by_key_and_leads_back_to_the_turn(desk: Desk, room: Workroom) -> None:
    desk.study.run(LinkTurns(room.code.wires.transcript, 3, 2, LinkKind.SOFT), room.coder.id)
    desk.settle()
    desk.key(Qt.Key.Key_L, CTRL)
    assert room.desk == "analyse"
    page = room.desks["analyse"].room_of("link-list").page
    desk.until(lambda: bool(page.rows.rows))
    desk.settle()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    desk.settle()
    assert room.desk == "code"
    view = room.code.desk.view
    assert view.state.page.transcript.turn_at(view.caret() - 1).index == 3

"""A turn is said to voice a proposition from the Code desk: by key, card and menu, undoably."""

from pathlib import Path

import pytest
from builders import coder, transcript
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from ui.whole_window import Desk

from qualcoder_nhs.actions.propositions import AddProposition
from qualcoder_nhs.domain.consensus import Voicing
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.ui.widgets.choose_one import ChooseOne

TURN = 3


@pytest.fixture
def proposed(study_file: Path) -> Path:
    """A study with two propositions that belong to no question."""
    with Study.open(study_file) as study:
        for text in ("Good care costs less.", "Nobody has the time."):
            study.run(AddProposition(None, text), coder(study))
    return study_file


def stand(desk: Desk, path: Path, turn: int = TURN) -> None:
    desk.open(path)
    view = desk.room.code.desk.view
    view.setFocus()
    view.put_caret(view.state.page.transcript.turns[turn - 1].words.start)


def voicings(desk: Desk) -> list[Voicing]:
    return desk.study.ask(Reader.voicings)


def chooser(desk: Desk) -> ChooseOne:
    found = desk.dialog(ChooseOne)
    assert isinstance(found, ChooseOne)
    return found


def test_the_key_asks_for_a_proposition_and_undo_takes_it_back(desk: Desk, proposed: Path) -> None:
    stand(desk, proposed)
    QTest.keyClick(desk.room.code.desk.view, Qt.Key.Key_P)
    asked = chooser(desk)
    QTest.keyClicks(asked.letters, "time")
    assert asked.listed.count() == 1
    QTest.keyClick(asked.letters, Qt.Key.Key_Return)
    desk.until(lambda: len(voicings(desk)) == 1)
    (one,) = voicings(desk)
    assert (one.transcript, one.turn, one.holds) == (transcript(desk.study), TURN, True)
    desk.settle()
    desk.menu("undo")
    desk.until(lambda: voicings(desk) == [])


def test_the_card_offers_it_and_the_opposite_can_be_said(desk: Desk, proposed: Path) -> None:
    stand(desk, proposed)
    card = desk.room.code.desk.card
    offer = next(
        one for one in card.widget().findChildren(QPushButton) if "Voices" in one.accessibleName()
    )
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    asked = chooser(desk)
    asked.tick.click()
    QTest.mouseClick(asked.choose, Qt.MouseButton.LeftButton)
    desk.until(lambda: [one.holds for one in voicings(desk)] == [False])


def test_the_menu_of_the_turn_takes_a_voicing_back(desk: Desk, proposed: Path) -> None:
    stand(desk, proposed)
    for wanted in ("Good care", "Nothing of"):
        desk.room.code.desk._open_menu(QPoint(10, 10))
        menu = desk.dialog(QMenu)
        assert isinstance(menu, QMenu)
        next(one for one in menu.actions() if "proposition" in one.text()).trigger()
        menu.close()
        asked = chooser(desk)
        QTest.keyClicks(asked.letters, wanted)
        QTest.keyClick(asked.letters, Qt.Key.Key_Return)
        desk.until(lambda: not [one for one in desk._shown(ChooseOne) if one.isVisible()])
        desk.settle()
    assert voicings(desk) == []


def test_without_a_proposition_it_is_said_where_one_is_written(
    desk: Desk, study_file: Path
) -> None:
    stand(desk, study_file)
    QTest.keyClick(desk.room.code.desk.view, Qt.Key.Key_P)
    desk.until(lambda: "Consensus" in desk.window.status.message)

"""The page of the topic guide: questions, versions, suggestions taken by hand only."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from qualcoder_nhs.domain.guide import Asked, Course
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.ui.guide.page import GuidePage
from qualcoder_nhs.ui.working.live import Live
from tests.builders import a_coded_study, coder, transcript


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return a_coded_study(tmp_path / "trust.qnhs")


@pytest.fixture
def live(qtbot: QtBot, study: Study) -> Iterator[Live]:
    made = Live(study, coder(study))
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, live: Live) -> GuidePage:
    made = GuidePage(live)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    live.changed.connect(lambda _changes: made.refresh())
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: bool(buttons(made)))
    return made


def buttons(page: GuidePage) -> dict[str, QPushButton]:
    return {one.accessibleName(): one for one in page.course.findChildren(QPushButton)}


def words(page: GuidePage) -> str:
    return " ".join(one.text() for one in page.course.findChildren(QLabel))


def asked(study: Study, question: str, room: str = "FG1") -> Asked:
    course = Course(study.ask(Reader.askings, transcript(study, room)), 5)
    return course.asked(study.ask(Reader.question, question).id)


def look_at(qtbot: QtBot, page: GuidePage, room: str) -> None:
    at = next(n for n in range(page.rooms.count()) if page.rooms.itemText(n).startswith(room))
    page.rooms.setCurrentIndex(at)
    page.rooms.activated.emit(at)
    qtbot.waitUntil(lambda: "Take: Q1 is asked at turn 1" in buttons(page))


def test_it_says_where_each_question_was_asked(page: GuidePage) -> None:
    assert page.header.sentence.text() == "2 questions; 0 versions kept."
    assert page.rooms.currentText() == "FG1: 1 of 2 known"
    assert "t.1–5" in buttons(page)
    assert "not marked yet" in words(page)


def test_a_suggestion_is_taken_only_by_hand(qtbot: QtBot, page: GuidePage, study: Study) -> None:
    look_at(qtbot, page, "FG2")
    assert asked(study, "Q1", "FG2") is Asked.UNKNOWN
    buttons(page)["Take: Q1 is asked at turn 1"].click()
    qtbot.waitUntil(lambda: asked(study, "Q1", "FG2") is Asked.ASKED)
    qtbot.waitUntil(lambda: page.rooms.currentText() == "FG2: 1 of 2 known")


def test_not_asked_is_said_and_taken_back(qtbot: QtBot, page: GuidePage, study: Study) -> None:
    buttons(page)["Not asked here"].click()
    qtbot.waitUntil(lambda: asked(study, "Q2") is Asked.NOT_ASKED)
    qtbot.waitUntil(lambda: "Take back the mark of Q2" in buttons(page))
    buttons(page)["Take back the mark of Q2"].click()
    qtbot.waitUntil(lambda: asked(study, "Q2") is Asked.UNKNOWN)


def test_a_turn_leads_to_its_words(qtbot: QtBot, page: GuidePage, study: Study) -> None:
    with qtbot.waitSignal(page.jump) as told:
        buttons(page)["t.1–5"].click()
    assert told.args == [transcript(study), 1]


def test_questions_are_changed_added_and_moved(qtbot: QtBot, page: GuidePage, study: Study) -> None:
    editor = page.editor
    editor.text.setText("Who really decides?")
    editor.probes.setPlainText("You?\nWho else?")
    editor._keep.click()
    qtbot.waitUntil(lambda: study.ask(Reader.question, "Q1").text == "Who really decides?")
    assert study.ask(Reader.question, "Q1").probes == ("You?", "Who else?")
    editor.text.setText("And money?")
    editor._add.click()
    qtbot.waitUntil(lambda: editor.list.count() == 3)
    editor.list.setCurrentRow(2)
    editor._up.click()
    qtbot.waitUntil(lambda: editor.list.item(1).text().startswith("Q3"))
    editor._remove.click()
    qtbot.waitUntil(lambda: editor.list.count() == 2)


def test_a_version_is_kept_and_looked_at(qtbot: QtBot, page: GuidePage) -> None:
    page.keep.click()
    qtbot.waitUntil(lambda: page.versions.count() == 2)
    assert not page.keep.isEnabled()
    page.versions.setCurrentIndex(1)
    page.versions.activated.emit(1)
    assert not page.editor._hand.isVisible()
    assert page.editor.list.count() == 2


def test_questions_are_pasted_or_taken_from_a_file(
    qtbot: QtBot, page: GuidePage, tmp_path: Path
) -> None:
    told: list[str] = []
    page.said.connect(told.append)
    QGuiApplication.clipboard().setText("")
    page.paste.click()
    QGuiApplication.clipboard().setText("7. What gives?\n  - Say more\n")
    page.paste.click()
    qtbot.waitUntil(lambda: page.editor.list.count() == 3)
    file = tmp_path / "guide.txt"
    file.write_text("Guide\n\n8. What would help?\n")
    page.take_file(file)
    qtbot.waitUntil(lambda: page.editor.list.count() == 4)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told[0] == "There is no question on the clipboard."
    assert told[2] == "1 question taken. Line 1: “Guide” is no question and no probe."
    QGuiApplication.clipboard().setText("7. And what gives first?\n")
    page.paste.click()
    qtbot.waitUntil(lambda: told[3:] == ["1 question taken. New words for Q7."])


def test_what_is_written_outlives_a_mark_and_is_kept_on_going_on(
    qtbot: QtBot, page: GuidePage, study: Study
) -> None:
    page.editor.text.setText("Who, in the end?")
    buttons(page)["Not asked here"].click()
    qtbot.waitUntil(lambda: asked(study, "Q2") is Asked.NOT_ASKED)
    qtbot.waitUntil(lambda: "Take back the mark of Q2" in buttons(page))
    assert page.editor.text.text() == "Who, in the end?"
    page.editor.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: study.ask(Reader.question, "Q1").text == "Who, in the end?")
    assert page.editor.text.text() == "What would help?"

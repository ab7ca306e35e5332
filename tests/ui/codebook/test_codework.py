"""Codebook work in a whole window: refine, split, promote, versions; nothing that undo cannot."""

from pathlib import Path

import pytest
from actions.theme_builders import with_themes
from builders import a_coded_study, code, coder
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.whole_window import Desk

from qualcoder_nhs.actions.codebook import AllowCode, ArchiveCode, CodeNewIdea, RenameCode
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.codebook.choose_code import ChooseCode
from qualcoder_nhs.ui.codebook.word_dialogs import AskWords


@pytest.fixture
def holding(tmp_path: Path) -> Path:
    """A study with themes whose code Warm is held until a child is chosen, closed."""
    path = tmp_path / "study.qnhs"
    with a_coded_study(path) as study:
        with_themes(study)
        study.run(AllowCode(code(study, "Warm"), Applicable.HOLDING), coder(study))
        text = study.ask(Reader.transcript_called, "FG1")
        study.run(CodeNewIdea(text, Span(76, 99), "Asked late"), coder(study))
    return path


def words(desk: Desk) -> AskWords:
    dialog = desk.dialog(AskWords)
    assert isinstance(dialog, AskWords)
    return dialog


def codes_on(desk: Desk, name: str) -> int:
    found = desk.study.ask(Reader.codebook).find(name).id
    return len(desk.study.ask(Reader.codings, codes=[found]))


def test_what_is_held_is_given_another_code_by_key(desk: Desk, holding: Path) -> None:
    room = desk.open(holding)
    desk.menu("work:refine")
    desk.settle()
    page = room.codework.queue
    assert page.header.title.text() == "Codings to refine"
    assert [one.excerpt.code.name for one in page.model.rows] == ["Warm", "Warm"]
    assert not page.targets[0].isEnabled()
    page.other.trigger()
    chosen = desk.dialog(ChooseCode)
    assert isinstance(chosen, ChooseCode)
    QTest.keyClicks(chosen.letters, "money")
    QTest.keyClick(chosen.letters, Qt.Key.Key_Return)
    desk.settle()
    assert len(page.model.rows) == 1
    assert codes_on(desk, "Money") == 1
    room.walk_panes(1)
    desk.menu("undo")
    desk.settle()
    assert len(page.model.rows) == 2
    page.leave.trigger()
    assert room.desk == "code"


def test_a_code_is_split_and_its_codings_given_one_by_one(desk: Desk, holding: Path) -> None:
    room = desk.open(holding)
    cold = code(desk.study, "Cold")
    menu = room.code.codebook.menu_for(cold)
    next(one for one in menu.actions() if one.text() == "Split…").trigger()
    dialog = words(desk)
    dialog.words.setPlainText("Cool\nFreezing")
    dialog.accept()
    desk.settle()
    page = room.codework.queue
    assert page.header.title.text() == "Split “Cold”"
    assert [one.text() for one in page.targets[:3]] == ["Cool", "Freezing", ""]
    page.targets[1].trigger()
    desk.settle()
    assert (codes_on(desk, "Cold"), codes_on(desk, "Freezing")) == (0, 1)
    assert page.archive.isVisible()
    page.archive.click()
    desk.settle()
    assert desk.study.ask(Reader.codebook)[cold].archived
    assert not page.archive.isVisible()


def test_a_new_idea_is_promoted_from_its_row(desk: Desk, holding: Path) -> None:
    room = desk.open(holding)
    idea = code(desk.study, "Asked late")
    labels = [one.text() for one in room.code.codebook.menu_for(code(desk.study, "Cold")).actions()]
    assert "Promote…" not in labels
    menu = room.code.codebook.menu_for(idea)
    next(one for one in menu.actions() if one.text() == "Promote…").trigger()
    chosen = desk.dialog(ChooseCode)
    assert isinstance(chosen, ChooseCode)
    QTest.keyClicks(chosen.letters, "trust")
    QTest.keyClick(chosen.letters, Qt.Key.Key_Return)
    dialog = words(desk)
    dialog.words.setPlainText("Asked when it was over.")
    dialog.accept()
    desk.settle()
    book = desk.study.ask(Reader.codebook)
    assert (book.path(idea), book[idea].definition) == (
        "Trust > Asked late",
        "Asked when it was over.",
    )


def test_versions_are_kept_and_told_apart_in_sentences(desk: Desk, holding: Path) -> None:
    room = desk.open(holding)
    desk.menu("work:versions")
    desk.settle()
    page = room.codework.versions
    assert page.list.count() == 1
    page.keep.trigger()
    desk.settle()
    assert page.list.count() == 2
    assert not page.keep.isEnabled()
    live = desk.session.live
    assert live is not None
    live.run(RenameCode(code(desk.study, "Cold"), "Cool"))
    desk.settle()
    page.list.setCurrentRow(0)
    assert page.changes.text() == "“Cold” is called “Cool” now."
    assert page.keep.isEnabled()
    page.list.setCurrentRow(1)
    assert page.changes.text() == "The first version."


def test_archiving_a_code_says_which_themes_it_was_used_in(desk: Desk, holding: Path) -> None:
    room = desk.open(holding)
    said: list[str] = []
    room.said.connect(said.append)
    room.code.codebook.action_wanted.emit(ArchiveCode(code(desk.study, "Cold")))
    room.code.codebook.action_wanted.emit(ArchiveCode(code(desk.study, "Warm")))
    desk.settle()
    assert said == ["It was used in “Close enough”, “Elsewhere”; Undo brings it back."]

"""The import page as a person uses it: look, change, take doubtful lines, import."""

from pathlib import Path

import pytest
from builders import an_import, coder
from coded_study import CodedStudy
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLineEdit,
    QMenu,
)
from pytestqt.qtbot import QtBot
from transcript_material import Shelf
from ui.importing.hands import TEXTS, bring, entry

from qualcoder_nhs.domain.casting import Part
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.study import Study
from qualcoder_nhs.ui.importing.cast_model import IS, CastRow, NoteRow
from qualcoder_nhs.ui.importing.cast_painter import WhoEditor
from qualcoder_nhs.ui.importing.page import ImportPage
from qualcoder_nhs.ui.look import theme
from qualcoder_nhs.ui.look.tokens import DARK
from qualcoder_nhs.ui.working.live import Live


def look_at(page: ImportPage, place: int) -> None:
    page.files.list.setCurrentIndex(page.files.files.index(place))


def test_models_are_sound(qtbot: QtBot, page: ImportPage) -> None:
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (page.files.files, page.who.table.labels, page.lines.list.lines)
    ]
    bring(qtbot, page, *TEXTS, "scan.pdf")
    for place in range(5):
        look_at(page, place)
    page.clear()
    bring(qtbot, page, "FG1.docx")
    assert len(testers) == 3


def test_each_file_says_what_was_found(qtbot: QtBot, page: ImportPage) -> None:
    bring(qtbot, page, *TEXTS, "scan.pdf")
    model = page.files.files
    spoken = [
        model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())
    ]
    assert spoken == [
        "FG1.docx, 3 labels, 4 turns",
        "FG2.txt, 10 labels, 15 turns, 2 lines to look at",
        "talk.vtt, no speakers found, one text",
        "FG2_copy.txt, the same file twice, left out",
        "scan.pdf, cannot be imported",
    ]
    assert page.import_action.text() == "Import 3 transcripts"
    look_at(page, 4)
    assert "It holds pictures of pages, no text." in page.files.note.text()
    assert page.who.refused.isVisible()
    assert not page.files.leave.isVisible()


def test_a_file_without_speakers_is_a_result(qtbot: QtBot, page: ImportPage) -> None:
    bring(qtbot, page, "talk.vtt")
    assert "It can still be coded as one text." in page.files.note.text()
    assert page.lines.list.lines.rowCount() == 2
    with qtbot.waitSignal(page.accepted) as got:
        qtbot.keyClick(page.lines.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (action,) = got.args[0]
    assert (action.name, action.turns, action.cast) == ("talk", (), {})


def test_files_are_left_out_and_taken_in(qtbot: QtBot, page: ImportPage) -> None:
    bring(qtbot, page, "FG1.docx", "FG2.txt", "FG2_copy.txt")
    look_at(page, 0)
    qtbot.mouseClick(page.files.leave, Qt.MouseButton.LeftButton)
    assert page.import_action.text() == "Import 1 transcript"
    look_at(page, 2)
    qtbot.mouseClick(page.files.leave, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.accepted) as got:
        page.import_action.trigger()
    assert [action.file_name for action in got.args[0]] == ["FG2.txt", "FG2_copy.txt"]


@pytest.mark.parametrize("width", [860, 1300])
def test_nothing_overlaps_and_names_can_be_read_whatever_the_width(
    qtbot: QtBot, page: ImportPage, width: int
) -> None:
    page.resize(width, 480)
    bring(qtbot, page, "FG2.txt")
    left, middle, right = (pane.geometry() for pane in (page.files, page.who, page.lines))
    assert left.right() < middle.left()
    assert middle.right() < right.left()
    table = page.who.table
    assert table.geometry().right() <= page.who.rect().right()
    assert table.columnWidth(IS) >= 90


def test_a_note_is_the_way_back(qtbot: QtBot, page: ImportPage) -> None:
    bring(qtbot, page, "FG2.txt")
    table = page.who.table
    notes = [row for row in table.labels.rows if isinstance(row, NoteRow)]
    assert [note.label for note in notes] == ["MOD-03", "MD-3"]
    place = table.labels.rows.index(notes[1])
    spot = table.visualRect(table.labels.index(place, IS)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.session.file is not None
    assert page.session.file.spellings == {}
    table.setCurrentIndex(table.labels.index(1, IS))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page.session.file.cast["MOD-03"].function is Function.PARTICIPANT
    assert not any(isinstance(row, NoteRow) for row in table.labels.rows)


def test_a_label_is_said_to_be_somebody_else(qtbot: QtBot, page: ImportPage) -> None:
    bring(qtbot, page, "FG2.txt")
    table, session = page.who.table, page.session
    row = next(one for one in table.labels.rows if one.label == "MD-07")
    assert isinstance(row, CastRow)
    menu = table.menu_for(row)
    entry(menu, "note-taker")
    assert session.file is not None
    assert session.file.cast["MD-07"].function is Function.NOTE_TAKER
    same = next(action.menu() for action in menu.actions() if action.text() == "The same as")
    assert isinstance(same, QMenu)
    entry(same, "MD-01")
    assert session.file.cast["MD-07"].participants == ("MD-01",)
    menu.deleteLater()


def test_enter_opens_the_menu_of_a_label(qtbot: QtBot, page: ImportPage) -> None:
    bring(qtbot, page, "FG1.docx")
    table = page.who.table
    place = table.labels.place_of("P1")
    table.setCurrentIndex(table.labels.index(place, IS))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    menu = table.findChild(QMenu)
    assert menu is not None
    assert menu.isVisible()
    assert "participant" in [action.text() for action in menu.actions() if action.isChecked()]
    menu.close()


def test_a_name_and_a_role_are_typed_in_place(qtbot: QtBot, page: ImportPage) -> None:
    bring(qtbot, page, "FG1.docx")
    table = page.who.table
    table.setCurrentIndex(table.labels.index(table.labels.place_of("P2"), IS))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(WhoEditor)
    assert editor is not None
    editor.name.selectAll()
    qtbot.keyClicks(editor.name, "Ann")
    qtbot.keyClicks(editor.role, "nurse")
    qtbot.keyClick(editor.role, Qt.Key.Key_Return)
    place = table.labels.place_of("P2")
    assert table.labels.index(place, IS).data() == "Ann · nurse"
    qtbot.waitUntil(lambda: table.state() is QAbstractItemView.State.NoState)


def test_numbers_and_one_role_for_all(qtbot: QtBot, page: ImportPage) -> None:
    bring(qtbot, page, "FG2.txt")
    qtbot.mouseClick(page.who.number, Qt.MouseButton.LeftButton)
    page.who.roles.choices.aboutToShow.emit()
    entry(page.who.roles.choices, "Another role")
    qtbot.keyClicks(page.who.role, "medical director")
    qtbot.keyClick(page.who.role, Qt.Key.Key_Return)
    assert page.who.roles.text() == "Role for all: medical director"
    labels = page.who.table.labels
    assert labels.index(labels.place_of("MD-01"), IS).data() == "P1 · medical director"


def test_an_empty_page_has_one_step_to_take(qtbot: QtBot, shelf: Shelf) -> None:
    page = ImportPage(theme.Theme(), shelf.read, shelf.hash_file, lambda: [Path("FG1.docx")])
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.add(())
    assert page.empty.isVisible()
    assert page.empty.button.hasFocus()
    qtbot.keyClick(page.empty.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(page.session.files) and not page.session.waiting)
    assert not page.empty.isVisible()
    assert page.files.list.hasFocus()
    page.clear()
    assert page.empty.isVisible()
    page.close_readers()


def test_a_click_on_an_answer_takes_it(qtbot: QtBot, page: ImportPage) -> None:
    bring(qtbot, page, "FG2.txt")
    lines = page.lines.list
    qtbot.waitUntil(lambda: lines.currentIndex().row() == 7)
    line = lines.lines.lines[7]
    box = QRectF(lines.visualRect(lines.lines.index(7)))
    (_speech, _room), (_speaker, room) = lines.painter.buttons(box, line)
    qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=room.center().toPoint())
    qtbot.waitUntil(lambda: page.session.file is not None and "I said" in page.session.file.turns)


def test_another_convention_shows_its_effect_at_once(qtbot: QtBot, page: ImportPage) -> None:
    bring(qtbot, page, "FG2.txt")
    page.who.look.choices.aboutToShow.emit()
    entry(page.who.look.choices, "Nobody is named")
    qtbot.waitUntil(lambda: page.who.sum.text() == "no speakers found")
    assert not page.who.table.isVisible()
    page.who.look.choices.aboutToShow.emit()
    entry(page.who.look.choices, "Find out")
    qtbot.waitUntil(page.who.table.isVisible)


def test_captions_without_a_voice_can_be_unknown(
    qtbot: QtBot, page: ImportPage, shelf: Shelf
) -> None:
    bring(qtbot, page, "talk.vtt", "FG1.docx")
    look_at(page, 0)
    assert page.who.cues.isVisible()
    page.who.cues.click()
    qtbot.waitUntil(lambda: shelf.asked[-1][1].cue_without_voice == "unknown")
    look_at(page, 1)
    assert not page.who.cues.isVisible()
    assert not page.who.cues.isChecked()


def test_a_late_reading_does_not_undo_a_newer_one(
    qtbot: QtBot, page: ImportPage, shelf: Shelf
) -> None:
    bring(qtbot, page, "FG2.txt")
    file = page.session.file
    assert file is not None
    page.who._read_as("none")
    page.who._read_as(None)
    qtbot.waitUntil(lambda: len(shelf.asked) == 3)
    qtbot.waitUntil(lambda: not page.session.waiting)
    assert page.session.file is not None
    assert len(page.session.file.turns) == 10


def test_files_dropped_on_the_page_are_listed(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    for name in ("FG1.docx", "folder/FG2.txt", "folder/.hidden"):
        (tmp_path / name).write_text("words")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / one)) for one in ("FG1.docx", "folder")])
    drop = QDropEvent(
        QPointF(QPoint(9, 9)),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(drop)
    assert drop.isAccepted()
    assert [file.path.name for file in page.session.files] == ["FG1.docx", "FG2.txt"]
    assert not page.drop(QMimeData())
    qtbot.waitUntil(lambda: not page.session.waiting)


def test_the_same_file_is_known_from_the_study(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    coded = CodedStudy(tmp_path / "study.qnhs")
    live = Live(coded.study, coded.coder)
    page.attach(live)
    bring(qtbot, page, "FG2.txt")
    qtbot.waitUntil(lambda: bool(page.session.file and page.session.file.known_as))
    assert "in the study already, as FG2" in page.files.note.text()
    assert not page.import_action.isEnabled()
    qtbot.mouseClick(page.files.leave, Qt.MouseButton.LeftButton)
    assert page.import_action.isEnabled()
    with qtbot.waitSignal(page.accepted) as got:
        page.import_action.trigger()
    with qtbot.waitSignal(live.changed):
        live.run(got.args[0][0])
    page.attach(None)
    live.close()


def test_roles_of_the_study_are_offered(qtbot: QtBot, page: ImportPage, study_file: Path) -> None:
    with Study.open(study_file) as study:
        cast = {"P1": Part(Function.PARTICIPANT, ("Ada",), {"role": "matron"})}
        lead = coder(study)
        study.run(an_import("FG9", "P1: Yes.\nP1: No.\n", cast), lead)
        live = Live(study, lead)
        page.attach(live)
        bring(qtbot, page, "FG1.docx")
        qtbot.waitUntil(lambda: "matron" in page.session.roles)
        page.who.roles.choices.aboutToShow.emit()
        entry(page.who.roles.choices, "matron")
        assert page.session.file is not None
        assert page.session.file.roles == ("matron",)
        page.attach(None)
        live.close()


def test_every_control_has_a_name(qtbot: QtBot, page: ImportPage) -> None:
    bring(qtbot, page, "FG2.txt")
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit)
    parts = [part for kind in kinds for part in page.findChildren(kind) if part.isVisible()]
    nameless = [part for part in parts if not (part.accessibleName() or part.property("text"))]
    assert [type(part).__name__ for part in nameless if part.focusPolicy()] == []


def test_it_takes_another_theme(qtbot: QtBot, page: ImportPage) -> None:
    bring(qtbot, page, "FG2.txt")
    page.set_theme(theme.Theme(DARK))
    line = page.lines.list.visualRect(page.lines.list.lines.index(7))
    shown = page.lines.list.viewport().grab().toImage()
    assert shown.pixelColor(line.left() + 20, line.bottom() - 3).name() == DARK.warn_bg.lower()

"""Studies in the window: opened, started, held by others, read only, restored, closed in time."""

import shutil
import threading
from pathlib import Path

import pytest
from builders import make_coded_study
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QWidget,
)
from ui.whole_window import Desk

from qualcoder_nhs import settings
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.ui.desks import code_page
from qualcoder_nhs.ui.studies.start_dialog import ReadyCodebook, StartDialog

CTRL = Qt.KeyboardModifier.ControlModifier
READY = (ReadyCodebook("Ready", Path("ready.yaml")),)


def press(desk: Desk, box: object, words: str) -> None:
    assert isinstance(box, QMessageBox)
    button = next(one for one in box.findChildren(QPushButton) if one.text() == words)
    desk.bot.mouseClick(button, Qt.MouseButton.LeftButton)


def banner_words(desk: Desk) -> str:
    labels = desk.window.banners.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def test_enter_opens_the_sample_from_the_first_page(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Return)
    room = desk.opened()
    assert room.coder.name == "HL"
    assert "Trust" in desk.window.windowTitle()
    assert desk.study.path.name == "Sample study.qnhs"
    assert desk.study.path.is_relative_to(Path.home())


class Shown(QObject):
    """Remembers every window that comes on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_nothing_flashes_while_a_study_opens(
    desk: Desk, study_file: Path, qapp: QApplication
) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    room = desk.open(study_file)
    for part in ("study", "code"):
        room.show_desk(part)
        desk.settle()
    desk.menu("history")
    desk.menu("close_study")
    qapp.removeEventFilter(shown)
    assert shown.windows == []


def test_the_sample_is_opened_again_and_not_made_again(desk: Desk) -> None:
    desk.session.open_sample()
    desk.opened()
    coder = desk.room.coder.id
    desk.study.run(WriteMemo("Kept"), coder)
    desk.menu("close_study")
    assert desk.window.page is desk.window.welcome
    desk.session.open_sample()
    desk.opened()
    assert "Kept" in [memo.text for memo in desk.study.ask(Reader.memos)]


def test_an_opened_study_is_remembered_without_a_word_of_it(desk: Desk, study_file: Path) -> None:
    desk.open(study_file)
    kept = settings.settings_file().read_text(encoding="utf-8")
    assert str(study_file) in settings.load().recent
    assert "board" not in kept


def test_a_coder_the_study_does_not_know_is_added(desk: Desk, study_file: Path) -> None:
    desk.window.preferences.change(coder="New Coder")
    room = desk.open(study_file)
    assert room.coder.name == "New Coder"
    assert room.coder.initials == "NC"


def test_a_held_study_says_who_has_it_and_opens_to_read_only(desk: Desk, study_file: Path) -> None:
    with Study.open(study_file):
        desk.session.open(study_file)
        box = desk.dialog(QMessageBox)
        assert "open elsewhere" in box.text()
        press(desk, box, "Open to read only")
        desk.opened()
        assert not desk.study.writable
        assert "has had this study open since" in banner_words(desk)
        assert "Nothing you do here would be kept." in banner_words(desk)
        assert desk.window.menus.action("import").toolTip() == "This study is open to read only."
        assert not desk.window.menus.action("undo").isEnabled()
        desk.menu("close_study")


def test_a_study_that_cannot_be_read_leaves_the_welcome_page(desk: Desk, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.qnhs"
    foreign.write_text("not a study")
    desk.session.open(foreign)
    box = desk.dialog(QMessageBox)
    assert "was not opened" in box.text()
    press(desk, box, "Close")
    assert desk.window.page is desk.window.welcome


def test_a_recent_study_that_is_gone_leaves_the_list(desk: Desk, tmp_path: Path) -> None:
    gone = tmp_path / "gone.qnhs"
    desk.window.preferences.set(desk.window.preferences.now.opened(gone))
    desk.session.open(gone)
    press(desk, desk.dialog(QMessageBox), "Close")
    assert desk.window.preferences.now.recent == ()


def test_a_damaged_study_offers_its_newest_backup(desk: Desk, study_file: Path) -> None:
    Study.open(study_file).close()  # makes the backup
    study_file.write_bytes(study_file.read_bytes()[:5000])
    desk.session.open(study_file)
    box = desk.dialog(QMessageBox)
    restore = next(b for b in box.findChildren(QPushButton) if b.text().startswith("Restore"))
    desk.bot.mouseClick(restore, Qt.MouseButton.LeftButton)
    desk.opened()
    assert desk.study.faults() == []


def test_a_backup_is_restored_from_the_study_menu(desk: Desk, study_file: Path) -> None:
    Study.open(study_file).close()
    room = desk.open(study_file)
    desk.study.run(WriteMemo("Too much"), room.coder.id)
    desk.menu("restore")
    desk.settle()
    assert room.desk == "study"
    desk.bot.waitUntil(lambda: room.study.backups.count() > 0)
    last = room.study.backups.count() - 1
    room.study.backups.setCurrentRow(last)
    room.study._restore.click()
    press(desk, desk.dialog(QMessageBox), "Restore it")
    desk.until(lambda: desk.session.room is not None and desk.session.room is not room)
    desk.opened()
    assert "Too much" not in [memo.text for memo in desk.study.ask(Reader.memos)]
    assert desk.window.status.message.startswith("The backup was restored.")


def test_a_synced_folder_is_warned_of(desk: Desk, study_file: Path, tmp_path: Path) -> None:
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    shutil.move(study_file, synced / "study.qnhs")
    desk.open(synced / "study.qnhs")
    assert "synced" in banner_words(desk)
    desk.menu("close_study")
    assert banner_words(desk) == ""


def test_a_study_is_started_with_a_codebook(desk: Desk, tmp_path: Path) -> None:
    desk.menu("start_study")
    dialog = desk.dialog(StartDialog)
    assert isinstance(dialog, StartDialog)
    dialog.name.setText("Night shifts")
    dialog.put_at(tmp_path / "nights.qnhs")
    desk.bot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.session.room is not None)
    desk.settle()
    assert [code.name for code in desk.study.ask(Reader.codebook).codes] == ["Ready"]
    assert desk.study.ask(Reader.study).name == "Night shifts"
    assert desk.room.code.library.list.rows.rowCount() == 0


def test_a_study_is_started_with_a_file_of_ones_own_or_with_none(
    desk: Desk, tmp_path: Path
) -> None:
    for name, own in (("a", True), ("b", False)):
        desk.commands.ask_to_start()
        dialog = desk.dialog(StartDialog)
        assert isinstance(dialog, StartDialog)
        dialog.put_at(tmp_path / name)
        if own:
            dialog.take_codebook(tmp_path / "mine.csv")
        else:
            dialog.codebooks.buttons()[-1].click()
        dialog.start.click()
        desk.until(lambda: desk.session.room is not None)
        desk.settle()
        codes = [code.name for code in desk.study.ask(Reader.codebook).codes]
        assert codes == (["Mine"] if own else [])
        desk.menu("close_study")


def test_the_proposed_folder_is_made_where_the_system_has_none(desk: Desk, tmp_path: Path) -> None:
    documents = tmp_path / "home" / "Documents"
    dialog = StartDialog(documents, READY, desk.session.start, desk.window)
    dialog.accept()
    desk.until(lambda: desk.session.room is not None)
    assert desk.study.path == documents / "My study.qnhs"


def test_a_folder_that_was_named_is_never_made(desk: Desk, tmp_path: Path) -> None:
    dialog = StartDialog(tmp_path, READY, desk.session.start, desk.window)
    dialog.put_at(tmp_path / "stick" / "Pilot.qnhs")
    dialog.accept()
    press(desk, desk.dialog(QMessageBox), "Close")
    assert not (tmp_path / "stick").exists()


@pytest.mark.parametrize("typed", ["Pilot 0.4", "Pilot 0.4.qnhs"])
def test_a_dot_in_a_files_name_is_kept(desk: Desk, tmp_path: Path, typed: str) -> None:
    dialog = StartDialog(tmp_path, READY, desk.session.start, desk.window)
    dialog.put_at(tmp_path / typed)
    assert dialog.path == tmp_path / "Pilot 0.4.qnhs"


def test_a_study_never_replaces_a_file(desk: Desk, study_file: Path) -> None:
    desk.menu("start_study")
    dialog = desk.dialog(StartDialog)
    assert isinstance(dialog, StartDialog)
    dialog.put_at(study_file)
    assert not dialog.start.isEnabled()
    dialog.reject()


def test_a_copy_is_saved_and_told(desk: Desk, study_file: Path, tmp_path: Path) -> None:
    desk.open(study_file)
    desk.menu("save_copy")
    dialog = desk.dialog(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "copy.qnhs"))
    dialog.reject()
    desk.until(lambda: "copy.qnhs" in desk.window.status.message)
    with Study.read(tmp_path / "copy.qnhs") as copy:
        assert copy.faults() == []
    (noted,) = desk.study.ask(Reader.exports)
    assert (noted.what, Path(noted.file).name) == ("copy", "copy.qnhs")
    assert len(noted.transcripts) == 2


def test_a_copy_is_proposed_in_a_folder_that_is_there(
    desk: Desk, study_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = study_file.parent / "home"
    bare.mkdir()
    documents = "qualcoder_nhs.ui.frame.commands.user_documents_path"
    monkeypatch.setattr(documents, lambda: bare / "Documents")
    desk.session.read(study_file)
    desk.opened()
    desk.menu("save_copy")
    dialog = desk.dialog(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.directory().path()) == bare
    dialog.reject()


def test_undo_and_redo_are_named_wherever_they_stand(desk: Desk, study_file: Path) -> None:
    room = desk.open(study_file)
    desk.session.live.run(WriteMemo("Third"))
    desk.settle()
    assert desk.window.menus.action("undo").text() == "Undo “Write memo”"
    desk.menu("undo")
    desk.settle()
    assert desk.window.menus.action("redo").text() == "Redo “Write memo”"
    assert "Third" not in [memo.text for memo in desk.study.ask(Reader.memos)]
    desk.menu("redo")
    desk.settle()
    assert "Third" in [memo.text for memo in desk.study.ask(Reader.memos)]
    assert room.isVisible()


def test_what_is_refused_is_said_at_the_foot(desk: Desk, study_file: Path) -> None:
    desk.open(study_file)
    for _step in range(30):
        desk.commands.run("undo")
    desk.settle()
    assert "Nothing was altered" in desk.window.status.message


def test_closing_the_window_finishes_what_was_asked(desk: Desk, study_file: Path) -> None:
    desk.open(study_file)
    for number in range(20):
        desk.session.live.run(WriteMemo(f"Memo {number}"))
    desk.window.close()
    with Study.read(study_file) as study:
        texts = [memo.text for memo in study.ask(Reader.memos)]
    assert {f"Memo {number}" for number in range(20)} <= set(texts)
    assert [one.name for one in threading.enumerate() if one.name.startswith("study")] == []


def test_closing_while_a_study_opens_lets_go_of_it(desk: Desk, study_file: Path) -> None:
    desk.session.open(study_file)
    desk.window.close()
    Study.open(study_file).close()  # nobody holds it


def test_a_second_wish_to_open_waits_for_the_first(desk: Desk, study_file: Path) -> None:
    desk.session.open(study_file)
    desk.session.open_sample()
    desk.opened()
    assert desk.study.path == study_file.resolve()


@pytest.mark.parametrize("command", ["undo", "code:next_turn", "history", "no such"])
def test_commands_without_a_study_do_nothing(desk: Desk, command: str) -> None:
    desk.commands.run(command)
    assert desk.window.page is desk.window.welcome


def test_another_study_takes_the_place_of_the_first(
    desk: Desk, study_file: Path, tmp_path: Path
) -> None:
    desk.open(study_file)
    other = tmp_path / "other.qnhs"
    make_coded_study(other).close()
    first = desk.room
    desk.session.open(other)
    desk.until(lambda: desk.session.room not in (None, first))
    desk.opened()
    Study.open(study_file).close()  # the first was let go


def test_the_place_is_known_although_the_program_is_killed(
    desk: Desk, study_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(code_page, "PLACE_KEPT_AFTER", 20)
    room = desk.open(study_file)
    second = desk.study.ask(Reader.transcripts)[1]
    room.code.open_transcript(second.id)
    desk.until(lambda: room.code.wires.transcript == second.id)

    def kept() -> bool:
        left = settings.load().left_in(study_file)
        return left is not None and left.transcript == second.id

    desk.until(kept)

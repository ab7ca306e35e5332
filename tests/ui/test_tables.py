"""The codebook leaves by the menu in every kind of file, and each of them comes back by it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit
from ui.whole_window import Desk

from qualcoder_nhs.actions.codebook import RenameCode
from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.storage.reader import Reader


def name_file(desk: Desk, path: Path) -> None:
    """Type the whole name of a file into the dialog that asks for one."""
    dialog = desk.dialog(QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(path))
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.until(lambda: not dialog.isVisible())


def codebook(desk: Desk) -> Codebook:
    return desk.study.ask(Reader.codebook)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".csv", ".yaml"])
def test_a_codebook_goes_out_and_comes_back(
    desk: Desk, study_file: Path, tmp_path: Path, suffix: str
) -> None:
    room = desk.open(study_file)
    before = codebook(desk)
    desk.menu("export_codebook")
    name_file(desk, tmp_path / f"book{suffix}")
    desk.until((tmp_path / f"book{suffix}").exists)
    desk.study.run(RenameCode(before.codes[0].id, "Another name"), room.coder.id)
    transcripts = desk.study.ask(Reader.transcript_names)
    desk.menu("import_tables")
    name_file(desk, tmp_path / f"book{suffix}")
    desk.until(lambda: "1 was brought up to date" in desk.window.status.message)
    assert codebook(desk) == before
    assert desk.study.ask(Reader.transcript_names) == transcripts
    desk.until(lambda: "Add codebook book" in desk.window.menus.action("undo").text())


def test_a_file_is_of_the_kind_that_was_chosen(
    desk: Desk, study_file: Path, tmp_path: Path
) -> None:
    desk.open(study_file)
    desk.menu("export_codebook")
    kinds = desk.dialog(QFileDialog).findChild(QComboBox, "fileTypeCombo")
    assert kinds is not None
    for _excel_then_csv in range(2):
        QTest.keyClick(kinds, Qt.Key.Key_Down)
    name_file(desk, tmp_path / "book")
    desk.until((tmp_path / "book.csv").exists)


def test_no_table_is_taken_for_a_transcript(desk: Desk, study_file: Path, tmp_path: Path) -> None:
    desk.open(study_file)
    transcripts = desk.study.ask(Reader.transcript_names)
    (tmp_path / "notes.txt").write_text("P1: Good morning.\nP2: Good morning.\n")
    desk.menu("import_tables")
    desk.dialog(QFileDialog).fileSelected.emit(str(tmp_path / "notes.txt"))
    desk.until(lambda: "codebooks are read from" in desk.window.status.message)
    assert desk.study.ask(Reader.transcript_names) == transcripts

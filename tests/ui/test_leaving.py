"""What leaves the study whole, by the menu: a coded transcript, a project with its report, more."""

import zipfile
from pathlib import Path

from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel
from ui.test_names import nameless, own
from ui.test_tables import name_file
from ui.whole_window import Desk

from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.traffic.round_trip_dialog import RoundTripDialog


def test_a_transcript_leaves_with_its_codes_as_comments(
    desk: Desk, study_file: Path, tmp_path: Path
) -> None:
    room = desk.open(study_file)
    desk.until(lambda: room.code.wires.transcript is not None)
    desk.menu("export_transcript")
    name_file(desk, tmp_path / "coded.docx")
    desk.until(lambda: "exported with" in desk.window.status.message)
    shown = desk.study.ask(
        Reader.codings, transcript=room.code.wires.transcript, layer=room.live.layer
    )
    assert len(list(Document(str(tmp_path / "coded.docx")).comments)) == len(shown)
    assert desk.study.ask(Reader.exports)[-1].what == "transcript"


def test_a_project_leaves_and_says_what_others_will_not_see(
    desk: Desk, study_file: Path, tmp_path: Path
) -> None:
    desk.open(study_file)
    desk.menu("export_project")
    name_file(desk, tmp_path / "out.qdpx")
    report = desk.dialog(RoundTripDialog)
    told = " ".join(one.text() for one in report.findChildren(QLabel))
    assert "If it goes to NVivo on Windows" in told
    assert zipfile.is_zipfile(tmp_path / "out.qdpx")
    table = report.table
    told = [[table.item(row, at).text() for at in range(5)] for row in range(table.rowCount())]
    codings = len(desk.study.ask(Reader.codings))
    assert [row[1:4] for row in told if row[0] == "codings"] == [[f"{codings:,}"] * 3]
    spoken = table.item(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("What: transcripts. In the study: 2. Others will see: 2.")
    assert own(nameless(report)) == []
    assert report.width() <= desk.window.width()
    assert table.horizontalHeader().length() <= table.viewport().width()
    QTest.mouseClick(report.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].startswith("Standard")
    assert [line.split("\t") for line in copied[2:]] == told
    QTest.keyClick(report, Qt.Key.Key_Return)
    desk.until(lambda: not report.isVisible())


def test_a_project_for_nvivo_is_counted_as_nvivo_counts(
    desk: Desk, study_file: Path, tmp_path: Path
) -> None:
    desk.open(study_file)
    desk.menu("export_project")
    kinds = desk.dialog(QFileDialog).findChild(QComboBox, "fileTypeCombo")
    assert kinds is not None
    QTest.keyClick(kinds, Qt.Key.Key_Down)
    name_file(desk, tmp_path / "out.qdpx")
    report = desk.dialog(RoundTripDialog)
    with zipfile.ZipFile(tmp_path / "out.qdpx") as archive:
        texts = [name for name in archive.namelist() if name.endswith(".txt")]
        assert all(archive.read(name).startswith(b"\xef\xbb\xbf") for name in texts)
    QTest.keyClick(report, Qt.Key.Key_Escape)
    desk.until(lambda: not report.isVisible())


def test_a_project_for_qualcoder_is_offered(desk: Desk, study_file: Path, tmp_path: Path) -> None:
    desk.open(study_file)
    desk.menu("export_project")
    kinds = desk.dialog(QFileDialog).findChild(QComboBox, "fileTypeCombo")
    assert kinds is not None
    for _step in range(kinds.findText("QualCoder (*.qdpx)")):
        QTest.keyClick(kinds, Qt.Key.Key_Down)
    name_file(desk, tmp_path / "out.qdpx")
    report = desk.dialog(RoundTripDialog)
    QTest.mouseClick(report.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("QualCoder")
    QTest.keyClick(report, Qt.Key.Key_Escape)
    desk.until(lambda: not report.isVisible())


def test_an_archive_leaves_as_a_zip(desk: Desk, study_file: Path, tmp_path: Path) -> None:
    desk.open(study_file)
    desk.menu("export_archive")
    name_file(desk, tmp_path / "deposit.zip")
    desk.until(lambda: "Archive of" in desk.window.status.message)
    with zipfile.ZipFile(tmp_path / "deposit.zip") as archive:
        assert "deposit/README.txt" in archive.namelist()

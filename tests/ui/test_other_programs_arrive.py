"""The folder of a QualCoder project, and the files of Taguette and RQDA, as they are dragged in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from ui.whole_window import Desk

from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.importing.dropping import dropped_files
from tests.importers.other import qualcoder, rqda, taguette


@pytest.mark.parametrize(
    ("write", "program", "codings"),
    [
        (qualcoder.project, "QualCoder", "9 of 17"),
        (lambda folder: rqda.project(folder / "t.rqda"), "RQDA", "7 of 14"),
        (lambda folder: taguette.project(folder / "t.sqlite3"), "Taguette", "5 of 11"),
    ],
)
def test_it_is_shown_brought_in_and_told_of(
    desk: Desk,
    study_file: Path,
    tmp_path: Path,
    write: Callable[[Path], Path],
    program: str,
    codings: str,
) -> None:
    (tmp_path / "arriving").mkdir()
    room = desk.open(study_file)
    before = len(desk.study.ask(Reader.transcript_names))
    room.show_import([write(tmp_path / "arriving")])
    page = room.arrivals.page
    desk.until(page.bring.isVisible)
    assert f"written by {program}" in page.header.sentence.text()
    QTest.mouseClick(page.bring, Qt.MouseButton.LeftButton)
    desk.until(page.done.isVisible)
    assert codings in page.words.toPlainText()
    assert len(desk.study.ask(Reader.transcript_names)) > before


def test_a_folder_that_is_a_study_stays_whole_when_it_is_dropped(tmp_path: Path) -> None:
    folder = qualcoder.project(tmp_path)
    (folder / "notes.txt").write_text("not a transcript", encoding="utf-8")
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "FG1.txt").write_text("P1: Hello.", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in (folder, tmp_path / "talks")])
    assert dropped_files(mime) == (folder, tmp_path / "talks" / "FG1.txt")

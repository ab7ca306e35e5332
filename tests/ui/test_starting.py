"""The program with its window, from the first frame on."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from ui.whole_window import Desk

from qualcoder_nhs import settings
from qualcoder_nhs.settings import Settings
from qualcoder_nhs.study import Study
from qualcoder_nhs.ui.frame.session import Session
from qualcoder_nhs.ui.start import _tell_of_a_bug, initials_of, make_window


@pytest.mark.parametrize(
    ("login", "initials"),
    [("hanna.lind", "HL"), ("hanna", "HA"), ("a_b_c_d", "ABC"), ("", "")],
)
def test_the_first_initials_come_from_the_login(login: str, initials: str) -> None:
    assert initials_of(login) == initials


def test_a_study_named_at_the_start_is_opened(
    qtbot: QtBot, qapp: QApplication, study_file: Path
) -> None:
    settings.save(Settings(coder="HL"))
    window = make_window(qapp, study_file)
    window.show()
    qtbot.waitUntil(lambda: bool(window.findChildren(Session)), timeout=10_000)
    session = window.findChildren(Session)[0]
    qtbot.waitUntil(lambda: session.room is not None, timeout=10_000)
    window.close()
    window.appearance.deleteLater()
    window.preferences.deleteLater()
    window.deleteLater()
    Study.open(study_file).close()


def test_the_window_is_never_larger_than_its_screen(qapp: QApplication) -> None:
    settings.save(Settings(coder="HL", window_width=4000, window_height=3000))
    window = make_window(qapp)
    room = window.screen().availableSize()
    assert window.size() == room
    assert window.minimumSize().boundedTo(room) == window.minimumSize()
    window.close()
    window.appearance.deleteLater()
    window.preferences.deleteLater()
    window.deleteLater()


def test_our_own_fault_is_told_calmly_and_printed_whole(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    error = ZeroDivisionError("what went wrong")
    _tell_of_a_bug(desk.window, ZeroDivisionError, error, None)
    box = desk.dialog(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "in the program itself" in box.text()
    assert "what went wrong" in capsys.readouterr().err
    box.close()


def test_the_window_shows_before_anything_slow_is_loaded() -> None:
    tried = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME], capture_output=True, text=True, check=False
    )
    assert tried.returncode == 0, tried.stderr[-800:]
    assert "sqlalchemy" not in tried.stdout.split()
    assert "docx" not in tried.stdout.split()


def test_a_study_is_on_the_desk_before_anything_that_computes_is_loaded(study_file: Path) -> None:
    """A desk brings its libraries when it is gone to, a workbook when it is read."""
    command = [sys.executable, "-c", ON_DESK, str(study_file)]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr[-800:]
    widgets, modules = (set(line.split()) for line in tried.stdout.splitlines())
    assert "Workroom" in widgets
    assert widgets & {"AgreementDesk", "ExcerptPage", "MemoPage"} == set()
    assert modules & {"numpy", "matplotlib", "nltk", "openpyxl", "pypdf"} == set()
    assert modules & {"docx", "lxml", "yaml", "xlsxwriter", "charset_normalizer"} == set()
    assert "alembic" not in modules  # what makes and upgrades studies is not what opens them


FIRST_FRAME = """
import sys
sys.path.insert(0, "")
from PySide6.QtWidgets import QApplication
from qualcoder_nhs.ui import start
app = QApplication([])
window = start.make_window(app)
print(*sys.modules)
"""

ON_DESK = """
import sys
sys.path.insert(0, "")
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from qualcoder_nhs.ui import start
app = QApplication([])
window = start.make_window(app, Path(sys.argv[1]))
window.show()
for _patience in range(500):
    QTest.qWait(10)
    if "Workroom" in [type(one).__name__ for one in app.allWidgets()]:
        break
QTest.qWait(100)  # what the study is asked for at once has come
print(*(type(one).__name__ for one in app.allWidgets()))
print(*sys.modules)
window.close()
"""


def test_a_window_from_a_larger_screen_fits_this_one(qapp: QApplication) -> None:
    settings.save(Settings(coder="HL", window_width=9000, window_height=7000))
    window = make_window(qapp)
    least = window.minimumSize()
    assert window.size() == window.screen().availableSize().expandedTo(least)
    window.close()
    window.appearance.deleteLater()
    window.preferences.deleteLater()
    window.deleteLater()

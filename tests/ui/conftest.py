"""A whole window to press keys in, and a study to open in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from actions.theme_builders import with_themes
from builders import a_coded_study
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.whole_window import Desk, make_desk

from qualcoder_nhs.settings import Settings
from tests.conftest import HOMES


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    """A window on the welcome page."""
    made = make_desk(qtbot, qapp, Settings(coder="HL"))
    yield made
    _put_away(made)


@pytest.fixture(scope="module")
def looking(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """One window, and one home, for all tests of a file that only look."""
    with pytest.MonkeyPatch.context() as patch:
        for name in HOMES:
            patch.setenv(name, str(tmp_path_factory.mktemp("home")))
        made = make_desk(QtBot(request), qapp, Settings(coder="HL"))
        yield made
        _put_away(made)


def _put_away(made: Desk) -> None:
    made.window.close()
    made.window.appearance.deleteLater()
    made.window.deleteLater()


@pytest.fixture
def study_file(tmp_path: Path) -> Path:
    """A study with two transcripts, five codes and some codings, closed."""
    path = tmp_path / "study.qnhs"
    a_coded_study(path).close()
    return path


@pytest.fixture(scope="session")
def two_themes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study with two themes as it is before a test has touched a copy of it."""
    path = tmp_path_factory.mktemp("themes") / "study.qnhs"
    with a_coded_study(path) as study:
        with_themes(study)
    return path


@pytest.fixture
def themed(two_themes: Path, tmp_path: Path) -> Path:
    """A study with two themes of the test's own, closed."""
    return Path(shutil.copyfile(two_themes, tmp_path / "study.qnhs"))

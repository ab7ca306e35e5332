"""A report page on two coders who can be counted with a pencil."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from agreement_study import a_compared_study
from builders import coder
from pytestqt.qtbot import QtBot
from ui.agreement.report_hands import Asked, a_page, recount

from qualcoder_nhs.study import Study
from qualcoder_nhs.ui.agreement.report.page import ReportPage
from qualcoder_nhs.ui.working.live import Live


@pytest.fixture(scope="session")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What two coders did, made once and copied for each test."""
    path = tmp_path_factory.mktemp("compared") / "study.qnhs"
    a_compared_study(path).close()
    return path


@pytest.fixture
def live(qtbot: QtBot, compared: Path, tmp_path: Path) -> Iterator[Live]:
    path = tmp_path / "study.qnhs"
    shutil.copyfile(compared, path)
    study = Study.open(path)
    made = Live(study, coder(study))
    yield made
    made.close()


@pytest.fixture
def asked() -> Asked:
    return []


@pytest.fixture
def page(qtbot: QtBot, live: Live, asked: Asked, tmp_path: Path) -> ReportPage:
    def ask(name: str, kinds: str, then: Callable[[Path], None]) -> None:
        asked.append((name, kinds))
        then(tmp_path / name)

    made = a_page(qtbot, live, ask)
    made.switches.coders.offer([("HL", "HL"), ("AB", "AB"), ("CD", "CD")], ["HL", "AB"])
    recount(qtbot, made)
    return made

"""A report page on two coders who can be counted with a pencil."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from agreement_study import a_compared_study
from builders import coder
from pytestqt.qtbot import QtBot
from ui.agreement.report_hands import Asked, a_page, recount

from qualcoder_nhs.ui.agreement.report.page import ReportPage
from qualcoder_nhs.ui.live import Live


@pytest.fixture
def live(qtbot: QtBot, tmp_path: Path) -> Iterator[Live]:
    study = a_compared_study(tmp_path / "study.qnhs")
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

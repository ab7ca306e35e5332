"""Hands for the report page: one to try, waiting for it, and what stands in its table."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qualcoder_nhs.ui.agreement.report.code_tree import CodeTree
from qualcoder_nhs.ui.agreement.report.page import ReportPage
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.working.live import Live

Asked = list[tuple[str, str]]


def a_page(
    qtbot: QtBot,
    live: Live,
    ask: Callable[..., None],
    width: int = 1200,
    of: str | None = None,
) -> ReportPage:
    made = ReportPage(Theme(), ask)
    qtbot.addWidget(made)
    made.resize(width, 800)
    made.attach(live)
    made.show_layer(of)
    made.show()
    qtbot.waitUntil(lambda: made.page is not None)
    return made


def recount(qtbot: QtBot, page: ReportPage) -> None:
    """Count what is switched now, and wait for it."""
    page.switches.wanted.emit()
    arrived(qtbot, page)


def arrived(qtbot: QtBot, page: ReportPage) -> None:
    wanted = page.switches.wish
    qtbot.waitUntil(lambda: page.page is not None and page.page.wish == wanted(page.page.wish))


def tree(page: ReportPage) -> CodeTree:
    return page.sections.codes.tree


def names(page: ReportPage) -> list[str]:
    return [row.name for row in page.sections.codes.rows]


def stand_on(qtbot: QtBot, page: ReportPage, code: str) -> None:
    """Go to a code with the keys on the table, and wait for what is behind it."""
    tree(page).setFocus()
    tree(page).stand_on(code)
    name = next(row.name for row in page.sections.codes.rows if row.code == code)
    qtbot.waitUntil(lambda: page.passages.title.text() == name)
    qtbot.waitUntil(lambda: bool(page.passages.sentence.text()))


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)

"""The sections of the report, what leaves it, and the marks in the colours of the theme."""

from pathlib import Path

import pytest
from builders import coder
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from settling_study import ROUND, a_settling_study, settle_some
from ui.agreement.report_hands import Asked, a_page, stand_on, tree

from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.agreement.report.marks import stack_ink
from qualcoder_nhs.ui.agreement.report.page import ReportPage
from qualcoder_nhs.ui.look import theme
from qualcoder_nhs.ui.look.looks import looks
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.look.tokens import DARK, LIGHT, Tokens
from qualcoder_nhs.ui.working.live import Live


def test_ctrl_page_down_goes_through_all_sections_and_each_takes_the_keys(
    qtbot: QtBot, page: ReportPage
) -> None:
    tree(page).setFocus()
    seen = [page.sections.section]
    while True:
        QApplication.processEvents()
        at = QApplication.focusWidget() or page
        qtbot.keyClick(at, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        if page.sections.section == "codes":
            break
        seen.append(page.sections.section)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert page.sections.isAncestorOf(focus)
    assert seen == [
        "codes",
        "transcripts",
        "pairs",
        "coders",
        "levels",
        "confusion",
        "time",
        "settled",
        "links",
        "method",
    ]


def test_every_small_table_leads_to_words(qtbot: QtBot, page: ReportPage) -> None:
    expected = {"transcripts": "FG1", "pairs": "HL and AB", "coders": "HL and the others"}
    for section in page.sections.sheets:
        page.sections.show_section(section.told.id)
        QAbstractItemModelTester(section.view.rows)
        assert section.view.rows.rowCount()
        if section.told.id in expected:
            section.view.setCurrentIndex(section.view.rows.index(0, 2))
            section.view.grab()
            assert page.passages.title.text() == expected[section.told.id]


def test_the_heat_map_tells_what_stands_for_what(qtbot: QtBot, page: ReportPage) -> None:
    page.sections.show_section("confusion")
    heat = page.sections.heat
    QAbstractItemModelTester(heat.rows)
    assert heat.rows.heat.names == ("Cost", "Waste", "nothing further")
    cell = heat.rows.index(0, 1)
    assert cell.data() == "10"
    assert cell.data(Qt.ItemDataRole.ToolTipRole).startswith(
        "Cost from HL, Waste from AB: 10 characters, "
    )
    assert heat.painter.share(0, 1) == 1
    assert heat.painter.share(0, 0) == 0
    heat.setCurrentIndex(cell)
    qtbot.waitUntil(lambda: page.passages.list.rows.rowCount() == 1)
    assert page.passages.title.text() == "Cost or Waste"


def test_what_changes_over_time_is_counted_when_it_is_looked_at(
    qtbot: QtBot, page: ReportPage
) -> None:
    page.sections.show_section("time")
    section = page.sections.time
    qtbot.waitUntil(lambda: section.note.text() != "Counting …")
    told = {}
    for action in section.choice.choices.actions():
        action.trigger()
        told[action.text()] = section.note.text()
    assert told["Between rounds"] == "There is no other round that could be put beside this one."
    assert "fewer than three transcripts were compared" in told.values()
    assert "Nobody has coded a transcript both here and in another layer." in told.values()


def test_how_it_was_settled_is_told_in_the_section_and_in_the_methods_text(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with a_settling_study(tmp_path / "settled.qnhs") as study:
        settle_some(study)
        live = Live(study, coder(study))
        page = a_page(qtbot, live, lambda *_words: None, of=ROUND)
        page.sections.show_section("settled")
        section = page.sections.settled
        qtbot.waitUntil(lambda: section.note.text().startswith("The coders of Round 1 differed"))
        assert section.view.rows.index(0, 0).data() == "definition unclear"
        said = section.note.text()
        section.choice.choices.actions()[2].trigger()
        assert section.view.rows.index(0, 8).data() == "The sum."
        page.sections.show_section("method")
        assert page.sections.method.text.endswith(said)
        live.close()


def test_the_keys_stay_in_the_method_when_settling_is_added_to_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with a_settling_study(tmp_path / "settled.qnhs") as study:
        settle_some(study)
        live = Live(study, coder(study))
        page = a_page(qtbot, live, lambda *_words: None, of=ROUND)
        page.sections.show_section("method")
        method = page.sections.method
        method.setFocus()
        assert method.copy.hasFocus()
        qtbot.waitUntil(lambda: "differed on 4 passages" in method.text)
        assert method.copy.hasFocus()
        live.close()


def test_nothing_settled_is_said(qtbot: QtBot, page: ReportPage) -> None:
    page.sections.show_section("method")
    told = page.sections.settled.note
    qtbot.waitUntil(lambda: told.text().startswith("Nothing was settled yet."))
    assert "settled" not in page.sections.method.text


def test_the_methods_text_can_be_copied(qtbot: QtBot, page: ReportPage) -> None:
    page.sections.show_section("method")
    qtbot.mouseClick(page.sections.method.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("Two coders (HL and AB) coded 2 of 3")


@pytest.mark.parametrize("at", range(6))
def test_the_report_leaves_in_every_format(
    qtbot: QtBot, page: ReportPage, asked: Asked, tmp_path: Path, at: int
) -> None:
    with qtbot.waitSignal(page.said, timeout=30_000) as said:
        page.leave.choices.actions()[at].trigger()
    name, kinds = asked[0]
    assert (tmp_path / name).stat().st_size > 50
    assert name in said.args[0]
    assert kinds.endswith(f"(*{name.removeprefix('Agreement')})")


def test_a_chart_leaves_as_a_picture_and_is_noted(
    qtbot: QtBot, live: Live, page: ReportPage, asked: Asked, tmp_path: Path
) -> None:
    for action in page.leave.choices.actions()[-3:]:
        with qtbot.waitSignal(page.said, timeout=30_000):
            action.trigger()
    assert [name for name, _kinds in asked] == [
        "Agreement by code.svg",
        "What differs.svg",
        "Which code for which.svg",
    ]
    assert "Cost" in (tmp_path / asked[0][0]).read_text()
    noted = live.study.ask(Reader.exports)
    assert [(one.what, Path(one.file).name) for one in noted] == [
        ("chart", name) for name, _kinds in asked
    ]


def cell_picture(page: ReportPage, code: str, column: str) -> QImage:
    table = tree(page)
    at = next(n for n, one in enumerate(table.rows.columns) if one.id == column)
    box = table.visualRect(table.rows.place_of(code).siblingAtColumn(at))
    return table.viewport().grab(box).toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours(picture: QImage) -> dict[str, int]:
    found: dict[str, int] = {}
    for x in range(picture.width()):
        for y in range(picture.height()):
            name = QColor(picture.pixel(x, y)).name()
            found[name] = found.get(name, 0) + 1
    return found


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_dots_whiskers_and_bars_in_the_colours_of_the_theme(
    qtbot: QtBot, qapp: QApplication, page: ReportPage, tokens: Tokens
) -> None:
    look = Theme(tokens)
    theme.apply(qapp, look)
    page.set_theme(look)
    stand_on(qtbot, page, "trust")
    few = QColor(tokens.line2).name()
    paper = QColor(tokens.paper).name()
    dot = colours(cell_picture(page, "cost", "alpha"))
    assert dot[few] > 30  # greyed: there is too little to judge by
    hollow = cell_picture(page, "money", "alpha")
    middle = hollow.height() // 2
    line = [QColor(hollow.pixel(x, middle)).name() for x in range(hollow.width())]
    assert line.count(QColor(tokens.side).name()) > 3  # the ground shows through the dot
    bar = colours(cell_picture(page, "cost", "kinds"))
    ink = stack_ink(tokens).name()
    assert bar[ink] > 20
    assert bar[paper] > 100
    assert not colours(cell_picture(page, "trust", "kinds")).get(ink)
    theme.apply(qapp, Theme())


def test_a_passage_in_view_takes_the_colours_of_another_theme(
    qtbot: QtBot, page: ReportPage
) -> None:
    stand_on(qtbot, page, "cost")
    assert page.page is not None
    assert page.page.report is not None
    book = page.page.report.about.codebook
    dark = Theme(DARK)
    tint = QColor(looks(book, dark)[book.find("cost").id].tint).name()
    words = page.passages.card.words
    assert not colours(words.grab().toImage()).get(tint)
    page.set_theme(dark)
    assert colours(words.grab().toImage())[tint] > 30

"""The report page: what it says first, how it is narrowed, where each row leads, what leaves it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from agreement_study import a_compared_study, an_agreement_study
from builders import coder
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qualcoder_nhs.domain.rounds import Unit
from qualcoder_nhs.ui import theme
from qualcoder_nhs.ui.agreement.report.code_tree import CodeTree
from qualcoder_nhs.ui.agreement.report.marks import stack_ink
from qualcoder_nhs.ui.agreement.report.page import ReportPage
from qualcoder_nhs.ui.live import Live
from qualcoder_nhs.ui.theme import Theme
from qualcoder_nhs.ui.tokens import DARK, LIGHT, Tokens

Asked = list[tuple[str, str]]


@pytest.fixture
def live(qtbot: QtBot, tmp_path: Path) -> Iterator[Live]:
    study = a_compared_study(tmp_path / "study.qnhs")
    made = Live(study, coder(study))
    yield made
    made.close()


@pytest.fixture
def asked() -> Asked:
    return []


def a_page(qtbot: QtBot, live: Live, ask: Callable[..., None], width: int = 1200) -> ReportPage:
    made = ReportPage(Theme(), ask)
    qtbot.addWidget(made)
    made.resize(width, 800)
    made.attach(live)
    made.show()
    qtbot.waitUntil(lambda: made.page is not None)
    return made


@pytest.fixture
def page(qtbot: QtBot, live: Live, asked: Asked, tmp_path: Path) -> ReportPage:
    def ask(name: str, kinds: str, then: Callable[[Path], None]) -> None:
        asked.append((name, kinds))
        then(tmp_path / name)

    made = a_page(qtbot, live, ask)
    made.switches.coders.offer([("HL", "HL"), ("AB", "AB"), ("CD", "CD")], ["HL", "AB"])
    recount(qtbot, made)
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


# ── what is said ──────────────────────────────────────────────────────────────────────────────


def test_it_opens_with_its_finding_and_three_figures(page: ReportPage) -> None:
    assert page.headline.text().startswith("Mostly a which-code-problem")
    told = [one.accessibleName() for one in page.leading.figures]
    assert told[0].startswith("Do we mark the same passages? |u-alpha .9")
    assert "cu-alpha" in told[1]
    assert "125,054" not in page.foot.text()
    assert "HL, AB on 2 transcripts, 60 characters of talk." in page.foot.text()
    assert "because there are fewer than 8 transcripts; seed 1" in page.foot.text()


def test_codes_stand_in_a_tree_and_unused_ones_are_put_away(qtbot: QtBot, page: ReportPage) -> None:
    QAbstractItemModelTester(tree(page).rows)
    assert names(page) == ["Money", "Cost", "Waste", "Trust"]
    qtbot.mouseClick(page.switches.rolled_up, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    assert [row.rolled_up for row in page.sections.codes.rows] == [False] * 4
    assert page.sections.codes.note() == "4 of 4 codes shown."


def test_the_filter_keeps_what_stands_above(qtbot: QtBot, page: ReportPage) -> None:
    qtbot.keyClicks(page.sections.codes.filter, "was")
    assert names(page) == ["Money", "Waste"]
    QAbstractItemModelTester(tree(page).rows)


def test_a_click_on_a_head_sorts_siblings_and_leaves_families_whole(
    qtbot: QtBot, page: ReportPage
) -> None:
    model, heads = tree(page).rows, tree(page).heads
    at = next(n for n, column in enumerate(model.columns) if column.id == "alpha")
    spot = QPoint(heads.sectionViewportPosition(at) + 20, heads.height() // 2)
    for _click in range(2):
        qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    values = {row.name: row.alpha.value or 0.0 for row in page.sections.codes.rows}
    by_value = sorted(("Money", "Trust"), key=lambda name: values[name])
    if heads.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder:
        by_value.reverse()
    shown = names(page)
    assert [name for name in shown if name in by_value] == by_value
    assert set(shown[shown.index("Money") + 1 :][:2]) == {"Cost", "Waste"}


def test_columns_are_chosen_from_a_list_that_stays_open(qtbot: QtBot, page: ReportPage) -> None:
    section = page.sections.codes
    at = next(n for n, one in enumerate(tree(page).rows.columns) if one.id == "kappa")
    assert tree(page).isColumnHidden(at)
    qtbot.mouseClick(section.columns, Qt.MouseButton.LeftButton)
    action = next(one for one in section.columns.choices.actions() if one.data() == "kappa")
    spot = section.columns.choices.actionGeometry(action).center()
    qtbot.mouseClick(section.columns.choices, Qt.MouseButton.LeftButton, pos=spot)
    assert not tree(page).isColumnHidden(at)
    assert section.columns.choices.isVisible()
    section.columns.choices.close()


def test_there_is_never_a_value_without_its_reason(page: ReportPage) -> None:
    model = tree(page).rows
    at = next(n for n, column in enumerate(model.columns) if column.id == "interval")
    page.sections.roll_up(on=False)
    page.sections.codes.unused.setChecked(True)
    words = model.place_of("money").siblingAtColumn(at).data()
    assert words == "n/a · not used by either"


# ── switches ──────────────────────────────────────────────────────────────────────────────────


def test_another_unit_asks_other_questions(qtbot: QtBot, page: ReportPage) -> None:
    turns = page.switches.unit.choices.actions()[list(Unit).index(Unit.TURN)]
    turns.trigger()
    arrived(qtbot, page)
    assert page.page is not None
    assert page.page.report is not None
    assert page.page.report.material.plan.unit == "turn"
    assert page.switches.unit.text() == "In turns"
    assert "mean alpha" in page.leading.figures[0].accessibleName()


def test_transcripts_are_left_out_by_ticking_but_never_the_last(
    qtbot: QtBot, page: ReportPage
) -> None:
    menu = page.switches.transcripts
    menu.offer([(name, name) for name in ("FG1", "FG2")], ["FG1", "FG2"])
    menu.choices.actions()[1].trigger()
    arrived(qtbot, page)
    assert "1 transcript," in page.foot.text()
    assert not menu.choices.actions()[0].isEnabled()
    assert menu.text() == "Transcripts: 1 of 2"


def test_the_moderator_counts_where_wanted(qtbot: QtBot, page: ReportPage) -> None:
    page.switches.moderator.click()
    arrived(qtbot, page)
    assert "on 2 transcripts, 60 characters" not in page.foot.text()


def test_without_two_coders_it_says_so_instead(qtbot: QtBot, tmp_path: Path) -> None:
    study = an_agreement_study(tmp_path / "empty.qnhs")
    live = Live(study, coder(study))
    page = a_page(qtbot, live, lambda *_asked: None)
    assert page.refused.text().startswith("A comparison takes two coders at least")
    assert page.refused.isVisible()
    assert page.passages.isHidden()
    live.close()


def test_stopping_leaves_what_was_there_and_offers_to_go_on(
    qtbot: QtBot, page: ReportPage, live: Live
) -> None:
    before, said = page.page, []
    page.said.connect(said.append)
    live.study.path.touch()
    page.switches.moderator.click()
    page.waiting.stop_wanted.emit()
    qtbot.waitUntil(lambda: bool(said) or page.page is not before)
    if said:  # the worker may have been quicker than the hand
        assert page.page is before
        assert page.again.isVisible()
        page.again.click()
    qtbot.waitUntil(lambda: page.page is not before)
    assert page.waiting.isHidden()


# ── the words behind ──────────────────────────────────────────────────────────────────────────


def test_a_row_opens_its_passages_and_enter_goes_to_their_place(
    qtbot: QtBot, page: ReportPage
) -> None:
    stand_on(qtbot, page, "cost")
    assert page.passages.sentence.text() == "2 disagreements, longest first"
    assert page.passages.card.where.text() == "FG2 · P2 · turn 3"
    assert page.passages.card.kind.accessibleName() == "another code"
    press(qtbot, tree(page), Qt.Key.Key_Return)
    assert page.passages.list.hasFocus()
    press(qtbot, page.passages.list, Qt.Key.Key_J)
    assert page.passages.card.count.text() == "2 of 2"
    assert page.passages.card.given.accessibleName() == "HL Cost 1 word; AB Cost 1 word"
    with qtbot.waitSignal(page.jump) as jumped:
        press(qtbot, page.passages.list, Qt.Key.Key_Return)
    assert len(jumped.args[1]) == 2
    press(qtbot, page.passages.list, Qt.Key.Key_Escape)
    assert tree(page).hasFocus()


def test_agreement_can_be_read_too(qtbot: QtBot, page: ReportPage) -> None:
    QAbstractItemModelTester(page.passages.list.rows)
    stand_on(qtbot, page, "trust")
    assert page.passages.nothing.text() == "Nothing here on which they differ."
    qtbot.mouseClick(page.passages.agreed, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.passages.list.rows.rowCount() == 1)
    assert page.passages.sentence.text() == "1 passage all agree on"
    assert page.passages.card.kind.accessibleName() == "all agree"


def test_a_narrow_page_shows_the_table_and_the_words_one_after_the_other(
    qtbot: QtBot, live: Live
) -> None:
    page = a_page(qtbot, live, lambda *_asked: None, width=680)
    page.switches.coders.offer([("HL", "HL"), ("AB", "AB"), ("CD", "CD")], ["HL", "AB"])
    recount(qtbot, page)
    assert page.passages.isHidden()
    qtbot.mouseClick(page.open_passages, Qt.MouseButton.LeftButton)
    assert page.passages.isVisible()
    assert not tree(page).isVisible()
    qtbot.waitUntil(lambda: page.passages.back.width() > 40)
    qtbot.mouseClick(page.passages.back, Qt.MouseButton.LeftButton)
    assert tree(page).isVisible()
    assert page.passages.isHidden()


# ── sections ──────────────────────────────────────────────────────────────────────────────────


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


def test_the_methods_text_can_be_copied(qtbot: QtBot, page: ReportPage) -> None:
    page.sections.show_section("method")
    qtbot.mouseClick(page.sections.method.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("Two coders (HL and AB) coded 2 of 3")


# ── out ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("at", range(6))
def test_the_report_leaves_in_every_format(
    qtbot: QtBot, page: ReportPage, asked: Asked, tmp_path: Path, at: int
) -> None:
    with qtbot.waitSignal(page.said) as said:
        page.leave.choices.actions()[at].trigger()
    name, kinds = asked[0]
    assert (tmp_path / name).stat().st_size > 50
    assert name in said.args[0]
    assert kinds.endswith(f"(*{name.removeprefix('Agreement')})")


def test_a_chart_leaves_as_a_picture(
    qtbot: QtBot, page: ReportPage, asked: Asked, tmp_path: Path
) -> None:
    for action in page.leave.choices.actions()[-3:]:
        with qtbot.waitSignal(page.said):
            action.trigger()
    assert [name for name, _kinds in asked] == [
        "Agreement by code.svg",
        "What differs.svg",
        "Which code for which.svg",
    ]
    assert "Cost" in (tmp_path / asked[0][0]).read_text()


# ── pixels ────────────────────────────────────────────────────────────────────────────────────


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

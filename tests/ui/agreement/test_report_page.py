"""The report page: what it says first, how it is narrowed, and where each row leads."""

from pathlib import Path

from agreement_study import an_agreement_study
from builders import coder
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from ui.agreement.report_hands import a_page, arrived, names, press, recount, stand_on, tree

from qualcoder_nhs.analysis.agreement.units import Carries
from qualcoder_nhs.domain.rounds import Unit
from qualcoder_nhs.ui.agreement.report.page import ReportPage
from qualcoder_nhs.ui.working.live import Live


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
    told = "2 of 4 codes shown. Not among what is filtered: Cost, Trust."
    assert page.sections.codes.note() == told
    QAbstractItemModelTester(tree(page).rows)


def test_what_is_not_shown_is_named_with_the_reason(qtbot: QtBot, page: ReportPage) -> None:
    page.sections.roll_up(on=False)
    qtbot.keyClicks(page.sections.codes.filter, "trust")
    assert page.sections.codes.note() == (
        "1 of 4 codes shown. Used by nobody: Money. Not among what is filtered: Cost, Waste."
    )


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


def test_words_for_ranges_are_shown_where_chosen_and_leave_with_the_report(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    section = page.sections.codes
    assert section.bands == ()
    action = next(one for one in section.columns.choices.actions() if one.text() == "McHugh 2012")
    action.trigger()
    at = next(n for n, one in enumerate(tree(page).rows.columns) if one.title == "McHugh 2012")
    assert not tree(page).isColumnHidden(at)
    assert tree(page).rows.place_of("trust").siblingAtColumn(at).data() == "too few to judge"
    with qtbot.waitSignal(page.said, timeout=30_000):
        page.leave.choices.actions()[2].trigger()
    assert "In words" in (tmp_path / "Agreement.html").read_text()


def test_there_is_never_a_value_without_its_reason(page: ReportPage) -> None:
    model = tree(page).rows
    at = next(n for n, column in enumerate(model.columns) if column.id == "interval")
    page.sections.roll_up(on=False)
    page.sections.codes.unused.setChecked(True)
    words = model.place_of("money").siblingAtColumn(at).data()
    assert words == "n/a · not used by either"


def test_another_unit_asks_other_questions(qtbot: QtBot, page: ReportPage) -> None:
    turns = page.switches.unit.choices.actions()[list(Unit).index(Unit.TURN)]
    turns.trigger()
    arrived(qtbot, page)
    assert page.page is not None
    assert page.page.report is not None
    assert page.page.report.material.plan.unit == "turn"
    assert page.switches.unit.text() == "In turns"
    assert "mean alpha" in page.leading.figures[0].accessibleName()
    page.switches.rules.actions()[1].trigger()
    arrived(qtbot, page)
    assert page.page.report.material.plan.carries is Carries.HALF
    assert page.switches.unit.text() == "In turns, at least half"


def test_white_space_is_left_out_where_wanted(qtbot: QtBot, page: ReportPage) -> None:
    assert not page.switches.rules.isEnabled()
    page.switches.moderator.click()
    arrived(qtbot, page)
    page.switches.blanks.trigger()
    arrived(qtbot, page)
    assert f"{2 * (30 + len('Goon.Thanks.'))} characters" in page.foot.text()
    assert page.switches.unit.text() == "In characters, no white space"


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
    qtbot.mouseClick(page.beside.open, Qt.MouseButton.LeftButton)
    assert page.passages.isVisible()
    assert not tree(page).isVisible()
    qtbot.waitUntil(lambda: page.passages.back.width() > 40)
    qtbot.mouseClick(page.passages.back, Qt.MouseButton.LeftButton)
    assert tree(page).isVisible()
    assert page.passages.isHidden()

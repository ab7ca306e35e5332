"""The excerpt page: what is shown, how it is narrowed, where it leads and what leaves it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import StandSettled, code
from coded_study import CodedStudy
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QMenu
from pytestqt.qtbot import QtBot

from qualcoder_nhs.actions.codebook import AddCode
from qualcoder_nhs.actions.codings import RemoveCodings
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.excerpts import Excerpt
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.excerpts.excerpt_model import ExcerptModel
from qualcoder_nhs.ui.excerpts.export_sheet import ExportSheet
from qualcoder_nhs.ui.excerpts.page import ExcerptPage
from qualcoder_nhs.ui.look import theme
from qualcoder_nhs.ui.look.tokens import DARK
from qualcoder_nhs.ui.widgets.pick_button import PickButton
from qualcoder_nhs.ui.widgets.pick_model import Pick
from qualcoder_nhs.ui.working.live import Live


@pytest.fixture
def coded(tmp_path: Path) -> CodedStudy:
    return CodedStudy(tmp_path / "study.qnhs")


@pytest.fixture
def live(qtbot: QtBot, coded: CodedStudy) -> Iterator[Live]:
    made = Live(coded.study, coded.coder)
    yield made
    made.close()


@pytest.fixture
def asked() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def page(qtbot: QtBot, live: Live, tmp_path: Path, asked: list[tuple[str, str]]) -> ExcerptPage:
    def ask_file(name: str, words: str) -> Path:
        asked.append((name, words))
        return tmp_path / "out"

    made = ExcerptPage(theme.Theme(), ask_file)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    live.changed.connect(made.refresh)
    made.attach(live)
    made.show()
    qtbot.waitUntil(lambda: made.book is not None)
    return made


def words(page: ExcerptPage) -> list[str]:
    return [row.words for row in page.list.excerpts.rows if isinstance(row, Excerpt)]


def tick(qtbot: QtBot, page: ExcerptPage, button: PickButton, sought: str) -> None:
    """Open the list, type, Enter, Esc."""
    before = page.book
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(button.list.field, sought)
    qtbot.keyClick(button.list, Qt.Key.Key_Return)
    button.list.close()
    qtbot.waitUntil(lambda: page.book is not before)


def test_everything_is_shown_under_its_code_with_denominators(page: ExcerptPage) -> None:
    assert page.header.sentence.text() == (
        "4 of 4 excerpts · 2 of 2 groups · 4 of 10 participants · 5 turns"
    )
    model = page.list.excerpts
    spoken = [
        str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
    ]
    assert spoken[0] == "Trust, 1 of 2 groups · 2 of 10 participants · 2 turns"
    assert spoken[1].startswith("Muddle does not have a cover sheet., (FG1, P1, chief executive)")
    assert spoken[2].startswith("Trust > Doubted motive, ")
    assert spoken[5].endswith("strong quote, identifying detail, memo: Compare FG1 P2.")
    assert spoken[6].startswith("one asking for the second nurse.\nSo I rang, (FG2, MD-06, MD-01")


def test_models_are_sound(qtbot: QtBot, page: ExcerptPage) -> None:
    models = [page.list.excerpts, *(one.picks for one in page.filters.buttons)]
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, fatal) for model in models]
    page.list.excerpts.widen(1, 2)
    tick(qtbot, page, page.filters.code, "motive")
    page.list.excerpts.set_context(3)
    assert len(testers) == 7


def test_each_filter_narrows_and_says_so(qtbot: QtBot, page: ExcerptPage) -> None:
    tick(qtbot, page, page.filters.code, "trust")
    assert page.filters.code.text() == "Code: Trust"
    assert words(page) == ["Muddle does not have a cover sheet.", "They decided by the Tuesday."]
    before = page.book
    page.filters.beneath.click()
    qtbot.waitUntil(lambda: page.book is not before)
    assert words(page) == ["Muddle does not have a cover sheet."]
    tick(qtbot, page, page.filters.role, "medical")
    assert words(page) == []
    assert "No excerpt fits. Left out: 1 by other roles." in page.way_on.told.text()
    assert not page.export_action.isEnabled()
    assert page.filters.wanted.scope == ("Trust · medical director · without codes beneath")


@pytest.mark.parametrize(
    ("name", "sought", "left"),
    [
        ("transcript", "FG1", 2),
        ("speaker", "MD-06", 1),
        ("role", "chief", 2),
        ("coder", "HL", 4),
        ("flag", "identifying", 1),
    ],
)
def test_filters_by(qtbot: QtBot, page: ExcerptPage, name: str, sought: str, left: int) -> None:
    tick(qtbot, page, getattr(page.filters, name), sought)
    assert len(words(page)) == left
    total = page.book.total if page.book else 0
    assert page.header.sentence.text().startswith(f"{left} of {total} excerpts")


def test_a_code_is_offered_with_its_count_and_called_by_its_name(
    qtbot: QtBot, page: ExcerptPage
) -> None:
    picks = page.filters.code.picks
    tick(qtbot, page, page.filters.code, "trust")
    assert picks.index(0).data(Qt.ItemDataRole.DisplayRole) == "Trust"
    assert picks.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Trust, 2 excerpts, ticked"
    assert page.filters.wanted.scope == "Trust"


def test_the_list_to_tick_in_is_as_wide_as_its_rows(qtbot: QtBot, page: ExcerptPage) -> None:
    page.filters.code.offer([Pick(number, str(number)) for number in range(40)])
    qtbot.mouseClick(page.filters.code, Qt.MouseButton.LeftButton)
    ticks = page.filters.code.list
    assert not ticks.list.horizontalScrollBar().isVisible()
    assert ticks.list.height() == 14 * 26
    ticks.close()
    low = ticks.screen().availableGeometry().bottomLeft() - QPoint(0, 300)
    ticks.open_under(low)
    assert ticks.screen().availableGeometry().contains(ticks.geometry())
    ticks.close()


def test_a_code_without_codings_of_its_own_says_so(
    qtbot: QtBot, page: ExcerptPage, live: Live
) -> None:
    live.run(AddCode("Empty"))
    qtbot.waitUntil(lambda: "Empty" in [one.words for one in page.filters.code.picks.picks])
    tick(qtbot, page, page.filters.code, "empty")
    assert page.way_on.told.text() == "Nothing is coded with Empty yet."
    before = page.book
    page.filters.beneath.click()
    qtbot.waitUntil(lambda: page.book is not before)
    assert page.way_on.told.text() == (
        "Nothing is coded with Empty itself; codes beneath are left out."
    )


def test_all_takes_every_tick_away(qtbot: QtBot, page: ExcerptPage) -> None:
    flag = page.filters.flag
    tick(qtbot, page, flag, "strong")
    tick(qtbot, page, flag, "discuss")
    assert flag.text() == "Flag: 2 of 4"
    flag.list.all.click()
    assert flag.text() == "Flag: any or none"
    qtbot.waitUntil(lambda: len(words(page)) == 4)


def test_enter_and_a_click_lead_to_the_place(
    qtbot: QtBot, page: ExcerptPage, coded: CodedStudy
) -> None:
    page.list.setCurrentIndex(page.list.excerpts.index(1))
    row = page.list.excerpts.rows[1]
    assert isinstance(row, Excerpt)
    with qtbot.waitSignal(page.jump) as got:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert got.args == [coded.fg1, row.coding.span]
    place = page.list.visualRect(page.list.excerpts.index(5))
    with qtbot.waitSignal(page.jump) as got:
        qtbot.mouseClick(
            page.list.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(40, 20)
        )
    assert got.args[0] == coded.fg2


def test_turns_around_open_and_close(qtbot: QtBot, page: ExcerptPage) -> None:
    model, row = page.list.excerpts, page.list.excerpts.rows[1]
    assert isinstance(row, Excerpt)
    page.list.setCurrentIndex(model.index(1))
    low = page.list.visualRect(model.index(1)).height()
    qtbot.keyClick(page.list, Qt.Key.Key_Right)
    before, after = model.around(row)
    assert ([said.turn for said in before], after) == ([3], ())
    qtbot.waitUntil(lambda: page.list.visualRect(model.index(1)).height() > low)
    qtbot.keyClick(page.list, Qt.Key.Key_Left)
    assert model.around(row) == ((), ())
    page.list.doItemsLayout()
    for turns in (1, 2, 3, 0):
        box = QRectF(page.list.visualRect(model.index(1)))
        link = page.list.painter.more_link(box, row)[1].center().toPoint()
        qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=link)
        assert model.context_of(row) == turns
        page.list.doItemsLayout()
    page.context.choices.actions()[2].trigger()
    assert page.context.text() == "2 turns before and after"
    assert model.context_of(row) == 2


def test_an_excerpt_is_copied_with_its_attribution(qtbot: QtBot, page: ExcerptPage) -> None:
    page.list.setCurrentIndex(page.list.excerpts.index(3))
    qtbot.keyClick(page.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "“They decided by the Tuesday.” (FG1, P2, chief executive) [FG1 t.3]"
    )


def test_it_follows_the_study_and_keeps_its_place(
    qtbot: QtBot, page: ExcerptPage, live: Live
) -> None:
    page.list.setCurrentIndex(page.list.excerpts.index(5))
    kept, gone = page.list.current, page.list.excerpts.rows[1]
    assert kept is not None
    assert isinstance(gone, Excerpt)
    live.run(RemoveCodings((gone.coding.id,)))
    qtbot.waitUntil(lambda: len(words(page)) == 3)
    assert page.list.current is not None
    assert page.list.current.coding.id == kept.coding.id


def test_hidden_it_asks_only_when_it_is_seen_again(
    qtbot: QtBot, page: ExcerptPage, live: Live, coded: CodedStudy
) -> None:
    page.hide()
    before = page.book
    with qtbot.waitSignal(live.changed):
        coded.code(coded.fg1, "Muddle", coded.money)
    assert page.book is before
    page.show()
    qtbot.waitUntil(lambda: len(words(page)) == 5)


def test_a_stale_reply_is_dropped(qtbot: QtBot, page: ExcerptPage) -> None:
    assert page.book is not None
    late = replace(page.book, sections=())
    take = page._taking(page._number)
    page.filters.beneath.click()
    take(late)
    assert page.book is not late


def test_one_code_is_shown_on_demand(qtbot: QtBot, page: ExcerptPage, coded: CodedStudy) -> None:
    page.show_code(coded.motive)
    qtbot.waitUntil(lambda: words(page) == ["They decided by the Tuesday."])


def test_a_study_without_codings_says_what_to_do(qtbot: QtBot, page: ExcerptPage) -> None:
    assert page.book is not None
    page._show_book(replace(page.book, sections=(), left_out=()))
    assert page.way_on.told.isVisible()
    assert page.way_on.told.text().startswith("Nothing is coded in this layer yet.")


def test_the_sheet_counts_and_asks_for_a_file(
    qtbot: QtBot, page: ExcerptPage, tmp_path: Path, asked: list[tuple[str, str]]
) -> None:
    page.export_action.trigger()
    sheet = page.findChild(ExportSheet)
    assert sheet is not None
    assert sheet.sum.text() == "3 of 4 excerpts will be in the file."
    sheet.spare.click()
    assert sheet.sum.text() == "4 of 4 excerpts will be in the file."
    sheet.spare.click()
    sheet.formats[1].click()
    sheet.memos.click()
    sheet.context.choices.actions()[2].trigger()
    with qtbot.waitSignal(page.export_wanted) as got:
        qtbot.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    wanted, path, options = got.args
    assert asked == [("Excerpts.xlsx", "Excel workbook (*.xlsx)")]
    assert path == tmp_path / "out.xlsx"
    assert (wanted.context, wanted.without) == (2, {Flag.IDENTIFYING})
    assert (options.context, options.memos, options.definitions) == (True, False, True)


def test_no_file_no_export(qtbot: QtBot, page: ExcerptPage) -> None:
    assert page.book is not None
    sheet = ExportSheet(theme.Theme(), page.book, page.filters.wanted, lambda *_: None)
    qtbot.addWidget(sheet)
    with qtbot.assertNotEmitted(sheet.wanted):
        sheet.save.click()


def test_every_control_has_a_name(page: ExcerptPage) -> None:
    parts = [
        part
        for kind in (QAbstractButton, QAbstractItemView)
        for part in page.findChildren(kind)
        if not isinstance(part.parent(), QMenu)
    ]
    assert parts
    assert [p for p in parts if not (p.accessibleName() or p.property("text"))] == []


def test_words_stand_on_the_tint_of_their_family(qtbot: QtBot, page: ExcerptPage) -> None:
    page.set_theme(theme.Theme(DARK))
    index = page.list.excerpts.index(3)
    row = page.list.excerpts.rows[3]
    assert isinstance(row, Excerpt)
    tint = page.list.painter.looks[row.code.id].tint
    box = page.list.visualRect(index)
    shown = page.list.viewport().grab().toImage()
    colours = {shown.pixelColor(box.left() + 25 + far, box.top() + 16).name() for far in range(60)}
    assert tint.lower() in colours


def test_ten_thousand_excerpts_measure_only_what_is_seen_at_first(
    qtbot: QtBot, page: ExcerptPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    model: ExcerptModel = page.list.excerpts
    assert page.book is not None
    section = page.book.sections[0]
    one = section.excerpts[0]
    many = tuple(
        replace(one, coding=replace(one.coding, id=f"coding {number}")) for number in range(10_000)
    )
    measured: list[str] = []
    true = page.list.painter._measure
    monkeypatch.setattr(
        page.list.painter, "_measure", lambda row: measured.append(row.coding.id) or true(row)
    )
    page.list.show_book(replace(page.book, sections=(replace(section, excerpts=many),)))
    page.list.viewport().grab()
    assert model.rowCount() == 10_001
    assert 0 < len(measured) <= 300


def settle(coded: CodedStudy, words: str) -> None:
    """Let one settled coding stand."""
    transcript = coded.study.ask(Reader.transcript, coded.fg1)
    start = transcript.text.index(words)
    span = Span(start, start + len(words))
    coded.study.run(StandSettled(coded.fg1, span, code(coded.study, "trust")), coded.coder)


def choose_layer(qtbot: QtBot, page: ExcerptPage, name: str) -> None:
    before = page.book
    next(one for one in page.layer.choices.actions() if one.text() == name).trigger()
    qtbot.waitUntil(lambda: page.book is not before and name in page.layer.text())


def test_where_there_is_one_layer_nobody_is_asked_for_it(page: ExcerptPage) -> None:
    assert not page.layer.isVisible()


def test_what_is_settled_is_shown_first_and_the_layer_is_said_and_chosen(
    qtbot: QtBot, coded: CodedStudy, live: Live, page: ExcerptPage
) -> None:
    settle(coded, "They decided by the Tuesday.")
    page.attach(live)
    qtbot.waitUntil(lambda: len(words(page)) == 1 and page.layer.isVisible())
    assert page.layer.text() == "Layer: settled"
    assert page.left_out.text() == "Left out: 4 in another layer."
    choose_layer(qtbot, page, "open")
    assert len(words(page)) == 4
    assert page.layer.text() == "Layer: open"
    page.export()
    sheet = page.findChild(ExportSheet)
    assert sheet.filter.layer == "open"
    assert sheet.scope.text().startswith("Layer: open")
    sheet.reject()


def test_a_layer_that_went_makes_room_for_the_one_shown_unasked(
    qtbot: QtBot, coded: CodedStudy, live: Live, page: ExcerptPage
) -> None:
    settle(coded, "They decided by the Tuesday.")
    page.attach(live)
    qtbot.waitUntil(page.layer.isVisible)
    choose_layer(qtbot, page, "settled")
    live.undo()
    qtbot.waitUntil(lambda: not page.layer.isVisible() and len(words(page)) == 4)
    assert page.layer.layer is None

"""The Themes desk in a whole window: everything by keyboard, everything undone."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from ui.whole_window import Desk

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.theme_page import Chosen
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.ui.codebook.choose_code import ChooseCode
from qualcoder_nhs.ui.desks.analyse_room import AnalyseRoom
from qualcoder_nhs.ui.desks.themes_room import ThemesRoom
from qualcoder_nhs.ui.frame.theme_choice import ChooseTheme
from qualcoder_nhs.ui.mime import Passage, put_passage, put_quote
from qualcoder_nhs.ui.themes.page import ThemesPage
from qualcoder_nhs.ui.themes.rows import Heading
from qualcoder_nhs.ui.widgets.memo_dialog import MemoDialog

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def at(desk: Desk, path: Path) -> ThemesPage:
    """The Themes desk of a study, when its theme is there to see."""
    desk.open(path)
    desk.menu("desk:themes")
    page = desk.room.desks.room("themes", ThemesRoom).page
    settled(desk)
    if page.listed is not None and page.listed.themes:
        desk.until(lambda: page.sheet.page is not None)
    return page


def settled(desk: Desk) -> None:
    """What follows a change is asked a moment later."""
    desk.settle()
    desk.bot.wait(90)
    desk.settle()


def names(study: Study) -> list[str]:
    return [one.name for one in study.ask(Reader.themes)]


def quotes(study: Study, theme: str = "Close enough") -> list[tuple[int, bool]]:
    found = study.ask(Reader.quotes, study.ask(Reader.theme, theme).id)
    return [(one.span.start, one.against) for one in found]


def press(
    desk: Desk, widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = SHIFT ^ SHIFT
) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key, held)
    settled(desk)


def test_a_study_without_themes_offers_to_begin_one(desk: Desk, study_file: Path) -> None:
    page = at(desk, study_file)
    assert page.empty.isVisible()
    page.empty.button.click()
    assert page.left.new.hasFocus()
    QTest.keyClicks(page.left.new, "Fresh start")
    QTest.keyClick(page.left.new, Qt.Key.Key_Return)
    settled(desk)
    assert names(desk.study) == ["Fresh start"]
    assert page.sheet.name.text() == "Fresh start"
    desk.menu("undo")
    settled(desk)
    assert page.empty.isVisible()


def test_a_theme_is_stated_renamed_and_served_in_its_place(desk: Desk, themed: Path) -> None:
    page = at(desk, themed)
    assert page.sheet.statement.typed == "They decide, and say so."
    assert "wording 2" in page.sheet.line.text()
    page.sheet.earlier.click()
    assert page.sheet.history.text().endswith("They decide.")
    page.sheet.statement.setFocus()
    page.sheet.statement.selectAll()
    QTest.keyClicks(page.sheet.statement, "Nobody decides.")
    press(desk, page.sheet.statement, Qt.Key.Key_Return, CTRL)
    theme = desk.study.ask(Reader.theme, "Close enough")
    assert [one.text for one in desk.study.ask(Reader.statements, theme.id)][
        -1
    ] == "Nobody decides."
    desk.menu("undo")
    settled(desk)
    assert page.sheet.statement.typed == "They decide, and say so."
    page.sheet.name.setFocus()
    page.sheet.name.selectAll()
    QTest.keyClicks(page.sheet.name, "Nearly")
    press(desk, page.sheet.name, Qt.Key.Key_Return)
    page.sheet.serves.setFocus()
    QTest.keyClicks(page.sheet.serves, "S1")
    press(desk, page.sheet.serves, Qt.Key.Key_Return)
    assert desk.study.ask(Reader.theme, "Nearly").serves == "S1"


def test_typing_is_taken_back_with_escape_and_an_empty_statement_is_none(
    desk: Desk, themed: Path
) -> None:
    statement = at(desk, themed).sheet.statement
    for undone in (lambda: QTest.keyClick(statement, Qt.Key.Key_Escape), statement.keep):
        statement.setFocus()
        statement.selectAll()
        QTest.keyClick(statement, Qt.Key.Key_Delete)
        undone()
        assert statement.typed == "They decide, and say so."


def test_themes_are_ordered_and_deleted_with_keys(desk: Desk, themed: Path) -> None:
    page = at(desk, themed)
    assert page.left.list.hasFocus()
    press(desk, page.left.list, Qt.Key.Key_Down, ALT)
    assert names(desk.study) == ["Elsewhere", "Close enough"]
    assert page.left.list.current is not None
    assert page.left.list.current.theme.name == "Close enough"
    press(desk, page.left.list, Qt.Key.Key_Up, ALT)
    assert names(desk.study) == ["Close enough", "Elsewhere"]
    press(desk, page.left.list, Qt.Key.Key_Delete)
    assert names(desk.study) == ["Elsewhere"]
    assert page.sheet.name.text() == "Elsewhere"
    desk.menu("undo")
    settled(desk)
    assert names(desk.study) == ["Close enough", "Elsewhere"]


def test_quotes_are_turned_ordered_annotated_and_dropped_with_keys(
    desk: Desk, themed: Path
) -> None:
    page = at(desk, themed)
    cards = page.sheet.cards
    cards.setFocus(Qt.FocusReason.TabFocusReason)
    assert isinstance(cards.card, Chosen)
    press(desk, cards, Qt.Key.Key_Down, ALT)
    assert [one for one in quotes(desk.study) if not one[1]] == [(76, False), (22, False)]
    assert cards.words is not None
    assert cards.words.span.start == 22
    press(desk, cards, Qt.Key.Key_A)
    assert sorted(quotes(desk.study)) == [(22, True), (22, True), (76, False)]
    press(desk, cards, Qt.Key.Key_N)
    dialog = desk.dialog(MemoDialog)
    assert isinstance(dialog, MemoDialog)
    dialog.words.setPlainText("the board again")
    dialog.accept()
    settled(desk)
    notes = {one.note for one in desk.study.ask(Reader.quotes)}
    assert "the board again" in notes
    press(desk, cards, Qt.Key.Key_Delete)
    assert (22, True) in quotes(desk.study)
    assert len(quotes(desk.study)) == 2


def test_against_the_grain_is_always_there_and_offers_where_to_look(
    desk: Desk, themed: Path
) -> None:
    page = at(desk, themed)
    press(desk, page.left.list, Qt.Key.Key_Down)
    headings = [one for one in page.sheet.cards.cards.rows if isinstance(one, Heading)]
    assert [one.words for one in headings] == ["Quotes", "Against the grain"]
    assert page.sheet.look.isVisible()
    page.sheet.look.click()
    assert page.side.pool.isVisible()


def test_passages_are_chosen_from_the_pool_for_and_against(desk: Desk, themed: Path) -> None:
    page = at(desk, themed)
    press(desk, page.left.list, Qt.Key.Key_Down)
    page.side.show_part(1)
    pool = page.side.pool
    assert [one.words.span for one in pool.offered] == [Span(18, 40)]
    pool.list.stand_on(0)
    press(desk, pool.list, Qt.Key.Key_A)
    assert (18, True) in quotes(desk.study, "Elsewhere")
    assert pool.offered == []
    desk.menu("undo")
    settled(desk)
    pool.list.stand_on(0)
    press(desk, pool.list, Qt.Key.Key_Return)
    assert (18, False) in quotes(desk.study, "Elsewhere")


def test_counts_and_findings_lead_to_the_words_behind_them(desk: Desk, themed: Path) -> None:
    page = at(desk, themed)
    glance = page.side.glance
    assert [row.name for row in glance.lines.rows[1:]] == [
        "Whole theme, people once",
        "Warm",
        "Money",
    ]
    glance.setCurrentIndex(glance.lines.index(2))
    press(desk, glance, Qt.Key.Key_Return)
    assert page.side.pool.isVisible()
    assert page.side.pool.concern.told == "“Warm”."
    page.side.pool.all.click()
    assert page.side.pool.concern.told == ""
    finding = next(one for one in page.side.findings.found if one.shows)
    page.side.findings.opened.emit(finding)
    assert page.side.pool.concern.told == finding.sentence


def test_codes_are_put_under_a_theme_and_taken_away(desk: Desk, themed: Path) -> None:
    page = at(desk, themed)
    page.sheet.codes.add.click()
    dialog = desk.dialog(ChooseCode)
    assert isinstance(dialog, ChooseCode)
    QTest.keyClicks(dialog.letters, "cold")
    QTest.keyClick(dialog.letters, Qt.Key.Key_Return)
    settled(desk)
    book = desk.study.ask(Reader.codebook)
    held = desk.study.ask(Reader.theme, "Close enough").codes
    assert [book[code].name for code in held] == ["Warm", "Money", "Cold"]
    chip = page.sheet.codes.chips[CodeId(held[2])]
    press(desk, chip, Qt.Key.Key_Delete)
    assert len(desk.study.ask(Reader.theme, "Close enough").codes) == 2
    words = [one.text() for one in page.sheet.codes.menu_for(held[0]).actions()]
    assert words == ["Show its passages", "Open the code’s card", "Take it from the theme"]


def test_what_is_dropped_is_chosen_where_it_was_let_go(desk: Desk, themed: Path) -> None:
    page = at(desk, themed)
    cards = page.sheet.cards.cards
    text = desk.study.ask(Reader.transcript_called, "FG1")
    mime = QMimeData()
    put_passage(mime, Passage(text, Span(100, 120)), "words")
    rows = {type(row).__name__ + str(n): n for n, row in enumerate(cards.rows)}
    assert list(rows) == ["Heading0", "Chosen1", "Chosen2", "Heading3", "Chosen4"]
    drop = Qt.DropAction.CopyAction
    cards.dropMimeData(mime, drop, 2, 0, cards.index(-1))
    settled(desk)
    assert quotes(desk.study) == [(22, False), (100, False), (76, False), (22, True)]
    first = cards.rows[1]
    assert isinstance(first, Chosen)
    put_quote(mime, first.quote.id)
    cards.dropMimeData(mime, drop, -1, -1, cards.index(-1))
    settled(desk)
    assert quotes(desk.study) == [(22, True), (100, False), (76, False), (22, True)]


def test_what_is_dropped_ahead_of_the_heading_does_not_speak_against(
    desk: Desk, themed: Path
) -> None:
    page = at(desk, themed)
    cards = page.sheet.cards.cards
    text = desk.study.ask(Reader.transcript_called, "FG1")
    mime = QMimeData()
    put_passage(mime, Passage(text, Span(100, 120)), "words")
    assert (cards.section(3), cards.section(4)) == (False, True)
    cards.dropMimeData(mime, Qt.DropAction.CopyAction, 3, 0, cards.index(-1))
    settled(desk)
    assert quotes(desk.study) == [(22, False), (76, False), (22, True), (100, False)]


def test_words_go_to_a_theme_from_the_text_by_typing_its_name(desk: Desk, themed: Path) -> None:
    room = desk.open(themed)
    room.code.desk.go_to(Span(18, 40))
    choose(desk, lambda: room.code.desk.run("to_theme"), "elsew", against=True)
    assert (17, True) in quotes(desk.study, "Elsewhere")
    choose(desk, lambda: room.code.desk.run("to_theme"), "Brand new", against=False)
    assert quotes(desk.study, "Brand new") == [(17, False)]


def test_words_go_to_a_theme_from_the_excerpts(desk: Desk, themed: Path) -> None:
    room = desk.open(themed)
    desk.menu("desk:analyse")
    page = room.desks.room("analyse", AnalyseRoom).room_of("excerpts").page
    desk.until(lambda: page.book is not None)
    listed = page.list
    listed.setFocus(Qt.FocusReason.TabFocusReason)
    choose(desk, lambda: QTest.keyClick(listed, Qt.Key.Key_Q), "Elsewhere", against=False)
    assert len(quotes(desk.study, "Elsewhere")) == 2


def choose(desk: Desk, ask: Callable[[], object], letters: str, *, against: bool) -> None:
    ask()
    dialog = desk.dialog(ChooseTheme)
    assert isinstance(dialog, ChooseTheme)
    QTest.keyClicks(dialog.letters, letters)
    dialog.tick.setChecked(against)
    QTest.keyClick(dialog.letters, Qt.Key.Key_Return)
    settled(desk)


def test_the_board_moves_quotes_and_themes_with_keys(desk: Desk, themed: Path) -> None:
    page = at(desk, themed)
    page.board_action.trigger()
    settled(desk)
    board = page.board
    assert [one.cards.cards.rowCount() for one in board.columns] == [3, 1]
    assert board.columns[0].cards.hasFocus()
    board.columns[0].cards.stand_on(1)
    press(desk, board.columns[0].cards, Qt.Key.Key_Right, ALT)
    assert quotes(desk.study) == [(22, False), (22, True)]
    assert quotes(desk.study, "Elsewhere") == [(22, False), (76, False)]
    assert board.columns[1].cards.hasFocus()
    press(desk, board.columns[1].cards, Qt.Key.Key_Up, ALT)
    assert quotes(desk.study, "Elsewhere") == [(76, False), (22, False)]
    press(desk, board.columns[1].cards, Qt.Key.Key_Left, ALT | SHIFT)
    assert names(desk.study) == ["Elsewhere", "Close enough"]
    press(desk, board.columns[0].cards, Qt.Key.Key_Right)
    assert board.columns[1].cards.hasFocus()
    desk.menu("undo")
    settled(desk)
    assert names(desk.study) == ["Close enough", "Elsewhere"]
    board.columns[1].name.click()
    settled(desk)
    assert page.sheet.name.text() == "Elsewhere"


def test_a_memo_is_written_on_the_theme(desk: Desk, themed: Path) -> None:
    page = at(desk, themed)
    page.memo_action.trigger()
    dialog = desk.dialog(MemoDialog)
    assert isinstance(dialog, MemoDialog)
    assert dialog.words.toPlainText() == "Too neat?"
    dialog.words.setPlainText("Not too neat.")
    dialog.accept()
    settled(desk)
    assert page.sheet.page is not None
    assert [one.text for one in page.sheet.page.memos] == ["Not too neat."]


def test_a_limit_of_one_quote_a_person_finds_more(desk: Desk, themed: Path) -> None:
    page = at(desk, themed)
    told = [one.sentence for one in page.side.findings.found]
    page.side.findings.budget.choices.actions()[0].trigger()
    settled(desk)
    now = [one.sentence for one in page.side.findings.found]
    assert [one for one in now if one not in told] == []
    press(desk, page.left.list, Qt.Key.Key_Down)
    assert page.budget == 1

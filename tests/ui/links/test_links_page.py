"""The page of links: its lists, its filters, and what is done from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from qualcoder_nhs.actions.links import LinkTurns
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.queries.link_page import LinkView
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.links.page import LinksPage
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.working.live import Live
from tests.builders import a_coded_study, an_import, coder, link_some, transcript


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    study = a_coded_study(tmp_path / "trust.qnhs")
    talk = "P1: The board never asks us.\nP2: Absolutely. Nor us.\nP3: No. Sorry, no."
    study.run(an_import("FG3", talk), coder(study))
    link_some(study)
    opened = Live(study, coder(study))
    yield opened
    opened.close()


@pytest.fixture
def page(live: Live, qtbot) -> LinksPage:
    made = LinksPage(live, Theme())
    qtbot.addWidget(made)
    live.changed.connect(made.refresh)
    QAbstractItemModelTester(made.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(900, 600)
    made.show()
    qtbot.waitUntil(lambda: bool(made.rows.rows))
    return made


def told(page: LinksPage) -> list[str]:
    return [page.rows.spoken(row) for row in page.rows.rows]


def test_the_list_names_who_answers_whom_and_how(page: LinksPage) -> None:
    heading, first, second = told(page)
    assert heading == "FG1"
    assert first.startswith("t.3 P2, agree, We were asked once., t.2 P1: The board does")
    assert "AB · open" in second
    assert page.header.sentence.text().startswith("2 links.")


def test_enter_goes_to_the_turn_that_answers(page: LinksPage, qtbot) -> None:
    with qtbot.waitSignal(page.jump) as jumped:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    where, span = jumped.args
    [turn] = [one for one in page._live.study.ask(Reader.turns, where) if one.index == 3]
    assert span == turn.words


def test_delete_takes_a_link_away_and_undo_brings_it_back(page: LinksPage, qtbot) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.rows.rows) == 2)
    page._live.undo()
    qtbot.waitUntil(lambda: len(page.rows.rows) == 3)


def test_filters_narrow_the_list(page: LinksPage, qtbot) -> None:
    page.filters.kind.choose(LinkKind.BUILD)
    qtbot.waitUntil(lambda: len(page.rows.rows) == 2)
    assert "build" in told(page)[1]
    page.filters.coder.choose(page._live.coder)
    qtbot.waitUntil(lambda: not page.rows.rows)
    assert page.way_on.told.isVisible()


def test_exchanges_are_dialogue_with_the_link_named(page: LinksPage, qtbot) -> None:
    page.filters.show_view(LinkView.EXCHANGES)
    qtbot.waitUntil(lambda: len(page.rows.rows) == 4)
    heading, *lines = page.rows.rows
    assert heading.words == "FG1 t.2–4 · 2 links: agree, build"
    assert [row.end for row in lines] == ["", "← agree (HL)", "← build (AB)"]
    assert page.export.isVisible()
    assert page.grab().width() == 900


def test_a_suggestion_is_taken_in_one_step_and_is_gone(page: LinksPage, qtbot) -> None:
    live = page._live
    made = live.study.ask(Reader.links)
    page.filters.show_view(LinkView.SUGGESTIONS)
    qtbot.waitUntil(lambda: "suggest" in page.header.sentence.text())
    suggested = [row for row in page.rows.rows if row.suggested]
    assert suggested
    QTest.keyClick(page.list, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: len(live.study.ask(Reader.links)) == len(made) + 1)
    qtbot.waitUntil(lambda: len([r for r in page.rows.rows if r.suggested]) == len(suggested) - 1)
    live.undo()
    qtbot.waitUntil(lambda: len(live.study.ask(Reader.links)) == len(made))


def test_codes_without_a_link_say_when_there_are_none(page: LinksPage, qtbot) -> None:
    page.filters.show_view(LinkView.CODES)
    qtbot.waitUntil(page.way_on.told.isVisible)
    assert page.way_on.told.text() == "Every interaction code has its link."


def test_a_change_in_the_study_is_followed(page: LinksPage, qtbot) -> None:
    page._live.run(LinkTurns(transcript(page._live.study), 4, 2, LinkKind.SOFT))
    qtbot.waitUntil(lambda: len(page.rows.rows) == 4)

"""The sample's themes: finished, quoting every group, with counter-cases and a changed mind."""

import pytest

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.theme_page import Check, ThemePage
from qualcoder_nhs.queries.theme_page import theme_pages
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.sample_themes import chosen

MANNERS, PAPER = "Good manners, closed drawers", "Cheaper on paper"


@pytest.fixture
def pages(sample_study: Study) -> dict[str, ThemePage]:
    return {one.theme.name: one for one in sample_study.ask(theme_pages)}


def test_two_themes_are_finished(pages: dict[str, ThemePage]) -> None:
    assert list(pages) == [MANNERS, PAPER]
    for page in pages.values():
        assert len(page.history) == 2
        assert page.history[-1].by == "HL"
        assert 6 <= len(page.quotes) <= 10
        assert len(page.against) == 2
        assert all(one.quote.note for one in page.against)
        assert page.memos
        assert {one.words.group for one in page.quotes} == {"FG1", "FG2", "FG3", "FG4"}
        assert page.layer == "settled"


def test_they_are_said_in_every_group_and_by_no_single_voice(pages: dict[str, ThemePage]) -> None:
    for page in pages.values():
        assert (len(page.whole.groups), page.whole.groups_of) == (4, 4)
        assert page.whole.participants_of == 28
        assert not page.whole.one_voice
        assert Flag.STRONG in page.pool[0].words.flags
        assert not [one for one in page.findings if one.check is Check.QUOTED_OFTEN]


def test_the_shape_of_each_group_is_said_with_the_proposition_it_is_about(
    pages: dict[str, ThemePage],
) -> None:
    assert pages[MANNERS].shapes == ()
    shapes = pages[PAPER].shapes
    assert [one.group for one in shapes] == ["FG1", "FG2", "FG3", "FG4"]
    assert {one.proposition for one in shapes} == {"Good care costs less."}


def test_no_quote_carries_an_identifying_detail(pages: dict[str, ThemePage]) -> None:
    quotes = [one for page in pages.values() for one in page.chosen]
    assert [one.words.text for one in quotes if Flag.IDENTIFYING in one.words.flags] == []


def test_words_that_stand_elsewhere_are_refused(sample_study: Study) -> None:
    transcript = sample_study.ask(Reader.transcripts)[0]
    told = {"at": [transcript.name, 0, 5], "words": "Other words"}
    texts = {transcript.name: (transcript.id, transcript.text)}
    with pytest.raises(RuntimeError, match="stands"):
        chosen(sample_study.ask(Reader.themes)[0].id, told, texts)

"""Words are found where they lie in the stored text, whatever was typed and whatever is stored."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_nhs.storage import search
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import a_study, an_import, coder

TEXT = (
    "Café au lait 🩺, said the naïve nurse.\n\n"
    "  The board's budget — “the budget”, they say.\n"
    f"{unicodedata.normalize('NFD', 'Ärzte über Manager')}\n"
    "odd \0 characters \ufdd0 and \x02 marks\ufdd1 here\n"
    "budget"
)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    path: Path = tmp_path_factory.mktemp("search") / "trust.qnhs"
    with a_study(path) as study:
        study.run(an_import("FG1", TEXT), coder(study))
        yield study


def found(study: Study, words: str) -> list[str]:
    """The words that were marked, cut from the stored text, in the order of the text."""
    hits = sorted(study.ask(Reader.search, words), key=lambda hit: hit.paragraph)
    for hit in hits:
        assert all(hit.paragraph.covers(span) for span in hit.words)
        assert "\n" not in hit.paragraph.of(TEXT)
    return [span.of(TEXT) for hit in hits for span in hit.words]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("budget", ["budget", "budget", "budget"]),
        ("BUDG", ["budget", "budget", "budget"]),
        ("board budget", ["board", "budget", "budget"]),
        ('"the budget"', ["the budget"]),
        ("cafe", ["Café"]),
        ("café", ["Café"]),
        ("naive", ["naïve"]),
        ("arzte", [unicodedata.normalize("NFD", "Ärzte")]),
        ("über", [unicodedata.normalize("NFD", "über")]),
        ("board's", ["board's"]),
        ("odd", ["odd"]),
        ("marks", ["marks"]),
        ("here", ["here"]),
        ("nothing of it", []),
        ("", []),
        ('"', []),
        ("* NEAR(", []),
        ("AND", ["and"]),
        ("🩺", []),
    ],
)
def test_words_are_found_in_their_place(study: Study, words: str, marked: list[str]) -> None:
    assert found(study, words) == marked


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("boards", ["board"]),
        ("budgets", ["budget", "budget", "budget"]),
        ("BUDGETING", ["budget", "budget", "budget"]),
        ("café", ["Café"]),
        ('"boards"', []),
        ("mark", ["marks"]),
        ("nothing of it", []),
        ("_", []),
    ],
)
def test_every_form_of_a_word_is_found(study: Study, words: str, marked: list[str]) -> None:
    hits = sorted(study.ask(Reader.search, words, stems=True), key=lambda hit: hit.paragraph)
    assert [span.of(TEXT) for hit in hits for span in hit.words] == marked


def test_forms_of_what_is_gone_are_not_known_any_more(tmp_path: Path) -> None:
    with a_study(tmp_path / "gone.qnhs") as study:
        study.run(an_import("FG1", "P1: We managed.\nP2: They are managing."), coder(study))
        assert len(study.ask(Reader.search, "manage", stems=True)) == 2
        study.undo(coder(study))
        assert study.ask(Reader.search, "manage", stems=True) == []


@settings(deadline=None)
@given(st.text(max_size=30))
def test_no_query_is_wrong(study: Study, words: str) -> None:
    found(study, words)
    study.ask(Reader.search, words, stems=True)


paragraphs = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=20),
    max_size=6,
)


@given(paragraphs)
def test_paragraphs_lie_where_they_say(lines: list[str]) -> None:
    text = "\n".join(lines)
    cut = list(search.paragraphs(text))
    for start, words in cut:
        stored = text[start : start + len(words)]
        assert len(stored) == len(words)
        assert all(b in (a, " ") for a, b in zip(stored, words, strict=True))
    assert len(cut) == len([line for line in lines if line.strip()])


def test_as_many_are_found_as_were_asked_for(study: Study) -> None:
    assert len(study.ask(Reader.search, "budget", 1)) == 1

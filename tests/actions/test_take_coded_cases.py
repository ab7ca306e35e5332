"""Codes that are cases: they say whose words these are, or stay codes where they say more."""

from pathlib import Path

import pytest

from qualcoder_nhs.domain.foreign import Kind
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.import_study import ImportStudy, StudyImported
from qualcoder_nhs.tasks.task import silent
from tests.builders import coder
from tests.importers.refi.material import (
    code,
    codebook,
    coding,
    guid,
    project,
    qdpx,
    selection,
    text_source,
)

WORDS = "MOD: How?\nAnn: We trust them.\nMOD: More?\nAnn: We do.\nBob: No.\nBob: I said no.\n"
PASSAGES = {"turns": ("We trust them.", "We do."), "pieces": ("trust", "said")}


def imported(study: Study, folder: Path, passages: str) -> StudyImported:
    case = f'<Case guid="{guid(71)}" name="Ann"><Description>Low voice.</Description></Case>'
    said = "".join(
        selection(30 + n, WORDS.index(words), WORDS.index(words) + len(words), coding(40 + n, 71))
        for n, words in enumerate(PASSAGES[passages])
    )
    start = WORDS.index("trust")
    said += selection(38, start, start + 5, coding(48, 11))
    codes = codebook(code(11, "Trust"), code(71, "Ann"))
    source = text_source(20, said, WORDS)
    xml = project(f"{codes}<Cases>{case}</Cases><Sources>{source}</Sources>", "qc")
    return ImportStudy(qdpx(folder / "cases.qdpx", xml)).run(study, coder(study), silent)


@pytest.fixture
def empty(tmp_path: Path):
    with Study.create(tmp_path / "new.qnhs", "New", "HL") as study:
        yield study


def fared(done: StudyImported) -> dict[Kind, tuple[int, int, int, int]]:
    rows = done.taken.table
    assert all(one.in_file == one.taken + one.changed + one.left_out for one in rows)
    return {one.what: (one.in_file, one.taken, one.changed, one.left_out) for one in rows}


def test_of_somebody_who_speaks_the_code_says_whose_words_these_are(
    empty: Study, tmp_path: Path
) -> None:
    rows = fared(imported(empty, tmp_path, "turns"))
    assert rows[Kind.CODES] == (2, 1, 1, 0)
    assert rows[Kind.CODINGS] == (3, 1, 2, 0)
    assert rows[Kind.CASES] == (1, 1, 0, 0)
    assert [one.name for one in empty.ask(Reader.codebook).codes] == ["Trust"]
    [memo] = empty.ask(Reader.memos)
    people = empty.ask(Reader.participants)
    assert memo.participant is not None
    assert people[memo.participant].name == "Ann"


def test_where_it_says_more_than_the_turns_the_code_stays_with_its_codings(
    empty: Study, tmp_path: Path
) -> None:
    rows = fared(imported(empty, tmp_path, "pieces"))
    assert rows[Kind.CODES] == (2, 2, 0, 0)
    assert rows[Kind.CODINGS] == (3, 3, 0, 0)
    assert rows[Kind.CASES] == (1, 1, 0, 0)
    text = empty.ask(Reader.transcripts)[0].text
    book = empty.ask(Reader.codebook)
    codings = empty.ask(Reader.codings)
    assert sorted((book[one.code].name, one.span.of(text)) for one in codings) == [
        ("Ann", "said"),
        ("Ann", "trust"),
        ("Trust", "trust"),
    ]

"""`faults` finds what nobody could have done through the one door."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.study import Study
from tests.builders import a_study_with_rounds, code, coder, transcript


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE codings SET start = 5", "not what the journal made it"),
        ('UPDATE codings SET "end" = 100000', "lies outside “FG"),
        ('UPDATE codings SET start = "end"', "The coding"),
        ('UPDATE turns SET "end" = 100000', "The turn"),
        ("UPDATE memos SET start = -1 WHERE start = 0", "The memo"),
        ("DELETE FROM turns", "not what the journal made it"),
        ("UPDATE transcripts SET text = 'P1: other'", "search index"),
        ("DELETE FROM search", "search index does not hold the words of “FG1”"),
        ("UPDATE search SET words = 'x' WHERE start = 0", "search index does not hold"),
        (
            "INSERT INTO search (words, transcript, start) VALUES ('x', 'gone', 0)",
            "a transcript gone that is not there",
        ),
        ("DELETE FROM codes WHERE name = 'Trust'", "A row of codes names a row of codes"),
        ("DELETE FROM steps WHERE id = 5", "Step 5 of the journal is half there"),
        ("UPDATE row_changes SET after = 'x' WHERE \"table\" = 'memos'", "The row"),
        ("DROP TABLE search", "The file is damaged: no such table"),
    ],
)
def test_what_was_changed_behind_our_back_is_found(closed: Path, statement: str, said: str) -> None:
    with closing(sqlite3.connect(closed)) as connection, connection:
        connection.execute(statement)
    with Study.read(closed) as study:
        assert any(said in fault for fault in study.faults())


def test_a_whole_study_has_no_faults(study: Study) -> None:
    assert study.faults() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE codings SET layer = (SELECT id FROM rounds WHERE name = 'Pilot')",
        "DELETE FROM round_coders",
        "UPDATE round_transcripts SET transcript = (SELECT id FROM transcripts WHERE name = 'FG2')",
    ],
)
def test_codings_that_strayed_into_a_round_are_found(path: Path, statement: str) -> None:
    with a_study_with_rounds(path) as study:
        assert study.faults() == []
        third = study.run(AddCoder("CD"), coder(study))
        span, warm = Span(0, 4), code(study, "Warm")
        study.run(CodePassage(transcript(study), span, warm), third)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)
    with Study.read(path) as study:
        assert any("has no part in “" in fault for fault in study.faults())

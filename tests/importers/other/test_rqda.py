"""RQDA projects: what was deleted stays out and is counted, and moved words are found again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from qualcoder_nhs.domain.foreign import About, ForeignStudy, Kind
from qualcoder_nhs.importers.foreign.foreign_sqlite import Row
from qualcoder_nhs.importers.rqda.project import is_project, read
from qualcoder_nhs.importers.rqda.rows import made
from tests.importers.other.databases import (
    altered,
    left,
    quotes,
    read_or_left,
    run,
    without_loose_ends,
)
from tests.importers.other.rqda import TALK, in_file, project

DELETED = "it was deleted in RQDA"
OFF = "it was taken off its words in RQDA"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return project(tmp_path / "Trust.rqda")


@pytest.fixture
def study(path: Path) -> ForeignStudy:
    return read(path)


def test_every_thing_in_the_file_is_here_or_left_out(path: Path, study: ForeignStudy) -> None:
    assert read_or_left(study) == in_file(path)
    without_loose_ends(study)
    assert (study.program, study.name) == ("RQDA", "Trust")


def test_each_coding_is_on_the_words_that_were_stored_with_it(study: ForeignStudy) -> None:
    assert quotes(study) == {
        "coding 1": "We trust them",
        "coding 2": "I do not trust",
        "coding 3": "mostly",
        "coding 5": "We trust",
        "coding2 1": "We trust them",
        "coding 10": "moved the beds",
        "coding 11": "Nobody asked us.",
    }
    assert altered(study, Kind.CODINGS) == {
        "coding 3": "its words were found at another place of a text changed later",
        "coding2 1": "it is of the second coding, and stands beside the first",
    }


def test_what_was_deleted_or_is_lost_stays_out_with_its_reason(study: ForeignStudy) -> None:
    assert left(study, Kind.CODINGS) == [
        ("held in FG1, character 25: ‘We trust them’", OFF),
        ("held: ‘Taken’", DELETED),
        ("? in FG1, character 28: ‘trust’", "its code is not in the file, or was deleted in RQDA"),
        ("held: ‘Taken’", "its text is not in the file, or was deleted in RQDA"),
        ("held in FG1, character 48: ‘P2’", OFF),
        (
            "held in FG1, character 0: ‘P2: Something that was taken out again’",
            "the text was changed later, and its words are not in it now",
        ),
        ("beds", "it is on a picture, which cannot be shown"),
    ]
    assert left(study, Kind.CODES) == [("Old category", DELETED), ("gone", DELETED)]
    assert left(study, Kind.CASES) == [("P9", DELETED)]
    assert left(study, Kind.ATTRIBUTES) == [("Age", DELETED)]
    assert left(study, Kind.SETS) == [("Second wave", DELETED)]
    assert left(study, Kind.TEXTS) == [
        ("Old", DELETED),
        ("ward.png", "a picture, which cannot be shown"),
    ]


def test_a_code_of_several_categories_lies_beneath_the_first(study: ForeignStudy) -> None:
    assert {code.name: code.parent for code in study.codes} == {
        "Trust": None,
        "People": None,
        "held": "category 1",
        "withheld": "category 2",
        "beds": None,
    }
    assert altered(study, Kind.CODES) == {
        "code 1": "it lies in “People” as well",
        "code 2": "its colour “antiquewhite3” is told by a name of R",
    }
    assert {code.name: code.colour for code in study.codes if code.colour} == {
        "held": "#F0F8FF",
        "beds": "#7F7F7F",
    }


def test_windows_line_ends_and_a_byte_order_mark_shift_nothing(study: ForeignStudy) -> None:
    assert study.texts[1].text.startswith("MOD: Go on 😀.\nP1")
    assert "\r" not in study.texts[1].text
    assert {one.text: one.unit for one in study.placings}["text 2"] == (
        "code points, line ends counted twice, byte order mark counted"
    )


def test_memos_are_on_what_they_were_written_on(study: ForeignStudy) -> None:
    assert {one.words: (one.about, one.on, one.coder) for one in study.memos} == {
        "Lively.": (About.TEXT, "text 1", "peter"),
        "Note “mostly”.": (About.CODING, "coding 1", "peter"),
        "Spoke little.": (About.CASE, "case 1", "peter"),
        "All of it.": (About.PASSAGE, "text 1", "peter"),
        "Why we ask.": (About.STUDY, "", None),
        "We began.": (About.STUDY, "", "dee"),
        "Who is P1?": (About.PASSAGE, "text 1", "dee"),
        "Beyond the end.": (About.TEXT, "text 1", None),
    }
    on_a_word = next(one for one in study.memos if one.words == "Who is P1?")
    assert on_a_word.span is not None
    assert on_a_word.span.of(TALK) == "P1:"
    assert [one.key for one in study.turned] == ["category 1", "code 1"]


def test_cases_and_sets(study: ForeignStudy) -> None:
    first, second = study.cases
    assert [span.of(TALK) for _text, span in first.passages] == ["P1: We trust them, mostly."]
    assert (first.attributes, second.attributes) == ({"Role": "nurse"}, {})
    assert second.texts == ("text 1",)
    assert study.group_attributes == {"text 1": {"Site": "North"}}
    assert [(one.name, one.texts) for one in study.sets] == [("First wave", ("text 1",))]


def test_two_names_of_one_coder_stay_two(study: ForeignStudy) -> None:
    assert {one.name for one in study.coders} == {"peter", "Peter Prevos", "dee"}


@pytest.mark.parametrize(
    ("told", "month"),
    [("Mon Oct 28 08:11:36 2019", 10), ("Fri Mar  1 17:51:21 2019", 3), ("2019-05-01 10:00:00", 5)],
)
def test_dates_as_r_writes_them(told: str, month: int) -> None:
    found = made(Row({"date": told}))
    assert found is not None
    assert (found.astimezone().month, found.tzinfo) == (month, UTC)


@pytest.mark.parametrize("told", ["", "NA", "Mon Foo 28 08:11:36 2019", "Mon Feb 31 08:11:36 2019"])
def test_dates_that_are_none(told: str) -> None:
    assert made(Row({"date": told})) is None


def test_a_month_is_told_in_english_wherever_the_program_runs() -> None:
    found = made(Row({"date": "Tue Dec 3 09:00:00 2019"}))
    assert found == datetime(2019, 12, 3, 9, 0).astimezone(UTC)


def test_nothing_is_written_to_the_file_or_beside_it(path: Path) -> None:
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert is_project(path)
    read(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [one.name for one in path.parent.iterdir()] == ["Trust.rqda"]


def test_the_first_versions_had_fewer_tables_and_columns(path: Path) -> None:
    tables = ("coding2", "image", "imageCoding", "annotation", "journal", "attributes")
    run(
        path,
        *(f"DROP TABLE {table}" for table in (*tables, "caseAttr", "fileAttr")),
        "ALTER TABLE freecode DROP COLUMN color",
        "ALTER TABLE treecode DROP COLUMN owner",
        "ALTER TABLE project DROP COLUMN memo",
    )
    assert len(read(path).codings) == 6

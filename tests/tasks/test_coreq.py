"""The COREQ table of the sample: its figures are those of the database, its gaps are seen."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qualcoder_nhs import __version__
from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.domain.table_options import wish
from qualcoder_nhs.domain.tabled import Tabled
from qualcoder_nhs.queries.material import material
from qualcoder_nhs.study import Study


@pytest.fixture(scope="module")
def coreq(sample_study: Study) -> Tabled:
    report = report_named("coreq")
    return report.run(sample_study.ask(material), wish(report.options))


def known(coreq: Tabled, item: int) -> str:
    return coreq.entry(str(item), "known").words


def ask(sample: Path, query: str) -> int:
    with closing(sqlite3.connect(f"file:{sample}?mode=ro", uri=True)) as connection:
        return int(connection.execute(query).fetchone()[0])


@pytest.mark.parametrize(
    ("item", "pattern", "query"),
    [
        (12, r"(\d+) groups", 'SELECT count(DISTINCT "group") FROM transcripts'),
        (12, r"(\d+) participants", "SELECT count(DISTINCT participant) FROM speaker_participants"),
        (17, r"(\d+) questions", "SELECT count(*) FROM questions"),
        (17, r"versions kept: (\d+)", "SELECT count(*) FROM guide_versions"),
        (24, r"(\d+) coders", "SELECT count(DISTINCT coder) FROM codings"),
        (
            24,
            r"FG1: (\d+)",
            (
                "SELECT count(DISTINCT coder) FROM codings"
                " WHERE transcript = (SELECT id FROM transcripts WHERE name = 'FG1')"
            ),
        ),
        (25, r"(\d+) codes", "SELECT count(*) FROM codes WHERE archived = 0"),
        (25, r"in (\d+) families", "SELECT count(*) FROM codes WHERE parent IS NULL"),
        (25, r"kept: (\d+)", "SELECT count(*) FROM codebook_versions"),
        (26, r"(\d+) themes", "SELECT count(*) FROM themes"),
        (26, r"of (\d+) codes", "SELECT count(DISTINCT code) FROM theme_codes"),
        (29, r"(\d+) quotes", "SELECT count(*) FROM quotes"),
        (30, r"(\d+) excerpts", "SELECT count(*) FROM codings WHERE layer = 'settled'"),
        (32, r"(\d+) of", "SELECT count(*) FROM quotes WHERE against"),
    ],
)
def test_figures_are_those_of_the_database(
    coreq: Tabled, sample: Path, item: int, pattern: str, query: str
) -> None:
    found = re.search(pattern, known(coreq, item))
    assert found is not None, known(coreq, item)
    assert int(found.group(1)) == ask(sample, query) > 0


def test_saturation_and_the_program_are_told(coreq: Tabled, sample_study: Study) -> None:
    report = report_named("saturation")
    rows = report.run(sample_study.ask(material), wish(report.options)).rows
    assert f"added {rows[-1].entries[0].words}." in known(coreq, 22)
    assert known(coreq, 27) == f"qualcoder_nhs {__version__}."
    assert coreq.entry("27", "open").words == ""


def test_every_item_is_there_and_what_is_not_known_is_seen_to_be_open(coreq: Tabled) -> None:
    items = [row for row in coreq.rows if row.depth == 2]
    assert [row.key for row in items] == [str(number) for number in range(1, 33)]
    for row in items:
        told, left, _asked = (one.words for one in row.entries)
        assert told or left == "▢ to be written by the team"
    assert known(coreq, 28) == known(coreq, 13) == ""


def test_what_one_or_two_people_are_is_not_told(coreq: Tabled) -> None:
    told = known(coreq, 16)
    assert "England 20, Scotland 3, Wales 3, what fewer than 3 are 2." in told
    few = ("Northern Ireland", "HSC trust", "acute specialist", "allied health", "finance")
    assert [one for one in few if one in told] == []

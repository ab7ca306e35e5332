"""The SRQR table of the sample: what the study knows stands there, and its gaps are seen."""

from collections.abc import Callable

import pytest

from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.domain.table_options import wish
from qualcoder_nhs.domain.tabled import Tabled
from qualcoder_nhs.queries.material import material
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study

BY_THE_TEAM = (1, 2, 3, 4, 6, 9, 18, 19, 20, 21)
"""What no study file can say of itself."""


@pytest.fixture(scope="module")
def filled(sample_study: Study) -> Callable[[str], Tabled]:
    def fill(name: str) -> Tabled:
        report = report_named(name)
        return report.run(sample_study.ask(material), wish(report.options))

    return fill


@pytest.fixture(scope="module")
def srqr(filled: Callable[[str], Tabled]) -> Tabled:
    return filled("srqr")


def known(table: Tabled, item: int) -> str:
    return table.entry(str(item), "known").words


def test_all_21_items_stand_under_the_parts_of_a_paper(srqr: Tabled) -> None:
    assert [row.key for row in srqr.rows if row.depth == 2] == [str(n) for n in range(1, 22)]
    parts = [row.name for row in srqr.rows if row.depth == 1]
    assert parts[:3] == ["Title and abstract", "Introduction", "Methods"]
    assert "O’Brien" in srqr.notes[0]


def test_gaps_are_open_and_nothing_is_said_to_be_whole(srqr: Tabled) -> None:
    for row in (row for row in srqr.rows if row.depth == 2):
        told, left, asked = (one.words for one in row.entries)
        assert asked
        assert bool(told) == (int(row.key) not in BY_THE_TEAM), row.name
        assert left == ("▢ the rest by the team" if told else "▢ to be written by the team")


def test_it_says_what_coreq_says_to_the_same_question(
    srqr: Tabled, filled: Callable[[str], Tabled]
) -> None:
    coreq = filled("coreq")
    for item, of_coreq in ((8, 22), (11, 17), (14, 24), (16, 31), (17, 29)):
        assert known(coreq, of_coreq)
        assert known(coreq, of_coreq) in known(srqr, item)


def test_figures_are_those_of_the_study(srqr: Tabled, sample_study: Study) -> None:
    transcripts = sample_study.ask(Reader.transcript_names)
    coders = sample_study.ask(Reader.coders_of)
    twice = sum(len(own) > 1 for own in coders.values())
    assert f"{len(transcripts)} transcripts" in known(srqr, 13)
    assert 0 < twice <= len(transcripts)
    assert known(srqr, 15).startswith(f"{twice} of {len(transcripts)} transcripts were coded")

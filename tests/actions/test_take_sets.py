"""Sets of other programs: codes are kept together, and every one that is not is named."""

from dataclasses import replace
from pathlib import Path

import pytest

from qualcoder_nhs.actions.take_study import StudyTaken, TakeStudy
from qualcoder_nhs.actions.themes import AddTheme
from qualcoder_nhs.domain.codebook import SetKind
from qualcoder_nhs.domain.foreign import ForeignSet, Kind
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.actions.study_of_another_program import TALK_STUDY, TALK_TURNS
from tests.builders import all_rows, coder

GROUP = ForeignSet("s1", "Core", ("c2", "c1"), (), "For the pilot.")


@pytest.fixture
def empty(tmp_path: Path):
    with Study.create(tmp_path / "new.qnhs", "New", "HL") as study:
        yield study


def take(study: Study, *sets: ForeignSet) -> StudyTaken:
    foreign = replace(TALK_STUDY, sets=sets)
    return study.run(TakeStudy(foreign, TALK_TURNS, "talk.qdpx"), coder(study))


def fared(taken: StudyTaken) -> tuple[int, int, int]:
    [row] = [one for one in taken.table if one.what is Kind.SETS]
    return row.taken, row.changed, row.left_out


def told(study: Study) -> list[tuple[SetKind, str, str, list[str]]]:
    book = study.ask(Reader.codebook)
    return [
        (one.kind, one.name, one.why, [book[code].name for code in one.members])
        for one in book.sets
    ]


def test_codes_are_kept_together_under_the_name(empty: Study) -> None:
    assert fared(take(empty, GROUP)) == (1, 0, 0)
    [(kind, name, why, members)] = told(empty)
    assert (kind, name, why) == (SetKind.TOGETHER, "Core", "For the pilot.")
    assert members == ["Other", "Trust"]
    assert empty.faults() == []


def test_the_same_again_adds_nothing_and_another_gets_a_number(empty: Study) -> None:
    other = ForeignSet("s2", "Core", ("c1",))
    assert fared(take(empty, GROUP, other)) == (1, 1, 0)
    before = all_rows(empty)
    assert fared(take(empty, GROUP, other)) == (2, 0, 0)
    assert all_rows(empty) == before
    assert [name for _kind, name, _why, _members in told(empty)] == ["Core", "Core (2)"]


def test_what_a_set_is_for_here_is_not_forgotten(empty: Study) -> None:
    take(empty, replace(GROUP, kind="exclusive", scope="span"))
    assert fared(take(empty, GROUP)) == (1, 0, 0)
    assert [kind for kind, *_rest in told(empty)] == [SetKind.EXCLUSIVE]


def test_texts_of_a_set_of_codes_are_told_of_as_well(empty: Study) -> None:
    taken = take(empty, replace(GROUP, texts=("t1",)))
    assert fared(taken) == (0, 1, 0)
    first = empty.ask(Reader.transcripts)[0]
    group = empty.ask(Reader.groups)[first.group]
    assert dict(group.attributes)["document_set"] == "Core"
    assert len(told(empty)) == 1


def test_a_set_of_nothing_is_left_out_by_name(empty: Study) -> None:
    taken = take(empty, ForeignSet("s3", "Drawings"))
    assert fared(taken) == (0, 0, 1)
    [item] = [one for one in taken.items if one.kind is Kind.SETS]
    assert (item.name, item.left_out) == ("Drawings", True)


def test_a_theme_of_this_program_comes_back_with_what_it_claims(empty: Study) -> None:
    empty.run(AddTheme("Silence"), coder(empty))
    theme = replace(GROUP, kind="theme", name="Money talks", description="It decides.")
    known = replace(theme, key="s4", name="silence")
    assert fared(take(empty, theme, known)) == (2, 0, 0)
    first, second = empty.ask(Reader.themes)
    assert [first.name, second.name, len(second.codes)] == ["Silence", "Money talks", 2]
    assert [one.text for one in empty.ask(Reader.statements, second.id)] == ["It decides."]
    assert told(empty) == []
    assert empty.faults() == []

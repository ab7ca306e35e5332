"""Studies that were made by themselves from the same files, and copies, merged."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcoder_nhs.actions.codebook import (
    AddCode,
    RenameCode,
)
from qualcoder_nhs.actions.codings import CodePassage, MoveEnds, RemoveCodings
from qualcoder_nhs.actions.people import RenameCoder
from qualcoder_nhs.actions.transcripts import AddTranscript
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import a_study, all_rows, an_import, code, coder, transcript
from tests.packs import a_team, merged, opened


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Study]:
    with a_team(tmp_path / "trust.qnhs") as study:
        yield study


def test_two_studies_made_from_the_same_files(team: Study, tmp_path: Path) -> None:
    with a_study(tmp_path / "alone.qnhs") as alone:
        lead = coder(alone)
        alone.run(an_import("First group"), lead)
        alone.run(AddTranscript("FG7", "P1: Else.", (), {}, "text", "FG7.txt", "x"), lead)
        trust = alone.run(AddCode("Trust"), lead)
        alone.run(AddCode("Warm", trust), lead)
        alone.run(RenameCode(alone.run(AddCode("Money"), lead), "Funds"), lead)
        alone.run(AddCode("Sky"), lead)
        alone.run(RenameCoder(coder(alone, "AB"), "ZZ"), lead)
        for name in ("Warm", "Funds", "Sky"):
            place = transcript(alone, "First group")
            alone.run(CodePassage(place, Span(18, 40), code(alone, name)), lead)
        alone.run(CodePassage(transcript(alone, "FG7"), Span(0, 2), code(alone, "Sky")), lead)
    before = all_rows(team)
    plan = merged(team, tmp_path / "alone.qnhs")
    told = {row.what: row.why for row in plan.matched}
    assert told["First group"] == "the same words as “FG1” here"
    assert told["code “Trust > Warm”"] == "taken for “Trust > Warm” here, which has the same slug"
    assert told["code “Funds”"].startswith("taken for “Money” here")
    assert [(row.what, row.why) for row in plan.conflicting] == [
        ("code “Funds”", "called “Money” here"),
    ]
    assert plan.refused == ()
    assert [(one.name, one.otherwise, one.joined) for one in plan.namesakes] == [
        ("HL", "HL (2)", False)
    ]
    book = team.ask(Reader.codebook)
    made = team.ask(Reader.codings, coder=coder(team, "HL (2)"))
    assert {book.path(one.code) for one in made} == {"Trust > Warm", "Money", "New ideas > Sky"}
    assert {one.transcript for one in made} == {transcript(team), transcript(team, "FG7")}
    assert team.faults() == []
    assert not merged(team, tmp_path / "alone.qnhs")
    team.undo(coder(team))
    assert all_rows(team) == before


def test_a_copy_of_the_study_brings_what_was_done_in_it(team: Study, tmp_path: Path) -> None:
    copy = tmp_path / "copy.qnhs"
    team.save_copy(copy)
    shown = [one for one in team.ask(Reader.codings) if one.coder == coder(team)]
    with opened(copy) as other:
        lead = coder(other)
        other.run(RemoveCodings((shown[0].id,)), lead)
        other.run(MoveEnds(shown[1].id, Span(30, 64)), lead)
        other.run(CodePassage(transcript(other), Span(0, 3), code(other, "Money")), lead)
    team.run(CodePassage(transcript(team), Span(4, 9), code(team, "Money")), coder(team))
    plan = merged(team, copy)
    codings = plan.codings
    assert [len(part) for part in (codings.added, codings.changed, codings.removed)] == [1, 1, 1]
    assert len(plan.memos.removed) == 1
    assert [row.why for row in plan.conflicting] == []

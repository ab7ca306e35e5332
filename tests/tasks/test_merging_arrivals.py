"""Transcripts that only a merged file has come in whole, or are named with the reason."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.finishing import FinishTranscript
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.people import DescribeParticipant
from qualcoder_nhs.actions.transcripts import ForgetTranscript, RemoveTranscript
from qualcoder_nhs.domain.merge.wording import sections
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import all_rows, an_import, code, coder, transcript
from tests.packs import a_pack, a_study_alone, a_team, harmed, merged, opened, plan_of

LEAD = "ZZ"


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Study]:
    with a_team(tmp_path / "trust.qnhs") as study:
        yield study


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Study]:
    with a_study_alone(tmp_path / "alone.qnhs") as study:
        yield study


def test_a_transcript_of_another_study_comes_in_whole(team: Study, alone: Study) -> None:
    lead, seventh, sky = coder(alone, LEAD), transcript(alone, "FG7"), code(alone, "Sky")
    [one] = [who for who in alone.ask(Reader.speakers, seventh) if who.label == "P1"]
    nurse = one.participants[0]
    alone.run(DescribeParticipant(nurse, "P1", {"role": "nurse"}), lead)
    made = alone.run(CodePassage(seventh, Span(18, 40), sky), lead).coding
    alone.run(WriteMemo("Why?", coding=made), lead)
    alone.run(WriteMemo("Loud", transcript=seventh), lead)
    alone.run(WriteMemo("Shy", participant=nurse), lead)
    alone.run(FinishTranscript(seventh), lead)
    before, was = all_rows(team), alone.ask(Reader.transcript, seventh)
    row = sections(plan_of(team, alone.path))[0].rows[0]
    assert row.what == "transcript “FG7”"
    assert row.why == "a transcript this study does not have, 5 turns, 1 coding"
    assert all_rows(team) == before
    plan = merged(team, alone.path)
    assert plan.refused == ()
    now = team.ask(Reader.transcript, seventh)
    assert (now.text, now.turns, now.file_hash) == (was.text, was.turns, was.file_hash)
    assert list(team.ask(Reader.transcript_names).values()) == ["FG1", "FG2", "FG7"]
    voices = {one.label: one for one in team.ask(Reader.speakers, seventh)}
    assert {label: (one.function, len(one.participants)) for label, one in voices.items()} == {
        one.label: (one.function, len(one.participants))
        for one in alone.ask(Reader.speakers, seventh)
    }
    assert team.ask(Reader.groups)[now.group].name == "FG7"
    assert team.ask(Reader.participants)[nurse].role == "nurse"
    assert (len(plan.codings.added), len(plan.memos.added), len(plan.finishes.added)) == (1, 3, 1)
    assert team.ask(Reader.search, "ward")
    assert team.faults() == []
    after = all_rows(team)
    assert not merged(team, alone.path)
    assert all_rows(team) == after
    team.undo(coder(team))
    assert all_rows(team) == before
    assert len(merged(team, alone.path).arrivals.transcripts) == 1


def test_people_known_by_their_label_in_the_same_words_are_the_same_people(
    team: Study, alone: Study
) -> None:
    """P1 of FG1 speaks in FG7 of the other study too."""
    lead = coder(alone, LEAD)
    first, second = (alone.ask(Reader.speakers, transcript(alone, n)) for n in ("First", "FG7"))
    [known] = [one.participants[0] for one in first if one.label == "P1"]
    alone.run(WriteMemo("Tired", participant=known), lead)
    [voice] = [one for one in second if one.label == "P1"]
    with closing(sqlite3.connect(alone.path)) as connection, connection:
        connection.execute(
            "UPDATE speaker_participants SET participant = ? WHERE speaker = ?", (known, voice.id)
        )
        same = "SELECT \"group\" FROM transcripts WHERE name = 'First'"
        connection.execute(f'UPDATE transcripts SET "group" = ({same})')
    plan = merged(team, alone.path)
    own = {one.label: one.participants for one in team.ask(Reader.speakers, transcript(team))}
    came = {one.label: one for one in team.ask(Reader.speakers, transcript(team, "FG7"))}
    assert came["P1"].participants == own["P1"]
    [memo] = plan.memos.added
    assert (memo.participant,) == own["P1"]
    groups = {one.name: one.group for one in team.ask(Reader.transcript_summaries)}
    assert groups["FG7"] == groups["FG1"]
    assert team.faults() == []


def test_a_name_that_is_taken_gets_a_number(team: Study, alone: Study) -> None:
    alone.run(an_import("FG2", "P1: Quite another group."), coder(alone, LEAD))
    plan = merged(team, alone.path)
    assert {one.name for one in plan.arrivals.transcripts.values()} == {"FG7", "FG2 (2)"}
    assert {one.name for one in plan.arrivals.groups} == {"FG7", "FG2 (2)"}
    assert [one.name for one in plan.coders] == [LEAD]


def test_what_a_coder_imported_into_a_pack_comes_in_too(team: Study) -> None:
    path = a_pack(team)
    with opened(path) as pack:
        ab, lead = coder(pack, "AB"), coder(pack)
        added = pack.run(an_import("Mine", "P9: My own notes."), ab)
        pack.run(CodePassage(added, Span(4, 9), code(pack, "Warm")), ab)
        pack.run(CodePassage(added, Span(4, 9), code(pack, "Cold")), lead)
    plan = merged(team, path)
    assert [one.name for one in plan.arrivals.transcripts.values()] == ["Mine"]
    assert len(plan.codings.added) == 1
    assert ["made by somebody else" in row.why for row in plan.refused] == [True]
    assert team.ask(Reader.transcript, added).added_by == ab
    assert not merged(team, path)


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (RemoveTranscript, "removed from this study, where Undo could bring it back"),
        (ForgetTranscript, "forgotten in this study for good"),
    ],
)
def test_what_left_this_study_does_not_come_back(
    team: Study,
    alone: Study,
    act: type[RemoveTranscript | ForgetTranscript],
    why: str,
) -> None:
    seventh = transcript(alone, "FG7")
    alone.run(CodePassage(seventh, Span(18, 40), code(alone, "Sky")), coder(alone, LEAD))
    merged(team, alone.path)
    team.run(act(seventh), coder(team))
    plan = merged(team, alone.path)
    assert not plan.arrivals.transcripts
    assert [(row.what, row.why) for row in plan.refused] == [("FG7", f"{why}; 1 coding stays out")]


def test_an_older_state_of_the_file_brings_no_transcript_back(
    team: Study, alone: Study, tmp_path: Path
) -> None:
    older, lead = tmp_path / "older.qnhs", coder(alone, LEAD)
    alone.save_copy(older)
    alone.run(RemoveTranscript(transcript(alone, "FG7")), lead)
    assert not merged(team, alone.path).arrivals.transcripts
    assert not merged(team, older)
    assert list(team.ask(Reader.transcript_names).values()) == ["FG1", "FG2"]


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE turns SET "end" = 99999',
        'UPDATE turns SET "index" = "index" + 1',
        'UPDATE turns SET start = 0, "end" = 1 WHERE "index" = 3',
        'UPDATE turns SET start = "end" + 1',
        "UPDATE transcripts SET name = ' ' WHERE name = 'FG7'",
        "UPDATE transcripts SET \"group\" = 'nobody'",
        "UPDATE groups SET attributes = '[1]'",
        "UPDATE groups SET attributes = '{\"a\": 1}'",
    ],
)
def test_a_transcript_that_cannot_be_read_stays_out_with_the_reason(
    team: Study, alone: Study, statement: str
) -> None:
    plan = merged(team, harmed(alone, statement))
    whys = {row.what: row.why for row in plan.refused}
    assert any("cannot be read" in why for why in whys.values()), whys
    assert not plan.arrivals.transcripts
    assert team.faults() == []


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM speaker_participants; DELETE FROM speakers",
        "UPDATE speakers SET function = 'king'",
        "UPDATE speaker_participants SET participant = 'nobody'",
        "UPDATE participants SET attributes = 'x'",
        "UPDATE transcripts SET added_by = 'nobody'",
        "UPDATE transcripts SET position = 7",
    ],
)
def test_a_transcript_without_its_people_comes_in_all_the_same(
    team: Study, alone: Study, statement: str
) -> None:
    plan = merged(team, harmed(alone, *statement.split(";")))
    [came] = plan.arrivals.transcripts
    labels = {one.label for one in team.ask(Reader.speakers, came)}
    assert labels == {"MOD", "P1", "P2", "P1 and P2"}
    assert team.faults() == []

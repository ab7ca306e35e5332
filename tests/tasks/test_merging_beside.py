"""What a merge brings of the talk, and what stays in the file: told by kind, never in silence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcoder_nhs.actions.asking import MarkAsked, MarkNoneOpen, MarkNotAsked
from qualcoder_nhs.actions.attributes import AddAttributes
from qualcoder_nhs.actions.corrections import SetPosition
from qualcoder_nhs.actions.framework import WriteSummary
from qualcoder_nhs.actions.guide import AddQuestion, ChangeQuestion
from qualcoder_nhs.actions.people import AddParticipant, DescribeParticipant, SetSpeaker
from qualcoder_nhs.actions.presence import SayPresence
from qualcoder_nhs.actions.propositions import AddProposition, Voice
from qualcoder_nhs.actions.quotes import ChooseQuote
from qualcoder_nhs.actions.themes import AddTheme, DeleteTheme, RenameTheme, StateTheme
from qualcoder_nhs.cli.packs import plan_json
from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.consensus import Position
from qualcoder_nhs.domain.guide import Asking
from qualcoder_nhs.domain.merge.plan import MergePlan
from qualcoder_nhs.domain.merge.sides import MergeRow
from qualcoder_nhs.domain.merge.wording import sections
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import all_rows, code, coder, person, transcript
from tests.packs import a_pack, a_study_alone, a_team, harmed, merged, opened, plan_of

LEAD = "ZZ"
TWICE = "UPDATE askings SET question = (SELECT question FROM askings WHERE turn = 1), "
TWICE += "turn = NULL WHERE turn = 4"


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Study]:
    with a_team(tmp_path / "trust.qnhs") as study:
        yield study


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Study]:
    with a_study_alone(tmp_path / "alone.qnhs") as study:
        yield study


@pytest.fixture
def copied(team: Study) -> Path:
    """A copy of the study that somebody else went on with."""
    path = team.path.with_name("copied.qnhs")
    team.save_copy(path)
    return path


def whys(rows: tuple[MergeRow, ...]) -> dict[str, str]:
    return {row.what: row.why for row in rows}


def interpret(study: Study) -> None:
    """A theme with all that hangs on it, a summary, a proposition and who voices it."""
    lead, room, who = coder(study), transcript(study), person(study, "FG1", "P1")
    theme = study.run(AddTheme("Doors", (code(study, "Warm"),)), lead)
    study.run(StateTheme(theme, "Doors are shut."), lead)
    study.run(ChooseQuote(theme, room, Span(22, 40)), lead)
    study.run(WriteSummary(room, None, code(study, "Warm"), None, "Shut"), lead)
    said = study.run(AddProposition(None, "Boards decide"), lead)
    study.run(Voice(said, room, 2), lead)
    study.run(SetPosition(said, room, who, next(iter(Position))), lead)


def discuss(study: Study) -> None:
    """What is known of the talk in FG7: two who came and went, and what was asked."""
    lead, room = coder(study, LEAD), transcript(study, "FG7")
    shared = study.run(AddQuestion("Who decides?", (), "Q1"), lead)
    other = study.run(AddQuestion("What of the weather?", (), "Q9"), lead)
    study.run(SayPresence(room, person(study, "FG7", "P2"), 3), lead)
    study.run(SayPresence(room, study.run(AddParticipant("P8"), lead), 1, 2), lead)
    study.run(MarkAsked(room, shared, 1), lead)
    study.run(MarkNoneOpen(room, 4), lead)
    study.run(MarkAsked(room, other, 5), lead)


def marks(study: Study) -> list[tuple[str | None, int | None]]:
    names = {one.id: one.name for one in study.ask(Reader.questions)}
    found: list[Asking] = study.ask(Reader.askings, transcript(study, "FG7"))
    return [(one.question and names[one.question], one.turn) for one in found]


def test_new_transcripts_bring_who_was_there_and_what_was_asked(team: Study, alone: Study) -> None:
    discuss(alone)
    before = all_rows(team)
    coming = [row.what for row in sections(plan_of(team, alone.path))[0].rows]
    assert coming[1:3] == ["2 times when somebody was there", "2 marks of questions"]
    plan = merged(team, alone.path)
    told = plan_json(plan, merged=True)
    assert (told["presences"], told["askings"]) == (2, 2)
    room = transcript(team, "FG7")
    names = {one.id: one.name for one in team.ask(Reader.participants).values()}
    there = team.ask(Reader.presences, room)
    assert {(names[one.participant], one.first, one.last) for one in there} == {
        ("P2", 3, None),
        ("P8", 1, 2),
    }
    assert marks(team) == [("Q1", 1), (None, 4)]
    refused = whys(plan.refused)
    assert "no question" in refused["the mark of question “Q9” in “FG7”"]
    assert "add it to the guide" in refused["1 question of the guide"]
    assert team.faults() == []
    after = all_rows(team)
    assert not merged(team, alone.path)
    assert all_rows(team) == after
    team.undo(coder(team))
    assert all_rows(team) == before
    assert len(merged(team, alone.path).arrivals.talk.presences) == 2


def test_what_was_not_asked_comes_too(team: Study, alone: Study) -> None:
    lead = coder(alone, LEAD)
    shared = alone.run(AddQuestion("Who decides?", (), "Q1"), lead)
    alone.run(MarkNotAsked(transcript(alone, "FG7"), shared), lead)
    merged(team, alone.path)
    assert marks(team) == [("Q1", None)]


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        ("UPDATE presences SET first = 99", "a turn of 5 that is not there"),
        ("UPDATE presences SET first = 4, last = 2", "ends before it begins"),
        ("UPDATE presences SET first = 4, last = NULL", "heard in turn"),
        ("UPDATE presences SET participant = 'nobody' WHERE first = 3", "not in the file"),
        ("UPDATE presences SET id = 'x' || rowid", "cannot be read"),
        ("UPDATE askings SET turn = 99 WHERE turn = 1", "a turn of 5 that is not there"),
        ("UPDATE askings SET question = NULL, turn = NULL WHERE turn = 4", "marks nothing"),
        ("UPDATE askings SET turn = 4 WHERE turn = 1", "one already"),
        (TWICE, "marked at a turn, too"),
    ],
)
def test_what_is_wrong_of_the_talk_stays_out_by_name(
    team: Study, alone: Study, harm: str, why: str
) -> None:
    discuss(alone)
    plan = merged(team, harmed(alone, harm))
    assert any(why in row.why for row in plan.refused), plan.refused
    assert team.faults() == []


def test_an_id_that_is_taken_here_is_refused(team: Study, alone: Study) -> None:
    discuss(alone)
    [mark] = team.ask(Reader.askings)
    [away] = team.ask(Reader.presences)
    plan = merged(
        team,
        harmed(
            alone,
            f"UPDATE askings SET id = '{mark.id}' WHERE turn = 1",
            f"UPDATE presences SET id = '{away.id}' WHERE first = 3",
        ),
    )
    assert sum(row.why == "there is one already" for row in plan.refused) == 2
    assert team.ask(Reader.askings, mark.transcript) == [mark]
    assert team.faults() == []


def test_what_a_merge_does_not_bring_is_counted_by_kind(team: Study, copied: Path) -> None:
    with opened(copied) as other:
        interpret(other)
        lead = coder(other)
        other.run(AddAttributes((AttributeDraft(Subject.GROUP, "Town"),)), lead)
        other.run(AddParticipant("P9"), lead)
    before = all_rows(team)
    plan = plan_of(team, copied)
    told = whys(plan.refused)
    assert {
        "1 theme",
        "1 statement of a theme",
        "1 quote of a theme",
        "1 framework summary",
        "1 proposition",
        "1 voice on a proposition",
        "1 correction of a consensus",
        "1 attribute",
        "1 participant",
    } == set(told)
    assert "a merge does not bring it" in told["1 theme"]
    assert {"what": "1 theme", "why": told["1 theme"]} in plan_json(plan, merged=False)["refused"]
    assert "1 theme" in [row.what for row in sections(plan)[3].rows]
    merged(team, copied)
    again: MergePlan = merged(team, copied)
    assert not again
    assert whys(again.refused) == told
    team.undo(coder(team))
    assert all_rows(team) == before


def test_what_differs_or_was_removed_here_stays_and_is_told(team: Study, tmp_path: Path) -> None:
    lead = coder(team)
    gone, kept = (team.run(AddTheme(name), lead) for name in ("Gone", "Kept"))
    path = tmp_path / "copied.qnhs"
    team.save_copy(path)
    with opened(path) as other:
        question = other.ask(Reader.questions)[0]
        other.run(ChangeQuestion(question.id, question.name, "Who decided?"), coder(other))
        other.run(RenameTheme(kept, "Kept so"), coder(other))
        nurse = person(other, "FG1", "P1")
        other.run(DescribeParticipant(nurse, "P1", {"role": "nurse"}), coder(other))
    team.run(DeleteTheme(gone), lead)
    plan = merged(team, path)
    assert plan.refused == ()
    assert [(row.what, row.why) for row in plan.conflicting] == [
        ("1 question of the guide", "not the same there; what is here stays"),
        ("1 theme", "removed here, and not brought back"),
        ("1 theme", "not the same there; what is here stays"),
        ("1 participant", "described differently there (P1); what is here stays"),
    ]
    assert [one.name for one in team.ask(Reader.themes)] == ["Kept"]


def test_labels_that_stand_for_others_there_are_told_and_stay(team: Study) -> None:
    """A pack holds all transcripts under the ids of here, a copy does, too."""
    pack = a_pack(team)
    with opened(pack) as other:
        room, lead = transcript(other), coder(other, "AB")
        voices = {one.label: one for one in other.ask(Reader.speakers, room)}
        other.run(SetSpeaker(voices["P1"].id, Function.MODERATOR), lead)
        whose = voices["P1"].participants
        other.run(SetSpeaker(voices["P2"].id, Function.PARTICIPANT, whose), lead)
    cast = team.ask(Reader.speakers)
    plan = merged(team, pack)
    told = whys(plan.conflicting)["2 speaker labels"]
    assert told == "said to be somebody else there (FG1 P1, FG1 P2); who speaks here stays"
    assert team.ask(Reader.speakers) == cast
    with opened(pack) as other:
        other.undo(coder(other, "AB"))
        other.undo(coder(other, "AB"))
    assert not any("speaker" in row.what for row in merged(team, pack).conflicting)


def test_a_person_found_by_a_label_is_no_difference(team: Study, alone: Study) -> None:
    plan = merged(team, alone.path)
    assert not any("speaker" in row.what for row in plan.conflicting)
    room = transcript(alone, "First")
    [voice] = [one for one in alone.ask(Reader.speakers, room) if one.label == "P1"]
    alone.run(SetSpeaker(voice.id, Function.UNKNOWN), coder(alone, LEAD))
    told = whys(merged(team, alone.path).conflicting)["2 speaker labels"]
    assert "(FG1 P1, FG1 P1 and P2)" in told  # by P1 alone it was known who P1 is


def test_a_copy_that_nobody_touched_leaves_nothing_behind(team: Study, copied: Path) -> None:
    plan = merged(team, copied)
    assert (plan.refused, plan.conflicting, bool(plan)) == ((), (), False)
    interpret(team)
    plan = merged(team, copied)
    assert (plan.refused, plan.conflicting) == ((), ())

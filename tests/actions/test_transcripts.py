"""Transcripts come with their people and go with everything, and Undo brings all of it back."""

import pytest

from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.people import SetSpeaker
from qualcoder_nhs.actions.transcripts import RemoveTranscript, RenameTranscript
from qualcoder_nhs.domain.casting import Part
from qualcoder_nhs.domain.errors import AlreadyThere, Nameless, NoSuch, UndoClash
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import GROUP, all_rows, an_import, code, coder, transcript, turns_of

CAST = {
    "P1": Part(Function.PARTICIPANT, ("P1",), {"role": "medical director"}),
    "Participant 1": Part(Function.PARTICIPANT, ("P1",), {"nation": "Wales"}),
    "P2": Part(Function.PARTICIPANT, ("P2",), {"role": "manager"}),
    "P1 and P2": Part(Function.PARTICIPANT, ("P1", "P2", "P1"), {"role": "both"}),
    "MOD": Part(Function.MODERATOR),
}


def test_a_transcript_comes_as_it_is(study: Study) -> None:
    lead = coder(study)
    added = study.run(an_import("FG3"), lead)
    found = study.ask(Reader.transcript, added)
    assert (found.name, found.text, found.turns) == ("FG3", GROUP, turns_of(GROUP))
    assert (found.added_by, found.position) == (lead, 2)
    assert list(study.ask(Reader.transcript_names).values()) == ["FG1", "FG2", "FG3"]


def test_labels_of_one_person_are_one_participant_and_joint_labels_name_several(
    study: Study,
) -> None:
    text = "P1: a\nParticipant 1: b\nMOD: c\nP1 and P2: d\nP2: e"
    added = study.run(an_import("FG3", text, CAST), coder(study))
    people = study.ask(Reader.participants)
    speakers = {one.label: one for one in study.ask(Reader.speakers, added)}
    told = {
        label: (speaker.function, [people[person].name for person in speaker.participants])
        for label, speaker in speakers.items()
    }
    assert told == {
        "P1": (Function.PARTICIPANT, ["P1"]),
        "Participant 1": (Function.PARTICIPANT, ["P1"]),
        "MOD": (Function.MODERATOR, []),
        "P1 and P2": (Function.PARTICIPANT, ["P1", "P2"]),
        "P2": (Function.PARTICIPANT, ["P2"]),
    }
    (first,) = speakers["P1"].participants
    assert speakers["Participant 1"].participants == (first,)
    assert people[first].attributes == {"role": "medical director", "nation": "Wales"}


def test_every_group_has_a_p1_of_its_own(study: Study) -> None:
    people = {
        person
        for one in study.ask(Reader.speakers)
        if one.label == "P1"
        for person in one.participants
    }
    assert len(people) == 2


def test_names_are_made_unique(study: Study) -> None:
    lead = coder(study)
    for _ in range(2):
        study.run(an_import("FG1"), lead)
    names = list(study.ask(Reader.transcript_names).values())
    assert names == ["FG1", "FG2", "FG1 (2)", "FG1 (3)"]
    assert {group.name for group in study.ask(Reader.groups).values()} == set(names)


def test_a_name_is_given_once_and_is_not_blank(study: Study) -> None:
    lead, first = coder(study), transcript(study)
    study.run(RenameTranscript(first, "Leeds"), lead)
    assert study.ask(Reader.transcript, first).name == "Leeds"
    assert study.ask(Reader.search, "board")
    for name, refusal in (("FG2", AlreadyThere), (" ", Nameless)):
        with pytest.raises(refusal):
            study.run(RenameTranscript(first, name), lead)
    with pytest.raises(NoSuch):
        study.run(RenameTranscript(TranscriptId("gone"), "Bath"), lead)


def test_renaming_a_long_transcript_does_not_write_its_text_down_again(study: Study) -> None:
    lead = coder(study)
    long = study.run(an_import("Long", "P1: " + "word " * 20_000), lead)
    with study._file.writing() as connection:
        before = connection.exec_driver_sql(LENGTH).scalar_one()
    study.run(RenameTranscript(long, "Longer"), lead)
    study.undo(lead)
    with study._file.writing() as connection:
        assert connection.exec_driver_sql(LENGTH).scalar_one() - before < 5_000
    assert study.faults() == []


LENGTH = "SELECT sum(coalesce(length(before), 0) + coalesce(length(after), 0)) FROM row_changes"


def test_a_removed_transcript_comes_back_whole(study: Study) -> None:
    lead, first = coder(study), transcript(study)
    second, hits = transcript(study, "FG2"), set(study.ask(Reader.search, "nurses"))
    assert {hit.transcript for hit in hits} == {first, second}
    person = study.ask(Reader.speakers, first)[1].participants[0]
    study.run(WriteMemo("Quiet", participant=person), lead)
    before = all_rows(study)
    study.run(RemoveTranscript(first), lead)
    assert not study.ask(Reader.codings, transcript=first)
    assert {hit.transcript for hit in study.ask(Reader.search, "nurses")} == {second}
    assert person not in study.ask(Reader.participants)
    assert study.ask(Reader.removed_transcripts) == {first: "FG1"}
    assert study.faults() == []
    study.undo(lead)
    assert all_rows(study) == before
    assert set(study.ask(Reader.search, "nurses")) == hits
    assert study.ask(Reader.removed_transcripts) == {}


def test_people_that_another_transcript_names_stay(study: Study) -> None:
    lead, first, second = coder(study), transcript(study), transcript(study, "FG2")
    shared = study.ask(Reader.speakers, first)[1].participants[0]
    other = study.ask(Reader.speakers, second)[1]
    study.run(SetSpeaker(other.id, Function.PARTICIPANT, (shared,)), lead)
    study.run(RemoveTranscript(first), lead)
    assert shared in study.ask(Reader.participants)
    assert study.faults() == []


def test_an_import_that_was_built_on_is_not_undone(study: Study) -> None:
    lead, other = coder(study), coder(study, "AB")
    third = study.run(an_import("FG3"), lead)
    study.run(CodePassage(third, Span(0, 4), code(study, "Warm")), other)
    before = all_rows(study)
    with pytest.raises(UndoClash, match="hangs on it"):
        study.undo(lead)
    assert all_rows(study) == before


def test_a_gone_transcript_is_refused(study: Study) -> None:
    with pytest.raises(NoSuch):
        study.run(RemoveTranscript(TranscriptId("gone")), coder(study))

"""Coming late, leaving early, and being one person or two."""

import pytest

from qualcoder_nhs.actions.attributes import DescribePeople
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.presence import ForgetPresence, SayPresence
from qualcoder_nhs.actions.same_person import MakeOnePerson, PartPerson
from qualcoder_nhs.actions.transcripts import ForgetTranscript, RemoveTranscript
from qualcoder_nhs.domain.errors import (
    LeftBeforeComing,
    NoSuch,
    NoSuchTurn,
    OnlyHere,
    SameAlready,
    SpeaksThere,
)
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import all_rows, coder, person, transcript


def there(study: Study, name: str = "FG1") -> dict[str, tuple[int | None, int | None]]:
    people = study.ask(Reader.participants)
    lines = study.ask(Reader.presences, transcript(study, name))
    return {people[one.participant].name: (one.first, one.last) for one in lines}


def test_somebody_comes_late_and_leaves_early(study: Study) -> None:
    lead, room, late = coder(study), transcript(study), person(study, "FG1", "P2")
    study.run(SayPresence(room, late, 3, 4), lead)
    assert there(study) == {"P2": (3, 4)}
    study.run(ForgetPresence(room, late), lead)
    assert there(study) == {}
    with pytest.raises(NoSuch):
        study.run(ForgetPresence(room, late), lead)


def test_a_presence_that_the_transcript_belies_is_refused(study: Study) -> None:
    lead, room, one = coder(study), transcript(study), person(study, "FG1", "P1")
    with pytest.raises(SpeaksThere) as refused:
        study.run(SayPresence(room, one, 3), lead)
    assert refused.value.turn == 2
    with pytest.raises(NoSuchTurn):
        study.run(SayPresence(room, one, 1, 6), lead)
    with pytest.raises(LeftBeforeComing):
        study.run(SayPresence(room, one, 4, 2), lead)
    assert there(study) == {"P2": (3, None)}


def test_two_become_one_with_all_that_is_known_of_both_and_come_back(study: Study) -> None:
    lead = coder(study)
    one, other = person(study, "FG1", "P1"), person(study, "FG2", "P2")
    study.run(
        DescribePeople({one: {"role": "nurse"}, other: {"role": "x", "nation": "Wales"}}), lead
    )
    study.run(WriteMemo("Met twice", participant=other), lead)
    before = all_rows(study)
    study.run(MakeOnePerson(one, other), lead)
    assert person(study, "FG2", "P2") == one
    assert study.ask(Reader.participants)[one].attributes == {"role": "nurse", "nation": "Wales"}
    assert [memo.text for memo in study.ask(Reader.memos_on, "participant", one)] == ["Met twice"]
    assert other not in study.ask(Reader.participants)
    study.undo(lead)
    assert all_rows(study) == before


def test_one_person_was_there_whenever_either_was(study: Study) -> None:
    lead, room = coder(study), transcript(study)
    one, late = person(study, "FG1", "P1"), person(study, "FG1", "P2")
    study.run(MakeOnePerson(late, one), lead)
    assert there(study) == {}
    study.undo(lead)
    study.run(SayPresence(room, one, None, 4), lead)
    study.run(MakeOnePerson(one, late), lead)
    assert there(study) == {"P1": (None, None)}


def test_a_latecomer_stays_one_when_they_were_at_another_discussion_too(study: Study) -> None:
    lead = coder(study)
    study.run(MakeOnePerson(person(study, "FG2", "P2"), person(study, "FG1", "P2")), lead)
    assert there(study) == {"P2": (3, None)}


def test_one_person_is_parted_into_two_again(study: Study) -> None:
    lead = coder(study)
    one, other = person(study, "FG1", "P2"), person(study, "FG2", "P2")
    study.run(MakeOnePerson(one, other), lead)
    parted = study.run(PartPerson(one, transcript(study, "FG1")), lead)
    assert person(study, "FG1", "P2") == parted != one == person(study, "FG2", "P2")
    assert {line.participant for line in study.ask(Reader.presences)} == {parted}


def test_nobody_is_made_one_with_themselves_or_parted_from_nothing(study: Study) -> None:
    lead, one = coder(study), person(study, "FG1", "P1")
    with pytest.raises(SameAlready):
        study.run(MakeOnePerson(one, one), lead)
    with pytest.raises(OnlyHere):
        study.run(PartPerson(one, transcript(study)), lead)
    with pytest.raises(NoSuch):
        study.run(PartPerson(one, transcript(study, "FG2")), lead)


def test_what_is_known_of_the_talk_goes_with_the_transcript(study: Study) -> None:
    lead, room = coder(study), transcript(study)
    study.run(RemoveTranscript(room), lead)
    assert (study.ask(Reader.askings), study.ask(Reader.presences)) == ([], [])
    study.undo(lead)
    assert (len(study.ask(Reader.askings)), len(study.ask(Reader.presences))) == (1, 1)


def test_somebody_who_sat_in_another_discussion_silently_is_not_forgotten(study: Study) -> None:
    lead, one = coder(study), person(study, "FG1", "P1")
    study.run(SayPresence(transcript(study, "FG2"), one), lead)
    study.run(ForgetTranscript(transcript(study)), lead)
    assert one in study.ask(Reader.participants)
    assert study.faults() == []

"""Descriptions from a table: whom and what they are about, and what is left out."""

from qualcoder_nhs.actions.attributes import AddAttributes
from qualcoder_nhs.actions.take_people import PeopleTaken, TakePeople
from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.people_table import people_table
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import coder, person, transcript


def take(study: Study, text: str, *new: str) -> PeopleTaken:
    header, *rows = [tuple(line.split(",")) for line in text.splitlines()]
    table = people_table(header, list(enumerate(rows, 2)))
    return study.run(TakePeople(table, new, "people.csv"), coder(study))


def said(study: Study, name: str, label: str) -> dict[str, str]:
    return dict(study.ask(Reader.participants)[person(study, name, label)].attributes)


def test_columns_are_known_by_key_or_name_and_values_as_the_list_spells_them(study: Study) -> None:
    taken = take(study, "Session,Speaker,ROLE,Nation\nFG1,P1,nurse,wales\nFG1,P2,,Wales")
    assert said(study, "FG1", "P1") == {"role": "nurse", "nation": "Wales"}
    assert said(study, "FG1", "P2") == {"nation": "Wales"}
    assert (taken.described, taken.rows, taken.columns) == (2, 2, ("ROLE", "Nation"))


def test_an_empty_cell_says_nothing_and_unknown_takes_back(study: Study) -> None:
    take(study, "transcript,label,role,nation\nFG1,P1,nurse,Wales")
    take(study, "transcript,label,role,nation\nFG1,P1,,unknown")
    assert said(study, "FG1", "P1") == {"role": "nurse"}


def test_unknown_columns_are_offered_and_taken_when_named(study: Study) -> None:
    text = "transcript,label,Years in post,shoe size\nFG1,P1,3 to 5,44"
    assert take(study, text).offered == ("Years in post", "shoe size")
    assert take(study, text, "Years in post").offered == ("shoe size",)
    assert said(study, "FG1", "P1") == {"years_in_post": "3 to 5"}
    listed = study.ask(Reader.attributes, Subject.PARTICIPANT)
    assert [one.name for one in listed] == ["Role", "Nation", "Years in post"]


def test_a_name_without_a_transcript_must_be_one_persons(study: Study) -> None:
    taken = take(study, "name,role\nP1,nurse\nP9,nurse\n,nurse")
    assert [line for line, _words in taken.problems] == [2, 3, 4]
    assert "stands for 2 people" in taken.problems[0][1]
    assert (taken.described, said(study, "FG1", "P1")) == (0, {})


def test_a_label_of_two_people_needs_a_name(study: Study) -> None:
    header = "transcript,label,participant,role\n"
    assert take(study, header + "FG1,P1 and P2,,nurse").problems
    assert not take(study, header + "FG1,P1 and P2,P2,nurse").problems
    assert (said(study, "FG1", "P1"), said(study, "FG1", "P2")) == ({}, {"role": "nurse"})


def test_rows_that_name_no_person_describe_groups(study: Study) -> None:
    study.run(AddAttributes((AttributeDraft(Subject.GROUP, "Date"),)), coder(study))
    taken = take(study, "transcript,mode,date\nFG1,video,2026-05-12\nFG7,video,")
    group = study.ask(Reader.transcript, transcript(study)).group
    assert study.ask(Reader.groups)[group].attributes == {"mode": "video", "date": "2026-05-12"}
    assert [line for line, _words in taken.problems] == [3]

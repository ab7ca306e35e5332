"""The sample's talk: who was there, what was asked where, and a list that fits its people."""

from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.guide import Asked, Course, Question
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study


def courses(study: Study) -> dict[str, Course]:
    return {
        one.name: Course(study.ask(Reader.askings, one.id), one.turns)
        for one in study.ask(Reader.transcript_summaries)
    }


def test_people_and_groups_are_described_with_listed_words(sample_study: Study) -> None:
    for subject, described in (
        (Subject.PARTICIPANT, sample_study.ask(Reader.participants)),
        (Subject.GROUP, sample_study.ask(Reader.groups)),
    ):
        listed = {one.key: one.values for one in sample_study.ask(Reader.attributes, subject)}
        for one in described.values():
            for key, value in one.attributes.items():
                assert not listed[key] or value in listed[key]
        assert all(one.attributes for one in described.values())


def test_every_question_is_known_to_be_asked_or_not_in_every_group(sample_study: Study) -> None:
    questions = sample_study.ask(Reader.questions)
    assert [one.name for one in questions] == [f"Q{number}" for number in range(1, 12)]
    assert questions[4].text == "Money, quality, access: what gives?"
    asked = {
        one.name: [room for room, course in courses(sample_study).items() if asked_in(course, one)]
        for one in questions
    }
    assert asked.pop("Q7") == ["FG1"]
    assert asked.pop("Q8") == ["FG3", "FG4"]
    assert set(map(len, asked.values())) == {4}


def asked_in(course: Course, question: Question) -> bool:
    known = course.asked(question.id)
    assert known is not Asked.UNKNOWN
    return known is Asked.ASKED


def test_questions_begin_where_somebody_asks_them(sample_study: Study) -> None:
    five = sample_study.ask(Reader.question, "Q5").id
    where = {
        name: [one.first for one in course.of(five)]
        for name, course in courses(sample_study).items()
    }
    assert where == {"FG1": [73], "FG2": [115], "FG3": [155], "FG4": [81, 210]}


def test_the_guide_grew_by_a_question_after_two_groups(sample_study: Study) -> None:
    first, second = sample_study.ask(Reader.guide_versions)
    assert {one.name for one in second.questions} - {one.name for one in first.questions} == {"Q8"}
    assert second.questions == tuple(sample_study.ask(Reader.questions))


def test_somebody_came_late_in_each_group(sample_study: Study) -> None:
    names = sample_study.ask(Reader.transcript_names)
    people = sample_study.ask(Reader.participants)
    late = {
        (names[one.transcript], people[one.participant].name, one.first)
        for one in sample_study.ask(Reader.presences)
    }
    assert late == {("FG1", "P6", 11), ("FG2", "P4", 38), ("FG3", "P7", 24), ("FG4", "P7", 26)}

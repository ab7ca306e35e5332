"""The topic guide, its versions, and where its questions were asked."""

import pytest

from qualcoder_nhs.actions.asking import (
    MarkAsked,
    MarkCourse,
    MarkNoneOpen,
    MarkNotAsked,
    Unmark,
)
from qualcoder_nhs.actions.guide import (
    AddQuestion,
    ChangeQuestion,
    FreezeGuide,
    MoveQuestion,
    RemoveQuestion,
    TakeGuide,
)
from qualcoder_nhs.domain.errors import (
    AlreadyThere,
    AskedThere,
    Nameless,
    NoSuch,
    NoSuchTurn,
    NothingToFreeze,
)
from qualcoder_nhs.domain.guide import Asked, Course, Question
from qualcoder_nhs.domain.guide_draft import QuestionDraft
from qualcoder_nhs.domain.ids import QuestionId
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import coder, transcript


def guide(study: Study) -> dict[str, Question]:
    return {one.name: one for one in study.ask(Reader.questions)}


def marks(study: Study, name: str = "FG1") -> list[tuple[str | None, int | None]]:
    names = {one.id: one.name for one in study.ask(Reader.questions)}
    found = study.ask(Reader.askings, transcript(study, name))
    return [(names.get(one.question) if one.question else None, one.turn) for one in found]


def course(study: Study) -> Course:
    return Course(study.ask(Reader.askings, transcript(study)), 5)


def test_a_question_is_numbered_changed_and_moved(study: Study) -> None:
    lead = coder(study)
    third = study.run(AddQuestion(" And now? ", (" Why? ", "")), lead)
    assert guide(study)["Q3"] == Question(third, "Q3", "And now?", ("Why?",), 2)
    study.run(ChangeQuestion(third, "Q0", "And then?"), lead)
    study.run(MoveQuestion(third, 0), lead)
    assert list(guide(study)) == ["Q0", "Q1", "Q2"]
    with pytest.raises(AlreadyThere):
        study.run(ChangeQuestion(third, "Q1", "x"), lead)
    with pytest.raises(Nameless):
        study.run(AddQuestion(" "), lead)


def test_a_guide_that_is_taken_in_renews_what_it_names_and_removes_nothing(study: Study) -> None:
    old = guide(study)["Q1"].id
    drafts = (QuestionDraft("Who really decides?", ("Say more",), "Q1"), QuestionDraft("Money?"))
    study.run(TakeGuide(drafts, "guide.docx"), coder(study))
    assert [(one.name, one.text) for one in guide(study).values()] == [
        ("Q1", "Who really decides?"),
        ("Q2", "What would help?"),
        ("Q3", "Money?"),
    ]
    assert guide(study)["Q1"].id == old


def test_a_version_keeps_the_guide_as_it_was(study: Study) -> None:
    lead = coder(study)
    study.run(FreezeGuide(), lead)
    with pytest.raises(NothingToFreeze):
        study.run(FreezeGuide(), lead)
    study.run(ChangeQuestion(guide(study)["Q1"].id, "Q1", "Who else?"), lead)
    study.run(FreezeGuide(), lead)
    versions = study.ask(Reader.guide_versions)
    assert [(one.number, one.questions[0].text) for one in versions] == [
        (1, "Who decides?"),
        (2, "Who else?"),
    ]


def test_one_question_at_one_turn_and_none_while_there_is_a_break(study: Study) -> None:
    lead, room, second = coder(study), transcript(study), guide(study)["Q2"].id
    study.run(MarkAsked(room, second, 4), lead)
    study.run(MarkNoneOpen(room, 5), lead)
    assert marks(study) == [("Q1", 1), ("Q2", 4), (None, 5)]
    study.run(MarkAsked(room, second, 1), lead)
    assert marks(study) == [("Q2", 1), ("Q2", 4), (None, 5)]
    with pytest.raises(NoSuchTurn):
        study.run(MarkAsked(room, second, 6), lead)


def test_asked_and_not_asked_shut_each_other_out(study: Study) -> None:
    lead, room = coder(study), transcript(study)
    first, second = guide(study)["Q1"].id, guide(study)["Q2"].id
    with pytest.raises(AskedThere):
        study.run(MarkNotAsked(room, first), lead)
    assert course(study).asked(second) is Asked.UNKNOWN
    mark = study.run(MarkNotAsked(room, second), lead)
    assert study.run(MarkNotAsked(room, second), lead) == mark
    assert course(study).asked(second) is Asked.NOT_ASKED
    study.run(MarkAsked(room, second, 4), lead)
    assert course(study).asked(second) is Asked.ASKED


def test_talk_does_not_fall_to_the_question_before_when_one_is_removed(study: Study) -> None:
    lead, room, second = coder(study), transcript(study), guide(study)["Q2"].id
    study.run(MarkAsked(room, second, 3), lead)
    study.run(MarkNotAsked(transcript(study, "FG2"), second), lead)
    study.run(RemoveQuestion(second), lead)
    assert (course(study).at(2), course(study).at(3)) == (guide(study)["Q1"].id, None)
    study.undo(lead)
    assert (marks(study), marks(study, "FG2")) == ([("Q1", 1), ("Q2", 3)], [("Q2", None)])


def test_a_whole_course_is_marked_in_one_step(study: Study) -> None:
    lead, room = coder(study), transcript(study)
    first, second = guide(study)["Q1"].id, guide(study)["Q2"].id
    study.run(MarkCourse(room, ((2, first), (4, None)), (second,)), lead)
    assert sorted(marks(study), key=str) == [("Q1", 2), ("Q2", None), (None, 4)]
    study.undo(lead)
    assert marks(study) == [("Q1", 1)]
    with pytest.raises(NoSuch):
        study.run(MarkCourse(room, ((2, QuestionId("gone")),)), lead)
    with pytest.raises(AskedThere):
        study.run(MarkCourse(room, ((2, first),), (first,)), lead)


def test_a_mark_is_taken_back(study: Study) -> None:
    lead = coder(study)
    mark = study.ask(Reader.askings)[0]
    study.run(Unmark(mark.id), lead)
    assert marks(study) == []
    with pytest.raises(NoSuch):
        study.run(Unmark(mark.id), lead)

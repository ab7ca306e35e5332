"""Survey answers in a study: texts, respondents, the guide, and what is counted of them."""

import pytest

from qualcoder_nhs.actions.attributes import AddAttributes, RemoveAttribute
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.guide import AddQuestion
from qualcoder_nhs.actions.survey import AddSurvey, SurveyTaken
from qualcoder_nhs.analysis.counting.hits import hits
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.errors import AlreadyThere, NoOpenQuestion
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.survey import Survey, Use, columns_of
from qualcoder_nhs.queries.excerpts import ExcerptFilter, excerpt_book
from qualcoder_nhs.queries.material import material
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import code, coder, transcript

TITLES = ("id", "role", "Who decides here?", "What helps?")
ROWS = (
    (2, ("7", "nurse", "The board decides.", "Time.")),
    (3, ("8", "Manager", "We all do.", "")),
    (4, ("9", "nurse", "", "")),
)
USES = dict(zip(TITLES, (Use.NAME, Use.ATTRIBUTE, Use.OPEN, Use.OPEN), strict=True))
SURVEY = Survey("Survey", "survey.csv", "hash of survey", columns_of(TITLES, ROWS), ROWS)


def take(study: Study) -> SurveyTaken:
    return study.run(AddSurvey(SURVEY, USES), coder(study))


def forget_attributes(study: Study) -> None:
    for one in study.ask(Reader.attributes):
        study.run(RemoveAttribute(one.id), coder(study))


def test_each_question_is_a_text_and_the_respondents_are_the_same_people(study: Study) -> None:
    taken = take(study)
    assert taken.respondents == 2
    assert taken.questions == (("Survey Who decides here", 2), ("Survey What helps", 1))
    assert (taken.empty, taken.silent) == (1, 1)
    first, second = (study.ask(Reader.speakers, one) for one in taken.transcripts)
    assert [one.label for one in first] == ["R7", "R8"]
    assert first[0].participants == second[0].participants
    assert {one.function for one in first + second} == {Function.PARTICIPANT}
    assert study.faults() == []


def test_a_column_that_is_listed_describes_with_the_words_of_the_list(study: Study) -> None:
    draft = AttributeDraft(Subject.PARTICIPANT, "Role", ("Nurse", "Manager"))
    forget_attributes(study)
    study.run(AddAttributes((draft,)), coder(study))
    take(study)
    people = {one.name: one.attributes for one in study.ask(Reader.participants).values()}
    assert people["R7"] == {"role": "Nurse"}
    assert people["R8"] == {"role": "Manager"}


def test_a_new_column_becomes_an_attribute_with_its_values(study: Study) -> None:
    forget_attributes(study)
    take(study)
    (role,) = study.ask(Reader.attributes)
    assert (role.key, role.values) == ("role", ("Manager", "nurse"))


def test_a_question_of_the_guide_is_asked_there(study: Study) -> None:
    asked = study.run(AddQuestion("Who decides here", name="Q9"), coder(study))
    taken = take(study)
    assert taken.questions[0][0] == "Survey Q9"
    (marked,) = study.ask(Reader.askings, taken.transcripts[0])
    assert (marked.question, marked.turn) == (asked, 1)


def test_respondents_are_counted_apart_and_never_added(study: Study) -> None:
    taken, lead = take(study), coder(study)
    text = study.ask(Reader.transcript, taken.transcripts[0])
    warm = code(study, "Warm")
    study.run(CodePassage(text.id, text.turns[0].words, warm), lead)
    room = study.ask(Reader.transcript, transcript(study))
    study.run(CodePassage(room.id, room.turns[1].words, warm), lead)
    found = study.ask(material)
    count = Scope(found).count(hits(found))
    assert (len(count.respondents), count.respondents_of) == (1, 2)
    assert len(count.participants) == 1
    assert count.participants_of == len(Scope(found).participants) > 1


def test_an_excerpt_is_attributed_to_the_survey(study: Study) -> None:
    taken, lead = take(study), coder(study)
    text = study.ask(Reader.transcript, taken.transcripts[0])
    study.run(CodePassage(text.id, text.turns[0].words, code(study, "Warm")), lead)
    book = study.ask(excerpt_book, ExcerptFilter(transcripts=frozenset({text.id})))
    assert [one.attribution for one in book.excerpts] == ["(Survey, R7, nurse)"]
    spread = book.spread
    assert (spread.respondents, spread.respondents_of) == (1, 2)
    assert (spread.groups, spread.groups_of, spread.participants_of) == (0, 0, 0)


def test_the_same_file_is_refused(study: Study) -> None:
    take(study)
    with pytest.raises(AlreadyThere):
        take(study)


def test_without_an_open_question_nothing_comes_in(study: Study) -> None:
    with pytest.raises(NoOpenQuestion):
        study.run(AddSurvey(SURVEY, {"role": Use.ATTRIBUTE}), coder(study))

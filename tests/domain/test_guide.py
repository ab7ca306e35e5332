"""Which question was open at which turn."""

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.guide import Asked, Asking, Course
from qualcoder_nhs.domain.ids import AskingId, QuestionId, TranscriptId

FG1 = TranscriptId("FG1")
Q1, Q2, Q3 = (QuestionId(f"Q{number}") for number in (1, 2, 3))


def asking(question: QuestionId | None, turn: int | None) -> Asking:
    return Asking(AskingId(f"{question}/{turn}"), FG1, question, turn)


def test_a_question_is_open_until_the_next_is_asked() -> None:
    course = Course([asking(Q2, 9), asking(Q1, 3), asking(None, 14)], turns=20)
    open_at = [course.at(turn) for turn in (1, 2, 3, 8, 9, 13, 14, 20)]
    assert open_at == [None, None, Q1, Q1, Q2, Q2, None, None]


def test_a_discussion_may_come_back_to_a_question() -> None:
    course = Course([asking(Q1, 1), asking(Q2, 5), asking(Q1, 8)], turns=10)
    assert [(one.first, one.last) for one in course.of(Q1)] == [(1, 4), (8, 10)]


def test_not_asked_is_not_the_same_as_not_marked_yet() -> None:
    course = Course([asking(Q1, 1), asking(Q2, None)], turns=10)
    known = [course.asked(question) for question in (Q1, Q2, Q3)]
    assert known == [Asked.ASKED, Asked.NOT_ASKED, Asked.UNKNOWN]


def test_two_questions_at_one_turn_leave_the_later_one_open() -> None:
    course = Course([asking(Q1, 4), asking(Q2, 4)], turns=10)
    assert len(course.stretches) == 1


@given(st.lists(st.tuples(st.sampled_from([Q1, Q2, None]), st.integers(1, 30)), max_size=8))
def test_stretches_tile_the_talk_from_the_first_mark_on(
    marks: list[tuple[QuestionId | None, int]],
) -> None:
    course = Course([asking(*mark) for mark in marks], turns=30)
    covered = [turn for one in course.stretches for turn in range(one.first, one.last + 1)]
    first = min((turn for _, turn in marks), default=31)
    assert covered == list(range(first, 31))
    assert all(course.at(turn) == one.question for one in course.stretches for turn in (one.first,))

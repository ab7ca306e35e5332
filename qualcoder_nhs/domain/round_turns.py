"""Which turns of each transcript a round takes: all, those of some questions, or a share drawn."""

from collections.abc import Collection, Mapping, Sequence

from qualcoder_nhs.domain.guide import Course
from qualcoder_nhs.domain.ids import QuestionId
from qualcoder_nhs.domain.rounds import Sample
from qualcoder_nhs.domain.sampling import drawn, drawn_by_question

_NO_QUESTION = ""


def of_questions(
    turns: Sequence[int], course: Course, wanted: Collection[QuestionId]
) -> tuple[int, ...]:
    """The turns while one of these questions was open; all where none is named."""
    return tuple(one for one in turns if not wanted or course.at(one) in wanted)


def sampled(
    turns: Mapping[str, Sequence[int]], courses: Mapping[str, Course], sample: Sample
) -> dict[str, tuple[int, ...]]:
    """The turns that a sample draws of each transcript; all are known by the transcript's name."""
    if not sample.by_question:
        return drawn(turns, sample.share, sample.seed)
    apart = {name: _apart(numbers, courses[name]) for name, numbers in turns.items()}
    return drawn_by_question(apart, sample.share, sample.seed)


def _apart(turns: Sequence[int], course: Course) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for one in turns:
        found.setdefault(course.at(one) or _NO_QUESTION, []).append(one)
    return found

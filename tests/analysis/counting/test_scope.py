"""Every count stands over those who could have said it."""

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.analysis.counting.hits import hits
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.counts import Count
from qualcoder_nhs.domain.ids import QuestionId
from qualcoder_nhs.domain.span import united
from qualcoder_nhs.domain.speech import count_words, stage_directions
from tests.talk import coded, session, talk

FG1 = session(
    "FG1",
    [
        "MOD: How are relations where you work?",
        "P1: Excellent. We just put nothing important in email.",
        "P2: Mm, well. Quite.",
        "MOD: And the money, what gives?",
        "P1: Quality gives, and then I stop sleeping.",
        "P3: [pause, 7 secs]",
        "??: Hear, hear.",
    ],
    asked={"Q1": 1, "Q2": 4},
    away={"P3": (4, None)},
)
FG2 = session(
    "FG2",
    ["MOD: How are relations?", "P1: Fine.", "P2: They are not fine at all.", "P1+P2: Quite so."],
    asked={"Q1": 1, "Q2": None},
)
Q1, Q2 = QuestionId("Q1"), QuestionId("Q2")


def count(*codings: Coding, **scope: object) -> Count:
    material = talk([FG1, FG2], codings)
    return Scope(material, **scope).count(hits(material))  # type: ignore[arg-type]


def test_a_count_has_groups_people_turns_and_words_over_those_there() -> None:
    found = count(coded(FG1, "masked", 2), coded(FG2, "masked", 2, 3))
    assert (len(found.groups), found.groups_of) == (2, 2)
    assert (sorted(found.participants), found.participants_of) == (
        ["FG1/P1", "FG2/P1", "FG2/P2"],
        5,
    )
    assert (found.turns, found.excerpts, found.events) == (3, 2, 0)
    assert found.words == 8 + 1 + 6


def test_who_came_late_leaves_the_denominator_of_what_was_asked_before() -> None:
    assert count(question=Q1).participants_of == 2 + 2
    assert count(question=Q2).participants_of == 3


def test_a_group_that_was_not_asked_leaves_it_with_its_people() -> None:
    found = count(coded(FG1, "cost", 5), question=Q2)
    assert (len(found.groups), found.groups_of, found.participants_of) == (1, 1, 3)


def test_not_asked_is_kept_apart_from_not_marked_and_from_nothing_said() -> None:
    unmarked = session("FG3", ["P1: Yes."])
    scope = Scope(talk([FG1, FG2, unmarked]), question=Q2)
    assert [one.name for one in scope.not_asked] == ["FG2"]
    assert [one.name for one in scope.unmarked] == ["FG3"]
    assert scope.count([]).nothing
    assert scope.count([]).open


def test_what_the_moderator_says_counts_for_nobody() -> None:
    found = count(coded(FG1, "moderator", 4))
    assert (found.participants, found.turns, found.events) == (frozenset(), 0, 1)
    assert len(found.groups) == 1


def test_a_silence_is_an_event_of_the_group_however_it_was_marked() -> None:
    found = count(coded(FG1, "silence", 5, 6))
    assert (found.turns, found.events, found.participants) == (0, 1, frozenset())


def test_a_passage_counts_for_each_turn_it_has_a_word_of() -> None:
    found = count(coded(FG1, "masked", 2, 6))
    assert sorted(found.participants) == ["FG1/P1", "FG1/P2"]
    assert found.turns == 3, "the moderator's turn and the one without a word are left out"


def test_an_unknown_voice_has_turns_and_words_and_is_nobody() -> None:
    found = count(coded(FG1, "agree", 7))
    assert (found.turns, found.words, found.participants) == (1, 2, frozenset())


def test_a_joint_turn_counts_once_and_for_both() -> None:
    found = count(coded(FG2, "agree", 4))
    assert (found.turns, len(found.participants)) == (1, 2)


def test_one_voice_is_told_above_one_half_of_the_turns() -> None:
    two = count(coded(FG1, "masked", 2), coded(FG1, "masked", 3))
    assert (two.share, two.one_voice) == (0.5, False)
    three = count(coded(FG1, "masked", 2), coded(FG1, "masked", 3), coded(FG1, "masked", 5))
    assert (three.loudest, round(three.share, 2), three.one_voice) == ("FG1/P1", 0.67, True)


def test_words_coded_twice_are_said_once() -> None:
    found = count(coded(FG1, "masked", 2), coded(FG1, "withheld", 2, start=11))
    assert (found.words, found.excerpts, found.turns) == (8, 2, 1)


def test_a_survey_is_counted_beside_the_groups_and_never_added() -> None:
    answers = session("Survey", ["R1: Trust.", "R2: Money.", "R3: Time."], survey=True)
    codings = [coded(FG1, "trust", 2), coded(answers, "trust", 1)]
    material = talk([FG1, answers], codings)
    found = Scope(material).count(hits(material))
    assert (len(found.groups), found.groups_of) == (1, 1)
    assert (len(found.participants), found.participants_of) == (1, 3)
    assert (sorted(found.respondents), found.respondents_of) == (["Survey/R1"], 3)


def test_some_people_only() -> None:
    roles = {"FG1/P1": "chief executive", "FG2/P1": "chief executive", "FG1/P2": "other"}
    codings = [coded(FG1, "masked", 2, 3), coded(FG2, "silence", 2)]
    material = talk([FG1, FG2], codings, roles=roles)
    scope = Scope(material, keep=lambda person: person.role == "chief executive")
    found = scope.count(hits(material))
    assert (sorted(found.participants), found.participants_of) == (["FG1/P1"], 2)
    assert (found.turns, found.events) == (1, 0)
    assert scope.talk() == 8 + 7 + 1 + 2


def test_talk_leaves_out_who_moderates_and_who_is_unknown() -> None:
    scope = Scope(talk([FG1, FG2]))
    assert scope.talk() == 8 + 3 + 7 + 1 + 6 + 2


def cuts_a_direction(*ends: int) -> bool:
    """Half a stage direction reads as words."""
    return any(one.start < end < one.end for one in stage_directions(FG1.text) for end in ends)


@given(
    st.lists(
        st.tuples(st.integers(1, 7), st.integers(0, 3), st.integers(0, 12), st.integers(0, 12)),
        max_size=8,
    )
)
def test_counts_are_what_reading_word_by_word_gives(
    places: list[tuple[int, int, int, int]],
) -> None:
    codings = []
    for first, more, start, end in places:
        last = min(7, first + more)
        low = FG1.turns[first - 1].span.start + start
        high = FG1.turns[last - 1].span.end - end
        if low < high and not cuts_a_direction(low, high):
            codings.append(coded(FG1, "any", first, last, start=start, end=-end))
    found = count(*codings)
    touched = {
        turn.index
        for turn in FG1.turns
        if turn.counts
        and any(
            turn.span.overlaps(one.span) and count_words(FG1.text, turn.span.shared(one.span)) > 0
            for one in codings
        )
    }
    assert found.turns == len(touched)
    people = {person for at in touched for person in FG1.turns[at - 1].people}
    assert found.participants == people
    spans = (turn.span.shared(one.span) for one in codings for turn in FG1.turns if turn.counts)
    assert found.words == sum(count_words(FG1.text, span) for span in united(spans))
    assert found.excerpts == len({one.id for one in codings})
    assert 0 <= found.share <= 1

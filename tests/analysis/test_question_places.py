"""Where questions may begin: by stems, the likeliest first, and never out of small talk."""

from qualcoder_nhs.analysis.question_places import Asking, question_places
from qualcoder_nhs.domain.guide import Question
from qualcoder_nhs.domain.ids import QuestionId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study

MONEY = Question(
    QuestionId("money"),
    "Q1",
    "Money, quality, access: what gives?",
    ("Did anybody close a service?",),
)
HELP = Question(QuestionId("help"), "Q2", "What would help?", ("Say more",))


def places(*said: str) -> list[tuple[str, int]]:
    asked = [Asking(turn, words) for turn, words in enumerate(said, 1)]
    return [(one.question, one.turn) for one in question_places((MONEY, HELP), asked)]


def test_a_turn_is_known_by_the_stems_of_question_and_probes() -> None:
    assert places("All right. Moneys, then, and qualities.", "Mm.", "And what has helped?") == [
        ("money", 1),
        ("help", 3),
    ]
    assert places("Has anyone closed services?") == [("money", 1)]


def test_small_talk_and_notes_lead_nowhere() -> None:
    assert places("What would you say to that?", "[money on the table] Say more.", "") == []
    assert question_places((), [Asking(1, "Money?")]) == []


def test_two_turns_at_most_the_likeliest_first() -> None:
    found = places("Money is one thing among all others here today, friends.", "Money?", "Money.")
    assert len(found) == 2
    assert {turn for _question, turn in found} == {2, 3}


def test_the_words_that_speak_for_it_are_told_as_they_were_said() -> None:
    (place,) = question_places((MONEY,), [Asking(7, "So, Money. And access to Services?")])
    assert place.shared == ("money", "access", "services")
    assert 0 < place.likeness <= 1


def test_more_than_half_of_what_was_asked_in_the_sample_is_found(sample_study: Study) -> None:
    """As marked by hand, most moderators asking several things at once."""
    found = known = proposed = 0
    for one in sample_study.ask(Reader.transcripts):
        speakers = sample_study.ask(Reader.speakers, one.id)
        labels = {who.label for who in speakers if who.function is Function.MODERATOR}
        asked = [Asking(t.index, t.words.of(one.text)) for t in one.turns if t.label in labels]
        marks = sample_study.ask(Reader.askings, one.id)
        real = {(mark.question, mark.turn) for mark in marks if mark.question and mark.turn}
        questions = sample_study.ask(Reader.questions)
        said = {(place.question, place.turn) for place in question_places(questions, asked)}
        found, known, proposed = found + len(real & said), known + len(real), proposed + len(said)
    assert found > known / 2
    assert found > proposed / 2

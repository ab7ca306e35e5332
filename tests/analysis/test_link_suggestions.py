"""What words suggest of who answers whom, and what they do not."""

from datetime import UTC, datetime

import pytest

from qualcoder_nhs.analysis.link_suggestions import Suggesting
from qualcoder_nhs.domain.excerpts import Voice
from qualcoder_nhs.domain.ids import CoderId, GroupId, TranscriptId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.queries.voices import voices
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import turns_of

NOW = datetime(2026, 5, 12, tzinfo=UTC)


def suggested(*lines: str) -> list[tuple[int, int, str]]:
    """Of lines such as `P1: words`; MOD moderates."""
    text = "\n".join(lines)
    known = (TranscriptId("FG1"), "FG1", text, turns_of(text), GroupId("g"), "text", "", "")
    transcript = Transcript(*known, 0, NOW, CoderId("HL"))
    people = {
        label: Voice(label, label, Function.MODERATOR if label == "MOD" else Function.PARTICIPANT)
        for label in {turn.label for turn in transcript.turns}
    }
    found = Suggesting(transcript, people).all()
    return [(one.turn, one.target, one.kind.value) for one in found]


SAID = "P1: The board never asks us."


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("Absolutely. Same at ours.", "agree"),
        ("Exactly that.", "agree"),
        ("Yeah, same here.", "agree"),
        ("No. No, that’s fair.", "agree"),
        ("I sort of agree, but they’re busy.", "soft dissent"),
        ("Yes, but who would they ask?", "challenge"),
        ("Yeah, I know they are busy, but even so.", "soft dissent"),
        ("No, I think they try.", "soft dissent"),
        ("[laughs] I do wonder, though.", "soft dissent"),
        ("No. Sorry. No.", "challenge"),
        ("That’s not right.", "challenge"),
        ("When did they last come?", "question"),
        ("Ours come once a year.", "build"),
    ],
)
def test_a_beginning_gives_away_what_a_turn_does(answer: str, kind: str) -> None:
    assert suggested(SAID, f"P2: {answer}") == [(2, 1, kind)]


@pytest.mark.parametrize(
    "answer", ["Mm.", "[laughs]", "The coffee is cold.", "Yes, well, I went to the canteen."]
)
def test_what_gives_nothing_away_suggests_nothing(answer: str) -> None:
    assert suggested(SAID, f"P2: {answer}") == []


def test_a_yes_to_a_question_agrees_with_nothing() -> None:
    assert suggested("P1: Was yours the Friday as well?", "P2: Yes, it was.") == []
    assert suggested("P1: The Friday, wasn’t it?", "P2: Exactly that.") == [(2, 1, "agree")]


def test_a_short_word_is_passed_over_and_a_moderator_who_has_spoken_is_not() -> None:
    assert suggested(SAID, "P3: Oh.", "P2: Absolutely.") == [(3, 1, "agree")]
    assert suggested(SAID, "MOD: Mm-hm.", "P2: Absolutely.") == [(3, 1, "agree")]
    assert suggested(SAID, "MOD: And what of the money, then?", "P2: Absolutely.") == []


def test_whoever_is_named_is_answered_however_long_ago() -> None:
    talk = (SAID, "P3: Nor us, to be honest.", "P4: It is a long walk to the board.")
    assert suggested(*talk, "P2: As P1 says, nobody asks.") == [(4, 1, "agree")]
    assert suggested(*talk, "P2: I’m not like P1 on this.") == [(4, 1, "soft dissent")]
    assert suggested(*talk, "P2: Following on from P3, it is the same.") == [(4, 2, "build")]


def test_people_are_known_by_what_they_call_themselves() -> None:
    talk = ("P1: I’m Mari. I run a ward.", "P3: Thank you, Mari.", "P4: Who asked whom, then?")
    assert suggested(*talk, "P2: I agree with Mari there.")[-1] == (4, 1, "agree")


def test_whoever_moderates_answers_nobody() -> None:
    assert suggested(SAID, "MOD: Absolutely.") == []


def test_the_sample_gives_its_planted_answers_away(sample_study: Study) -> None:
    first = sample_study.ask(Reader.transcript_called, "FG1")
    found = Suggesting(
        sample_study.ask(Reader.transcript, first), sample_study.ask(voices, first)
    ).all()
    told = {(one.turn, one.target): one.kind.value for one in found}
    assert told[75, 74] == "challenge"
    assert told[89, 88] == "soft dissent"
    assert told[86, 85] == "agree"
    assert told[68, 66] == "soft dissent"
    assert told[7, 2] == "agree"
    assert all(one.target < one.turn for one in found)

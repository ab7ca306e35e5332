"""What is counted is what was said; every place on the talk leads back to its words."""

from datetime import UTC, datetime

import pytest
from builders import GROUP, turns_of
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_nhs.analysis.agreement.talk import talk_of
from qualcoder_nhs.domain.coding import OPEN, Coding
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId, GroupId, TranscriptId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript

NOW = datetime(2026, 1, 1, tzinfo=UTC)
WHO = {
    "MOD": Function.MODERATOR,
    "P1": Function.PARTICIPANT,
    "P2": Function.PARTICIPANT,
    "P1 and P2": Function.PARTICIPANT,
}


def transcript(text=GROUP, turns=None):
    turns = turns_of(text) if turns is None else turns
    nobody = CoderId("")
    return Transcript(
        TranscriptId("t"), "FG1", text, turns, GroupId("g"), "text", "", "", 0, NOW, nobody
    )


def coding(code, start, end):
    return Coding(
        CodingId(""), TranscriptId("t"), CoderId(""), CodeId(code), OPEN, Span(start, end), NOW
    )


def said(talk):
    return "".join(piece.of(talk.text) for turn in talk.turns for piece in turn)


def test_the_moderator_labels_and_line_ends_are_no_part_of_it():
    talk = talk_of(transcript(), WHO)
    assert said(talk) == (
        "The board does, and the nurses 🩺 hear of it later.We were asked once.Never again."
    )
    assert talk.length == len(said(talk))
    assert [span.of(said(talk)) for span in talk.spoken][1:] == [
        "We were asked once.",
        "Never again.",
    ]


def test_the_moderator_and_chosen_turns_may_be_counted():
    talk = talk_of(transcript(), WHO, moderator=True, only={1, 3})
    assert said(talk) == "Who decides?We were asked once."


def test_a_label_nobody_was_told_of_is_counted():
    assert "Who decides?" in said(talk_of(transcript(), {}))


def test_white_space_may_be_left_out():
    talk = talk_of(transcript(), WHO, blanks=False)
    assert said(talk).startswith("Theboarddoes,andthenurses🩺hear")
    assert [len(turn) for turn in talk.spoken] == [40, 16, 11]


def test_a_transcript_without_turns_is_one_turn():
    talk = talk_of(transcript("a word", turns=()), {})
    assert (talk.spoken, talk.length) == ((Span(0, 6),), 6)
    assert talk_of(transcript("", turns=()), {}).spoken == (Span(0, 0),)


def test_codings_are_what_they_cover_of_the_talk():
    text = "P1: one\nMOD: two\nP2: three"
    talk = talk_of(transcript(text), WHO)
    found = talk.continuum(
        {
            "Ann": [coding("over", 0, 24), coding("ends", 6, 7), coding("ends", 21, 23)],
            "Ben": [coding("asked", 13, 16), coding("label", 0, 4)],
        }
    )
    assert (found.name, found.length, found.turns) == ("FG1", 8, (Span(0, 3), Span(3, 8)))
    assert found.marks["Ann"] == {
        "over": (Span(0, 6),),
        "ends": (Span(2, 3), Span(3, 5)),
    }
    assert found.marks["Ben"] == {}


def test_codings_of_one_code_that_overlap_are_one():
    talk = talk_of(transcript("P1: one two"), WHO)
    found = talk.continuum({"Ann": [coding("c", 4, 8), coding("c", 7, 11), coding("c", 4, 5)]})
    assert found.marks["Ann"] == {"c": (Span(0, 7),)}


def test_a_place_on_the_talk_leads_back_to_one_span_a_turn():
    text = "P1: one\nMOD: two\nP2: three four"
    talk = talk_of(transcript(text), WHO, blanks=False)
    heard = talk.heard(Span(5, 28))
    assert heard.of(said(talk)) == "nethreef"
    assert [span.of(text) for span in talk.stored(heard)] == ["ne", "three f"]
    assert talk.stored(Span(2, 2)) == ()


def test_sentences_and_words_lie_on_the_talk():
    text = "P1: One. Two three.\nMOD: No.\nP2: Four."
    for blanks in (True, False):
        talk = talk_of(transcript(text), WHO, blanks=blanks)
        heard = said(talk)
        sentences = [span.of(heard).replace(" ", "") for span in talk.sentences()]
        assert sentences == ["One.", "Twothree.", "Four."]
        assert [span.of(heard) for span in talk.words()] == ["One", "Two", "three", "Four"]


LINES = st.lists(
    st.tuples(st.sampled_from(["MOD", "P1", "P2"]), st.text("ab 🩺\u00a0", max_size=8)), max_size=6
).map(lambda lines: "\n".join(f"{label}: {words}" for label, words in lines))


@settings(max_examples=80)
@given(LINES, st.booleans(), st.booleans(), st.data())
def test_there_and_back_are_the_same_characters(text, blanks, moderator, data):
    talk = talk_of(transcript(text), WHO, blanks=blanks, moderator=moderator)
    start, end = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    heard = talk.heard(Span(start, end))
    pieces = [piece.shared(Span(start, end)) for turn in talk.turns for piece in turn]
    assert heard.of(said(talk)) == "".join(piece.of(text) for piece in pieces)
    back = talk.stored(heard)
    assert [talk.heard(span).of(said(talk)) for span in back] == [
        turn.shared(heard).of(said(talk)) for turn in talk.spoken if turn.overlaps(heard)
    ]
    assert all(Span(start, end).covers(span) for span in back)


def test_a_mark_of_a_stage_is_said_too():
    talk = talk_of(transcript(), WHO, moderator=True)
    assert "[laughs] Say more." in said(talk)


@pytest.mark.parametrize("function", [Function.CO_MODERATOR, Function.NOTE_TAKER])
def test_who_leads_is_left_out_whatever_the_part(function):
    assert talk_of(transcript("X: one"), {"X": function}).length == 0

"""Sentences of British talk, against marks set by hand and against another tokenizer."""

import nupunkt
import pytest

from qualcoder_nhs.analysis.sentences import sentence_at, sentences
from qualcoder_nhs.domain.span import Span

BY_HAND = (
    "Dr. Patel said the ward was closed.|"
    "We met at 5 p.m. on Tuesday with approx. twelve people, e.g. the CQC lead.|"
    "The N.H.S. is short of nurses.|“Was it safe?” she asked.|I said no.|Then we went on.|"
    "It was No. 10 that rang.|Prof. Jones of St. Thomas’ came.|He left at 5 p.m.|"
    "The board sat on.|I spoke to Mr. Smith vs. the dept.|It cost 3.5 million.|What?!|"
    "I don’t know.|[laughs] Well."
)


def cut(text):
    return [span.of(text) for span in sentences(text)]


def test_as_marked_by_hand():
    marked = BY_HAND.split("|")
    assert cut(" ".join(marked)) == marked


def test_no_more_errors_than_the_yardstick():
    marked = BY_HAND.split("|")
    text = " ".join(marked)
    other = [sentence.strip() for sentence in nupunkt.sent_tokenize(text)]
    ours = len(set(marked) - set(cut(text)))
    assert ours <= len(set(marked) - set(other))


def test_a_line_break_ends_a_sentence_and_positions_are_the_texts():
    text = "One\ntwo. Three"
    assert cut(text) == ["One", "two.", "Three"]
    assert sentences(text, Span(4, 8)) == [Span(4, 8)]


@pytest.mark.parametrize(("position", "words"), [(0, "Yes."), (3, "Yes."), (5, "No."), (8, "No.")])
def test_the_sentence_at_a_place(position, words):
    text = "Yes. No."
    found = sentence_at(text, position, Span(0, len(text)))
    assert found
    assert found.of(text) == words


def test_no_sentence_among_blanks():
    assert sentence_at("   ", 1, Span(0, 3)) is None

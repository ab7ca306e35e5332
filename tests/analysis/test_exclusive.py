"""Exclusive sets look at the speaker's turn or at the words themselves."""

from dataclasses import replace

from ui.code import demo

from qualcoder_nhs.analysis.exclusive import clashes
from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.ids import CodeId

BRIDGE = CodeId("hyb-bridge")
BOOK = demo.a_codebook()
TEXT = demo.a_transcript()
PAGE = demo.a_page()
ELSEWHERE = demo.span_between(TEXT, 139, "Nobody", "believed.")


def names(book, span):
    found = clashes(book, TEXT, PAGE.codings, BRIDGE, span)
    return [other.name for _group, other in found]


def test_a_set_for_turns_sees_the_whole_turn():
    assert names(BOOK, ELSEWHERE) == ["Caught between"]
    assert names(BOOK, demo.span_between(TEXT, 144, "Sometimes", "Yes.")) == []


def test_a_set_for_spans_sees_the_words_only():
    book = Codebook(BOOK.codes, (replace(BOOK.sets[0], scope="span"),))
    assert names(book, ELSEWHERE) == []
    assert names(book, demo.span_between(TEXT, 139, "unsafe", "unsafe")) == ["Caught between"]

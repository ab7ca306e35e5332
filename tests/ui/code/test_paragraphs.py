"""Only words are shown; every place in the view is a place in the stored text."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from ui.code import demo

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.ui.code.paragraphs import Paragraphs


def transcript(text, turns=()):
    return replace(demo.a_transcript(()), text=text, turns=tuple(turns))


STORED = "Invented.\n\nP1: One 😀.\n\nTwo.\n[00:10] MOD:\nSay more?\nEnd note\n"
TURNS = (
    Turn(1, "P1", Span(15, 27), Span(11, 13)),
    Turn(2, "MOD", Span(41, 50), Span(36, 39), Span(29, 34), 10.0),
)


def test_labels_times_and_blank_lines_are_not_shown():
    shown = Paragraphs(transcript(STORED, TURNS))
    assert shown.text == "Invented.\nOne 😀.\nTwo.\nSay more?\nEnd note"
    assert [p.turn and p.turn.index for p in shown.listed] == [None, 1, 1, 2, None]
    assert [p.first for p in shown.listed[1:4]] == [True, False, True]
    assert [p.last for p in shown.listed[1:4]] == [False, True, True]


def test_each_paragraph_is_cut_from_its_span():
    shown = Paragraphs(transcript(STORED, TURNS))
    assert all(p.span.of(STORED) == p.text for p in shown.listed)


def test_a_selection_over_turns_is_one_stored_span():
    shown = Paragraphs(transcript(STORED, TURNS))
    start, end = shown.text.index("😀"), shown.text.index("more")
    span = shown.span_of(len(shown.text[:start].encode("utf-16-le")) // 2, end + 1)
    assert span.of(STORED) == "😀.\n\nTwo.\n[00:10] MOD:\nSay "


def test_an_end_at_a_paragraphs_start_ends_the_one_before():
    shown = Paragraphs(transcript(STORED, TURNS))
    assert shown.span_of(0, len("Invented.\n")).of(STORED) == "Invented."


def test_pieces_are_the_shown_parts_in_units():
    shown = Paragraphs(transcript(STORED, TURNS))
    pieces = list(shown.pieces(Span(15, 45)))
    assert [(p.number, p.start, p.end) for p in pieces] == [(1, 0, 7), (2, 0, 4), (3, 0, 4)]


def test_a_text_without_turns_is_shown_line_by_line_and_an_empty_turn_keeps_its_place():
    assert Paragraphs(transcript("a\n\nb")).text == "a\nb"
    empty = Paragraphs(
        transcript(
            "P1: \nP2: x\n",
            [
                Turn(1, "P1", Span(4, 4), Span(0, 2)),
                Turn(2, "P2", Span(9, 10), Span(5, 7)),
            ],
        )
    )
    assert [p.text for p in empty.listed] == ["", "x"]
    assert Paragraphs(transcript("")).text == ""


def test_what_qt_takes_for_a_new_paragraph_is_shown_as_a_blank():
    shown = Paragraphs(transcript("a\u2029b\rc\ufffcd"))
    assert shown.text == "a b c d"
    assert shown.listed[0].span == Span(0, 7)


@given(st.text(st.sampled_from("a 😀é\u0301\n"), max_size=30))
def test_every_shown_place_comes_back(text):
    shown = Paragraphs(transcript(text))
    for paragraph in shown.listed:
        for point in range(paragraph.span.start, paragraph.span.end + 1):
            assert shown.to_stored(shown.to_view(point)) == point

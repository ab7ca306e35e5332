"""Excerpts with who said them, how widely, and what was left out."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from queries.conftest import Known

from qualcoder_nhs.actions.codings import CodePassage, SetFlags
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.domain.ids import CoderId, GroupId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.queries.cutting import Cutter
from qualcoder_nhs.queries.excerpts import ExcerptFilter, excerpt_book
from qualcoder_nhs.storage.reader import Reader


def book(known: Known, **wanted: object) -> ExcerptBook:
    return known.study.ask(excerpt_book, replace(ExcerptFilter(), **wanted))


def test_an_excerpt_is_cut_from_the_stored_text_with_its_speaker(known: Known) -> None:
    known.code(known.fg1, "Waiting gives \U0001f642 first", "Motive")
    (excerpt,) = book(known).excerpts
    assert excerpt.text == "Waiting gives \U0001f642 first"
    assert excerpt.attribution == "(FG1, P2, chief executive)"
    assert excerpt.reference == "[FG1 t.3]"
    assert excerpt.path == "Trust > Suspicion > Motive"


def test_several_turns_are_set_apart_without_their_labels(known: Known) -> None:
    known.code(known.fg1, "every year.\nP2: No.", "Money")
    (excerpt,) = book(known).excerpts
    assert [(piece.turn, piece.text) for piece in excerpt.said] == [(2, "every year."), (3, "No.")]
    assert excerpt.attribution == "(FG1, P1, P2: chief executive)"
    assert excerpt.reference == "[FG1 t.2–3]"
    assert excerpt.words == "every year.\nNo."


def test_the_moderator_is_named_only_where_nobody_else_speaks(known: Known) -> None:
    known.code(known.fg1, "gives?\nP1: Money", "Money")
    known.code(known.fg1, "Say more?", "Money")
    asked, alone = book(known).excerpts
    assert asked.attribution == "(FG1, P1, chief executive)"
    assert alone.attribution == "(FG1, MOD)"


def test_counts_stand_over_their_denominators_and_leave_the_moderator_out(known: Known) -> None:
    known.code(known.fg1, "Friday.", "Motive")
    known.code(known.fg1, "Say more?", "Motive")
    spread = book(known).spread
    assert (spread.groups, spread.groups_of) == (1, 2)
    assert (spread.participants, spread.participants_of) == (2, 3)
    assert (spread.excerpts, spread.turns) == (2, 1)


def test_sections_follow_the_tree_and_count_what_lies_beneath(known: Known) -> None:
    known.code(known.fg1, "Money gives", "Money")
    known.code(known.fg1, "Waiting", "Skill")
    known.code(known.fg2, "Nobody", "Motive")
    sections = book(known).sections
    assert [(s.code.name, s.depth, len(s.excerpts), s.spread.excerpts) for s in sections] == [
        ("Trust", 1, 0, 2),
        ("Suspicion", 2, 0, 2),
        ("Motive", 3, 1, 1),
        ("Skill", 3, 1, 1),
        ("Money", 1, 1, 1),
    ]


def test_a_code_takes_its_descendants_along_unless_told_otherwise(known: Known) -> None:
    known.code(known.fg1, "Money gives", "Money")
    known.code(known.fg1, "Waiting", "Skill")
    known.code(known.fg2, "Nobody", "Suspicion")
    wanted = {"codes": (known.codes["Suspicion"],)}
    assert len(book(known, **wanted).excerpts) == 2
    assert len(book(known, **wanted, descendants=False).excerpts) == 1


def test_what_a_filter_leaves_out_is_counted_with_its_reason(known: Known) -> None:
    known.code(known.fg1, "Money gives", "Money")
    known.code(known.fg2, "Nobody", "Money")
    flagged = known.code(known.fg1, "Waiting", "Money")
    known.study.run(SetFlags(flagged, frozenset({Flag.IDENTIFYING})), known.coder)
    found = book(known, transcripts=frozenset({known.fg1}), without=frozenset({Flag.IDENTIFYING}))
    assert len(found.excerpts) == 1
    assert found.total == 3
    assert {(left.count, left.why) for left in found.left_out} == {
        (1, "in other transcripts"),
        (1, "flagged “identifying”"),
    }


def test_filters_by_coder_speaker_and_role(known: Known) -> None:
    other = known.study.ask(Reader.coder, "DM").id
    known.code(known.fg1, "Money gives", "Money")
    known.code(known.fg2, "Nobody", "Money")
    span = Span(20, 24)
    known.study.run(CodePassage(known.fg1, span, known.codes["Skill"]), other)
    assert {one.coder for one in book(known, coders=frozenset({other})).excerpts} == {"DM"}
    roles = book(known, roles=frozenset({"medical director"})).excerpts
    assert [one.transcript for one in roles] == ["FG2"]
    assert [one.turns for one in book(known, labels=frozenset({"MOD"})).excerpts] == [(1,)]


def test_context_is_whole_turns_around(known: Known) -> None:
    known.code(known.fg1, "Waiting", "Money")
    (excerpt,) = book(known, context=1).excerpts
    assert [piece.text for piece in excerpt.before] == ["Money gives, every year."]
    assert [piece.text for piece in excerpt.after] == ["Friday."]


def test_a_memo_comes_with_its_coding(known: Known) -> None:
    coding = known.code(known.fg1, "Waiting", "Money")
    known.study.run(WriteMemo("Look again.", coding=coding), known.coder)
    assert book(known).excerpts[0].memo == "Look again."


def test_a_passage_outside_every_turn_is_quoted_as_it_stands(known: Known) -> None:
    known.code(known.fg1, "Front", "Money")
    (excerpt,) = book(known).excerpts
    assert (excerpt.text, excerpt.turns, excerpt.attribution) == ("Front", (), "(FG1)")


def test_a_passage_from_the_front_matter_into_a_turn_keeps_both(known: Known) -> None:
    known.code(known.fg1, "matter\nMOD: What gives?\nP1: Money", "Money")
    (excerpt,) = book(known).excerpts
    assert [(piece.turn, piece.text) for piece in excerpt.said] == [
        (None, "matter"),
        (1, "What gives?"),
        (2, "Money"),
    ]
    assert all(piece.span.of(text_of(known)) == piece.text for piece in excerpt.said)
    assert excerpt.reference == "[FG1 t.1–2]"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("P1: Money", [(2, "Money")]),
        ("every year.\nP2", [(2, "every year.")]),
        ("?\nP1: Money", [(1, "?"), (2, "Money")]),
        ("\nP1: Money", [(2, "Money")]),
        ("Front matter\nMOD", [(None, "Front matter")]),
        ("P2: ", [(None, "P2: ")]),
    ],
)
def test_labels_are_no_words_of_a_passage_that_has_others(
    known: Known, words: str, said: list[tuple[int | None, str]]
) -> None:
    known.code(known.fg1, words, "Money")
    (excerpt,) = book(known).excerpts
    assert [(piece.turn, piece.text) for piece in excerpt.said] == said


def text_of(known: Known) -> str:
    return known.study.ask(Reader.transcript, known.fg1).text


@given(st.data())
def test_no_word_of_any_passage_is_dropped(data: st.DataObject) -> None:
    transcript = untidy()
    places = st.integers(0, len(transcript.text))
    start, end = sorted((data.draw(places), data.draw(places)))
    pieces = Cutter(transcript, {}).said(Span(start, end))
    kept = {at for piece in pieces for at in range(piece.span.start, piece.span.end)}
    marks = {
        at
        for turn in transcript.turns
        for mark in (turn.label_at, turn.time_at)
        if mark
        for at in range(mark.start, mark.end)
    }
    dropped = {at for at in range(start, end) if transcript.text[at].isalnum()} - kept
    assert dropped <= marks
    assert all(one.span.end <= other.span.start for one, other in pairwise(pieces))


def untidy() -> Transcript:
    """Front matter, a time mark after the words, and a heading that is in no turn."""
    text = "Ward talk\n---\n**P1**: Money first. 00:01\n\nQuestion 2\n\n[P2] Time.\nAlways.\n"

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    turns = (
        Turn(1, "P1", at("Money first."), at("P1"), at("00:01"), 1.0),
        Turn(2, "P2", at("Time.\nAlways."), at("P2")),
    )
    return Transcript(
        TranscriptId("t"), "T", text, turns, GroupId("g"), "text", "T.txt", "", 0,
        datetime.now(UTC), CoderId("c"),
    )  # fmt: skip

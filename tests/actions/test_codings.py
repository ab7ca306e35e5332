"""Codes on passages: what grows, what stays apart, what goes over, what is refused."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_nhs.actions.codebook import AllowCode, ArchiveCode
from qualcoder_nhs.actions.codings import (
    ChangeCode,
    Coded,
    CodePassage,
    MoveEnds,
    RemoveCodings,
    SetFlags,
)
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.coding import SETTLED, Flag
from qualcoder_nhs.domain.errors import (
    Archived,
    EmptyPassage,
    NoSuch,
    NotApplicable,
    OutsideText,
    SettledByDecision,
)
from qualcoder_nhs.domain.ids import CodeId, CodingId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import StandSettled, a_coded_study, all_rows, code, coder, spans, transcript


@pytest.fixture
def bare(study: Study) -> Study:
    """A study with transcripts and codes, and no coding yet."""
    study.run(RemoveCodings(tuple(one.id for one in study.ask(Reader.codings))), coder(study))
    return study


def put(
    study: Study, start: int, end: int, name: str = "Warm", who: str = "HL", layer: str = "open"
) -> Coded:
    span = Span(start, end)
    action = CodePassage(transcript(study), span, code(study, name), layer)
    return study.run(action, coder(study, who))


def steps(study: Study) -> int:
    return len(study.ask(Reader.history))


def test_a_passage_is_coded_as_it_was_given(bare: Study) -> None:
    coded = put(bare, 15, 22)
    assert coded == Coded(coded.coding, Span(15, 22), extended=0)
    assert spans(bare) == {coded.coding: (15, 22)}


@pytest.mark.parametrize(
    ("second", "becomes"),
    [
        pytest.param((15, 25), (10, 25), id="over the end"),
        pytest.param((5, 12), (5, 20), id="over the start"),
        pytest.param((12, 14), (10, 20), id="within"),
        pytest.param((5, 30), (5, 30), id="around"),
        pytest.param((10, 20), (10, 20), id="the same again"),
    ],
)
def test_overlapping_words_extend_in_one_step(
    bare: Study, second: tuple[int, int], becomes: tuple[int, int]
) -> None:
    first = put(bare, 10, 20)
    before = all_rows(bare)
    assert put(bare, *second) == Coded(first.coding, Span(*becomes), extended=1)
    assert spans(bare) == {first.coding: becomes}
    if becomes != (10, 20):
        bare.undo(coder(bare))
    assert all_rows(bare) == before


def test_abutting_codings_stay_apart(bare: Study) -> None:
    assert (
        put(bare, 10, 20).extended == put(bare, 20, 30).extended == put(bare, 5, 10).extended == 0
    )
    assert sorted(spans(bare).values()) == [(5, 10), (10, 20), (20, 30)]


def test_other_coders_codes_layers_and_transcripts_are_left_alone(bare: Study) -> None:
    put(bare, 10, 20, who="AB")
    put(bare, 10, 20, "Cold")
    lead = coder(bare)
    bare.run(StandSettled(transcript(bare), Span(10, 20), code(bare, "Warm")), lead)
    bare.run(CodePassage(transcript(bare, "FG2"), Span(10, 20), code(bare, "Warm")), lead)
    assert put(bare, 15, 25).extended == 0
    assert sorted(spans(bare).values()) == [(10, 20), (10, 20), (10, 20), (15, 25)]
    assert list(spans(bare, "AB").values()) == [(10, 20)]


def test_what_is_settled_changes_by_decisions_only_and_may_be_flagged(bare: Study) -> None:
    lead, where, warm = coder(bare), transcript(bare), code(bare, "Warm")
    stands = bare.run(StandSettled(where, Span(10, 20), warm), lead)
    before = all_rows(bare)
    for action in (
        CodePassage(where, Span(30, 40), warm, SETTLED),
        MoveEnds(stands, Span(10, 15)),
        ChangeCode(stands, code(bare, "Cold")),
        RemoveCodings((stands,)),
    ):
        with pytest.raises(SettledByDecision, match="Agreement › Disagreements"):
            bare.run(action, lead)
    assert all_rows(bare) == before
    bare.run(SetFlags(stands, frozenset({Flag.STRONG})), lead)
    assert bare.ask(Reader.coding, stands).flags == (Flag.STRONG,)


def test_a_passage_over_two_makes_one_of_three(bare: Study) -> None:
    first, second = put(bare, 10, 20), put(bare, 30, 40)
    lead = coder(bare)
    bare.run(SetFlags(first.coding, frozenset({Flag.STRONG})), lead)
    bare.run(SetFlags(second.coding, frozenset({Flag.DEVIANT, Flag.STRONG})), lead)
    memo = bare.run(WriteMemo("Why here?", coding=second.coding), lead)
    before = all_rows(bare)
    assert put(bare, 15, 35) == Coded(first.coding, Span(10, 40), extended=2)
    (coding,) = bare.ask(Reader.codings, coder=lead)
    assert (coding.span, coding.flags) == (Span(10, 40), (Flag.STRONG, Flag.DEVIANT))
    assert bare.ask(Reader.memo, memo).coding == first.coding
    bare.undo(lead)
    assert all_rows(bare) == before


def test_growth_goes_on_through_twins_that_an_undo_left_overlapping(bare: Study) -> None:
    """AB moves a coding of HL away, HL codes in the gap, AB takes the move back."""
    first = put(bare, 10, 30)
    bare.run(MoveEnds(first.coding, Span(60, 70)), coder(bare, "AB"))
    put(bare, 25, 40)
    bare.undo(coder(bare, "AB"))
    assert sorted(spans(bare).values()) == [(10, 30), (25, 40)]
    assert put(bare, 35, 50) == Coded(first.coding, Span(10, 50), extended=2)


def test_ends_move_freely_and_merge_with_every_twin_they_reach(bare: Study) -> None:
    first, second, third = put(bare, 10, 20), put(bare, 30, 40), put(bare, 50, 60)
    lead = coder(bare)
    memo = bare.run(WriteMemo("Why here?", coding=first.coding), lead)
    assert bare.run(MoveEnds(third.coding, Span(52, 55)), lead).extended == 0
    assert bare.run(MoveEnds(third.coding, Span(15, 53)), lead) == Coded(
        third.coding, Span(10, 53), extended=2
    )
    assert spans(bare) == {third.coding: (10, 53)}
    assert bare.ask(Reader.memo, memo).coding == third.coding
    bare.undo(lead)
    assert spans(bare) == {
        first.coding: (10, 20),
        second.coding: (30, 40),
        third.coding: (52, 55),
    }


def test_another_code_merges_with_what_it_overlaps_and_keeps_memo_and_flags(bare: Study) -> None:
    warm, cold = put(bare, 10, 20), put(bare, 15, 30, "Cold")
    lead = coder(bare)
    memo = bare.run(WriteMemo("Hm", coding=warm.coding), lead)
    bare.run(SetFlags(cold.coding, frozenset({Flag.DISCUSS})), lead)
    assert bare.run(ChangeCode(warm.coding, code(bare, "Cold")), lead) == Coded(
        warm.coding, Span(10, 30), extended=1
    )
    (coding,) = bare.ask(Reader.codings, coder=lead)
    assert (coding.code, coding.flags) == (code(bare, "Cold"), (Flag.DISCUSS,))
    assert bare.ask(Reader.memo, memo).coding == coding.id


def test_what_changes_nothing_is_no_step(bare: Study) -> None:
    first = put(bare, 10, 20)
    count = steps(bare)
    lead = coder(bare)
    put(bare, 12, 15)
    bare.run(MoveEnds(first.coding, Span(10, 20)), lead)
    bare.run(ChangeCode(first.coding, code(bare, "Warm")), lead)
    bare.run(SetFlags(first.coding, frozenset()), lead)
    assert steps(bare) == count


def test_flags_are_set_as_told_and_stand_in_their_order(bare: Study) -> None:
    first = put(bare, 10, 20)
    lead = coder(bare)
    bare.run(SetFlags(first.coding, frozenset({Flag.DISCUSS, Flag.STRONG})), lead)
    assert bare.ask(Reader.coding, first.coding).flags == (Flag.STRONG, Flag.DISCUSS)
    bare.run(SetFlags(first.coding, frozenset({Flag.DEVIANT})), lead)
    assert bare.ask(Reader.coding, first.coding).flags == (Flag.DEVIANT,)


def test_removing_takes_memos_along_and_undo_brings_them_back(study: Study) -> None:
    lead = coder(study)
    (with_memo,) = [memo.coding for memo in study.ask(Reader.memos) if memo.coding]
    before = all_rows(study)
    study.run(RemoveCodings((with_memo, with_memo)), lead)
    assert with_memo not in spans(study)
    assert not [memo for memo in study.ask(Reader.memos) if memo.coding]
    assert study.ask(Reader.undoable, lead).words == "Remove Warm"
    study.undo(lead)
    assert all_rows(study) == before


def test_what_is_refused_changes_nothing(bare: Study) -> None:
    lead = coder(bare)
    text, warm = transcript(bare), code(bare, "Warm")
    first = put(bare, 10, 20)
    bare.run(AllowCode(code(bare, "Money"), Applicable.NO), lead)
    bare.run(AllowCode(code(bare, "Trust"), Applicable.HOLDING), lead)
    length = bare.ask(Reader.length, text)
    gone = CodingId("gone")
    refused = [
        (CodePassage(text, Span(3, 3), warm), EmptyPassage),
        (CodePassage(text, Span(3, length + 1), warm), OutsideText),
        (CodePassage(text, Span(3, 5), code(bare, "Money")), NotApplicable),
        (CodePassage(text, Span(3, 5), code(bare, "Old")), Archived),
        (CodePassage(text, Span(3, 5), CodeId("gone")), NoSuch),
        (CodePassage(TranscriptId("gone"), Span(3, 5), warm), NoSuch),
        (MoveEnds(first.coding, Span(3, 3)), EmptyPassage),
        (MoveEnds(first.coding, Span(length, length + 5)), OutsideText),
        (MoveEnds(gone, Span(3, 5)), NoSuch),
        (ChangeCode(first.coding, code(bare, "Money")), NotApplicable),
        (ChangeCode(first.coding, CodeId("gone")), NoSuch),
        (ChangeCode(gone, warm), NoSuch),
        (SetFlags(gone, frozenset()), NoSuch),
        (RemoveCodings((first.coding, gone)), NoSuch),
    ]
    before, count = all_rows(bare), steps(bare)
    for action, refusal in refused:
        with pytest.raises(refusal):
            bare.run(action, lead)
    assert (all_rows(bare), steps(bare)) == (before, count)
    assert put(bare, 40, length, "Trust").span.end == length


def test_a_coding_of_a_code_that_was_put_away_since_stays_and_moves(bare: Study) -> None:
    first = put(bare, 10, 20, "Cold")
    lead = coder(bare)
    bare.run(ArchiveCode(code(bare, "Cold")), lead)
    assert bare.run(MoveEnds(first.coding, Span(11, 25)), lead).span == Span(11, 25)


ends = st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda at: Span(at[0], sum(at)))


@settings(deadline=None, max_examples=max(3, settings.default.max_examples // 5))
@given(st.lists(st.tuples(st.booleans(), ends), min_size=2, max_size=10))
def test_twins_never_overlap_and_no_coded_word_is_lost(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[bool, Span]]
) -> None:
    with a_coded_study(tmp_path_factory.mktemp("study") / "trust.qnhs") as study:
        lead, text, cold = coder(study), transcript(study), code(study, "Money")
        covered: set[int] = set()
        for move, span in moves:
            own = study.ask(Reader.codings, codes=[cold], coder=lead)
            if move and own:
                covered -= set(range(own[0].span.start, own[0].span.end))
                study.run(MoveEnds(own[0].id, span), lead)
            else:
                study.run(CodePassage(text, span, cold), lead)
            covered |= set(range(span.start, span.end))
            own = study.ask(Reader.codings, codes=[cold], coder=lead)
            assert not [1 for a, b in pairwise(own) if a.span.overlaps(b.span)]
            assert {at for one in own for at in range(one.span.start, one.span.end)} == covered

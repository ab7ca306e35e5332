"""Rounds: who may begin, end and open them, what is declared, and what may change in a layer."""

from dataclasses import replace
from typing import Any

import pytest

from qualcoder_nhs.actions.asking import MarkAsked, Unmark
from qualcoder_nhs.actions.codebook import DeleteCode, DescribeCode, MergeCodes, RenameCode
from qualcoder_nhs.actions.codings import (
    ChangeCode,
    CodePassage,
    MoveEnds,
    RemoveCodings,
    SetFlags,
)
from qualcoder_nhs.actions.finishing import FinishTranscript
from qualcoder_nhs.actions.guide import AddQuestion
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.actions.rounds import EndRound, NewRound, OpenRound, RenameRound
from qualcoder_nhs.actions.transcripts import ForgetTranscript, RemoveTranscript
from qualcoder_nhs.domain.errors import (
    AlreadyEnded,
    AlreadyOpened,
    AlreadyThere,
    BadShare,
    Frozen,
    Nameless,
    NobodyToCode,
    NoSuch,
    NothingToCode,
    NotInRound,
    NotYours,
    OnlyTheLead,
    OutsideSample,
    PartOfRound,
    Refusal,
    StillInUse,
    UndoClash,
)
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.rounds import Criterion, Measure, Portion, Sample, Unit
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.actions.round_hands import begin, found, placed, put
from tests.builders import all_rows, an_import, code, coder, transcript

# ── beginning ────────────────────────────────────────────────────────────────────────────────────


def test_what_was_declared_is_kept(study: Study) -> None:
    criterion = Criterion(Measure.CU_ALPHA, 0.8)
    made = begin(study, unit=Unit.TURN, criterion=criterion, blind=False)
    one = found(study)
    assert (one.id, one.coders) == (made, (coder(study), coder(study, "AB")))
    assert one.portions == (Portion(transcript(study)),)
    assert (one.unit, one.criterion, one.blind) == (Unit.TURN, criterion, False)
    assert (one.made_by, one.opened, one.ended) == (coder(study), one.made, None)


def test_all_transcripts_where_none_is_named(study: Study) -> None:
    begin(study, transcripts=())
    assert [one.transcript for one in found(study).portions] == list(
        study.ask(Reader.transcript_names)
    )


def test_a_sample_is_drawn_from_what_participants_say(study: Study) -> None:
    begin(study, "Half", transcripts=(), sample=Sample(0.5, 7))
    begin(study, "Again", transcripts=(), sample=Sample(0.5, 7))
    begin(study, "Whole", transcripts=(), sample=Sample(1, 7))
    half, again, whole = (found(study, name).portions for name in ("Half", "Again", "Whole"))
    assert half == again
    assert [portion.turns for portion in whole] == [(2, 3, 4), (2, 3, 4)]
    assert [len(portion.turns or ()) for portion in half] == [2, 2]


def test_a_round_keeps_to_questions_and_draws_of_each(study: Study) -> None:
    lead, room = coder(study), transcript(study)
    for mark in study.ask(Reader.askings):
        study.run(Unmark(mark.id), lead)
    one = study.run(AddQuestion("Who decides?", name="Q91"), lead)
    other = study.run(AddQuestion("Who pays?", name="Q92"), lead)
    study.run(MarkAsked(room, one, 1), lead)
    study.run(MarkAsked(room, other, 4), lead)
    begin(study, "Only", questions=(one,))
    begin(study, "Each", sample=Sample(0.1, 7, by_question=True))
    only, each = found(study, "Only"), found(study, "Each")
    assert (only.questions, only.portions) == (("Q91",), (Portion(room, (2, 3)),))
    (drawn,) = each.portions
    assert drawn.turns is not None
    assert (len(drawn.turns), 4 in drawn.turns) == (2, True)
    assert each.sample == Sample(0.1, 7, by_question=True)
    assert study.faults() == []


def test_questions_that_were_asked_nowhere_leave_nothing_to_code(study: Study) -> None:
    asked = study.run(AddQuestion("Who else?", name="Q93"), coder(study))
    with pytest.raises(NothingToCode):
        begin(study, questions=(asked,))


@pytest.mark.parametrize(
    ("declared", "refusal"),
    [
        ({"name": " "}, Nameless),
        ({"name": "open"}, AlreadyThere),
        ({"name": "There"}, AlreadyThere),
        ({"coders": ()}, NobodyToCode),
        ({"coders": (CoderId("gone"),)}, NoSuch),
        ({"transcripts": (TranscriptId("gone"),)}, NoSuch),
        ({"sample": Sample(0, 1)}, BadShare),
        ({"sample": Sample(1.5, 1)}, BadShare),
    ],
)
def test_what_is_no_round(study: Study, declared: dict[str, Any], refusal: type[Refusal]) -> None:
    begin(study, "There")
    rows = all_rows(study)
    with pytest.raises(refusal):
        study.run(replace(NewRound("Pilot", (coder(study),)), **declared), coder(study))
    assert all_rows(study) == rows


def test_a_text_without_turns_gives_no_sample(study: Study) -> None:
    plain = study.run(an_import("Notes", "no labels"), coder(study))
    with pytest.raises(NothingToCode):
        begin(study, transcripts=(plain,), sample=Sample(0.5, 1))


@pytest.mark.parametrize("action", [EndRound, OpenRound, lambda one: RenameRound(one, "Other")])
def test_only_the_lead_has_to_do_with_rounds(study: Study, action: Any) -> None:
    other, one = coder(study, "AB"), begin(study)
    with pytest.raises(OnlyTheLead, match="ask HL"):
        study.run(action(one), other)
    with pytest.raises(OnlyTheLead):
        study.run(NewRound("Mine", (other,)), other)


# ── the frozen codebook ──────────────────────────────────────────────────────────────────────────


def test_the_codebook_is_frozen_once_until_it_changes(study: Study) -> None:
    begin(study, "One")
    begin(study, "Two")
    study.run(DescribeCode(code(study, "Warm"), "Liking."), coder(study))
    begin(study, "Three")
    versions = [found(study, name).version for name in ("One", "Two", "Three")]
    assert versions[0] == versions[1] != versions[2]
    old, new = study.ask(Reader.versions)
    assert (old.number, new.number) == (1, 2)
    assert old.codebook.by_slug["warm"].definition == ""
    assert new.codebook.by_id == study.ask(Reader.codebook).by_id


# ── layers ───────────────────────────────────────────────────────────────────────────────────────


def test_recoding_in_another_round_never_touches_the_first(study: Study) -> None:
    first, second = begin(study, "First"), begin(study, "Second")
    before = placed(study, "open")
    kept = put(study, first)
    put(study, second, span=(30, 50))
    put(study, second, span=(18, 45))
    assert placed(study, first) == [(18, 40)]
    assert placed(study, second) == [(18, 50)]
    study.run(MoveEnds(kept, Span(18, 60)), coder(study))
    assert (placed(study, first), placed(study, second)) == ([(18, 60)], [(18, 50)])
    assert placed(study, "open") == before


def test_a_round_is_renamed_and_keeps_its_layer(study: Study) -> None:
    one = begin(study)
    put(study, one)
    study.run(RenameRound(one, "First pass"), coder(study))
    assert placed(study, found(study, "First pass").layer) == [(18, 40)]
    with pytest.raises(AlreadyThere):
        study.run(RenameRound(one, "settled"), coder(study))


@pytest.mark.parametrize("end", [EndRound, OpenRound])
def test_an_ended_layer_stays_as_it_is(study: Study, end: Any) -> None:
    lead, one = coder(study), begin(study)
    made = put(study, one)
    study.run(end(one), lead)
    rows = all_rows(study)
    for action in (
        CodePassage(transcript(study), Span(0, 5), code(study, "Warm"), one),
        RemoveCodings((made,)),
        MoveEnds(made, Span(0, 5)),
        ChangeCode(made, code(study, "Money")),
        SetFlags(made, frozenset()),
    ):
        with pytest.raises(Frozen, match="Begin a new round"):
            study.run(action, lead)
    assert all_rows(study) == rows


def test_undo_does_not_reach_into_an_ended_layer(study: Study) -> None:
    lead, other, one = coder(study), coder(study, "AB"), begin(study)
    put(study, one, "AB")
    put(study, one, "AB", (50, 60))
    study.undo(other)
    study.run(EndRound(one), lead)
    rows = all_rows(study)
    for step in (study.undo, study.redo):
        with pytest.raises(UndoClash, match="“Pilot” has ended"):
            step(other)
    assert all_rows(study) == rows
    study.undo(lead)
    study.undo(other)
    assert placed(study, one, "AB") == []


def test_a_round_that_is_coded_in_is_not_undone(study: Study) -> None:
    one = begin(study)
    put(study, one, "AB")
    with pytest.raises(UndoClash):
        study.undo(coder(study))
    study.undo(coder(study, "AB"))
    study.run(FinishTranscript(transcript(study), one), coder(study, "AB"))
    with pytest.raises(UndoClash):
        study.undo(coder(study))
    study.undo(coder(study, "AB"))
    study.undo(coder(study))
    assert study.ask(Reader.rounds) == []


def test_opening_is_not_undone_and_stands_in_the_history(study: Study) -> None:
    lead, one = coder(study), begin(study)
    study.run(OpenRound(one), lead)
    assert study.ask(Reader.history)[0].words == "Open round Pilot"
    with pytest.raises(AlreadyOpened):
        study.run(OpenRound(one), lead)
    with pytest.raises(UndoClash):
        study.undo(lead)  # the beginning of the round, which has been opened since
    assert found(study).opened is not None


def test_a_round_ends_once(study: Study) -> None:
    one = begin(study)
    study.run(EndRound(one), coder(study))
    with pytest.raises(AlreadyEnded):
        study.run(EndRound(one), coder(study))


def test_who_and_what_has_no_part_in_a_round(study: Study) -> None:
    third = study.run(AddCoder("CD"), coder(study))
    one = begin(study)
    warm = code(study, "Warm")
    with pytest.raises(NotInRound, match="CD"):
        study.run(CodePassage(transcript(study), Span(0, 5), warm, one), third)
    with pytest.raises(NotInRound, match="FG2"):
        study.run(CodePassage(transcript(study, "FG2"), Span(0, 5), warm, one), coder(study))
    with pytest.raises(NoSuch):
        study.run(CodePassage(transcript(study), Span(0, 5), warm, "nowhere"), coder(study))


def test_everybody_works_on_their_own_codings(study: Study) -> None:
    one = begin(study, blind=False)
    made = put(study, one, "AB")
    for action in (RemoveCodings((made,)), MoveEnds(made, Span(0, 5))):
        with pytest.raises(NotYours):
            study.run(action, coder(study))


def test_a_passage_touches_what_was_drawn(study: Study) -> None:
    one = begin(study, sample=Sample(0.5, 7))
    turns = {turn.index: turn.words for turn in study.ask(Reader.turns, transcript(study))}
    [portion] = found(study).portions
    inside = set(portion.turns or ())
    for index, words in turns.items():
        where = (words.start, words.end)
        if index in inside:
            put(study, one, span=where)
        else:
            with pytest.raises(OutsideSample):
                put(study, one, span=where)
    assert len(inside) == 2


def test_codings_of_an_ended_round_keep_a_code_that_is_merged(study: Study) -> None:
    lead, one = coder(study), begin(study)
    cold, warm = code(study, "Cold"), code(study, "Warm")
    kept = put(study, one, "AB", name="Cold")
    study.run(EndRound(one), lead)
    opened = study.ask(Reader.codings, codes=[cold], layer="open")
    study.run(MergeCodes(cold, warm), lead)
    book = study.ask(Reader.codebook)
    assert study.ask_as(coder(study, "AB"), Reader.coding, kept).code == cold
    assert {study.ask(Reader.coding, each.id).code for each in opened} == {warm}
    assert (book[cold].archived, book.by_slug["cold"].id, book[warm].aliases) == (True, cold, ())
    assert study.faults() == []
    study.undo(lead)
    assert not study.ask(Reader.codebook)[cold].archived


def test_a_code_of_an_ended_round_is_not_deleted(study: Study) -> None:
    lead, one = coder(study), begin(study)
    put(study, one, "AB", name="Money")
    study.run(EndRound(one), lead)
    with pytest.raises(StillInUse):
        study.run(DeleteCode(code(study, "Money")), lead)
    study.run(RenameCode(code(study, "Money"), "Funds"), lead)


def test_a_transcript_of_a_round_is_forgotten_but_not_removed(study: Study) -> None:
    lead, one, first = coder(study), begin(study, transcripts=()), transcript(study)
    put(study, one)
    study.run(FinishTranscript(first, one), lead)
    with pytest.raises(PartOfRound):
        study.run(RemoveTranscript(first), lead)
    study.run(ForgetTranscript(first), lead)
    assert [portion.transcript for portion in found(study).portions] == [transcript(study, "FG2")]
    assert study.ask(Reader.finishes) == []
    assert study.faults() == []


def test_a_finished_transcript_outside_rounds_is_removed_and_brought_back(study: Study) -> None:
    lead, first = coder(study), transcript(study)
    study.run(FinishTranscript(first), lead)
    rows = all_rows(study)
    study.run(RemoveTranscript(first), lead)
    assert study.ask(Reader.finishes) == []
    study.undo(lead)
    assert all_rows(study) == rows

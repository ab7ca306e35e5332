"""Whose undo, what clashes and how it is said, what redo is left, and the names in the history."""

import pytest

from qualcoder_nhs.actions.codebook import AddCode, RecolourCode, RenameCode
from qualcoder_nhs.actions.codings import CodePassage, MoveEnds, RemoveCodings
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.people import AddCoder, RenameCoder
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.errors import NothingToRedo, NothingToUndo, UndoClash
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.study import Direction
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import all_rows, code, coder, spans, transcript


def test_undo_takes_back_ones_own_newest_step(study: Study) -> None:
    lead, other = coder(study), coder(study, "AB")
    study.run(RenameCode(code(study, "Money"), "Funds"), lead)
    study.run(AddCode("Time"), other)
    assert study.ask(Reader.undoable, lead).words == "Rename code to Funds"
    study.undo(lead)
    assert {one.name for one in study.ask(Reader.codebook).codes} >= {"Money", "Time"}


def test_a_clash_names_what_was_done_since_and_by_whom(study: Study) -> None:
    lead, other = coder(study), coder(study, "AB")
    money = code(study, "Money")
    study.run(RenameCode(money, "Funds"), lead)
    study.run(RecolourCode(money, "#123456"), other)
    before, told = all_rows(study), list[Changes]()
    study.listen(told.append)
    with pytest.raises(UndoClash) as clash:
        study.undo(lead)
    assert str(clash.value) == (
        "“Rename code to Funds” was left as it is: “Colour Funds” by AB has changed the same "
        "since. Nothing was altered."
    )
    assert (all_rows(study), told) == (before, [])
    study.undo(other)
    study.undo(lead)
    assert study.ask(Reader.code, money).name == "Money"


def test_what_hangs_on_a_step_keeps_it(study: Study) -> None:
    lead, other = coder(study), coder(study, "AB")
    added = study.run(AddCode("Time"), lead)
    study.run(CodePassage(transcript(study), Span(0, 9), added), other)
    before = all_rows(study)
    with pytest.raises(UndoClash, match="hangs on it"):
        study.undo(lead)
    assert all_rows(study) == before


def test_what_was_removed_by_another_is_a_clash_too(study: Study) -> None:
    lead, other = coder(study), coder(study, "AB")
    coded = study.run(CodePassage(transcript(study), Span(0, 9), code(study, "Money")), lead)
    study.run(MoveEnds(coded.coding, Span(3, 9)), lead)
    study.run(RemoveCodings((coded.coding,)), other)
    with pytest.raises(UndoClash, match="“Remove Money” by AB"):
        study.undo(lead)


def test_redo_goes_as_far_as_undo_went_and_ends_with_a_new_step(study: Study) -> None:
    lead = coder(study)
    text, money = transcript(study), code(study, "Money")
    states = [all_rows(study)]
    for start in (0, 20, 40):
        study.run(CodePassage(text, Span(start, start + 5), money), lead)
        states.append(all_rows(study))
    for state in (2, 1, 0):
        study.undo(lead)
        assert all_rows(study) == states[state]
    for state in (1, 2):
        study.redo(lead)
        assert all_rows(study) == states[state]
    study.undo(lead)
    study.run(WriteMemo("new"), coder(study, "AB"))
    study.redo(lead)
    study.undo(lead)
    study.run(WriteMemo("new"), lead)
    with pytest.raises(NothingToRedo):
        study.redo(lead)


def test_the_history_only_grows(study: Study) -> None:
    lead = coder(study)
    study.run(AddCode("Time"), lead)
    study.undo(lead)
    study.redo(lead)
    redo, undo, do, *_rest = study.ask(Reader.history)
    assert [step.direction for step in (do, undo, redo)] == list(Direction)
    assert {step.about for step in (do, undo, redo)} == {do.id}
    assert {step.words for step in (do, undo, redo)} == {"Add code Time"}
    assert [step.id for step in study.ask(Reader.history, 2)] == [redo.id, undo.id]


def test_undo_reaches_back_to_the_beginning_and_no_further(study: Study) -> None:
    lead, other = coder(study), coder(study, "AB")
    for who in (other, lead):
        while study.ask(Reader.undoable, who):
            study.undo(who)
        with pytest.raises(NothingToUndo):
            study.undo(who)
    assert {table for table, _ in all_rows(study)} == {"studies", "coders"}
    assert study.faults() == []
    for who in (lead, other):
        while study.ask(Reader.redoable, who):
            study.redo(who)
        with pytest.raises(NothingToRedo):
            study.redo(who)
    assert len(spans(study)) == 2


def test_a_new_coder_is_taken_back_only_before_they_work(study: Study) -> None:
    lead = coder(study)
    new = study.run(AddCoder("CD"), lead)
    study.undo(lead)
    study.redo(lead)
    study.run(RenameCoder(new, "EF"), new)
    with pytest.raises(UndoClash, match="by EF"):
        study.undo(lead)


def test_after_reopening_undo_goes_on(study: Study) -> None:
    path, lead, before = study.path, coder(study), all_rows(study)
    study.run(AddCode("Time"), lead)
    study.run(AddCode("Place"), lead)
    study.close()
    with Study.open(path) as again:
        again.undo(lead)
    with Study.open(path) as again:
        again.undo(lead)
        assert all_rows(again) == before
    with Study.open(path) as again:
        again.redo(lead)
        again.redo(lead)
        assert {"Time", "Place"} <= {one.name for one in again.ask(Reader.codebook).codes}

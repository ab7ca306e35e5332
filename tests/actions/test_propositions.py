"""Propositions and corrections: kept tidy, one voicing a turn, taken back; what is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcoder_nhs.actions.asking import MarkAsked
from qualcoder_nhs.actions.codebook import MergeCodes
from qualcoder_nhs.actions.corrections import SetPosition, TakeBack
from qualcoder_nhs.actions.guide import AddQuestion
from qualcoder_nhs.actions.propositions import (
    AddProposition,
    ChangeProposition,
    RemoveProposition,
    Unvoice,
    Voice,
)
from qualcoder_nhs.domain.consensus import Position
from qualcoder_nhs.domain.errors import NoSuch, NothingProposed, NotOpenThen, NotThere, OnBothSides
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.actions.matrix_builders import with_matrices
from tests.builders import a_coded_study, code, coder, transcript


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with a_coded_study(tmp_path / "s.qnhs") as opened:
        yield with_matrices(opened)


def test_a_proposition_is_refused_without_words_and_with_a_code_on_both_sides(
    study: Study,
) -> None:
    lead, warm = coder(study), code(study, "Warm")
    with pytest.raises(NothingProposed):
        study.run(AddProposition(None, " "), lead)
    with pytest.raises(OnBothSides, match="Warm"):
        study.run(AddProposition(None, "So.", (warm,), (warm,)), lead)


def test_a_turn_voices_a_proposition_once(study: Study) -> None:
    lead, room = coder(study), transcript(study)
    first = study.ask(Reader.proposition, "They decide.")
    study.run(Voice(first.id, room, 2, holds=False), lead)
    assert [one.holds for one in study.ask(Reader.voicings, first.id)] == [False]
    study.run(Unvoice(first.id, room, 2), lead)
    assert study.ask(Reader.voicings, first.id) == []
    with pytest.raises(NoSuch):
        study.run(Unvoice(first.id, room, 2), lead)


def test_a_turn_voices_only_while_the_question_is_open(study: Study) -> None:
    lead, room = coder(study), transcript(study)
    asked = study.run(AddQuestion("What gives?"), lead)
    study.run(MarkAsked(room, asked, 3), lead)
    claim = study.run(AddProposition(asked, "Money gives."), lead)
    study.run(Voice(claim, room, 3), lead)
    with pytest.raises(NotOpenThen):
        study.run(Voice(claim, room, 2), lead)


def test_only_who_took_part_stands_anywhere_and_setting_is_taken_back(study: Study) -> None:
    lead, room = coder(study), transcript(study)
    first = study.ask(Reader.proposition, "They decide.")
    stranger = next(
        person
        for one in study.ask(Reader.speakers)
        if one.transcript != room
        for person in one.participants
    )
    with pytest.raises(NotThere):
        study.run(SetPosition(first.id, room, stranger, Position.AGREES), lead)
    study.run(TakeBack(first.id, room), lead)
    assert [one.participant is None for one in study.ask(Reader.corrections)] == [False]
    with pytest.raises(NoSuch):
        study.run(TakeBack(first.id, room), lead)


def test_merged_codes_are_followed_and_a_change_keeps_what_was_set(study: Study) -> None:
    lead = coder(study)
    warm, money = code(study, "Warm"), code(study, "Money")
    second = study.ask(Reader.proposition, "It costs less.")
    cold = code(study, "Cold")
    study.run(MergeCodes(warm, cold), lead)
    assert study.ask(Reader.proposition, second.id).codes_for == (cold,)
    first = study.ask(Reader.proposition, "They decide.")
    study.run(ChangeProposition(first.id, None, " They  decide it. ", (), (money,)), lead)
    changed = study.ask(Reader.proposition, first.id)
    assert (changed.text, changed.codes_against) == ("They decide it.", (money,))
    assert len(study.ask(Reader.corrections, first.id)) == 2


def test_removing_a_proposition_takes_all_of_it_and_undo_brings_it_back(study: Study) -> None:
    lead = coder(study)
    first = study.ask(Reader.proposition, "They decide.")
    study.run(RemoveProposition(first.id), lead)
    assert (study.ask(Reader.voicings), study.ask(Reader.corrections)) == ([], [])
    study.undo(lead)
    assert len(study.ask(Reader.corrections)) == 2

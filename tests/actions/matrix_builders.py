"""Builders of random actions about the consensus matrix; and a study that has one."""

from typing import Any

from hypothesis import strategies as st

from qualcoder_nhs.actions import corrections, framework, propositions
from qualcoder_nhs.actions.action import Action
from qualcoder_nhs.domain.consensus import Position, Shape
from qualcoder_nhs.domain.ids import ParticipantId, PropositionId, TranscriptId
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.actions.dice import Builder, Dice
from tests.builders import code, coder, transcript


def with_matrices(study: Study) -> Study:
    """A proposition of no question and one with codes; voiced, and set by hand in a cell."""
    lead, room = coder(study), transcript(study)
    first = study.run(propositions.AddProposition(None, "They decide."), lead)
    codes = (code(study, "Warm"),), (code(study, "Money"),)
    study.run(propositions.AddProposition(None, "It costs less.", *codes), lead)
    study.run(propositions.Voice(first, room, 2), lead)
    person = study.ask(Reader.speakers, room)[1].participants[0]
    study.run(corrections.SetPosition(first, room, person, Position.DISSENTS), lead)
    study.run(corrections.SetShape(first, room, "split"), lead)
    return study


def proposed(dice: Dice) -> PropositionId:
    return dice.one(dice.known.propositions).id


def sides(dice: Dice) -> dict[str, Any]:
    held = tuple(one.id for one in dice.some(dice.known.codes))
    against = tuple(one.id for one in dice.known.codes if one.id not in held)
    question = dice.one((None, *(one.id for one in dice.known.questions)))
    return {"question": question, "codes_for": held, "codes_against": against[:1]}


def add_proposition(dice: Dice) -> Action[Any]:
    return propositions.AddProposition(text=dice.words(), **sides(dice))


def change_proposition(dice: Dice) -> Action[Any]:
    return propositions.ChangeProposition(proposed(dice), text=dice.words(), **sides(dice))


def remove_proposition(dice: Dice) -> Action[Any]:
    return propositions.RemoveProposition(proposed(dice))


def voice(dice: Dice) -> Action[Any]:
    room = dice.one(dice.known.transcripts)
    turn = dice.one(range(1, 5))
    return propositions.Voice(proposed(dice), room.id, turn, dice.draw(st.booleans()))


def unvoice(dice: Dice) -> Action[Any]:
    one = dice.one(dice.known.voicings)
    return propositions.Unvoice(one.proposition, one.transcript, one.turn)


def seat(dice: Dice) -> tuple[TranscriptId, ParticipantId]:
    speaker = dice.one([one for one in dice.known.speakers if one.participants])
    return speaker.transcript, dice.one(speaker.participants)


def set_position(dice: Dice) -> Action[Any]:
    return corrections.SetPosition(proposed(dice), *seat(dice), dice.one(list(Position)))


def set_shape(dice: Dice) -> Action[Any]:
    room = dice.one(dice.known.transcripts)
    return corrections.SetShape(proposed(dice), room.id, dice.one(("torn", *Shape)))


def take_back(dice: Dice) -> Action[Any]:
    one = dice.one(dice.known.corrections)
    return corrections.TakeBack(one.proposition, one.transcript, one.participant)


def write_summary(dice: Dice) -> framework.WriteSummary:
    room, person = seat(dice)
    code, theme = dice.one(dice.known.codes).id, dice.one(dice.known.themes).id
    by_code = dice.draw(st.booleans())
    who = dice.one((None, person))
    return framework.WriteSummary(
        room, who, code if by_code else None, None if by_code else theme, dice.words()
    )


def write_summaries(dice: Dice) -> Action[Any]:
    """Of a sheet: each cell once, or the second would take back what the first did."""
    some = {(one.transcript, one.participant, one.code, one.theme): one
            for one in (write_summary(dice), write_summary(dice))}  # fmt: skip
    return framework.WriteSummaries(tuple(some.values()), "f.xlsx")


MATRIX_BUILDERS: dict[type, Builder] = {
    propositions.AddProposition: add_proposition,
    propositions.ChangeProposition: change_proposition,
    propositions.RemoveProposition: remove_proposition,
    propositions.Voice: voice,
    propositions.Unvoice: unvoice,
    corrections.SetPosition: set_position,
    corrections.SetShape: set_shape,
    corrections.TakeBack: take_back,
    framework.WriteSummary: write_summary,
    framework.WriteSummaries: write_summaries,
}

"""Builders of corrections of the words of a transcript."""

from typing import Any

from hypothesis import strategies as st

from qualcoder_nhs.actions.action import Action
from qualcoder_nhs.actions.correcting import CorrectPassage, CorrectTranscript, CorrectTurn
from qualcoder_nhs.domain.correcting.paragraphs import unspoken
from qualcoder_nhs.domain.correcting.plan import Losing
from qualcoder_nhs.domain.span import Span
from tests.actions.dice import Builder, Dice, NothingToBuildFrom
from tests.builders import turns_of


def correct_turn(dice: Dice) -> Action[Any]:
    transcript = dice.one(dice.known.transcripts)
    turn = dice.one(transcript.turns)
    said = turn.words.of(transcript.text).split(" ")
    at = dice.draw(st.integers(0, len(said)))
    until = dice.draw(st.integers(at, len(said)))
    words = " ".join([*said[:at], *dice.some(("new", "🩺 words")), *said[until:]])
    return CorrectTurn(transcript.id, turn.index, words, dice.one(tuple(Losing)))


def correct_passage(dice: Dice) -> Action[Any]:
    """A paragraph that nobody speaks; now and then some other passage, which is refused."""
    read = [one for one in dice.known.transcripts if list(unspoken(one))]
    transcript = dice.one(read)
    passage = dice.one((*unspoken(transcript), Span(0, len(transcript.text) + 1)))
    words = dice.one(("A heading", "A 🩺 paragraph\nand another", " "))
    return CorrectPassage(transcript.id, passage, words, dice.one(tuple(Losing)))


def correct_transcript(dice: Dice) -> Action[Any]:
    transcript = dice.one(dice.known.transcripts)
    lines = transcript.text.split("\n")
    if len(lines) < 2:
        raise NothingToBuildFrom
    kept = dice.some(lines) or lines
    added = dice.some(("P9: A new voice.", "P1: Never again."))
    text = "\n".join([*added, *kept] if dice.draw(st.booleans()) else [*kept, *added])
    losing = dice.one((Losing.KEEP, Losing.REMOVE, Losing.REFUSE))
    return CorrectTranscript(
        transcript.id, text, turns_of(text), "corrected.txt", "its hash", "text", losing=losing
    )


CORRECTING_BUILDERS: dict[type, Builder] = {
    CorrectTurn: correct_turn,
    CorrectPassage: correct_passage,
    CorrectTranscript: correct_transcript,
}

"""Who a label is proposed to be."""

import pytest

from qualcoder_nhs.domain.casting import proposed
from qualcoder_nhs.domain.people import Function


@pytest.mark.parametrize(
    "label",
    [
        "MOD",
        "Mod",
        "Moderator",
        "MOD-03",
        "Facilitator",
        "interviewer",
        "INT",
        "Int 1",
        "Researcher",
        "Interviewer 2",
        "[MOD]",
        "MOD (AB)",
        "Interviewer A",
        "I",
    ],
)
def test_moderators(label: str) -> None:
    assert proposed([label])[label].function is Function.MODERATOR


def test_a_co_moderator_is_told_apart() -> None:
    assert proposed(["Co-moderator"])["Co-moderator"].function is Function.CO_MODERATOR


@pytest.mark.parametrize("label", ["Note-taker", "Observer", "Note taker 2"])
def test_note_takers(label: str) -> None:
    assert proposed([label])[label].function is Function.NOTE_TAKER


@pytest.mark.parametrize(
    "label",
    [
        "?",
        "??",
        "Several",
        "All",
        "Unknown speaker",
        "Unknown Speaker 2",
        "M?",
        "Unknown female",
        "Unidentified male 2",
        "Female voice",
    ],
)
def test_unknown_voices(label: str) -> None:
    part = proposed([label])[label]
    assert part.function is Function.UNKNOWN
    assert part.participants == ()


@pytest.mark.parametrize(
    "label", ["P4", "Speaker 3", "Dr Interviewson", "Modesty", "Resident 2", "Female 1"]
)
def test_everybody_else_takes_part(label: str) -> None:
    part = proposed([label])[label]
    assert part.function is Function.PARTICIPANT
    assert part.participants == (label,)


def test_a_joint_label_stands_for_those_who_also_speak_alone() -> None:
    cast = proposed(["P2", "P4", "P2 and P4", "Marks and Spencer"])
    assert cast["P2 and P4"].participants == ("P2", "P4")
    assert cast["Marks and Spencer"].participants == ("Marks and Spencer",)

"""What is filled in for a new round: what is wrong with it, and which turns it draws."""

from dataclasses import replace

import pytest

from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.rounds import Criterion, Measure, Sample, Unit
from qualcoder_nhs.queries.round_desk import RoundMaterial
from qualcoder_nhs.ui.agreement.round_wish import RoundWish, codebook_words

FG1, FG2 = TranscriptId("1"), TranscriptId("2")
MATERIAL = RoundMaterial(
    (),
    {FG1: "FG1", FG2: "FG2"},
    {FG1: tuple(range(1, 11)), FG2: ()},
    frozenset({"Old"}),
    2,
    True,
    58,
)
WISH = RoundWish(
    "Pilot", (CoderId("hl"),), ("AB",), (FG1,), None, "1", Unit.TURN, Measure.ALPHA, "0,667", True
)


def test_a_round_as_it_was_filled_in() -> None:
    assert WISH.problems(MATERIAL) == {}
    made = WISH.action()
    assert (made.name, made.coders, made.newcomers) == ("Pilot", (CoderId("hl"),), ("AB",))
    assert (made.criterion, made.sample) == (Criterion(Measure.ALPHA, 0.667), None)


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("name", {"name": "  "}),
        ("name", {"name": "Old"}),
        ("name", {"name": " settled "}),
        ("coders", {"coders": (), "newcomers": ()}),
        ("transcripts", {"transcripts": ()}),
        ("transcripts", {"transcripts": (FG2,)}),
        ("sample", {"share": "0"}),
        ("sample", {"share": "101 %"}),
        ("sample", {"share": "nan"}),
        ("sample", {"share": "20", "seed": "1.5"}),
        ("criterion", {"least": "inf"}),
        ("criterion", {"least": "2"}),
    ],
)
def test_what_is_wrong_is_said_of_its_field_only(field: str, change: dict[str, object]) -> None:
    assert set(replace(WISH, **change).problems(MATERIAL)) == {field}


def test_no_criterion_needs_no_number() -> None:
    wish = replace(WISH, measure=None, least="")
    assert wish.problems(MATERIAL) == {}
    assert wish.action().criterion is None


def test_the_turns_that_will_be_drawn_are_shown() -> None:
    wish = replace(WISH, share="30 %", seed="7", transcripts=(FG1, FG2))
    assert wish.action().sample == Sample(0.3, 7)
    head, first, second = wish.turns_words(MATERIAL).split("\n")
    assert head == "3 of 10 turns are drawn:"
    assert first.startswith("FG1: ")
    assert len(first.split(",")) == 3
    assert second == "FG2: none"


def test_the_codebook_that_is_frozen_is_named() -> None:
    assert codebook_words(MATERIAL) == (
        "The codebook as it is now, 58 codes, is frozen as version 2."
    )
    again = codebook_words(replace(MATERIAL, fresh=False))
    assert "is still version 2" in again

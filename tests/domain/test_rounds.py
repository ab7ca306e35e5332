"""Where a round stands: who may see it, and whether it still can change."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from qualcoder_nhs.domain.errors import AlreadyThere, Nameless
from qualcoder_nhs.domain.ids import CoderId, RoundId, TranscriptId, VersionId
from qualcoder_nhs.domain.rounds import (
    CodingState,
    Criterion,
    Portion,
    Round,
    Unit,
    refuse_round_name,
    state_of,
)

NOW = datetime(2026, 3, 12, tzinfo=UTC)
FG1 = Portion(TranscriptId("FG1"), (1, 3))
RUNNING = Round(
    RoundId("r"),
    "Pilot",
    VersionId("v"),
    (CoderId("A"), CoderId("B")),
    (FG1,),
    Unit.CHARACTER,
    Criterion(),
    blind=True,
    made=NOW,
    made_by=CoderId("A"),
)


@pytest.mark.parametrize(
    ("blind", "opened", "ended", "veiled", "frozen"),
    [
        pytest.param(True, False, False, True, False, id="running blind"),
        pytest.param(True, False, True, True, True, id="ended, not shown"),
        pytest.param(True, True, False, False, True, id="shown: apart is over"),
        pytest.param(True, True, True, False, True, id="shown and ended"),
        pytest.param(False, True, False, False, False, id="open from the start"),
        pytest.param(False, True, True, False, True, id="open, ended"),
    ],
)
def test_who_sees_it_and_whether_it_changes(
    blind: bool, opened: bool, ended: bool, veiled: bool, frozen: bool
) -> None:
    now = replace(
        RUNNING, blind=blind, opened=NOW if opened else None, ended=NOW if ended else None
    )
    assert (now.veiled, now.frozen) == (veiled, frozen)


def test_finished_is_what_the_coder_says_and_not_what_the_codings_say() -> None:
    assert state_of(finished=False, codings=False) is CodingState.NOT_STARTED
    assert state_of(finished=False, codings=True) is CodingState.IN_PROGRESS
    assert state_of(finished=True, codings=False) is CodingState.FINISHED


def test_what_of_a_transcript_is_coded() -> None:
    assert RUNNING.portion(TranscriptId("FG1")) == FG1
    assert RUNNING.portion(TranscriptId("FG2")) is None


@pytest.mark.parametrize("name", ["open", "settled", "Pilot"])
def test_a_name_that_is_taken(name: str) -> None:
    with pytest.raises(AlreadyThere):
        refuse_round_name(name, ["Pilot"])


def test_no_name() -> None:
    with pytest.raises(Nameless):
        refuse_round_name(" ", [])

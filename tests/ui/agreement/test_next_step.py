"""The one next step of a round, for whoever looks at it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from qualcoder_nhs.domain.ids import CoderId, RoundId, TranscriptId, VersionId
from qualcoder_nhs.domain.people import Coder, CoderRole
from qualcoder_nhs.domain.rounds import CodingState, Portion, Round, Unit
from qualcoder_nhs.queries.rounds import Cell, RoundBoard
from qualcoder_nhs.ui.agreement.next_step import Step, next_step

NOW = datetime(2026, 5, 14, 12, tzinfo=UTC)
HL, AB, FG1 = CoderId("hl"), CoderId("ab"), TranscriptId("fg1")


def a_board(
    own: tuple[CodingState, int], others: CodingState | None, **of_round: object
) -> RoundBoard:
    one = Round(
        RoundId("r"),
        "Pilot",
        VersionId("v"),
        (HL, AB),
        (Portion(FG1),),
        Unit.TURN,
        None,
        True,
        NOW,
        HL,
    )
    cells = (
        Cell(HL, FG1, own[0], own[1], 10),
        Cell(AB, FG1, others, None if others is None else 3, 10),
    )
    return RoundBoard(
        replace(one, **of_round),
        1,
        (Coder(HL, "HL", CoderRole.LEAD, NOW), Coder(AB, "AB", CoderRole.CODER, NOW)),
        {FG1: "FG1"},
        {(cell.coder, cell.transcript): cell for cell in cells},
    )


WAITING, GOING, DONE = CodingState.NOT_STARTED, CodingState.IN_PROGRESS, CodingState.FINISHED


@pytest.mark.parametrize(
    ("own", "others", "leads", "step", "words"),
    [
        ((WAITING, 0), None, False, Step.CODE, "Code FG1"),
        ((GOING, 4), None, False, Step.CODE, "Go on with FG1"),
        ((GOING, 10), None, False, Step.FINISH, "Finish FG1"),
        ((DONE, 10), None, False, Step.WAIT, "Not finished yet: AB: FG1."),
        ((DONE, 10), GOING, True, Step.WAIT, "Not finished yet: AB: FG1."),
        ((DONE, 10), DONE, True, Step.OPEN, "Open the round"),
        (
            (DONE, 0),
            DONE,
            False,
            Step.WAIT,
            "Everybody has finished. The lead opens or ends the round.",
        ),
    ],
)
def test_while_it_runs(
    own: tuple[CodingState, int], others: CodingState | None, leads: bool, step: Step, words: str
) -> None:
    found = next_step(a_board(own, others), HL, leads=leads)
    assert (found.step, found.words) == (step, words)


def test_an_open_round_is_ended_when_all_have_finished() -> None:
    board = a_board((DONE, 3), DONE, blind=False, opened=NOW)
    assert next_step(board, HL, leads=True).step is Step.END
    assert next_step(board, HL, leads=False).step is Step.WAIT


def test_one_that_has_ended_unseen_is_opened_by_the_lead() -> None:
    board = a_board((GOING, 3), None, ended=NOW)
    assert next_step(board, HL, leads=True).step is Step.OPEN
    told = next_step(board, HL, leads=False)
    assert (told.step, "when the lead opens it" in told.words) == (Step.NOTHING, True)


def test_nothing_is_left_to_do_in_one_that_was_opened() -> None:
    board = a_board((GOING, 3), GOING, opened=NOW)
    assert next_step(board, HL, leads=True).step is Step.NOTHING

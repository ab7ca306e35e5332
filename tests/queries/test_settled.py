"""How a round was settled is told in counts, and decision by decision."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcoder_nhs.actions.settling import PutOff
from qualcoder_nhs.analysis.agreement.settled import Settling
from qualcoder_nhs.domain.errors import StillApart
from qualcoder_nhs.domain.settling import Cause, Choice
from qualcoder_nhs.queries.agreement import AgreementWish
from qualcoder_nhs.queries.settled import how_settled
from qualcoder_nhs.study import Study
from tests.builders import coder
from tests.settling_study import ROUND, a_settling_study, queue, settle_some, the_round


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with a_settling_study(tmp_path / "trust.qnhs") as study:
        yield study


def told(study: Study, **wish: object) -> Settling | None:
    return study.ask(how_settled, AgreementWish(ROUND, **wish))  # type: ignore[arg-type]


def test_nothing_decided_is_nothing_to_tell(study: Study) -> None:
    assert told(study) is None
    assert study.ask(how_settled, AgreementWish(coders=("HL", "AB"))) is None


def test_causes_choices_and_deciders_are_counted(study: Study) -> None:
    settle_some(study)
    found = told(study)
    assert found is not None
    assert (found.round, found.disputed, found.agreed) == (ROUND, 4, 1)
    assert (len(found.settled), found.put_off, found.open) == (3, 0, 1)
    assert found.causes == {Cause.UNCLEAR: 2, Cause.BOUNDARY: 1}
    assert found.choices == {Choice.CODER: 1, Choice.NEITHER: 1, Choice.OTHER: 1}
    assert found.by == {"HL": 2, "AB": 1}


def test_every_decision_says_what_holds_and_why(study: Study) -> None:
    settle_some(study)
    found = told(study)
    assert found is not None
    first = found.passages[0]
    assert (first.transcript, first.codes, first.coder) == ("FG1", ("cost",), "AB")
    assert (first.reason, first.by, first.cause) == ("The sum.", "HL", Cause.BOUNDARY)
    assert {one.other for one in found.passages} == {None, "cost"}


def test_what_is_put_off_is_neither_settled_nor_open(study: Study) -> None:
    study.run(PutOff(the_round(study), queue(study).items[0].about, "Ask P1."), coder(study))
    found = told(study)
    assert found is not None
    assert (len(found.settled), found.put_off, found.open) == (0, 1, 3)
    assert (found.causes, found.by) == ({}, {})


def test_part_of_a_round_tells_of_the_whole(study: Study) -> None:
    settle_some(study)
    assert told(study, transcripts=("FG1",)) == told(study)


def test_a_blind_round_tells_nothing(tmp_path: Path) -> None:
    blind = a_settling_study(tmp_path / "blind.qnhs", opened=False)
    with blind as study, pytest.raises(StillApart):
        told(study)

"""Rounds beside each other, drift within one, and the same coder twice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qualcoder_nhs.actions.codebook import RenameCode
from qualcoder_nhs.actions.rounds import NewRound
from qualcoder_nhs.analysis.agreement.material import Material
from qualcoder_nhs.analysis.agreement.over_time import (
    NO_DATES,
    TOO_FEW,
    OverTime,
    drift,
    over_time,
    stability,
)
from qualcoder_nhs.domain.ids import RoundId
from qualcoder_nhs.domain.rounds import Sample, Unit
from qualcoder_nhs.queries.agreement import AgreementWish, agreement_material
from qualcoder_nhs.queries.agreement_over_time import other_rounds, recoded
from qualcoder_nhs.study import Study
from tests.agreement_study import FIRST, NAMES, SECOND, an_agreement_study, finish, put
from tests.builders import code, coder, transcript

BOTH = ("HL", "AB")
ONE = AgreementWish("One", replicates=50)
TWO = AgreementWish("Two", replicates=50)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Two open rounds: in the first AB misses half of what HL gives Cost, in the second nothing."""
    with an_agreement_study(tmp_path / "trust.qnhs") as study:
        for name, length in (("One", 5), ("Two", 10)):
            one = begun(study, name)
            for where in NAMES:
                put(study, "HL", where, "Cost", SECOND, SECOND + 10, one)
                put(study, "AB", where, "Cost", SECOND, SECOND + length, one)
            finish(study, *NAMES, layer=one)
        yield study


def begun(study: Study, name: str, **declared: object) -> RoundId:
    who = tuple(coder(study, one) for one in BOTH)
    return study.run(NewRound(name, who, blind=False, **declared), coder(study))  # type: ignore[arg-type]


def counted(study: Study, wish: AgreementWish) -> OverTime:
    return over_time(
        study.ask(agreement_material, wish),
        study.ask(other_rounds, wish),
        study.ask(recoded, wish),
    )


@pytest.mark.parametrize("wish", [ONE, TWO])
def test_rounds_stand_beside_each_other_the_older_first(study: Study, wish: AgreementWish) -> None:
    [pair] = counted(study, wish).rounds
    assert (pair.first, pair.second) == ("One", "Two")
    [mean, *codes] = pair.changes
    assert mean.code is None
    [cost] = [one for one in codes if one.code == "cost"]
    assert cost.after.value == 1.0
    assert cost.before.value < 0.7
    assert cost.difference.value == pytest.approx(1 - cost.before.value)
    assert 0 < cost.difference.low <= cost.difference.value <= cost.difference.high
    [trust] = [one for one in codes if one.code == "trust"]
    assert trust.difference.value is None
    assert trust.difference.why


def test_a_renamed_code_is_the_same_code(study: Study) -> None:
    study.run(RenameCode(code(study, "Cost"), "Expense"), coder(study))
    three = begun(study, "Three")
    put(study, "HL", "FG1", "Expense", SECOND, SECOND + 10, three)
    put(study, "AB", "FG1", "Expense", SECOND, SECOND + 10, three)
    finish(study, "FG1", layer=three)
    found = counted(study, AgreementWish("Three", replicates=0)).rounds
    assert [(one.first, one.second) for one in found] == [("One", "Three"), ("Two", "Three")]
    [cost] = [one for one in found[0].changes if one.code == "cost"]
    assert cost.difference.value > 0.3


def test_rounds_of_other_turns_share_no_piece(study: Study) -> None:
    three = begun(study, "Three", sample=Sample(0.5, 2))
    for who in BOTH:
        put(study, who, "FG1", "Cost", FIRST, SECOND + 10, three)
    finish(study, "FG1", layer=three)
    found = counted(study, AgreementWish("Three", unit=Unit.TURN, replicates=20)).rounds
    assert len(found) == 2


def test_a_blind_round_is_no_part_of_it(study: Study) -> None:
    who = tuple(coder(study, one) for one in BOTH)
    study.run(NewRound("Blind", who), coder(study))
    assert len(study.ask(other_rounds, ONE)) == 1
    assert {one.material.plan.coders for one in study.ask(recoded, ONE)} == {("One", "Two")}


def test_each_coder_is_compared_with_their_own_earlier_work(study: Study) -> None:
    found = {one.coder: stability(one) for one in study.ask(recoded, TWO)}
    assert found.keys() == {"HL", "AB"}
    assert found["HL"].mean_alpha.value == 1.0
    assert found["HL"].transcripts == NAMES
    assert found["AB"].layers == ("Two", "One")
    assert found["AB"].kappa.value < 0.8


def test_what_was_not_read_twice_is_not_compared(study: Study) -> None:
    three = begun(study, "Three", transcripts=(transcript(study, "FG2"),))
    finish(study, "FG2", who=("HL",), layer=three)
    [one] = [
        one
        for one in study.ask(recoded, AgreementWish("Three"))
        if one.material.plan.coders == ("Three", "One")
    ]
    assert one.coder == "HL"
    assert stability(one).transcripts == ("FG2",)


def redated(material: Material, days: dict[str, int]) -> Material:
    names = {key: name for name, key in material.ids.items()}
    began = datetime(2026, 1, 1, tzinfo=UTC)
    codings = tuple(
        replace(one, made=began + timedelta(days=days[names[one.transcript]]))
        for one in material.codings
    )
    return replace(material, codings=codings)


def test_drift_goes_by_the_dates_of_the_codings(study: Study) -> None:
    material = study.ask(agreement_material, ONE)
    found = drift(redated(material, {"FG1": 20, "FG2": 0, "FG3": 10}))
    assert [one.transcripts for one in found.thirds] == [("FG2",), ("FG3",), ("FG1",)]
    assert found.thirds[0].first == datetime(2026, 1, 1, tzinfo=UTC)
    alphas = [dict(one.alphas)["cost"].value for one in found.thirds]
    assert alphas[0] == pytest.approx(alphas[2])
    assert found.thirds[0].mean_alpha.value == pytest.approx(alphas[0])


def test_without_dates_or_transcripts_drift_says_why_not(study: Study) -> None:
    material = study.ask(agreement_material, ONE)
    assert drift(redated(material, dict.fromkeys(NAMES, 3))).why == NO_DATES
    two = study.ask(agreement_material, replace(ONE, transcripts=("FG1", "FG2")))
    assert drift(two).why == TOO_FEW


def test_the_open_layer_has_no_rounds_beside_it(study: Study) -> None:
    put(study, "HL", "FG1", "Cost", SECOND, SECOND + 10)
    put(study, "AB", "FG1", "Cost", SECOND, SECOND + 10)
    finish(study, "FG1")
    found = counted(study, AgreementWish(coders=BOTH, replicates=0))
    assert found.rounds == ()
    assert {one.coder for one in found.stability} == {"HL", "AB"}

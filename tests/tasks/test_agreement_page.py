"""The page of a report is counted whole, and to be refused or stopped is an outcome like others."""

from pathlib import Path

import pytest
from agreement_study import a_compared_study
from builders import coder

from qualcoder_nhs.queries.agreement import AgreementWish
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.agreement_page import ReadAgreement
from qualcoder_nhs.tasks.task import Cancelled, silent


@pytest.fixture
def study(tmp_path: Path) -> Study:
    with a_compared_study(tmp_path / "study.qnhs") as made:
        yield made


def test_everything_is_counted_before_it_is_handed_over(study: Study) -> None:
    told: list[str] = []
    wish = AgreementWish(replicates=0)
    task = ReadAgreement(wish)
    page = task.run(study, coder(study), lambda _done, _total, words: told.append(words))
    assert page.report is not None
    counted = page.report.__dict__.keys()
    assert {"coders", "levels", "disagreements"} <= counted
    assert [row.name for row in page.own] == [row.name for row in page.rolled_up]
    assert (page.wish, page.refused, page.stopped, page.criterion) == (wish, "", False, None)
    assert told[0] == "Reading the codings"


def test_a_refusal_is_a_sentence(study: Study) -> None:
    page = ReadAgreement(AgreementWish(coders=("HL",))).run(study, coder(study), silent)
    assert page.report is None
    assert page.refused.startswith("A comparison takes two coders")


def test_stopping_leaves_nothing(study: Study) -> None:
    def stop(done: int, _total: int, _words: str) -> None:
        if done:
            raise Cancelled

    page = ReadAgreement(AgreementWish()).run(study, coder(study), stop)
    assert (page.report, page.stopped) == (None, True)


def test_stop_acts_within_a_stage(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qualcoder_nhs.tasks.task.OFTEN", 0.0)
    told: list[int] = []

    def stop(done: int, _total: int, _words: str) -> None:
        told.append(done)
        if told.count(1) > 3:
            raise Cancelled

    page = ReadAgreement(AgreementWish()).run(study, coder(study), stop)
    assert (page.report, page.stopped) == (None, True)
    assert told.count(1) == 4
    assert 2 not in told

"""Rows by code, and the passages that stand behind a figure, on a study counted with a pencil."""

from pathlib import Path

import pytest
from agreement_study import FIRST, SECOND, a_compared_study, finish, put

from qualcoder_nhs.analysis.agreement.behind import Behind, behind
from qualcoder_nhs.analysis.agreement.code_rows import CodeRow, code_rows
from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.analysis.agreement.report import AgreementReport, agreement_report
from qualcoder_nhs.queries.agreement import AgreementWish, agreement_material
from qualcoder_nhs.queries.agreement_passages import agreement_passages
from qualcoder_nhs.study import Study


@pytest.fixture
def study(tmp_path: Path) -> Study:
    with a_compared_study(tmp_path / "study.qnhs") as made:
        yield made


@pytest.fixture
def report(study: Study) -> AgreementReport:
    wish = AgreementWish(coders=("HL", "AB"), replicates=0)
    return agreement_report(study.ask(agreement_material, wish))


def rows_of(report: AgreementReport, *, rolled_up: bool) -> dict[str, CodeRow]:
    return {row.name: row for row in code_rows(report, rolled_up=rolled_up)}


def found(report: AgreementReport, asked: Behind) -> list[tuple[str, int, int, Kind]]:
    listed = behind(report, asked)
    return [(one.of.transcript, one.span.start, one.span.end, one.of.kind) for one in listed]


def test_rows_stand_in_the_order_of_the_tree_under_the_code_above(report: AgreementReport) -> None:
    rows = code_rows(report, rolled_up=False)
    assert [(row.name, row.parent) for row in rows] == [
        ("Money", None),
        ("Cost", "money"),
        ("Waste", "money"),
        ("Trust", None),
    ]
    assert not any(row.rolled_up for row in rows)


def test_a_code_is_rolled_up_where_there_is_something_below(report: AgreementReport) -> None:
    rows = rows_of(report, rolled_up=True)
    assert {name for name, row in rows.items() if row.rolled_up} == {"Money"}
    # HL 10 + 10, AB 8 + 10 characters: 18 shared.
    assert rows["Money"].pooled.dice == pytest.approx(36 / 38)
    assert rows["Money"].differences.total == 2


def test_what_differs_is_in_three_parts(report: AgreementReport) -> None:
    cost = rows_of(report, rolled_up=False)["Cost"].differences
    assert (cost.ends, cost.another, cost.alone) == (2, 10, 0)


def test_a_row_says_who_alone_used_it_and_whether_anybody_did(report: AgreementReport) -> None:
    rows = rows_of(report, rolled_up=False)
    assert (rows["Waste"].only, rows["Cost"].only, rows["Trust"].only) == ("AB", None, None)
    assert not rows["Money"].used
    assert rows["Trust"].used
    assert rows["Trust"].few


def test_behind_a_code_the_longest_comes_first(report: AgreementReport) -> None:
    assert found(report, Behind(codes=frozenset({"cost"}))) == [
        ("FG2", SECOND, SECOND + 10, Kind.SUBSTITUTION),
        ("FG1", FIRST + 8, FIRST + 10, Kind.BOUNDARY),
    ]


def test_behind_a_transcript_and_two_coders(report: AgreementReport) -> None:
    assert found(report, Behind(transcript="FG1")) == [
        ("FG1", FIRST + 8, FIRST + 10, Kind.BOUNDARY)
    ]
    assert len(found(report, Behind(coders=("HL", "AB")))) == 3
    assert len(found(report, Behind(coders=("AB",)))) == 3


def test_behind_one_code_that_stands_where_another_does(report: AgreementReport) -> None:
    asked = Behind(codes=frozenset({"cost"}), instead="waste")
    assert found(report, asked) == [("FG2", SECOND, SECOND + 10, Kind.SUBSTITUTION)]
    assert found(report, Behind(codes=frozenset({"cost"}), instead="trust")) == []


def test_what_all_agree_on(report: AgreementReport) -> None:
    assert found(report, Behind(codes=frozenset({"cost"}), agreed=True)) == [
        ("FG1", FIRST, FIRST + 8, Kind.EXACT)
    ]
    assert len(found(report, Behind(agreed=True))) == 2
    assert found(report, Behind(transcript="FG2", agreed=True)) == []


def test_all_who_read_a_transcript_is_not_all_there_are(study: Study) -> None:
    finish(study, "FG1", who=("CD",))
    put(study, "CD", "FG1", "Trust", SECOND, SECOND + 10)
    report = agreement_report(study.ask(agreement_material, AgreementWish(replicates=0)))
    trust = Behind(codes=frozenset({"trust"}), agreed=True)
    assert found(report, trust) == [("FG1", SECOND, SECOND + 10, Kind.EXACT)]


def test_the_words_come_with_who_said_them_and_who_coded_how(
    study: Study, report: AgreementReport
) -> None:
    answer = study.ask(agreement_passages, report, Behind(codes=frozenset({"cost"})))
    swapped, longer = answer.passages
    assert answer.total == 2
    assert (swapped.reference, swapped.words, swapped.text) == ("FG2 t.3", "0123456789",
                                                                "0123456789")  # fmt: skip
    assert [one.coder for one in swapped.given] == ["HL", "AB"]
    assert longer.words == "ij"
    assert longer.text == "abcdefghijklmnopqrst"
    # The other coder's passage ends where the difference begins: it is shown all the same.
    assert [(one.coder, one.span.end - FIRST) for one in longer.given] == [("HL", 10), ("AB", 8)]


def test_no_more_passages_are_cut_than_asked_for(study: Study, report: AgreementReport) -> None:
    answer = study.ask(agreement_passages, report, Behind(), 1)
    assert (len(answer.passages), answer.total) == (1, 3)

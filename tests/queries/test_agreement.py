"""From a study to a comparison: what enters, what stays out, and where it is found again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcoder_nhs.actions.codebook import AddCode, ArchiveCode, MergeCodes, MoveCode, RenameCode
from qualcoder_nhs.actions.rounds import EndRound, NewRound, OpenRound
from qualcoder_nhs.analysis.agreement.report import AgreementReport, agreement_report
from qualcoder_nhs.analysis.agreement.units import Carries
from qualcoder_nhs.domain.errors import (
    NoCodes,
    NoSuch,
    NotIndependent,
    NotInRound,
    StillApart,
    TooFewCoders,
)
from qualcoder_nhs.domain.ids import RoundId
from qualcoder_nhs.domain.rounds import Criterion, Measure, Sample, Unit
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.agreement import AgreementWish, agreement_material
from qualcoder_nhs.study import Study
from tests.agreement_study import (
    FIRST,
    SECOND,
    TALK,
    a_compared_study,
    an_agreement_study,
    finish,
    put,
)
from tests.builders import a_study, an_import, code, coder, transcript

BOTH = ("HL", "AB")


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with a_compared_study(tmp_path / "trust.qnhs") as study:
        yield study


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Study]:
    with an_agreement_study(tmp_path / "empty.qnhs") as study:
        yield study


def compared(study: Study, **wish: object) -> AgreementReport:
    wanted = AgreementWish(**{"coders": BOTH, "replicates": 0} | wish)  # type: ignore[arg-type]
    return agreement_report(study.ask(agreement_material, wanted))


def cells(report: AgreementReport, name: str) -> tuple[int, int, int, int]:
    [found] = [one for one in report.comparison.codes if one.code == name]
    [pair] = found.own.figures.pairs
    return pair.both, pair.first_only, pair.second_only, pair.neither


def excluded(report: AgreementReport) -> dict[str, str]:
    return {one.what: one.why for one in report.excluded}


def begun(study: Study, name: str = "Pilot", **declared: object) -> RoundId:
    who = tuple(coder(study, one) for one in BOTH)
    action = NewRound(name, who, **declared)  # type: ignore[arg-type]
    return study.run(action, coder(study))


def test_the_cells_are_those_counted_by_hand(study: Study) -> None:
    report = compared(study)
    assert cells(report, "cost") == (8, 12, 0, 40)
    assert cells(report, "waste") == (0, 0, 10, 50)
    assert cells(report, "trust") == (10, 0, 0, 50)
    assert report.comparison.plan.codes == ("money", "cost", "waste", "trust")


def test_a_parent_has_what_lies_below_it(study: Study) -> None:
    money = compared(study).comparison.codes[0]
    [pair] = money.rolled_up.figures.pairs
    assert (pair.both, pair.first_only, pair.second_only, pair.neither) == (18, 2, 0, 40)


def test_what_was_not_finished_is_left_out_and_listed(study: Study) -> None:
    report = compared(study, coders=())
    assert report.comparison.plan.coders == ("HL", "AB", "CD")
    assert excluded(report) == {
        "CD, FG1": "in progress, not said to be finished",
        "CD, FG2": "not started, not said to be finished",
        "HL, FG3": "not started, not said to be finished",
        "AB, FG3": "not started, not said to be finished",
        "CD, FG3": "not started, not said to be finished",
        "FG3": "fewer than two of the coders have finished it",
    }
    assert [one.name for one in report.comparison.cut.continua] == ["FG1", "FG2"]


def test_all_takes_whoever_has_a_coding_to_have_read_it(study: Study) -> None:
    report = compared(study, coders=(), everything=True)
    assert [tuple(one.marks) for one in report.material.continua] == [
        ("HL", "AB", "CD"),
        BOTH,
        (),
    ]
    assert excluded(report)["CD, FG2"] == "no coding there, so it is taken as not read"


def test_finished_with_nothing_coded_is_read(study: Study) -> None:
    finish(study, "FG3")
    put(study, "CD", "FG3", "Trust", FIRST, FIRST + 4)
    finish(study, "FG3", who=("CD",))
    report = compared(study, coders=("HL", "CD"))
    assert cells(report, "trust") == (0, 0, 4, 26)


def test_the_moderator_counts_only_where_asked_for(study: Study) -> None:
    put(study, "HL", "FG1", "Trust", 5, 11)
    assert cells(compared(study), "trust") == (10, 0, 0, 50)
    assert excluded(compared(study))["HL, FG1: 1 coding"] == "outside the talk that is counted"
    report = compared(study, moderator=True)
    assert cells(report, "trust") == (10, 6, 0, 2 * len("Go on.Thanks.") + 60 - 16)
    assert "HL, FG1: 1 coding" not in excluded(report)


def test_named_transcripts_and_codes_are_the_only_ones(study: Study) -> None:
    report = compared(study, transcripts=("FG1",), codes=("Money",))
    assert report.comparison.plan.codes == ("money", "cost", "waste")
    assert cells(report, "cost") == (8, 2, 0, 20)
    assert {one.transcript for one in report.material.codings} == {transcript(study, "FG1")}
    assert len(report.material.codings) == 2


@pytest.mark.parametrize("unit", list(Unit)[1:])
def test_units_may_have_to_be_coded_by_half(study: Study, unit: Unit) -> None:
    for name in ("FG1", "FG2"):
        put(study, "HL", name, "Waste", FIRST, FIRST + 20)
    put(study, "AB", "FG1", "Waste", FIRST + 15, SECOND + 1)
    put(study, "AB", "FG2", "Waste", FIRST + 9, SECOND + 1)
    assert cells(compared(study, unit=unit), "waste") == (2, 0, 2, 0)
    assert cells(compared(study, unit=unit, carries=Carries.HALF), "waste") == (1, 1, 1, 1)
    assert cells(compared(study, unit=unit, carries=Carries.WORD), "waste") == (0, 2, 1, 1)


def test_white_space_may_be_left_out(study: Study) -> None:
    put(study, "HL", "FG1", "Trust", 5, 11)
    said = compared(study, moderator=True, blanks=False)
    assert cells(said, "trust") == (10, 5, 0, 2 * len("Goon.Thanks.") + 60 - 15)
    assert said.about.corpus["FG3"] == len("Goon.Thanks.") + 30


@pytest.mark.parametrize(("joined", "spans"), [(False, 2), (True, 1)])
def test_passages_that_touch_may_be_taken_for_one(study: Study, joined: bool, spans: int) -> None:
    put(study, "AB", "FG1", "Cost", FIRST + 8, FIRST + 10)
    [_money, cost, *_others] = compared(study, transcripts=("FG1",), joined=joined).comparison.codes
    assert cost.own.figures.applications == {"HL": 1, "AB": spans}
    assert cost.rolled_up.figures.applications == {"HL": 1, "AB": spans}
    assert (cost.own.ladder.exact == 1) is joined


@pytest.mark.parametrize(("unit", "expected"), [("turn", (1, 1, 0, 2)), ("sentence", (1, 1, 0, 2))])
def test_units_other_than_the_character(
    study: Study, unit: str, expected: tuple[int, int, int, int]
) -> None:
    assert cells(compared(study, unit=Unit(unit)), "cost") == expected


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        ({"round": "Nowhere"}, NoSuch),
        ({"round": "settled"}, NotIndependent),
        ({"coders": ("HL", "Nobody")}, NoSuch),
        ({"coders": ("HL",)}, TooFewCoders),
        ({"coders": ("HL", "HL")}, TooFewCoders),
        ({"transcripts": ("FG9",)}, NoSuch),
        ({"codes": ("gold",)}, NoSuch),
    ],
)
def test_names_that_mean_nothing_are_refused(study: Study, wish: object, error: type) -> None:
    with pytest.raises(error):
        compared(study, **wish)  # type: ignore[arg-type]


def test_a_blind_round_is_refused_until_the_lead_opens_it(study: Study) -> None:
    pilot = begun(study, unit=Unit.TURN, criterion=Criterion(Measure.ALPHA, 0.8))
    for who in BOTH:
        put(study, who, "FG1", "Trust", SECOND, SECOND + 4, pilot)
    finish(study, "FG1", layer=pilot)
    for asker in (None, coder(study), coder(study, "AB")):
        with pytest.raises(StillApart):
            study.ask_as(asker, agreement_material, AgreementWish(round="Pilot"))
    study.run(EndRound(pilot), coder(study))
    with pytest.raises(StillApart):
        compared(study, round="Pilot")
    study.run(OpenRound(pilot), coder(study))
    report = compared(study, round="Pilot", coders=())
    assert cells(report, "trust") == (1, 0, 0, 1)
    assert (report.comparison.plan.unit, report.comparison.plan.criterion) == ("turn", 0.8)
    assert (report.about.layer, report.about.version) == ("Pilot", 1)


def test_who_or_what_has_no_part_in_the_round_is_refused(study: Study) -> None:
    begun(study, transcripts=(transcript(study),), blind=False)
    with pytest.raises(NotInRound):
        compared(study, round="Pilot", coders=("HL", "CD"))
    with pytest.raises(NotInRound):
        compared(study, round="Pilot", transcripts=("FG2",))


def test_of_a_sampled_round_only_the_drawn_turns_count(empty: Study) -> None:
    pilot = begun(empty, blind=False, sample=Sample(0.5, 3))
    drawn = {
        portion.transcript: portion.turns
        for portion in empty.ask(agreement_material, AgreementWish("Pilot")).about.round.portions
    }
    assert all(len(turns) == 1 for turns in drawn.values())
    for who in BOTH:
        put(empty, who, "FG1", "Trust", FIRST, SECOND + 10, pilot)
    finish(empty, "FG1", layer=pilot)
    [turn] = drawn[transcript(empty)]
    length = {2: 20, 3: 10}[turn]
    assert cells(compared(empty, round="Pilot"), "trust") == (length, 0, 0, 0)


def test_renaming_moving_and_merging_is_no_disagreement(empty: Study) -> None:
    lead = coder(empty)
    pilot = begun(empty, blind=False)
    put(empty, "HL", "FG1", "Cost", FIRST, FIRST + 6, pilot)
    heir = empty.run(AddCode("Spending"), lead)
    empty.run(MergeCodes(code(empty, "Cost"), heir), lead)
    empty.run(MoveCode(heir, code(empty, "Trust")), lead)
    empty.run(RenameCode(code(empty, "Trust"), "Confidence"), lead)
    put(empty, "AB", "FG1", "Spending", FIRST, FIRST + 6, pilot)
    finish(empty, "FG1", layer=pilot)
    report = compared(empty, round="Pilot")
    assert cells(report, "cost") == (6, 0, 0, 24)
    assert report.about.paths["cost"] == "Money > Cost"
    assert report.comparison.plan.codes == ("money", "cost", "waste", "trust")
    assert compared(empty, round="Pilot", codes=("Spending",)).comparison.plan.codes == ("cost",)


def test_codes_made_since_stand_at_their_place_of_today(empty: Study) -> None:
    pilot = begun(empty, blind=False)
    empty.run(AddCode("Time", code(empty, "Money")), coder(empty))
    finish(empty, "FG1", layer=pilot)
    report = compared(empty, round="Pilot")
    assert report.comparison.plan.codes == ("money", "cost", "waste", "time", "trust")
    assert report.comparison.plan.parents["time"] == "money"


def test_archived_codes_count_only_where_they_are_used(study: Study) -> None:
    study.run(ArchiveCode(code(study, "Waste")), coder(study))
    assert "waste" in compared(study).comparison.plan.codes
    assert "waste" not in compared(study, coders=("HL", "CD")).comparison.plan.codes


def test_disagreements_stand_in_the_stored_text(study: Study) -> None:
    report = compared(study)
    assert [(one.of.transcript, one.of.code, one.span) for one in report.disagreements] == [
        ("FG1", "cost", Span(FIRST + 8, FIRST + 10)),
        ("FG2", "cost", Span(SECOND, SECOND + 10)),
        ("FG2", "waste", Span(SECOND, SECOND + 10)),
    ]


def test_a_disagreement_over_two_turns_is_one_passage_a_turn(study: Study) -> None:
    finish(study, "FG3")
    put(study, "CD", "FG3", "Trust", FIRST + 15, SECOND + 3)
    finish(study, "FG3", who=("CD",))
    report = compared(study, coders=("HL", "CD"))
    found = [one.span for one in report.disagreements if one.of.transcript == "FG3"]
    assert [span.of(TALK) for span in found] == ["pqrst", "012"]


def test_the_version_without_a_round_is_the_one_that_still_holds(study: Study) -> None:
    assert compared(study).about.version is None
    begun(study, blind=False)
    assert compared(study).about.version == 1
    study.run(AddCode("Time"), coder(study))
    assert compared(study).about.version is None


def test_the_corpus_is_all_talk_that_the_rule_counts(study: Study) -> None:
    assert compared(study).about.corpus == {"FG1": 30, "FG2": 30, "FG3": 30}


def test_coders_and_levels_are_counted_when_asked_for(study: Study) -> None:
    report = compared(study)
    assert [one.coder for one in report.coders] == ["HL", "AB"]
    roots, leaves = report.levels
    assert roots.mean_alpha.value > leaves.mean_alpha.value


def test_without_codes_there_is_nothing_to_compare_by(tmp_path: Path) -> None:
    with a_study(tmp_path / "bare.qnhs") as bare, pytest.raises(NoCodes):
        compared(bare)


def test_a_transcript_of_which_nothing_is_counted_does_no_harm(study: Study) -> None:
    study.run(an_import("Talk", "MOD: Only I speak.\nMOD: Again."), coder(study))
    finish(study, "Talk")
    for unit in Unit:
        report = compared(study, unit=unit)
        assert [one.length for one in report.material.continua][-1] == 0
        alone = compared(study, unit=unit, transcripts=("Talk",), replicates=5)
        assert alone.alpha("cost").value is None
        assert alone.alpha("cost").why

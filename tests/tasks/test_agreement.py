"""The report of agreement as files: each is read back and says what the figures say."""

import csv
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from nltk.metrics.agreement import AnnotationTask
from openpyxl import load_workbook

from qualcoder_nhs import __version__
from qualcoder_nhs.actions.rounds import NewRound, OpenRound
from qualcoder_nhs.analysis.agreement.bands import BANDS
from qualcoder_nhs.analysis.agreement.linearised import alpha_error
from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.analysis.agreement.report_json import report_json
from qualcoder_nhs.analysis.agreement.units import Carries
from qualcoder_nhs.domain.errors import UnknownSuffix
from qualcoder_nhs.domain.rounds import Criterion, Measure, Sample, Unit
from qualcoder_nhs.queries.agreement import AgreementWish
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.agreement import CompareCoders, WriteAgreement
from qualcoder_nhs.tasks.task import silent
from tests.agreement_study import (
    FIRST,
    NAMES,
    SECOND,
    a_compared_study,
    a_study_with_enough,
    finish,
    put,
)
from tests.builders import coder, transcript
from tests.settling_study import ROUND, a_settling_study, settle_some

BOTH = ("HL", "AB")


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with a_compared_study(tmp_path / "trust.qnhs") as study:
        yield study


def compared(study: Study, **wish: object) -> AgreementReport:
    wanted = AgreementWish(**{"coders": BOTH, "replicates": 100} | wish)  # type: ignore[arg-type]
    return CompareCoders(wanted).run(study, coder(study), silent)


def written(study: Study, report: AgreementReport, name: str) -> Path:
    out = study.path.with_name(name)
    said = WriteAgreement(report, out).run(study, coder(study), silent)
    assert said == f"Agreement written to {name}."
    return out


def paragraphs(study: Study, report: AgreementReport) -> list[str]:
    document = Document(str(written(study, report, "out.docx")))
    return [one.text for one in document.paragraphs]


def facts(study: Study, report: AgreementReport) -> dict[str, str]:
    document = Document(str(written(study, report, "out.docx")))
    return {row.cells[0].text: row.cells[1].text for row in document.tables[0].rows}


def test_the_method_box_says_what_a_reviewer_asks(study: Study) -> None:
    told = facts(study, compared(study))
    assert told["Coders"] == "2: HL and AB"
    assert told["Double-coded"] == "2 of 3 transcripts, 60 of 90 characters (67 %)"
    assert told["Counted by"].startswith("characters")
    assert told["Coefficient"].startswith("Krippendorff’s alpha (nominal) for each code: it takes")
    assert "bootstrap over speaker turns" in told["Interval"]
    assert told["Interval"].endswith("100 resamples, seed 1")
    assert told["Left out"] == "3 entries, listed below"
    assert told["Codebook"] == "as of today, not frozen, 4 codes compared"
    assert told["Independence"].startswith("not enforced")
    assert told["Program"] == f"qualcoder_nhs {__version__}"
    assert "Criterion" not in told


def test_of_a_round_it_says_version_sample_criterion_and_blindness(study: Study) -> None:
    who = tuple(coder(study, name) for name in BOTH)
    pilot = study.run(NewRound("Pilot", who, sample=Sample(1.0, 9)), coder(study))
    for name in BOTH:
        put(study, name, "FG1", "Trust", FIRST, FIRST + 5, pilot)
    finish(study, "FG1", layer=pilot)
    study.run(OpenRound(pilot), coder(study))
    told = facts(study, compared(study, round="Pilot"))
    assert told["Chosen"] == "100% of participants’ turns of each transcript, drawn by seed 9"
    assert told["Independence"] == "round “Pilot”, blind until it was opened"
    assert told["Codebook"] == "version 1, 4 codes compared"
    assert told["Criterion"] == "alpha of at least .667, set before the round"


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (Measure.ALPHA, "lower limit of alpha reaches the criterion of .8 in 1 of the 1 cases"),
        (Measure.KAPPA, "lower limit of kappa reaches the criterion of .8 in 1 of the 1 cases"),
        (Measure.POOLED_KAPPA, "of pooled kappa reaches the criterion of .8 in 1 of the 1 cases"),
        (Measure.MASI_ALPHA, "masi alpha of at least .8. It is 1.00 (1.00 to 1.00): reached."),
        (Measure.CU_ALPHA, "cu-alpha of at least .8. It is undefined"),
    ],
)
def test_the_criterion_is_held_against_its_own_measure(
    study: Study, measure: Measure, said: str
) -> None:
    who = tuple(coder(study, name) for name in BOTH)
    action = NewRound("Pilot", who, criterion=Criterion(measure, 0.8), blind=False)
    pilot = study.run(action, coder(study))
    for at in range(3):
        for name in BOTH:
            where = f"FG{at + 1}"
            put(study, name, where, "Trust", FIRST, FIRST + 5, pilot)
            put(study, name, where, "Trust", SECOND, SECOND + 5, pilot)
    finish(study, "FG1", "FG2", "FG3", layer=pilot)
    assert any(said in one for one in paragraphs(study, compared(study, round="Pilot")))


def test_the_method_says_how_units_carry_codes_and_what_is_no_talk(study: Study) -> None:
    options = {"unit": Unit.TURN, "carries": Carries.HALF, "blanks": False, "joined": True}
    told = facts(study, compared(study, **options))
    assert told["Counted by"].startswith("speaker turns; one carries a code where at least half of")
    assert "white space left out" in told["Talk counted"]
    assert told["Talk counted"].endswith("passages of one code that abut are one")


def test_the_methods_paragraph_carries_the_numbers(study: Study) -> None:
    [said] = [one for one in paragraphs(study, compared(study)) if one.startswith("Two coders")]
    assert said.startswith("Two coders (HL and AB) coded 2 of 3 transcripts (67 % of the")
    assert "the codebook of 4 codes" in said
    assert "|u-alpha was .94" in said
    assert "undefined for 1 of 4" in said
    assert "None" not in said
    assert "{" not in said


def test_coreq_is_answered_and_what_authors_must_add_is_marked(study: Study) -> None:
    said = paragraphs(study, compared(study))
    at = said.index("24. Number of data coders")
    assert said[at + 1] == "2: HL and AB."
    assert said[at + 3].startswith("4 codes in 2 families")
    assert said[at + 5].startswith("[Authors:")
    assert said[at + 7] == f"qualcoder_nhs {__version__}."


def test_the_caveat_of_cu_alpha_stands_where_it_matters(study: Study) -> None:
    def caveat(report: AgreementReport) -> bool:
        return any("rests on one published value" in one for one in paragraphs(study, report))

    assert not caveat(compared(study))
    assert caveat(compared(study, coders=(), everything=True))


def test_turns_have_a_table_of_their_own(study: Study) -> None:
    assert "Code by code, turns as units" in paragraphs(study, compared(study))
    assert "Code by code, turns as units" not in paragraphs(study, compared(study, unit=Unit.TURN))


def test_the_workbook_has_the_raw_cells_and_every_passage(study: Study) -> None:
    book = load_workbook(written(study, compared(study), "out.xlsx"))
    assert {"Overall", "By code", "Cells", "Confusion", "Disagreements", "Formulas"} <= set(
        book.sheetnames
    )
    cells = {row[0]: row[4:8] for row in book["Cells"].iter_rows(min_row=2, values_only=True)}
    assert cells["cost"] == (8, 12, 0, 40)
    below = book["Cells with codes below"].iter_rows(min_row=2, values_only=True)
    assert {row[0]: row[4:8] for row in below}["money"] == (18, 2, 0, 40)
    passages = list(book["Disagreements"].iter_rows(min_row=2, values_only=True))
    assert passages[0][:7] == ("FG1", FIRST + 8, FIRST + 10, "cost", "HL", "AB", "boundary")


def test_json_in_a_file_is_that_of_the_command_line(study: Study) -> None:
    report = compared(study)
    found = json.loads(written(study, report, "out.json").read_text(encoding="utf-8"))
    assert found == json.loads(json.dumps(report_json(report)))


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_ratings_for_r_add_up_to_the_cells(study: Study) -> None:
    report = compared(study, coders=("HL", "AB", "CD"), everything=True)
    header, *found = rows(written(study, report, "out.csv"))
    assert header == ["code", "transcript", "start", "end", "length", "HL", "AB", "CD"]
    cost = [row for row in found if row[0] == "cost"]
    assert [row[1:] for row in cost] == [
        ["FG1", "0", "5", "5", "1", "1", "1"],
        ["FG1", "5", "8", "3", "1", "1", "0"],
        ["FG1", "8", "10", "2", "1", "0", "0"],
        ["FG1", "10", "30", "20", "0", "0", "0"],
        ["FG2", "0", "20", "20", "0", "0", "NA"],
        ["FG2", "20", "30", "10", "1", "0", "NA"],
    ]


@pytest.mark.parametrize("code", ["cost", "waste", "trust"])
@pytest.mark.parametrize("unit", list(Unit))
def test_another_program_finds_the_same_alpha_in_the_ratings(
    study: Study, code: str, unit: Unit
) -> None:
    report = compared(study, coders=("HL", "AB", "CD"), everything=True, unit=unit)
    header, *found = rows(written(study, report, "out.csv"))
    units = [
        (coder, f"{row[1]} {int(row[2]) + at}", int(rating))
        for row in found
        if row[0] == code
        for at in range(int(row[4]))
        for coder, rating in zip(header[5:], row[5:], strict=True)
        if rating != "NA"
    ]
    assert report.alpha(code).value == pytest.approx(AnnotationTask(data=units).alpha())


def test_ratings_of_turns_are_one_row_a_change(study: Study) -> None:
    _header, *found = rows(written(study, compared(study, unit=Unit.TURN), "out.csv"))
    trust = [row[1:] for row in found if row[0] == "trust"]
    assert trust == [
        ["FG1", "0", "1", "1", "0", "0"],
        ["FG1", "1", "2", "1", "1", "1"],
        ["FG2", "0", "2", "2", "0", "0"],
    ]


def test_spans_for_pygamma_lie_end_to_end_on_what_all_have_read(study: Study) -> None:
    found = rows(written(study, compared(study), "out.pygamma.csv"))
    assert found == [
        ["HL", "cost", "0", "10"],
        ["HL", "trust", "20", "30"],
        ["AB", "cost", "0", "8"],
        ["AB", "trust", "20", "30"],
        ["HL", "cost", "50", "60"],
        ["AB", "waste", "50", "60"],
    ]
    report = compared(study, coders=("HL", "AB", "CD"), everything=True)
    assert {row[0] for row in rows(written(study, report, "three.pygamma.csv"))} == {
        *("HL", "AB", "CD")
    }


def test_other_rounds_and_recodings_are_told_where_the_wish_is_known(study: Study) -> None:
    who = tuple(coder(study, name) for name in BOTH)
    for name in ("One", "Two"):
        one = study.run(NewRound(name, who, blind=False), coder(study))
        for each in BOTH:
            put(study, each, "FG1", "Trust", FIRST, FIRST + (5 if each == "AB" else 9), one)
        finish(study, "FG1", layer=one)
    wish = AgreementWish("Two", replicates=20)
    report = CompareCoders(wish).run(study, coder(study), silent)
    out = study.path.with_name("out.xlsx")
    WriteAgreement(report, out, wish).run(study, coder(study), silent)
    book = load_workbook(out)
    [_head, mean, trust] = book["Rounds 1"].iter_rows(values_only=True)
    assert (mean[0], trust[0]) == ("Mean over codes", "Trust")
    assert trust[9] == 0
    assert [row[:2] for row in book["Same coder"].iter_rows(min_row=2, values_only=True)] == [
        ("HL", "Two and open"),
        ("AB", "Two and open"),
        ("HL", "Two and One"),
        ("AB", "Two and One"),
    ]
    assert "Drift" not in book.sheetnames


def test_standard_errors_by_formula_are_given_of_turns_alone(tmp_path: Path) -> None:
    with a_study_with_enough(tmp_path / "enough.qnhs") as study:
        for name in NAMES:
            put(study, "HL", name, "Waste", SECOND, SECOND + 1)
        put(study, "AB", "FG1", "Waste", SECOND, SECOND + 1)
        book = load_workbook(written(study, compared(study, unit=Unit.TURN), "turns.xlsx"))
        whole = load_workbook(written(study, compared(study), "characters.xlsx"))
        one, other = (compared(study, unit=Unit.TURN).cells, "waste")
    told = {row[0]: row[1:] for row in book["Standard errors"].iter_rows(values_only=True)}
    at = one.codes.index(other)
    expected = alpha_error(one.profiles, one.weights.sum(axis=0)[at])
    assert told[other][0] == pytest.approx(expected)
    assert 0.1 < expected < 1
    assert "Standard errors" not in whole.sheetnames


def test_words_for_ranges_stand_beside_alpha_with_their_author(tmp_path: Path) -> None:
    with a_study_with_enough(tmp_path / "enough.qnhs") as study:
        out = tmp_path / "out.xlsx"
        bands = (BANDS["landis-koch"], BANDS["krippendorff"])
        task = WriteAgreement(compared(study), out, bands=bands)
        task.run(study, coder(study), silent)
    book = load_workbook(out)
    head, *found = book["By code"].iter_rows(values_only=True)
    assert head[-2:] == ("In words", "In words")
    told = {row[0]: row[-2:] for row in found}
    assert told["Trust"] == ("almost perfect (Landis & Koch 1977)", "reliable (Krippendorff 2004)")
    assert told["Cost\N{NO-BREAK SPACE}†"] == ("too few to judge", "too few to judge")
    assert "In words" not in next(book["By code, turns"].iter_rows(values_only=True))


def test_what_was_written_is_noted_with_its_hash_and_nobodys_words(study: Study) -> None:
    files = [written(study, compared(study), name) for name in ("out.docx", "out.csv")]
    noted = study.ask(Reader.exports)
    assert [one.file for one in noted] == [str(file) for file in files]
    assert [one.file_hash for one in noted] == [
        hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    ]
    assert {(one.what, one.transcripts) for one in noted} == {("agreement", ())}


@pytest.fixture
def settled(tmp_path: Path) -> Iterator[Study]:
    with a_settling_study(tmp_path / "settled.qnhs") as study:
        settle_some(study)
        yield study


def written_of_round(study: Study, name: str) -> Path:
    wish = AgreementWish(ROUND, replicates=0)
    report = CompareCoders(wish).run(study, coder(study), silent)
    out = study.path.with_name(name)
    WriteAgreement(report, out, wish).run(study, coder(study), silent)
    return out


def test_how_disagreements_were_settled_stands_in_the_words_for_the_paper(settled: Study) -> None:
    document = Document(str(written_of_round(settled, "out.docx")))
    [said] = [one.text for one in document.paragraphs if "Round 1 differed on" in one.text]
    assert said.startswith("The coders of Round 1 differed on 4 passages. Settled after the")
    assert "compared: 3; put off: 0; open: 1." in said
    assert "made by HL (2) and AB (1)" in said
    assert "the causes were definition unclear (2) and boundary (1)" in said
    assert "1 passage that all had coded alike was taken over" in said
    [table] = [one for one in document.tables if one.rows[0].cells[0].text == "Cause"]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Cause", "Passages", "One coder’s codings", "All codings", "No coding", "Another code"],
        ["definition unclear", "2", "0", "0", "1", "1"],
        ["boundary", "1", "1", "0", "0", "0"],
        ["all causes", "3", "1", "0", "1", "1"],
    ]


def test_every_decision_is_in_the_workbook_and_in_the_json(settled: Study) -> None:
    book = load_workbook(written_of_round(settled, "out.xlsx"))
    rows = list(book["Decisions"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == ["FG1", "FG2", "FG2"]
    assert rows[0][3:10] == (
        "Cost", "Boundary", "boundary", "one coder’s codings", "AB", "The sum.", "HL",
    )  # fmt: skip
    told = json.loads(written_of_round(settled, "out.json").read_text())["settling"]
    assert (told["disputed"], told["settled"], told["open"], told["agreed"]) == (4, 3, 1, 1)
    assert told["causes"] == {"definition unclear": 2, "boundary": 1}
    assert told["choices"] == {"coder": 1, "neither": 1, "other code": 1}
    assert told["decisions"][0]["reason"] == "The sum."
    assert "The sum." not in written_of_round(settled, "out.html").read_text()


def test_a_report_whose_reasons_may_quote_is_noted_with_their_transcripts(settled: Study) -> None:
    quoting = (transcript(settled, "FG1"),)
    for name in ("out.json", "out.docx", "out.csv"):
        written_of_round(settled, name)
    assert [one.transcripts for one in settled.ask(Reader.exports)] == [quoting, (), ()]


def test_a_name_that_says_no_format_is_refused(study: Study) -> None:
    with pytest.raises(UnknownSuffix, match=r"\.docx, \.xlsx, \.html"):
        WriteAgreement(compared(study), study.path.with_name("out.txt")).run(
            study, coder(study), silent
        )


def test_nothing_to_compare_is_a_report_too(study: Study) -> None:
    report = compared(study, transcripts=("FG3",))
    for name in ("out.docx", "out.xlsx", "out.html", "out.csv", "out.pygamma.csv", "out.json"):
        assert written(study, report, name).exists()

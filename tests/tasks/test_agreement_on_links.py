"""Agreement on links in the report of the pilot: in figures, as JSON, in Word and in Excel."""

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.analysis.agreement.report_json import report_json
from qualcoder_nhs.queries.agreement import AgreementWish
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.agreement import CompareCoders, WriteAgreement
from qualcoder_nhs.tasks.task import silent
from tests.builders import coder


@pytest.fixture(scope="module")
def pilot(sample_study: Study) -> AgreementReport:
    wish = AgreementWish("Pilot", replicates=0)
    return CompareCoders(wish).run(sample_study, coder(sample_study), silent)


def test_the_planted_differences_are_found(pilot: AgreementReport) -> None:
    found = pilot.links
    assert found is not None
    counts = found.overall
    assert (counts.turns_both, counts.turns_one) == (14, 3)
    assert (counts.same_target, counts.links_both, counts.same_kind) == (11, 12, 10)
    kinds = {frozenset((one.value, other.value)) for one, other, _n in found.confusions}
    assert kinds == {frozenset(("agree", "soft dissent")), frozenset(("question", "soft dissent"))}
    assert report_json(pilot)["links"]["overall"]["links_both"] == 12


def test_nobody_reads_of_links_where_there_are_none(sample_study: Study) -> None:
    wish = AgreementWish("Pilot", transcripts=("FG3",), replicates=0)
    report = CompareCoders(wish).run(sample_study, coder(sample_study), silent)
    assert report.links is None
    assert report_json(report)["links"] is None


def test_word_and_excel_have_the_table(
    pilot: AgreementReport, sample_study: Study, tmp_path: Path
) -> None:
    lead = coder(sample_study)
    WriteAgreement(pilot, tmp_path / "a.docx").write(sample_study, lead, silent)
    WriteAgreement(pilot, tmp_path / "a.xlsx").write(sample_study, lead, silent)
    headings = [one.text for one in Document(str(tmp_path / "a.docx")).paragraphs]
    assert any("Links between turns" in words for words in headings)
    sheet = load_workbook(tmp_path / "a.xlsx")["Links"]
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "DM – AW" in cells
    assert 14 in cells

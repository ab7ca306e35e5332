"""The report of agreement as another office program opens it: every page, sheet and cell."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from qualcoder_nhs.analysis.agreement.bands import BANDS
from qualcoder_nhs.analysis.agreement.report import agreement_report
from qualcoder_nhs.analysis.agreement_paper.paper import Occasion, paper
from qualcoder_nhs.domain.report import Report
from qualcoder_nhs.exporters.reports.report_formats import report_format, write_report
from qualcoder_nhs.queries.agreement import AgreementWish, agreement_material
from qualcoder_nhs.queries.settled import how_settled
from tests.exporters.printed import Office, holds_in_order, pages, plain
from tests.settling_study import ROUND, a_settling_study, settle_some

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Two coders of a round of which three in four disagreements are settled."""
    with a_settling_study(tmp_path_factory.mktemp("study") / "trust.qnhs") as study:
        settle_some(study)
        wish = AgreementWish(ROUND, replicates=200)
        found = agreement_report(study.ask(agreement_material, wish))
        settling = study.ask(how_settled, wish)
    made = datetime(2026, 3, 1, 12, tzinfo=UTC)
    bands = (BANDS["landis-koch"],)
    return paper(found, Occasion("HL", made, "qualcoder_nhs", bands, settling))


def written(report: Report, folder: Path, suffix: str) -> Path:
    chosen = report_format(suffix)
    assert chosen is not None
    path = folder / f"agreement{suffix}"
    write_report(report, path, chosen)
    return path


def close(words: str) -> str:
    """Words without blanks: lines break at hyphens, and narrow columns within words.

    A minus may come from another font, which the reading of pages takes for another line.
    """
    return plain(words).replace(" ", "").replace("−", "")


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_pages_hold_method_headline_tables_and_words_for_the_paper(
    office: Office, tmp_path: Path, report: Report, suffix: str
) -> None:
    file = office(written(report, tmp_path, suffix), "pdf")
    text = close(" ".join(pages(file, footer=suffix == ".docx")))
    shown = [table for table in report.tables if not table.appendix]
    assert {table.name for table in shown} >= {"By code", "Settled", "Settled by"}
    wanted = [report.title, report.headline, *(table.title for table in shown)]
    said = [words for prose in report.prose for words in (prose.title, *prose.paragraphs)]
    holds_in_order(text, map(close, [*wanted, *said]))
    for table in shown:
        assert [row[0] for row in table.rows if close(str(row[0])) not in text] == []


def test_no_column_of_a_page_is_cut_off(office: Office, tmp_path: Path, report: Report) -> None:
    text = close(" ".join(pages(office(written(report, tmp_path, ".docx"), "pdf"))))
    heads = [column.title for table in report.tables if not table.appendix
             for column in table.columns]  # fmt: skip
    assert [head for head in heads if close(head) not in text] == []


def test_a_workbook_comes_out_sheet_by_sheet_and_cell_by_cell(
    sheets: Office, tmp_path: Path, report: Report
) -> None:
    path = written(report, tmp_path, ".xlsx")
    ours, theirs = load_workbook(path), load_workbook(sheets(path, "xlsx"))
    assert theirs.sheetnames == ours.sheetnames
    for sheet in ours:
        found = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert found
        for cell in found:
            other = theirs[sheet.title][cell.coordinate]
            assert other.data_type != "f"
            assert other.value == (
                pytest.approx(cell.value) if isinstance(cell.value, float) else cell.value
            )

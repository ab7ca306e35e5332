"""Reports: what is written as Word, Excel and web page is read back, undefined and all."""

from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from qualcoder_nhs.domain.errors import NotWritten
from qualcoder_nhs.domain.report import Column, Estimate, Measures, Prose, Report, Table
from qualcoder_nhs.exporters.reports.report_formats import REPORTS, report_format, write_report

TABLE = Table(
    "By code",
    "Code by code",
    (
        Column("Code"),
        Column("Spans", Measures.COUNT),
        Column("Share", Measures.SHARE),
        Column("Alpha", Measures.ESTIMATE, "1 − Do / De"),
    ),
    (
        ("=Money", 1200, 0.25, Estimate(0.8134, 0.7, 0.9)),
        ("Cost & <waste>", 3, None, Estimate(None, why="never applied")),
        ("Trust", 0, 1.0, Estimate(-0.004, why="no interval")),
    ),
    note="Read with care.",
    depths=(0, 1, 0),
)
LONG = Table("All", "All of them", (Column("What"),), tuple((str(at),) for at in range(9)), shown=2)
BEHIND = Table("Cells", "Raw cells", (Column("n11", Measures.COUNT),), ((5,),), appendix=True)
REPORT = Report(
    title="Agreement of coders",
    subtitle="Doctors \x07 and managers",
    author="HL",
    made=datetime(2026, 3, 1, 12, tzinfo=UTC),
    facts=(("Coders", "2: HL and AB"), ("Program", "qualcoder_nhs")),
    headline="Mostly a where-problem.",
    details=("Most at the ends.",),
    tables=(TABLE, LONG, BEHIND),
    prose=(
        Prose("For the Methods section", ("Two coders coded.",)),
        Prose("COREQ", points=(("24. Coders", "Two."),)),
    ),
    notes=("A caveat.",),
)


def written(tmp_path: Path, suffix: str, report: Report = REPORT) -> Path:
    chosen = report_format(suffix.upper())
    assert chosen is not None
    path = tmp_path / f"out{suffix}"
    write_report(report, path, chosen)
    return path


def test_word_says_the_method_first_and_then_what_came_of_it(tmp_path: Path) -> None:
    document = Document(str(written(tmp_path, ".docx")))
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 2"]
    assert headings == [
        "Method",
        "Code by code",
        "All of them",
        "For the Methods section",
        "COREQ",
        "Notes",
    ]
    texts = [one.text for one in document.paragraphs]
    assert texts[:2] == ["Agreement of coders", "Doctors � and managers"]
    assert texts.index("Mostly a where-problem.") < texts.index("Code by code")
    assert "A caveat." in texts
    assert document.core_properties.author == "HL"


def test_word_tables_hold_every_cell_and_head_every_page(tmp_path: Path) -> None:
    document = Document(str(written(tmp_path, ".docx")))
    method, codes, few = document.tables
    assert [cell.text for cell in method.rows[1].cells] == ["Coders", "2: HL and AB"]
    assert [[cell.text for cell in row.cells] for row in codes.rows] == [
        ["Code", "Spans", "Share", "Alpha"],
        ["=Money", "1,200", "25%", "0.81 [0.70, 0.90]"],
        ["Cost & <waste>", "3", "", "n/a a"],
        ["Trust", "0", "100%", "0.00 b"],
    ]
    assert len(few.rows) == 3
    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in codes.rows] == [
        True,
        *[False] * 3,
    ]
    [moved] = codes._tbl.iter(qn("w:ind"))
    assert moved.getparent().getparent().xpath("string(.)") == "Cost & <waste>"
    notes = [one.text for one in document.paragraphs if one.style.name == "Table note"]
    assert notes == [
        "Read with care. a never applied. b no interval.",
        "7 more rows are in the Excel workbook.",
    ]


def test_excel_has_every_table_and_numbers_as_numbers(tmp_path: Path) -> None:
    book = load_workbook(written(tmp_path, ".xlsx"))
    assert book.sheetnames == ["About", "By code", "All", "Cells", "Formulas"]
    rows = [list(row) for row in book["By code"].iter_rows(values_only=True)]
    assert rows == [
        ["Code", "Spans", "Share", "Alpha", "Alpha, low", "Alpha, high", "Alpha, why"],
        ["=Money", 1200, 0.25, 0.8134, 0.7, 0.9, None],
        ["Cost & <waste>", 3, None, None, None, None, "never applied"],
        ["Trust", 0, 1, -0.004, None, None, "no interval"],
    ]
    assert book["By code"]["A2"].data_type == "s"
    names = [book["By code"].cell(row, 1).alignment for row in (2, 3, 4)]
    assert [(one.horizontal, one.indent) for one in names] == [
        ("left", 0),
        ("left", 1),
        ("left", 0),
    ]
    assert book["All"].max_row == 10
    assert list(book["Formulas"].iter_rows(min_row=2, values_only=True)) == [
        ("By code", "Alpha", "1 − Do / De")
    ]
    about = dict(book["About"].iter_rows(values_only=True))
    assert about["Headline"] == "Mostly a where-problem. Most at the ends."
    assert about["24. Coders"] == "Two."


class Cells(HTMLParser):
    """The cells of all tables of a page, and whatever it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.loads: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.loads += [name for name, _ in attrs if name in ("src", "href")]
        self._inside = tag in ("td", "th")
        if self._inside:
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.cells[-1] += data


def test_the_web_page_holds_the_same_and_loads_nothing(tmp_path: Path) -> None:
    page = written(tmp_path, ".html").read_text(encoding="utf-8")
    found = Cells()
    found.feed(page)
    assert found.loads == []
    assert found.cells[:8] == [
        *("Code", "Spans", "Share", "Alpha"),
        *("=Money", "1,200", "25%", "0.81 [0.70, 0.90]"),
    ]
    assert found.cells[8] == "Cost & <waste>"
    assert page.index("Method") < page.index("Mostly a where-problem.") < page.index("Code by code")
    assert "Raw cells" not in page


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.id)
def test_a_report_without_tables_is_a_report(tmp_path: Path, one: object) -> None:
    bare = replace(REPORT, tables=(), prose=(), notes=(), details=())
    assert written(tmp_path, one.suffix, bare).stat().st_size > 500


def test_where_it_cannot_be_put_an_older_file_stays(tmp_path: Path) -> None:
    chosen = report_format(".docx")
    with pytest.raises(NotWritten):
        write_report(REPORT, tmp_path / "nowhere" / "out.docx", chosen)
    assert report_format(".txt") is None

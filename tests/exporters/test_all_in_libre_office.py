"""Every document and workbook that leaves a study is opened once by another office program."""

from pathlib import Path

import pytest
from exporters.conftest import Shop
from openpyxl import load_workbook

from qualcoder_nhs.analysis.tables import REPORTS
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.table_options import wish as table_wish
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.export import EXPORTS, export_file
from qualcoder_nhs.tasks.export_wish import Wish
from qualcoder_nhs.tasks.tables import MakeTable, WriteTable
from qualcoder_nhs.tasks.task import silent
from tests.exporters.printed import pages

pytestmark = pytest.mark.long

LINE = 15
OFFICE = (".docx", ".odt", ".xlsx")

# What is exported in which formats of office programs, and words that must stand on its pages.
WRITTEN = {
    ("excerpts", ".docx"): "Draw of the role",
    ("excerpts", ".xlsx"): "Draw of the role",
    ("codings", ".xlsx"): "Senior role appeal > Draw of the role",
    ("codebook", ".docx"): "Draw of the role",
    ("codebook", ".xlsx"): "Draw of the role",
    ("transcript", ".docx"): "Both lights are on",
    ("coreq", ".docx"): "Credentials",
    ("coreq", ".xlsx"): "Credentials",
    ("srqr", ".docx"): "SRQR",
    ("srqr", ".xlsx"): "SRQR",
    ("exchanges", ".docx"): "Exchanges",
    ("framework", ".docx"): "Framework matrix",
    ("framework", ".xlsx"): "Framework matrix",
}
WISH = Wish(transcript="FG2")
"""One group is enough to see, where it can be asked for."""


def test_what_is_written_for_office_programs_is_listed_here(sample: Path, tmp_path: Path) -> None:
    kinds = {(what, suffix) for what in EXPORTS if what != "archive" for suffix in OFFICE}
    with Study.read(sample) as study:
        for what, suffix in sorted(kinds - WRITTEN.keys()):
            with pytest.raises(Refusal):
                export_file(study, what, tmp_path / f"no{suffix}", WISH, silent)


def test_everything_that_is_exported_opens(print_shop: Shop, sample: Path, tmp_path: Path) -> None:
    files: dict[Path, str] = {}
    with Study.read(sample) as study:
        for (what, suffix), words in WRITTEN.items():
            out = tmp_path / f"{what} {suffix[1:]}{suffix}"
            export_file(study, what, out, WISH, silent)
            files[out] = words
    for file, pdf in print_shop(list(files)).items():
        printed = " ".join(pages(pdf))
        assert files[file] in printed, file.name


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_every_table_of_the_talk_opens(
    print_shop: Shop, sample: Path, tmp_path: Path, suffix: str
) -> None:
    titles: dict[Path, str] = {}
    with Study.read(sample) as study:
        asker = study.ask(Reader.coders)[0].id
        for report in REPORTS:
            made = MakeTable(report, table_wish(report.options, {})).run(study, asker, silent)
            out = tmp_path / f"{report.id}{suffix}"
            WriteTable(made, out).run(study, asker, silent)
            titles[out] = made.title
    for file, pdf in print_shop(list(titles)).items():
        first = titles[file].partition(":")[0]
        assert first in " ".join(pages(pdf)), file.name


@pytest.mark.parametrize("what", ["codebook", "codings", "coreq"])
def test_no_row_of_a_workbook_hides_words(sample: Path, tmp_path: Path, what: str) -> None:
    out = tmp_path / "made.xlsx"
    with Study.read(sample) as study:
        export_file(study, what, out, WISH, silent)
    for sheet in load_workbook(out):
        assert sheet.page_setup.orientation == "landscape"
        widths = {
            column: one.width
            for one in sheet.column_dimensions.values()
            for column in range(one.min, one.max + 1)
        }
        for row in sheet.iter_rows():
            height = sheet.row_dimensions[row[0].row].height or LINE
            for cell in row:
                needed = (
                    len(str(cell.value or "")) / widths[cell.column]
                    if cell.alignment.wrap_text
                    else 1
                )
                assert height >= min(409, LINE * int(needed)), (sheet.title, cell.coordinate)

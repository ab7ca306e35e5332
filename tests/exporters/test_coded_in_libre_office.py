"""Another office program opens a coded transcript, with its comments, and a workbook of codings."""

from pathlib import Path

import pytest
from docx import Document

from qualcoder_nhs.exporters.coded.coded_formats import write_coded
from qualcoder_nhs.exporters.codings.codings_formats import write_all_of_codings
from qualcoder_nhs.exporters.codings.codings_rows import COLUMNS
from qualcoder_nhs.queries.coded_transcript import coded_transcript
from qualcoder_nhs.queries.coding_list import coding_list
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.exporters.printed import Office, holds_in_order, pages
from tests.exporters.test_in_libre_office import CSV_IN_UTF8, cells

pytestmark = pytest.mark.long


def test_comments_stay_on_their_words(office: Office, sample: Path, tmp_path: Path) -> None:
    with Study.read(sample) as study:
        fg2 = study.ask(Reader.transcript_called, "FG2")
        coded = study.ask(coded_transcript, fg2, "open", exporter="RO")
    write_coded(coded, tmp_path / "fg2.docx")
    again = Document(str(office(tmp_path / "fg2.docx", "docx")))
    told = sorted((one.author, one.text.partition("\n")[0]) for one in again.comments)
    assert told == sorted((mark.coder, mark.path) for mark in coded.marks)
    lines = [line.span.of(coded.text) for line in coded.lines() if line.span]
    holds_in_order(" ".join(pages(office(tmp_path / "fg2.docx", "pdf"), footer=True)), lines)


def test_a_workbook_of_codings_comes_out_row_by_row(
    sheets: Office, sample: Path, tmp_path: Path
) -> None:
    with Study.read(sample) as study:
        found = study.ask(coding_list, transcript="FG2", layer="open")
    write_all_of_codings(found, tmp_path / "codings.xlsx")
    head, *rows = cells(sheets(tmp_path / "codings.xlsx", CSV_IN_UTF8))
    assert head == list(COLUMNS)
    assert [row[head.index("id")] for row in rows] == [one.coding.id for one in found]

"""Tables of people and topic guides, as sheets and word processors write them."""

from datetime import datetime
from pathlib import Path

import pytest
from docx import Document
from xlsxwriter import Workbook

from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.attribute_list import (
    attributes_beside,
    general_attributes,
    read_attributes,
)
from qualcoder_nhs.importers.cells.sheet import pasted_cells
from qualcoder_nhs.importers.guides.guide_files import read_guide
from qualcoder_nhs.importers.guides.guide_lines import guide_of
from qualcoder_nhs.importers.ready_codebooks import ready_codebook
from qualcoder_nhs.importers.tables.people_table import pasted_people, read_people

GUIDE = """Topic guide, version 2

1. Opening: who are you?
   - Were you asked,
     or did you apply?
   • Say more
2) Money, quality, access:
what gives?
     Probe: Would you say that to them?
Q3: What would help?
    a) If there were some money
Thank the group.
"""


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        ("transcript,label,role\nFG1,P1,nurse\n", "utf-8"),
        ("sep=;\ntranscript;label;role\nFG1;P1;nurse\n", "utf-8-sig"),
        ("transcript\tlabel\trole\r\n\r\nFG1\tP1\tnurse\r\n", "utf-16"),
    ],
)
def test_a_table_of_people_is_read_however_it_was_written(
    tmp_path: Path, written: str, encoding: str
) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes(written.encode(encoding))
    [row] = read_people(file).rows
    assert (row.transcript, row.label, row.cells) == ("FG1", "P1", {"role": "nurse"})


def test_a_workbook_is_read_with_its_dates_as_days(tmp_path: Path) -> None:
    file = tmp_path / "groups.xlsx"
    with Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Transcript", "Date", "Duration"])
        sheet.write(1, 0, "FG1")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_datetime(1, 1, datetime(2026, 5, 12), day)  # noqa: DTZ001  (as Excel has it)
        sheet.write(1, 2, 100)
    table = read_people(file)
    assert table.subject is Subject.GROUP
    assert table.rows[0].cells == {"Date": "2026-05-12", "Duration": "100"}


@pytest.mark.parametrize("written", ["colour,size\nred,3\n", "transcript,label,role\n", "\0\1"])
def test_what_is_no_table_of_people_is_refused(tmp_path: Path, written: str) -> None:
    file = tmp_path / "people.csv"
    file.write_text(written)
    with pytest.raises(BadFile):
        read_people(file)


def test_copied_cells_are_a_table_where_somebody_is_named() -> None:
    table = pasted_people("participant\trole\nP1\tnurse\n")
    assert table is not None
    assert (table.rows[0].name, table.rows[0].cells) == ("P1", {"role": "nurse"})
    assert pasted_people("colour\tsize\nred\t3") is None
    assert pasted_people("") is None
    assert pasted_cells('a\t"b\nc"\n\nd') == [["a", "b\nc"], [""], ["d"]]


def test_a_guide_is_numbered_questions_with_bulleted_or_indented_probes() -> None:
    parsed = guide_of(GUIDE)
    assert [(one.name, one.text, one.probes) for one in parsed.drafts] == [
        ("Q1", "Opening: who are you?", ("Were you asked, or did you apply?", "Say more")),
        ("Q2", "Money, quality, access: what gives?", ("Would you say that to them?",)),
        ("Q3", "What would help?", ("If there were some money",)),
    ]
    assert [one.line for one in parsed.problems] == [1, 12]


def test_a_guide_without_numbers_is_its_plain_lines_or_its_outer_bullets() -> None:
    plain = guide_of("Who are you?\n- Say more\n\nWhat gives?\n")
    assert [(one.text, one.probes) for one in plain.drafts] == [
        ("Who are you?", ("Say more",)),
        ("What gives?", ()),
    ]
    bullets = guide_of("- Who are you?\n   - Say more\n- What gives?")
    assert [one.text for one in bullets.drafts] == ["Who are you?", "What gives?"]
    assert guide_of(" \n").drafts == ()


def test_numbers_that_word_makes_are_read(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Topic guide")
    for style, words in (
        ("List Number", "Who are you?"),
        ("List Bullet", "Say more"),
        ("List Number", "What gives?"),
    ):
        document.add_paragraph(words, style=style)
    document.save(str(tmp_path / "guide.docx"))
    parsed = read_guide(tmp_path / "guide.docx")
    assert [(one.name, one.text, one.probes) for one in parsed.drafts] == [
        ("Q1", "Who are you?", ("Say more",)),
        ("Q2", "What gives?", ()),
    ]


def test_a_guide_as_a_sheet(tmp_path: Path) -> None:
    file = tmp_path / "guide.csv"
    file.write_text(
        "No,Question,Probes\n1,Who are you?,Say more;Why?\n,,And then?\n2,What gives?,\n"
    )
    parsed = read_guide(file)
    assert [(one.name, one.text, one.probes) for one in parsed.drafts] == [
        ("Q1", "Who are you?", ("Say more", "Why?", "And then?")),
        ("Q2", "What gives?", ()),
    ]
    file.write_text("a,b\n1,2\n")
    with pytest.raises(BadFile):
        read_guide(file)


def test_the_lists_of_attributes_that_come_with_the_program() -> None:
    nhs = attributes_beside(ready_codebook("nhs_doctor_manager"))
    assert [one.known_as for one in nhs if one.identifying] == ["specialty", "gender"]
    assert {one.subject for one in nhs} == set(Subject)
    hybrid = next(one for one in nhs if one.key == "hybrid")
    assert hybrid.values == ("yes", "no", "formerly")
    assert attributes_beside(ready_codebook("trust_core")) == ()
    assert 0 < len(general_attributes()) < len(nhs)


def test_a_fault_in_a_list_of_attributes_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "list.yaml"
    file.write_text("participants:\n- name: Role\n- key: nation\n")
    with pytest.raises(BadFile, match="line 3"):
        read_attributes(file)
    file.write_text("people: [")
    with pytest.raises(BadFile, match="line"):
        read_attributes(file)

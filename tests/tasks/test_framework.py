"""The framework matrix of the sample out to Excel and Word, and summaries back from Excel."""

import shutil
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from qualcoder_nhs.actions.codings import CodePassage, SetFlags
from qualcoder_nhs.actions.framework import WriteSummary
from qualcoder_nhs.actions.people import DescribeParticipant
from qualcoder_nhs.analysis.framework.sheets import sheet
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.errors import BadFile, NoSuchFormat
from qualcoder_nhs.domain.framework import Summary, referred_turns
from qualcoder_nhs.domain.framework_plan import Fate, FrameworkPlan
from qualcoder_nhs.domain.framework_workbook import CASE_ID, ORIGINAL
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.material import material
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.framework import ReadFramework, taking, write_framework
from qualcoder_nhs.tasks.task import silent
from tests.builders import coder

SHEETS = ["Read me", "Hybrid identity", "Trust"]


@pytest.fixture(scope="module")
def written(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("framework") / "framework.xlsx"
    with Study.read(sample) as study:
        write_framework(study, None, out)
    return out


@pytest.fixture
def study(sample: Path, tmp_path: Path):
    shutil.copyfile(sample, tmp_path / "s.qnhs")
    with Study.open(tmp_path / "s.qnhs") as opened:
        yield opened


def place(book: Workbook, sheet: str, group: str, case: str, head: str) -> str:
    """Where a case by a column stands."""
    rows = book[sheet].iter_rows()
    heads = [cell.value for cell in next(rows)]
    at = next(number for number, one in enumerate(heads) if str(one).endswith(f"· {head}"))
    for row in rows:
        if (row[0].value, row[1].value) == (group, case):
            return row[at].coordinate
    raise AssertionError(group, case)


def plan(study: Study, path: Path) -> FrameworkPlan:
    return ReadFramework(path).run(study, coder(study), silent)


def texts(study: Study) -> dict[str, str]:
    return {one.id: one.text for one in study.ask(Reader.summaries)}


def test_real_tables_frozen_filtered_wrapped_and_no_merged_cells(written: Path) -> None:
    book = load_workbook(written)
    assert book.sheetnames[:3] == SHEETS
    last = ["Group matrix", "Theme x role", "Consensus", "Excerpts", "Codebook", ORIGINAL]
    assert book.sheetnames[-6:] == last
    assert book[ORIGINAL].sheet_state == "hidden"
    for name in book.sheetnames[1:-1]:
        sheet = book[name]
        assert len(sheet.tables) == 1
        assert all(one.autoFilter for one in sheet.tables.values())
        assert sheet.freeze_panes is not None
        assert not sheet.merged_cells.ranges
        assert sheet["C2"].alignment.wrap_text


def test_three_kinds_of_emptiness_and_references_that_jump(written: Path) -> None:
    book = load_workbook(written)
    trust = book["Trust"]
    assert trust[place(book, "Trust", "FG1", "P1", "tru-withheld")].value == "–"
    assert not trust[place(book, "Trust", "FG3", "P4", "tru-competence")].value
    cell = trust[place(book, "Trust", "FG1", "P3", "tru-calculated")]
    assert "[t.143]" in cell.value
    cell = cell.offset(column=1)
    assert cell.value == "t.143"
    row = int(cell.hyperlink.location.rpartition("A")[2])
    excerpts = book["Excerpts"]
    assert [excerpts.cell(row, at).value for at in (1, 2, 3)] == ["FG1", "t.143", "P3"]
    assert "no great love in it" in excerpts.cell(row, 6).value


def test_nobody_is_described_so_that_few_people_fit(written: Path, sample_study: Study) -> None:
    book = load_workbook(written)
    heads = [cell.value for cell in book["Trust"][1]]
    keys = {one.name: one.key for one in sample_study.ask(Reader.attributes)}
    told = {at: keys[head] for at, head in enumerate(heads) if head in keys}
    people = [one.attributes for one in sample_study.ask(Reader.participants).values()]
    for row in book["Trust"].iter_rows(min_row=2, values_only=True):
        described = {key: row[at] for at, key in told.items() if row[at]}
        assert sum(described.items() <= one.items() for one in people) >= 3


def flag(study: Study, words: str) -> None:
    """Somebody else codes words in the open layer, and flags them as identifying."""
    other = study.ask(Reader.coders)[1].id
    room = study.ask(Reader.transcript_called, "FG1")
    start = study.ask(Reader.transcript, room).text.index(words)
    span = Span(start, start + len(words))
    code = study.ask(Reader.codebook).find("tru-calculated").id
    coding = study.run(CodePassage(room, span, code), other).coding
    study.run(SetFlags(coding, frozenset({Flag.IDENTIFYING})), other)


def test_flagged_words_are_left_out_whoever_flagged_them_in_whichever_layer(
    study: Study, tmp_path: Path
) -> None:
    """The sample shows its settled layer; the flag is put in the open one."""
    secret, out = "no great love in it", tmp_path / "framework.xlsx"
    one = summary(study, "A deal", "Gave the small")
    where = (one.transcript, one.participant, one.code, one.theme)
    study.run(
        WriteSummary(*where, f"Says there is “No great love  in it” [t.143] {PLAIN}"), coder(study)
    )
    write_framework(study, None, out)
    assert secret in words_of(out)
    flag(study, secret)
    write_framework(study, None, out)
    told = words_of(out)
    assert secret not in told
    assert "no great love  in it" not in told.lower()
    assert f"“[left out: flagged as identifying]” [t.143] {PLAIN}" in told
    assert "rests on words flagged as identifying: FG1 P3, Calculated trust: t.143." in told
    write_framework(study, None, tmp_path / "framework.docx")
    document = Document(str(tmp_path / "framework.docx"))
    cells = [cell.text for table in document.tables for cell in table._cells]
    assert not any("love" in cell for cell in cells if PLAIN in cell)


PLAIN = "and leaves it there"


def words_of(path: Path) -> str:
    """All that stands in a workbook, its hidden sheets among it."""
    rows = (row for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True))
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


def test_words_left_out_are_no_change_when_the_workbook_comes_back(
    study: Study, tmp_path: Path
) -> None:
    one = summary(study, "A deal", "Gave the small")
    where = (one.transcript, one.participant, one.code, one.theme)
    study.run(WriteSummary(*where, "There is no great love in it [t.143]"), coder(study))
    flag(study, "no great love in it")
    out, before = tmp_path / "framework.xlsx", texts(study)
    write_framework(study, None, out)
    assert not plan(study, out).taken(conflicts=True)
    book = load_workbook(out)
    book["Trust"][place(book, "Trust", "FG1", "P3", "tru-calculated")] = "Another deal"
    book.save(out)
    [conflict] = plan(study, out).of(Fate.CONFLICT)
    assert conflict.here == before[one.id]


def test_roles_of_few_have_no_column_of_their_own(study: Study, tmp_path: Path) -> None:
    out, people = tmp_path / "framework.xlsx", list(study.ask(Reader.participants).values())
    managers = [one for one in people if one.role == "general manager"]
    assert len(managers) == 4
    for one in managers[:2]:
        known = {**one.attributes, "role": "bed bureau"}
        study.run(DescribeParticipant(one.id, one.name, known), coder(study))
    write_framework(study, None, out)
    sheet = load_workbook(out)["Theme x role"]
    words = " ".join(str(cell.value) for row in sheet for cell in row)
    assert "chief executive" in words
    assert "2 columns" in words
    assert "who may be recognised" in words
    assert "general manager" not in words
    assert "bed bureau" not in words


def test_coming_back_untouched_changes_nothing(study: Study, written: Path) -> None:
    found = plan(study, written)
    assert not found.taken(conflicts=True)
    assert not found.of(Fate.UNKNOWN)
    assert len(found.of(Fate.SAME)) == len(texts(study))


def test_what_was_changed_in_excel_comes_back_as_one_step(
    study: Study, written: Path, tmp_path: Path
) -> None:
    before, lead = texts(study), coder(study)
    book = load_workbook(written)
    trust = book["Trust"]
    trust[place(book, "Trust", "FG3", "P4", "tru-competence")] = "Marian delivers [t.50]"
    trust[place(book, "Trust", "FG1", "P3", "tru-calculated")] = "A deal, kept in two books [t.143]"
    trust[place(book, "Trust", "FG1", "P6", "tru-openness")] = None
    book.save(tmp_path / "back.xlsx")
    found = plan(study, tmp_path / "back.xlsx")
    fates = sorted((one.fate, one.where) for one in found.taken(conflicts=False))
    assert fates == [
        (Fate.CHANGED, "FG1 P3, Calculated trust"),
        (Fate.CLEARED, "FG1 P6, Climate of openness"),
        (Fate.NEW, "FG3 P4, Trust in competence"),
    ]
    study.run(taking(found, "back.xlsx"), lead)
    after = texts(study)
    fresh = next(text for key, text in after.items() if key not in before)
    assert referred_turns(fresh) == (50,)
    assert len(after) == len(before)
    study.undo(lead)
    assert texts(study) == before


def test_words_changed_on_both_sides_are_a_conflict_and_left_unless_asked_for(
    study: Study, written: Path, tmp_path: Path
) -> None:
    lead = coder(study)
    one = summary(study, "A deal", "Gave the small")
    where = (one.transcript, one.participant, one.code, one.theme)
    study.run(WriteSummary(*where, "Rewritten here [t.143]"), lead)
    book = load_workbook(written)
    cell = place(book, "Trust", "FG1", "P3", "tru-calculated")
    book["Trust"][cell] = "Rewritten there [t.143]"
    book.save(tmp_path / "back.xlsx")
    found = plan(study, tmp_path / "back.xlsx")
    [conflict] = found.of(Fate.CONFLICT)
    assert (conflict.text, conflict.here) == ("Rewritten there [t.143]", "Rewritten here [t.143]")
    assert not found.taken(conflicts=False)
    study.run(taking(found, "back.xlsx", conflicts=True), lead)
    assert texts(study)[one.id] == "Rewritten there [t.143]"


def summary(study: Study, *begins: str) -> Summary:
    return next(one for one in study.ask(Reader.summaries) if one.text.startswith(begins))


def test_cases_and_columns_that_are_not_there_are_told(
    study: Study, written: Path, tmp_path: Path
) -> None:
    book = load_workbook(written)
    trust = book["Trust"]
    heads = [cell.value for cell in trust[1]]
    trust.cell(2, heads.index(CASE_ID) + 1).value = "nobody"
    book.save(tmp_path / "back.xlsx")
    unknown = plan(study, tmp_path / "back.xlsx").of(Fate.UNKNOWN)
    assert unknown
    assert all(one.where.startswith("nobody, ") for one in unknown)


def test_another_workbook_is_refused(study: Study, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Group", "Case"])
    book.active.append(["FG1", "P1"])
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(BadFile, match="framework"):
        plan(study, tmp_path / "other.xlsx")


def test_the_word_file_has_a_heading_and_tables_for_each_sheet(
    study: Study, tmp_path: Path
) -> None:
    out = tmp_path / "framework.docx"
    exported = write_framework(study, None, out)
    assert "cells are written" in exported.words
    document = Document(str(out))
    heads = [one.text for one in document.paragraphs if one.style.name == "Heading 2"]
    assert "Trust" in heads
    assert "Hybrid identity" not in heads
    cells = [cell.text for table in document.tables for cell in table._cells]
    assert any("no great love in it" in one for one in cells)
    with pytest.raises(NoSuchFormat):
        write_framework(study, None, tmp_path / "framework.pdf")


def test_every_reference_of_the_sample_leads_to_a_turn_of_the_case(sample_study: Study) -> None:
    made = sheet(sample_study.ask(material), "tru")
    assert made.faults == []
    written = [cell for *_where, cell in made.cells if cell.summary]
    assert len(written) >= 35
    assert all(referred_turns(one.summary.text) for one in written if one.summary)

"""Codebooks as sheets: what people and other programs write, and what is listed as left out."""

import random
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook, CodeSet, SetKind
from qualcoder_nhs.domain.codebook_draft import CodebookDraft, CodeDraft
from qualcoder_nhs.domain.codebook_import import merged
from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.ids import CodeId, CodeSetId
from qualcoder_nhs.exporters.codebooks.codebook_formats import CODEBOOKS, write_codebook
from qualcoder_nhs.importers.codebooks.codebook_format import ParsedCodebook
from qualcoder_nhs.importers.codebooks.codebook_formats import read_codebook
from qualcoder_nhs.importers.codebooks.codebook_rows import Line, codebook_from
from tests.importers.odt_material import odt, p, table

TREE = ["Trust", "Trust > Basis", "Trust > Basis > Bond", "Tone"]


def parsed(folder: Path, content: str | bytes, suffix: str = ".csv") -> ParsedCodebook:
    file = folder / f"codebook{suffix}"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_codebook(file)


def paths(draft: CodebookDraft) -> list[str]:
    return [" > ".join(path) for path in draft.paths().values()]


@pytest.mark.parametrize(
    "content",
    [
        "Level 1,Level 2,Level 3\nTrust,,\n,Basis,\n,,Bond\nTone,,\n",
        "level1;level2;level3\nTrust;;\nTrust;Basis;\nTrust;Basis;Bond\nTone;;\n",
        "L1\tL2\tL3\nTrust\tBasis\tBond\nTone\t\t\n",
        "Path\nTrust\nTrust > Basis\nTrust>Basis>Bond\nTone\n",
        "Code path\nTrust > Basis > Bond\nTone\n",
        "Code\nTrust\n  Basis\n    Bond\nTone\n",
        "name|description\nTrust|\n\tBasis|\n\t\tBond|\nTone|\n",
        "name,parent\nTrust,\nBasis,Trust\nBond,basis\nTone,\n",
        "name,slug,parent\nBond,b,tb\nBasis,tb,t\nTrust,t,\nTone,tone,\n",
        "My codebook\n\nCode,Theme\nTrust,\nBasis,Trust\nBond,Trust > Basis\nTone,\n",
        "sep=;\r\npath;definition\r\nTrust > Basis > Bond;x\r\nTone;y\r\n",
    ],
)
def test_levels_paths_indents_and_parents_make_the_same_tree(tmp_path: Path, content: str) -> None:
    result = parsed(tmp_path, content)
    assert result.problems == ()
    assert sorted(paths(result.draft)) == sorted(TREE)


def test_a_codebook_that_says_nothing_of_it_means_yes_for_every_node(tmp_path: Path) -> None:
    draft = parsed(tmp_path, "code,description\nTrust,Reliance.\n").draft
    assert draft.codes == (CodeDraft("trust", "Trust", definition="Reliance.", slug_given=False),)
    assert draft.codes[0].applicable is Applicable.YES


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "Code;Definition\nVertrauen;Größe und Würde, für Ärzte und Pflegekräfte geprüft\n"
    draft = parsed(tmp_path, text.encode(encoding)).draft
    assert draft.codes[0].definition == "Größe und Würde, für Ärzte und Pflegekräfte geprüft"


def test_a_greater_than_sign_in_a_path_is_escaped(tmp_path: Path) -> None:
    draft = parsed(tmp_path, "path\nMoney > Cost \\> quality\n").draft
    assert [code.name for code in draft.codes] == ["Money", "Cost > quality"]


def test_a_row_beneath_may_tell_more_of_a_code_that_a_path_named(tmp_path: Path) -> None:
    result = parsed(tmp_path, "path,definition\nTrust > Bond,Care.\nTrust,Reliance.\n")
    assert [code.definition for code in result.draft.codes] == ["Reliance.", "Care."]
    assert result.problems == ()


def test_what_cannot_be_read_is_listed_with_its_line(tmp_path: Path) -> None:
    content = (
        "slug,name,colour,applicable,mood,parent\n"
        'tru,"Trust\nin words",blue,sometimes,calm,\n'
        "tru,Again,,,,\n"
        "Bad Slug,Bond,,,,\n"
        ",,,,only this,\n"
        ",Twin,,,,tru\n"
        ",Twin,,,,tru\n"
        "a,Round,,,,b\n"
        "b,About,,,,a\n"
    )
    result = parsed(tmp_path, content)
    assert [problem.line for problem in result.problems] == [1, 2, 2, 4, 5, 6, 8, 10]
    assert "mood" in result.problems[0].what
    assert [(code.slug, code.parent) for code in result.draft.codes] == [
        ("tru", None),
        ("twin", "tru"),
        ("again", None),
        ("bond", None),
        ("b", None),
        ("a", "b"),
    ]


def test_unknown_members_and_sets_are_listed(tmp_path: Path) -> None:
    content = (
        "name,slug,set,kind,scope,why,members\n"
        "Trust,tru,,,,,\n"
        ",,Pilot,core,,Small.,tru; gone\n"
        ",,Odd,whatever,,,tru\n"
    )
    result = parsed(tmp_path, content)
    assert [(group.name, group.members) for group in result.draft.sets] == [("Pilot", ("tru",))]
    assert sorted(problem.line or 0 for problem in result.problems) == [3, 4]


def test_csv_cells_are_guarded_against_being_run(tmp_path: Path) -> None:
    book = Codebook((Code(CodeId("1"), "x", "=cmd|' /C calc'!A0", definition="-1"),))
    write_codebook(book, tmp_path / "x.csv")
    text = (tmp_path / "x.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[1] == "'=cmd|' /C calc'!A0,x,'-1"
    assert read_codebook(tmp_path / "x.csv").draft.codes[0].name == "=cmd|' /C calc'!A0"


def test_excel_cells_are_strings_and_never_formulas_or_links(tmp_path: Path) -> None:
    code = Code(CodeId("1"), "x", "=1+1", definition="https://nhs.example", use="@x", example="+1")
    sets = (CodeSet(CodeSetId("1"), SetKind.CORE, "=2", "", "", (code.id,)),)
    write_codebook(Codebook((code,), sets), tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == ["Codebook", "Sets"]
    for sheet in book.worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} == {"s"}
        assert not any(cell.hyperlink for cell in cells)
        assert sheet.freeze_panes == "A2"
    book.close()


def test_excel_s_own_kinds_of_cells_become_words(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Notes about the sheet"])
    sheet.append(["Code", "Definition", "Archived"])
    sheet.append([2020, 1.5, True])
    sheet.append([None, None, None])
    sheet["A60000"].number_format = "@"
    book.save(tmp_path / "x.xlsx")
    book.close()
    draft = read_codebook(tmp_path / "x.xlsx").draft
    assert [(code.name, code.definition, code.archived) for code in draft.codes] == [
        ("2020", "1.5", True)
    ]


def test_word_tables_among_other_things_are_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(rows=1, cols=2).rows[0].cells[0].text = "Signature"
    table = document.add_table(rows=0, cols=2)
    for cells in (("Code", "Description"), ("Trust", "One\nTwo"), ("Tone", "")):
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.text = words
    document.save(str(tmp_path / "x.docx"))
    draft = read_codebook(tmp_path / "x.docx").draft
    assert [(code.name, code.definition) for code in draft.codes] == [
        ("Trust", "One\nTwo"),
        ("Tone", ""),
    ]


def test_word_has_headings_and_quotes_to_read(tmp_path: Path) -> None:
    trust = Code(CodeId("1"), "tru", "Trust", applicable=Applicable.NO)
    bond = Code(CodeId("2"), "tru-bond", "Bond", trust.id, definition="Care.", example="I would.")
    write_codebook(Codebook((trust, bond)), tmp_path / "x.docx", title="Trust in wards")
    paragraphs = docx.Document(str(tmp_path / "x.docx")).paragraphs
    styled = {(each.style.name, each.text) for each in paragraphs}
    assert {
        ("Title", "Trust in wards"),
        ("Heading 1", "Trust"),
        ("Heading 2", "Bond"),
        ("Normal", "Care."),
        ("Quote", "I would."),
    } <= styled


def test_markdown_is_escaped(tmp_path: Path) -> None:
    code = Code(CodeId("1"), "x", "a*b", definition="# no heading\n1. no list", example="<b>")
    write_codebook(Codebook((code,)), tmp_path / "x.md")
    text = (tmp_path / "x.md").read_text(encoding="utf-8")
    assert "## a\\*b `x`" in text
    assert "\\# no heading\n\\1. no list" in text
    assert "> \\<b\\>" in text


def test_a_table_in_an_open_document_text(tmp_path: Path) -> None:
    body = p("Our codebook") + table(
        ("Code", "Parent", "Definition"), ("Trust", "", "Reliance."), ("Bond", "Trust", "")
    )
    draft = read_codebook(odt(tmp_path / "book.odt", body)).draft
    assert paths(draft) == ["Trust", "Trust > Bond"]
    assert draft.codes[0].definition == "Reliance."
    with pytest.raises(BadFile, match="no table in it"):
        read_codebook(odt(tmp_path / "talk.odt", p("P1: We talk.")))
    with pytest.raises(BadFile, match="no column is headed"):
        read_codebook(odt(tmp_path / "other.odt", table(("Speaker", "Words"))))


HOSTILE = [b"", b"PK\x03\x04 not really", b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"\0\xff" * 400]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".docx", ".odt"])
@pytest.mark.parametrize("content", HOSTILE)
def test_only_bad_file_escapes(tmp_path: Path, suffix: str, content: bytes) -> None:
    with pytest.raises(BadFile):
        parsed(tmp_path, content, suffix)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".docx", ".yaml"])
def test_a_mutated_file_is_read_or_refused(tmp_path: Path, suffix: str) -> None:
    book = Codebook((Code(CodeId("1"), "tru", "Trust", definition="Care, and more."),))
    write_codebook(book, tmp_path / f"good{suffix}")
    good = (tmp_path / f"good{suffix}").read_bytes()
    chance = random.Random(suffix)
    for _ in range(40):
        bad = bytearray(good)
        for _ in range(chance.randint(1, 8)):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        try:
            result = parsed(tmp_path, bytes(bad[: chance.randint(1, 2 * len(bad))]), suffix)
        except BadFile:
            continue
        assert isinstance(result, ParsedCodebook)


def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 101_000_000)
    with pytest.raises(BadFile, match="unpack"):
        parsed(tmp_path, packed.getvalue(), ".xlsx")


@pytest.mark.parametrize(
    "content",
    [
        "mood,weather\ngood,bad\n",
        "path\n" + " > ".join("x" * 50) + "\n",
        "name,slug,parent\n" + "".join(f"{n},s{n},s{n + 1}\n" for n in range(60)),
        "name\n" + "x\n" * 20_002,
        'name\n"' + "x" * 200_000,
    ],
)
def test_sheets_beyond_reason_are_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(BadFile):
        parsed(tmp_path, content)


def test_an_unknown_suffix_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"\.yaml"):
        parsed(tmp_path, "%PDF-1.7", ".pdf")


def test_every_suffix_that_comes_back_can_be_read(tmp_path: Path) -> None:
    for known in CODEBOOKS:
        for suffix in known.suffixes:
            write_codebook(Codebook(), tmp_path / f"empty{suffix}")
            if known.comes_back:
                assert read_codebook(tmp_path / f"empty{suffix}").draft == CodebookDraft()
    assert not list(tmp_path.glob("*.part"))


TITLES = (
    "level 1",
    "level 2",
    "name",
    "path",
    "parent",
    "slug",
    "aliases",
    "set",
    "kind",
    "members",
)
CELLS = ("", "a", "b", "A > B", "  x", "\ty", "tru", "core", "a;b", "b > a > c", "no", "B\\>")


@given(st.lists(st.sampled_from(TITLES), min_size=1, unique=True), st.data())
def test_any_sheet_is_refused_or_comes_in_once(header: list[str], data: st.DataObject) -> None:
    row = st.tuples(*(st.sampled_from(CELLS) for _ in header))
    rows = data.draw(st.lists(row, max_size=8))
    lines = [Line(number, cells) for number, cells in enumerate([header, *rows], start=1)]
    try:
        draft = codebook_from("sheet", [lines]).draft
    except BadFile:
        return
    plan = merged(draft, Codebook())
    book = plan.change.applied(Codebook())
    assert plan.added == len(draft.codes) == len([*book.walk()])
    assert not merged(draft, book).change

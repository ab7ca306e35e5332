"""Theme packs and hand-outs in every format: all of it is there, and real."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation

from qualcoder_nhs.domain.errors import UnknownSuffix
from qualcoder_nhs.domain.own_words import OwnSession, OwnTurn, OwnWords
from qualcoder_nhs.domain.theme_pack import ThemePack
from qualcoder_nhs.exporters.handouts import handout_pptx
from qualcoder_nhs.exporters.handouts.handout_script import handout_script
from qualcoder_nhs.exporters.handouts.own_words_script import own_words_script
from qualcoder_nhs.exporters.scripts.script_formats import SCRIPTS, write_script
from qualcoder_nhs.exporters.theme_packs.theme_pack_formats import pack_formats, write_pack
from tests.exporters.packs import MADE, theme_pack
from tests.exporters.printed import Office, holds_in_order, pages

EVERYTHING = [
    "Doctors & managers: theme pack", "Not for circulation", "settled", "v4",
    "4 (28 participants, 1 moderator)", "14 May 2026 by HL with qualcoder_nhs 1.0", "17",
    "Theme 2. Kind words", "Theme statement (HL, 14 May 2026):", "People speak well.", "S1, P3",
    "rel-masked · grp-silence", "17 of 28", "FG3 P4, 56%", "one voice dominates", "group event",
    "do not estimate prevalence", "Shape of “Close.”:",
    "FG1 shared, one dissenter · FG3 split", "3/6", "Always about writing.",
    "Supportive words (rel-masked)", "Polite talk, undercut.", "How are relations?",
    "Oh, relations are excellent.", "(FG1, P3, chief executive)", "[FG1 t.14]", "Said twice.",
    "Exchange",
    "closer.", "Who has?", "That's lovely.", "← soft dissent", "[FG1 t.21–23]",
    "Against the grain", "seven in the morning", "Deviant-case note (HL): Main voice elsewhere.",
    "shown above: 2.", "Writing checks for this theme", "FG4 is coded here but not quoted.",
    "1 excerpt carries the flag “identifying detail”: left out, listed at the end.",
    "FG2 t.9.", "above 5 a code", "“medical director, acute specialist” → “medical director”",
    "Appendix A. Codebook v4", "Praise, then a but.", "Appendix B", "385", "Pilot",
    "0.71 [0.60, 0.80]",
]  # fmt: skip
"""In the order in which a reader meets it."""


@pytest.fixture
def pack() -> ThemePack:
    return theme_pack()


def words_of(path: Path) -> str:
    """All words of a document in order, whatever it is written in."""
    if path.suffix == ".docx":
        body = Document(str(path)).element.body
        return " ".join(each.text or "" for each in body.iter(qn("w:t")))
    if path.suffix == ".odt":
        with ZipFile(path) as file:
            return " ".join(etree.fromstring(file.read("content.xml")).itertext())
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return " ".join(etree.HTML(text).itertext())
    return re.sub(r"\\(.)", r"\1", text)


@pytest.mark.parametrize("suffix", [one.suffix for one in SCRIPTS])
def test_every_part_is_there_in_order(pack: ThemePack, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"pack{suffix}"
    write_pack(pack, path)
    text = words_of(path).replace("**", "")
    body = text.rindex("4 (28 participants")  # the contents name the headings before
    holds_in_order(text[: body + 400], EVERYTHING[:7])
    start = text.index("Theme statement")
    holds_in_order(text[start:], EVERYTHING[8:])


def test_word_files_have_headings_contents_and_tables(pack: ThemePack, tmp_path: Path) -> None:
    path = tmp_path / "pack.docx"
    write_pack(pack, path)
    document = Document(str(path))
    outline = [(one.style.name, one.text) for one in document.paragraphs
               if one.style and one.style.name.startswith("Heading")]  # fmt: skip
    assert outline[:3] == [
        ("Heading 1", "Theme 2. Kind words"),
        ("Heading 2", "2.1 Supportive words (rel-masked)"),
        ("Heading 3", "Excerpts"),
    ]
    body = document.element.body
    assert any("TOC" in (one.text or "") for one in body.iter(qn("w:instrText")))
    marks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    links = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))}
    assert links
    assert links <= marks
    for table in document.tables:
        assert table.rows[0]._tr.find(".//" + qn("w:tblHeader")) is not None
    assert document.inline_shapes._inline_lst == []


def test_open_document_files_have_outline_levels_and_repeated_heads(
    pack: ThemePack, tmp_path: Path
) -> None:
    path = tmp_path / "pack.odt"
    write_pack(pack, path)
    with ZipFile(path) as file:
        content = file.read("content.xml").decode()
        assert file.namelist()[0] == "mimetype"
    assert content.count("table:table-header-rows") == 2 * content.count("<table:table ")
    levels = re.findall(r'<text:h [^>]*outline-level="(\d)"', content)
    assert levels[:3] == ["1", "2", "3"]


def test_workbooks_hold_a_row_an_excerpt_and_run_nothing(pack: ThemePack, tmp_path: Path) -> None:
    path = tmp_path / "pack.xlsx"
    write_pack(pack, path)
    book = load_workbook(path)
    assert book.sheetnames == [
        "Read me", "Excerpts", "Counts", "Theme x role", "Writing checks", "Codebook",
    ]  # fmt: skip
    rows = list(book["Excerpts"].iter_rows(values_only=True))
    assert [row[3] for row in rows[1:]] == [1, 2, 3]
    assert (
        rows[2][6]
        == "P1: We've never been closer.\nMOD: Who has?\nP6: That's lovely. ← soft dissent"
    )
    counts = list(book["Counts"].iter_rows(values_only=True))
    assert counts[1][3:8] == (2, 4, 17, 28, 52)
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert all(sheet.merged_cells.ranges == [] or not sheet.merged_cells.ranges for sheet in book)


def test_an_unknown_suffix_is_refused_before_anything_is_written(
    pack: ThemePack, tmp_path: Path
) -> None:
    with pytest.raises(UnknownSuffix):
        write_pack(pack, tmp_path / "pack.pdf")
    assert list(tmp_path.iterdir()) == []
    assert [suffix for _name, suffix in pack_formats()] == [
        ".docx", ".odt", ".html", ".md", ".xlsx",
    ]  # fmt: skip


# ── hand-outs ────────────────────────────────────────────────────────────────────────────────


def test_a_hand_out_has_figures_quotes_and_no_references(pack: ThemePack, tmp_path: Path) -> None:
    path = tmp_path / "handout.md"
    write_script(handout_script(pack), path)
    text = words_of(path)
    holds_in_order(text, [
        "Kind words", "People speak well.", "Said by 17 of 28 participants in 2 of 4 groups.",
        "9 of 28", "Oh, relations are excellent.", "Against the grain", "seven in the morning",
        "do not estimate prevalence",
    ])  # fmt: skip
    assert "t.14" not in text
    assert "acute specialist" not in text


def test_slides_have_titles_and_a_chart_with_its_numbers(pack: ThemePack, tmp_path: Path) -> None:
    path = tmp_path / "handout.pptx"
    handout_pptx.write(pack, path)
    deck = Presentation(str(path))
    assert [slide.shapes.title.text_frame.text for slide in deck.slides] == [
        "Doctors & managers", "Kind words", "Kind words: in their words", "How this was done",
    ]  # fmt: skip
    (chart,) = [shape.chart for shape in deck.slides[1].shapes if shape.has_chart]
    assert list(chart.plots[0].categories) == ["Supportive words"]
    assert list(chart.plots[0].series[0].values) == [9]
    assert chart.value_axis.maximum_scale == 28


def test_an_extract_has_turn_numbers_and_the_questions(tmp_path: Path) -> None:
    turns = (OwnTurn(14, "Excellent.", "How are relations?"), OwnTurn(16, "Quite.", together=True))
    own = OwnWords("Doctors & managers", "FG1 P3", MADE, (OwnSession("t", "FG1", turns),))
    path = tmp_path / "own.docx"
    write_script(own_words_script(own), path)
    holds_in_order(words_of(path), [
        "What you said", "FG1 P3", "2 turns", "How are relations?", "t.14", "Excellent.", "t.16",
        "Quite.", "Said together with others.",
    ])  # fmt: skip


# ── in another program ───────────────────────────────────────────────────────────────────────


@pytest.mark.long
@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html"])
def test_other_programs_show_all_of_a_pack(
    office: Office, pack: ThemePack, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"pack{suffix}"
    write_pack(pack, path)
    text = " ".join(pages(office(path, "pdf"), footer=suffix == ".docx"))
    holds_in_order(text[text.index("People speak well") :], [
        "People speak well.", "17 of 28", "Polite talk", "relations are excellent", "lovely",
        "Against the grain", "Writing checks", "Appendix A", "Appendix B",
    ])  # fmt: skip


@pytest.mark.long
def test_workbooks_open_elsewhere(sheets: Office, pack: ThemePack, tmp_path: Path) -> None:
    path = tmp_path / "pack.xlsx"
    write_pack(pack, path)
    text = " ".join(pages(sheets(path, "pdf")))
    assert "relations are excellent" in text
    assert "Not for circulation" in text


@pytest.mark.long
def test_slides_are_pages_elsewhere_with_all_that_is_told(
    slides: Office, pack: ThemePack, tmp_path: Path
) -> None:
    path = tmp_path / "handout.pptx"
    handout_pptx.write(pack, path)
    sheets = pages(slides(path, "pdf"))
    title, claim, quotes, method = sheets
    assert title.startswith("Doctors & managers")
    for words in ("People speak well.", "17 of 28", "Supportive words"):
        assert words in claim
    assert "relations are excellent" in quotes
    assert "seven in the morning" in quotes
    assert "do not estimate prevalence" in method
    assert not any("t.14" in sheet for sheet in sheets)


@pytest.mark.long
@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_hand_outs_and_extracts_are_a_few_pages_elsewhere(
    office: Office, pack: ThemePack, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"handout{suffix}"
    write_script(handout_script(pack), path)
    sheets = pages(office(path, "pdf"))
    assert 1 <= len(sheets) <= 3
    holds_in_order(" ".join(sheets), [
        "Kind words", "People speak well.", "17 of 28", "relations are excellent",
        "Against the grain", "seven in the morning", "do not estimate prevalence",
    ])  # fmt: skip
    turns = tuple(OwnTurn(at, f"Said in turn {at}.", "How are they?") for at in range(1, 200))
    own = OwnWords("Doctors & managers", "FG1 P3", MADE, (OwnSession("t", "FG1", turns),))
    path = tmp_path / f"own{suffix}"
    write_script(own_words_script(own), path)
    sheets = pages(office(path, "pdf"))
    assert 4 <= len(sheets) <= 40
    holds_in_order(" ".join(sheets), [f"Said in turn {at}." for at in range(1, 200)])


@pytest.mark.long
def test_an_open_document_pack_has_as_many_pages_as_a_word_file(
    office: Office, pack: ThemePack, tmp_path: Path
) -> None:
    found = {}
    for suffix in (".docx", ".odt"):
        path = tmp_path / f"pack{suffix}"
        write_pack(pack, path)
        found[suffix] = len(pages(office(path, "pdf")))
    assert found[".docx"] > 2
    assert abs(found[".docx"] - found[".odt"]) <= 1

"""OpenDocument texts: the words as LibreOffice shows them, and what they say elsewhere."""

import time
import zipfile
from pathlib import Path

import pytest
from importers.odt_material import archive, bold, content, odt, p, table
from odfdo import Document, Paragraph

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.format import Parsed
from qualcoder_nhs.importers.transcript_formats import read_transcript

Talk = list[tuple[str, str]]

SAID = [("MOD", "So?"), ("Ann Roe", "Hm."), ("MOD", "And?"), ("Cleo", "No.")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "group.odt"


def talk(parsed: Parsed) -> Talk:
    return [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns]


def told(parsed: Parsed) -> set[str]:
    return {problem.what for problem in parsed.problems}


def test_paragraphs_headings_and_lists_in_order(path: Path) -> None:
    parsed = read_transcript(
        odt(
            path,
            '<text:h text:outline-level="1">Group 1</text:h>'
            + p("P1: One.")
            + p("")
            + f"<text:list><text:list-item>{p('first')}<text:list><text:list-item>{p('inner')}"
            f"</text:list-item></text:list></text:list-item></text:list>"
            + f"<text:section>{p('P2: Two.')}</text:section>"
            + p("P1: Three.")
            + p("P2: Four."),
        )
    )
    assert parsed.text == "Group 1\nP1: One.\n\nfirst\ninner\nP2: Two.\nP1: Three.\nP2: Four.\n"
    assert talk(parsed)[0] == ("P1", "One.\n\nfirst\ninner")
    assert parsed.kind == "odt"


def test_blanks_tabs_and_breaks(path: Path) -> None:
    words = (
        "\n   a \n\t b<text:s/><text:s text:c='2'/>c <text:span> d</text:span><text:tab/> e"
        "<text:line-break/>f<text:soft-page-break/>g\u00a0\u2028h<!-- x -->i"
    )
    assert read_transcript(odt(path, p(words))).text == "a b   c d\t e\nfg\u00a0 hi\n"


def test_bold_labels_without_a_colon(path: Path) -> None:
    parsed = read_transcript(
        odt(
            path,
            "".join(
                p(f"{bold(who)}<text:tab/>{what}")
                for who, what in [
                    ("MOD", "So?"),
                    ("Ann Roe", "Hm."),
                    ("MOD", "And?"),
                    ("Cleo", "No."),
                ]
            ),
        )
    )
    assert talk(parsed) == SAID


def test_bold_paragraphs_are_names_on_lines_of_their_own(path: Path) -> None:
    names = ["Ann Roe", "Ben Poe", "Ann Roe", "Cleo"]
    parsed = read_transcript(odt(path, "".join(p(name, "P") + p(f"{name}?") for name in names)))
    assert talk(parsed) == [(name, f"{name}?") for name in names]


def test_a_table_of_speakers(path: Path) -> None:
    rows = [("Speaker", "Text"), ("MOD", "So?"), ("P1", "Hm."), ("", "More."), ("MOD", "And?")]
    parsed = read_transcript(odt(path, p("Before.") + table(*rows) + p("After.")))
    assert parsed.text == "Before.\nSpeaker\tText\nMOD: So?\nP1: Hm.\nMore.\nMOD: And?\nAfter.\n"
    assert talk(parsed) == [("MOD", "So?"), ("P1", "Hm.\nMore."), ("MOD", "And?\nAfter.")]


def test_cells_that_are_covered_or_repeated_keep_their_columns(path: Path) -> None:
    cell = "<table:table-cell{}>{}</table:table-cell>"
    heads = (
        "<table:table-header-rows><table:table-row>"
        + cell.format(" table:number-columns-spanned='3'", p("Part one"))
        + "<table:covered-table-cell table:number-columns-repeated='2'/>"
        "</table:table-row></table:table-header-rows>"
    )
    rows = "".join(
        "<table:table-row>"
        + cell.format("", p(who))
        + cell.format("", p(at))
        + cell.format("", p(what))
        + "</table:table-row>"
        for who, at, what in [("MOD", "00:01", "So?"), ("P1", "00:05", "Hm."), ("MOD", "", "And?")]
    )
    parsed = read_transcript(odt(path, f"<table:table>{heads}{rows}</table:table>"))
    assert talk(parsed) == [("MOD", "So?"), ("P1", "Hm."), ("MOD", "And?")]
    assert [turn.time for turn in parsed.turns] == [1, 5, None]
    assert parsed.text.startswith("Part one\n")


def test_what_is_left_out_is_named_with_its_words(path: Path) -> None:
    note = '<text:note text:note-class="{}"><text:note-body>{}</text:note-body></text:note>'
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p('gone for good')}</text:deletion></text:changed-region>"
        "<text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
        + p(
            f"Read{note.format('footnote', p('at the foot'))} this"
            f"{note.format('endnote', p('end'))}"
            f"<office:annotation>{p('a remark')}</office:annotation>"
            f"<draw:frame><draw:text-box>{p('in a box')}</draw:text-box></draw:frame>"
            "<draw:frame><draw:image/></draw:frame>"
            "<text:change-start/> inserted<text:change-end/>"
        )
        + f'<text:section text:display="none">{p("not shown")}</text:section>'
    )
    styles = content("").replace(
        "<office:automatic-styles>",
        f"<office:automatic-styles><style:header>{p('Strictly secret')}</style:header>"
        f"<style:footer>{p('Page')}</style:footer>",
    )
    parsed = read_transcript(odt(path, body, styles=styles))
    assert parsed.text == "Read this inserted\n"
    assert told(parsed) == {
        "Tracked deletions: 3 words were left out.",
        "Footnotes: 3 words were left out.",
        "Endnotes: 1 word was left out.",
        "Comments: 2 words were left out.",
        "Text boxes: 3 words were left out.",
        "Hidden sections: 2 words were left out.",
        "Page headers: 2 words were left out.",
        "Page footers: 1 word was left out.",
        "Pictures: 1 was left out.",
        "1 tracked insertion is read as text.",
    }


def test_a_file_by_another_library(path: Path) -> None:
    document = Document("text")
    document.body.clear()
    for words in ("P1: One,  two.", "P2:\tYes.", "P1: No."):
        document.body.append(Paragraph(words))
    document.save(str(path))
    assert talk(read_transcript(path)) == [("P1", "One,  two."), ("P2", "Yes."), ("P1", "No.")]


ENTITY = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "{}">]>'.format("&a;" * 1000)
FILE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("xml", "why"),
    [
        (content(p("P1: &b;"), ENTITY), "entities"),
        (content(p("P1: &f;"), FILE), "entities"),
        (content(p("x"), kind="spreadsheet"), "no text"),
        (content(p(" ")), "no text"),
        ("<office", "damaged"),
        (content("<text:section>" * 400 + "</text:section>" * 400), "damaged"),
    ],
    ids=["entities", "a file as entity", "a spreadsheet", "blank", "half", "deep"],
)
def test_what_is_refused(path: Path, xml: str, why: str) -> None:
    began = time.process_time()
    with pytest.raises(BadFile, match=rf"group\.odt.*{why}"):
        read_transcript(archive(path, {"content.xml": xml}))
    assert time.process_time() - began < 5


def test_a_file_under_a_password(path: Path) -> None:
    manifest = "<manifest:encryption-data/>"
    with pytest.raises(BadFile, match="password"):
        read_transcript(archive(path, {"content.xml": "\x00", "META-INF/manifest.xml": manifest}))


@pytest.mark.parametrize("name", ["group.fodt", "group.odt", "group.txt"])
def test_a_flat_file_is_refused_by_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(content(p("P1: One."), '<?xml version="1.0"?>'), encoding="utf-8")
    with pytest.raises(BadFile, match=name):
        read_transcript(path)


def test_half_an_archive(path: Path) -> None:
    whole = odt(path, p("P1: One.") * 200).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BadFile, match="damaged"):
        read_transcript(path)


def test_a_million_blanks_are_bounded(path: Path) -> None:
    parsed = read_transcript(odt(path, p('a<text:s text:c="999999999"/>b')))
    assert len(parsed.text) < 2000


def test_macros(path: Path) -> None:
    odt(path, p("P1: One."))
    with zipfile.ZipFile(path, "a") as made:
        made.writestr("Basic/script-lc.xml", "x")
    with pytest.raises(BadFile, match="macros"):
        read_transcript(path)


def test_endless_paragraphs_are_refused_in_time(path: Path) -> None:
    began = time.process_time()
    with pytest.raises(BadFile, match=r"group\.odt.*longer"):
        read_transcript(odt(path, p("P1: One.") * 100_000))
    assert time.process_time() - began < 5

"""Word: what is written is read back, under real headings, in real styles, in order."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given

from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.exporters.excerpts.excerpt_format import EVERYTHING, ExcerptOptions
from qualcoder_nhs.exporters.excerpts.excerpt_formats import write_excerpts
from tests.exporters.books import book, code, excerpt, said, single, trust_book, voice
from tests.exporters.expected import ANY_TEXT, TRAPS, Shown, shown

QUOTED = ("Quote", "Quote continued", "Dialogue", "Dialogue continued")
TRUST_STYLES = """
Title Subtitle Study·detail Study·detail Study·detail Study·detail Overview
Heading·1 Code·definition Code·counts
Heading·2 Code·counts
Heading·3 Code·definition Code·counts
Context Quote Quote·continued Caption Context Memo
Quote Caption
Heading·2 Code·definition Code·counts
Heading·3 Code·definition Code·counts
Dialogue Dialogue Dialogue Caption
Quote Caption Memo Memo·continued
Heading·2 Code·counts
Heading·3 Code·definition Code·counts
Context Context Quote Caption Context
Dialogue Dialogue Dialogue·continued Dialogue Caption
Quote Caption
Heading·1 Code·definition Code·counts
Heading·2 Code·counts
Heading·3 Code·definition Code·counts
Quote Caption
Closing·line
"""


@pytest.fixture
def trust(tmp_path: Path) -> Document:
    return written(trust_book(), tmp_path)


def test_the_styles_stand_in_order(trust: Document) -> None:
    styles = [paragraph.style.name.replace(" ", "·") for paragraph in trust.paragraphs]
    assert styles == TRUST_STYLES.split()


def test_quotes_are_paragraphs_with_what_stands_in_the_book(trust: Document) -> None:
    assert list(read(trust)) == shown(trust_book())
    assert trust.tables == []


def test_what_stands_right_before_a_source_stays_on_its_page(tmp_path: Path) -> None:
    words = "And then you go home and it is not what the paper said. " * 12
    talk = [said(at, voice(f"P{at}"), words) for at in range(1, 5)]
    before = (said(9, voice("P9"), words),)
    document = written(
        book([code("a", "A")], excerpt(code("a", "A"), *talk, before=before)), tmp_path
    )
    kept = [
        paragraph.paragraph_format.keep_with_next
        for paragraph in document.paragraphs
        if paragraph.style.name in ("Context", "Dialogue")
    ]
    assert kept == [False, False, False, True, True]


def test_the_navigation_pane_shows_the_tree_of_codes(trust: Document) -> None:
    outline = [
        (outline_level(paragraph), paragraph.text)
        for paragraph in trust.paragraphs
        if paragraph.style.name.startswith("Heading")
    ]
    assert outline[:4] == [
        (0, "Trust"),
        (1, "Basis of trust"),
        (2, "Trust from the bond"),
        (1, "Suspicion"),
    ]


def test_each_heading_has_its_definition_and_counts(trust: Document) -> None:
    texts = [paragraph.text for paragraph in trust.paragraphs]
    at = texts.index("Trust from the bond")
    assert texts[at + 1].startswith("Trust that rests on a relation")
    assert texts[at + 2] == "2 of 4 groups · 2 of 28 participants · 2 turns · 2 excerpts"
    at = texts.index("Basis of trust")
    assert texts[at + 1].endswith("· 2 excerpts, codes beneath included")


def test_the_title_lines_say_what_this_is(trust: Document) -> None:
    assert [paragraph.text for paragraph in trust.paragraphs[:6]] == [
        "Doctor–manager relations",
        "Coded excerpts",
        "Exported by\tHL",
        "Date\t2026-05-14",
        "Layer\topen",
        "Scope\tTrust and Finance tension, with the codes beneath them; all transcripts",
    ]


def test_the_last_line_says_what_is_missing_and_why(trust: Document) -> None:
    assert trust.paragraphs[-1].text == (
        "8 of 11 excerpts exported. Left out: 2 flagged “discuss”; 1 by other coders. "
        "1 excerpt is flagged “identifying detail”."
    )


def test_flags_and_references_have_styles_of_their_own(trust: Document) -> None:
    runs = [run for one in trust.paragraphs for run in one.runs if one.style.name == "Caption"]
    assert runs[0].text == "(FG2, P6, medical director)"
    assert [runs[1].text.strip(), runs[1].style.name] == ["strong quote", "Excerpt flag"]
    references = [run.text for run in runs if run.style.name == "Excerpt reference"]
    assert references == [one.reference for one in trust_book().excerpts]


def test_the_language_is_british_and_the_properties_name_only_study_and_coder(
    trust: Document,
) -> None:
    languages = {one.get(qn("w:val")) for one in trust.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    told = trust.core_properties
    assert [told.title, told.author, told.last_modified_by] == [trust_book().study, "HL", "HL"]
    assert told.comments + told.keywords + told.subject == ""
    assert told.created == told.modified == trust_book().made


def test_nothing_of_the_template_is_left(tmp_path: Path) -> None:
    written(trust_book(), tmp_path)
    with ZipFile(tmp_path / "book.docx") as archive:
        names = "\n".join(archive.namelist())
    assert "thumbnail" not in names
    assert "customXml" not in names


def test_options_leave_out_what_they_name(tmp_path: Path) -> None:
    bare = ExcerptOptions(
        context=False, memos=False, definitions=False, references=False, counts=False
    )
    document = written(trust_book(), tmp_path, bare)
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert not styles & {"Context", "Memo", "Code definition", "Code counts", "Overview"}
    assert [one.attribution for one in read(document)] == [
        one.attribution for one in trust_book().excerpts
    ]
    assert {one.reference for one in read(document)} == {""}
    assert "2 memos are not shown." in document.paragraphs[-1].text


def test_codes_deeper_than_three_say_what_they_lie_beneath(tmp_path: Path) -> None:
    line = [code("one", "One")]
    for name in ("Two", "Three", "Four"):
        line.append(code(name.lower(), name, parent=line[-1]))
    deep = book(line, excerpt(line[-1], said(1, voice("P4"), "Deep down.")))
    texts = [(one.style.name, one.text) for one in written(deep, tmp_path).paragraphs]
    at = texts.index(("Heading 3", "Four"))
    assert texts[at + 1] == ("Code trail", "One > Two > Three")


def test_a_book_without_excerpts_says_so(tmp_path: Path) -> None:
    texts = [one.text for one in written(book([]), tmp_path).paragraphs]
    assert "There are no excerpts in this choice." in texts
    assert texts[-1] == "0 of 0 excerpts exported."


def test_every_trap_survives(tmp_path: Path) -> None:
    trapped = single(*TRAPS)
    document = written(trapped, tmp_path)
    assert list(read(document)) == shown(trapped)
    assert "3 characters that this kind of file cannot hold are shown as �." in (
        document.paragraphs[-1].text
    )


def test_text_from_right_to_left_is_set_so(tmp_path: Path) -> None:
    document = written(single("שלום", "no, שלום", "plain"), tmp_path)
    quotes = [one for one in document.paragraphs if one.style.name == "Quote"]
    turned = [one._p.pPr.find(qn("w:bidi")) is not None for one in quotes]
    assert turned == [True, False, False]


@given(ANY_TEXT)
def test_any_text_survives(text: str) -> None:
    talk = book(
        [under := code("a", "A")],
        excerpt(under, said(1, voice("P1"), text), said(2, None, text)),
        excerpt(under, said(3, voice("P4"), text)),
    )
    with TemporaryDirectory() as folder:
        assert list(read(written(talk, Path(folder)))) == shown(talk)


def test_memos_and_names_with_odd_characters_do_not_break_the_file(tmp_path: Path) -> None:
    odd = "a\x00b\nc\td <&> 🩺"
    trapped = single("words")
    section = trapped.sections[0]
    changed = replace(section.excerpts[0], memo=odd, transcript=odd, coder=odd)
    section = replace(section, excerpts=(changed,), code=replace(section.code, name=odd))
    trapped = replace(trapped, sections=(section,), study=odd, coder="HL", scope=odd)
    document = written(trapped, tmp_path)
    assert document.paragraphs[0].text == "a�b c d <&> 🩺"
    memos = [one.text for one in document.paragraphs if one.style.name.startswith("Memo")]
    assert memos == ["Memo\ta�b", "c\td <&> 🩺"]


# --- how it is read ----------------------------------------------------------------------------


def written(made: ExcerptBook, folder: Path, options: ExcerptOptions = EVERYTHING) -> Document:
    path = folder / "book.docx"
    write_excerpts(made, path, options)
    return Document(str(path))


def read(document: Document) -> Iterator[Shown]:
    """The excerpts: quoted paragraphs up to a caption."""
    lines: list[tuple[str, str]] = []
    for paragraph in document.paragraphs:
        style = paragraph.style.name
        if style == "Dialogue":
            speaker, _, words = paragraph.text.partition("\t")
            lines.append((speaker, words))
        elif style in QUOTED:
            lines.append(("", paragraph.text))
        elif style == "Caption":
            attribution = paragraph.runs[0].text
            reference = "".join(
                run.text for run in paragraph.runs if run.style.name == "Excerpt reference"
            )
            yield Shown(tuple(lines), attribution, reference)
            lines = []


def outline_level(paragraph: object) -> int:
    return int(paragraph.style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")))

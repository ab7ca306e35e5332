"""A coded transcript as a Word document with comments, and as a page with stripes."""

from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document

from qualcoder_nhs.domain.coded_transcript import CodedTranscript, Mark
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.errors import UnknownSuffix
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.exporters.coded.coded_format import counts
from qualcoder_nhs.exporters.coded.coded_formats import write_coded
from tests.builders import turns_of

MADE = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)
TEXT = "MOD: Who decides?\n\nP1: The board\tdoes 🩺.\nNobody <asks> us.\x0c\n"
WORDS = TEXT.index("The board")
ASKS = TEXT.index("Nobody")


def coded() -> CodedTranscript:
    """Two coders, one passage over two lines, one memo of two lines, one flag."""
    whole = Span(WORDS, TEXT.index(" us"))
    marks = (
        Mark(whole, "Motive", "Trust > Motive", 0, None, "Hanna Lind", "HL", MADE),
        Mark(
            Span(ASKS, ASKS + 6),
            "Voice",
            "Voice",
            1,
            None,
            "AB",
            "AB",
            MADE,
            (Flag.STRONG,),
            "Look at this.\nTwice.",
        ),
    )
    return CodedTranscript(
        "Doctors & managers", "FG1", "open", TEXT, turns_of(TEXT), {}, marks, "HL", MADE
    )


def test_codes_are_comments_by_their_coders_over_their_words(tmp_path: Path) -> None:
    write_coded(coded(), tmp_path / "a.docx")
    document = Document(str(tmp_path / "a.docx"))
    told = [(one.author, one.initials, one.text, one.timestamp) for one in document.comments]
    assert told == [
        ("Hanna Lind", "HL", "Trust > Motive", MADE),
        ("AB", "AB", "Voice\nstrong quote\nLook at this.\nTwice.", MADE),
    ]
    assert commented(document, "0") == "The board\tdoes 🩺.Nobody <asks>"
    assert commented(document, "1") == "Nobody"


def commented(document: object, number: str) -> str:
    """The text between the ends of a comment."""
    inside, found = False, ""
    for element in document.element.body.iter():  # type: ignore[attr-defined]
        name = element.tag.split("}")[-1]
        own = element.get(element.tag.split("}")[0] + "}id") == number
        if name in ("commentRangeStart", "commentRangeEnd") and own:
            inside = name == "commentRangeStart"
        elif inside and name in ("t", "tab"):
            found += element.text if name == "t" else "\t"
    return found


def test_every_word_stands_in_the_document_and_what_cannot_is_told(tmp_path: Path) -> None:
    write_coded(coded(), tmp_path / "a.docx")
    lines = [one.text for one in Document(str(tmp_path / "a.docx")).paragraphs]
    at = lines.index("MOD: Who decides?")
    assert lines[at : at + 3] == [
        "MOD: Who decides?",
        "P1: The board\tdoes 🩺.",
        "Nobody <asks> us.\N{REPLACEMENT CHARACTER}",
    ]
    assert "1 character that this kind of file cannot hold" in lines[-1]


class _Page(HTMLParser):
    """The words of a page by the classes they stand in."""

    def __init__(self) -> None:
        super().__init__()
        self.marked: list[str] = []
        self.titles: list[str] = []
        self.stripes: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self._inside = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note marks, stripes and where links lead."""
        told = {name: value or "" for name, value in attributes}
        self.ids |= {told["id"]} if "id" in told else set()
        self.links |= {told["href"]} if "href" in told else set()
        if tag == "mark":
            self._inside = True
            self.titles.append(told["title"])
        if "stripe" in told.get("class", ""):
            self.stripes.append(told["style"])

    def handle_data(self, data: str) -> None:
        """Take marked words."""
        if self._inside:
            self.marked.append(data)
            self._inside = False


def test_the_page_has_stripes_tints_and_names_that_lead_to_their_words(tmp_path: Path) -> None:
    write_coded(coded(), tmp_path / "a.html")
    written = (tmp_path / "a.html").read_text(encoding="utf-8")
    page = _Page()
    page.feed(written)
    assert page.marked == ["The board\tdoes 🩺.", "Nobody", " <asks>"]
    assert page.titles[1] == "Trust > Motive · Hanna Lind\nVoice · AB"
    assert page.stripes == ["grid-row:2/4;grid-column:3", "grid-row:3/4;grid-column:4"]
    assert {f"#{one}" for one in page.ids} == page.links == {"#m0", "#m1"}
    assert "Doctors &amp; managers" in written
    assert "<script" not in written
    assert "http" not in written.replace("http-equiv", "")


def test_a_transcript_without_codings_goes_out_too(tmp_path: Path) -> None:
    bare = CodedTranscript("S", "FG1", "open", "Words.", (), {}, (), "", MADE)
    write_coded(bare, tmp_path / "a.html")
    write_coded(bare, tmp_path / "a.docx")
    assert "Words." in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "Words." in [one.text for one in Document(str(tmp_path / "a.docx")).paragraphs]


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownSuffix, match=r"\.docx or \.html"):
        write_coded(coded(), tmp_path / "a.odt")
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_shown_is_counted(tmp_path: Path) -> None:
    write_coded(replace(coded(), others=3), tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "2 codings · 3 more are of other layers, coders or codes" in page
    assert "more" not in counts(coded())

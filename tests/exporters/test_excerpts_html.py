"""The web page: what is written is read back; nothing runs and nothing is loaded."""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from lxml import html

from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.exporters.excerpts.excerpt_format import EVERYTHING, ExcerptOptions
from qualcoder_nhs.exporters.excerpts.excerpt_formats import write_excerpts
from tests.exporters.books import book, code, excerpt, said, single, trust_book, voice
from tests.exporters.expected import ANY_TEXT, TRAPS, Shown, shown

LOADS = {"script", "link", "img", "iframe", "object", "embed", "base", "form", "video", "audio"}


@pytest.fixture
def trust(tmp_path: Path) -> html.HtmlElement:
    return written(trust_book(), tmp_path)


def test_the_page_holds_what_stands_in_the_book(trust: html.HtmlElement) -> None:
    assert list(read(trust)) == shown(trust_book())


def test_headings_follow_the_tree_and_contents_lead_to_them(trust: html.HtmlElement) -> None:
    headings = [(one.tag, one.text) for one in trust.iter("h1", "h2", "h3", "h4")]
    assert headings[:4] == [
        ("h1", "Doctor–manager relations"),
        ("h2", "Trust"),
        ("h3", "Basis of trust"),
        ("h4", "Trust from the bond"),
    ]
    targets = [link.get("href").removeprefix("#") for link in trust.iter("a")]
    assert [trust.get_element_by_id(one)[0].text for one in targets] == [
        text for _, text in headings[1:]
    ]


def test_definition_counts_flags_memo_and_context_stand_there(trust: html.HtmlElement) -> None:
    words = trust.text_content()
    for expected in (
        "Trust that rests on a relation",
        "2 of 4 groups · 2 of 28 participants · 2 turns · 2 excerpts",
        "strong quote",
        "Trust begins with presence",
        "Is there somebody over there you do trust?",
    ):
        assert expected in words


def test_the_last_line_says_what_is_missing_and_why(trust: html.HtmlElement) -> None:
    assert trust.find_class("closing")[0].text.startswith("8 of 11 excerpts exported. Left out: ")


def test_nothing_runs_and_nothing_is_loaded(tmp_path: Path) -> None:
    page = written(single(*TRAPS, '<img src="x" onerror="y">'), tmp_path)
    assert {one.tag for one in page.iter() if isinstance(one.tag, str)} & LOADS == set()
    assert not any(name.startswith("on") for one in page.iter() for name in one.attrib)
    source = (tmp_path / "book.html").read_text(encoding="utf-8")
    style = source[source.index("<style>") : source.index("</style>")]
    assert re.search(r"url\(|@import|https?:", style) is None
    assert "default-src 'none'" in source


def test_the_page_is_british_and_follows_light_and_dark(tmp_path: Path) -> None:
    page = written(single("x"), tmp_path)
    assert page.get("lang") == "en-GB"
    assert "prefers-color-scheme: dark" in page.find(".//style").text


def test_every_trap_survives(tmp_path: Path) -> None:
    trapped = single(*TRAPS)
    assert list(read(written(trapped, tmp_path))) == shown(trapped)


@given(ANY_TEXT)
def test_any_text_survives(text: str) -> None:
    talk = book(
        [under := code("a", "A")],
        excerpt(under, said(1, voice("P1"), text), said(2, voice("P4"), text)),
        excerpt(under, said(3, voice("P4"), text)),
    )
    with TemporaryDirectory() as folder:
        assert list(read(written(talk, Path(folder)))) == shown(talk)


def test_options_leave_out_what_they_name(tmp_path: Path) -> None:
    bare = ExcerptOptions(
        context=False, memos=False, definitions=False, references=False, counts=False
    )
    page = written(trust_book(), tmp_path, bare)
    for name in ("context", "memo", "definition", "reference", "counts", "overview"):
        assert page.find_class(name) == []
    assert len(page.find_class("excerpt")) == len(trust_book().excerpts)


# --- how it is read ----------------------------------------------------------------------------


def written(
    made: ExcerptBook, folder: Path, options: ExcerptOptions = EVERYTHING
) -> html.HtmlElement:
    path = folder / "book.html"
    write_excerpts(made, path, options)
    return html.document_fromstring(path.read_text(encoding="utf-8"))


def read(page: html.HtmlElement) -> Iterator[Shown]:
    for figure in page.find_class("excerpt"):
        lines = [_line(one) for one in figure.find("blockquote")]
        reference = figure.find_class("reference")
        yield Shown(
            tuple(lines),
            figure.find_class("attribution")[0].text,
            reference[0].text if reference else "",
        )


def _line(paragraph: html.HtmlElement) -> tuple[str, str]:
    speaker = paragraph.find("b")
    return (speaker.text if speaker is not None else "", paragraph.find("span").text or "")

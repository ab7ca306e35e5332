"""Markdown: rendered, it shows the words of the book, and nothing said turns into a mark."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from lxml import html
from markdown_it import MarkdownIt

from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.exporters.excerpts.excerpt_format import EVERYTHING, ExcerptOptions
from qualcoder_nhs.exporters.excerpts.excerpt_formats import write_excerpts
from qualcoder_nhs.exporters.markdown_text import plain
from tests.exporters.books import book, code, excerpt, said, single, trust_book, voice
from tests.exporters.expected import ANY_TEXT, TRAPS, Shown, shown

RENDER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def test_rendered_it_holds_what_stands_in_the_book(tmp_path: Path) -> None:
    assert list(read(written(trust_book(), tmp_path))) == trimmed(trust_book())


def test_it_reads_well_as_it_stands(tmp_path: Path) -> None:
    source = written(trust_book(), tmp_path)
    assert source.startswith("# Doctor–manager relations\n\nCoded excerpts\n\n- Exported by: HL\n")
    assert (
        "#### Doubted motive\n\n"
        "The other side is thought to want something else than it says: money, a quiet life, "
        "a post.\n\n"
        "2 of 4 groups · 3 of 28 participants · 4 turns · 2 excerpts\n\n"
        "> **P7** It was a money review. Call it what you like, it was about money.\n>\n"
        "> **P2** It was not. \\[overlapping\\] I wrote it. It was about the corridor.\n>\n"
        "> **P7** And where did the corridor go? Nowhere. The post went.\n\n"
        "(FG4, P7, P2: clinical director, operations manager) · strong quote, discuss · "
        "\\[FG4 t.61–63\\]\n"
    ) in source
    assert "Before: **MOD** Is there somebody over there you do trust?\n" in source
    assert source.rstrip().endswith("1 excerpt is flagged “identifying detail”.")


def test_headings_follow_the_tree(tmp_path: Path) -> None:
    page = rendered(written(trust_book(), tmp_path))
    assert [(one.tag, one.text) for one in page.iter("h1", "h2", "h3", "h4")][1:4] == [
        ("h2", "Trust"),
        ("h3", "Basis of trust"),
        ("h4", "Trust from the bond"),
    ]


def test_every_trap_survives(tmp_path: Path) -> None:
    assert list(read(written(single(*TRAPS), tmp_path))) == trimmed(single(*TRAPS))


@given(ANY_TEXT)
def test_any_text_survives(text: str) -> None:
    talk = book(
        [under := code("a", "A")],
        excerpt(under, said(1, voice("P1"), text), said(2, voice("P4"), text)),
        excerpt(under, said(3, voice("P4"), text)),
    )
    with TemporaryDirectory() as folder:
        assert list(read(written(talk, Path(folder)))) == trimmed(talk)


@given(ANY_TEXT)
def test_a_plain_line_is_one_paragraph_of_these_words(text: str) -> None:
    line = "".join(text.splitlines()).replace("\0", "") or "x"
    page = rendered(plain(line) or "x")
    assert len(page) <= 1
    assert page.text_content().strip() == line.strip() or not line.strip()


def test_options_leave_out_what_they_name(tmp_path: Path) -> None:
    bare = ExcerptOptions(
        context=False, memos=False, definitions=False, references=False, counts=False
    )
    source = written(trust_book(), tmp_path, bare)
    assert "Before:" not in source
    assert "Memo:" not in source
    assert "participants" not in source
    assert "t.97" not in source


# --- how it is read ----------------------------------------------------------------------------


def written(made: ExcerptBook, folder: Path, options: ExcerptOptions = EVERYTHING) -> str:
    path = folder / "book.md"
    write_excerpts(made, path, options)
    return path.read_text(encoding="utf-8")


def rendered(source: str) -> html.HtmlElement:
    return html.fragment_fromstring(RENDER.render(source), create_parent="div")


def read(source: str) -> Iterator[Shown]:
    """Each quote with the paragraph that follows it; a quote may hold words and speakers only."""
    for quote in rendered(source).iter("blockquote"):
        assert {one.tag for one in quote.iterdescendants()} <= {"p", "strong"}
        attribution, *_, reference = quote.getnext().text.split(" · ")
        lines = tuple(_line(one) for one in quote.iter("p")) or (("", ""),)
        yield Shown(lines, attribution, reference)


def _line(paragraph: html.HtmlElement) -> tuple[str, str]:
    speaker = paragraph.find("strong")
    if speaker is None:
        return "", _trim(paragraph.text or "")
    return speaker.text, _trim(speaker.tail or "")


def trimmed(made: ExcerptBook) -> list[Shown]:
    """Blanks at the ends of a line mean nothing in Markdown."""
    return [
        Shown(
            tuple((name, _trim(words)) for name, words in one.lines),
            one.attribution,
            one.reference,
        )
        for one in shown(made)
    ]


def _trim(words: str) -> str:
    return words.strip(" \t\x85")

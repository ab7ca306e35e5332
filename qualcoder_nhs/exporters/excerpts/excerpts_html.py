"""Excerpts as one web page: nothing to load, nothing that runs, light and dark, good on paper."""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.exporters.excerpts.excerpt_format import ExcerptFormat, ExcerptOptions, Progress
from qualcoder_nhs.exporters.excerpts.manuscript import Heading, Manuscript, Paragraph, Passage
from qualcoder_nhs.exporters.html_look import STYLE
from qualcoder_nhs.i18n import N_, _

# No script, picture or font may be loaded, not even by a page that somebody changed.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write(book: ExcerptBook, path: Path, options: ExcerptOptions, progress: Progress) -> None:
    """Write the page. It cannot hold control characters; the last line counts them."""
    script = Manuscript(book, options, progress)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in _page(script))


def _page(script: Manuscript) -> Iterator[str]:
    yield from _head(script)
    yield from _front(script)
    yield from _contents(script.headings)
    for number, (heading, passages) in enumerate(script.chapters(), 1):
        yield f'<section id="code-{number}">'
        yield from _heading(heading)
        for passage in passages:
            yield from _passage(passage)
        yield "</section>"
    yield f'<footer><p class="closing">{escape(script.closing())}</p></footer>'
    yield "</main></body></html>"


def _head(script: Manuscript) -> Iterator[str]:
    yield '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(script.title)}: {escape(script.subtitle)}</title>"
    yield f"<style>{STYLE}</style></head><body><main>"


def _front(script: Manuscript) -> Iterator[str]:
    yield f"<header><h1>{escape(script.title)}</h1>"
    yield f'<p class="subtitle">{escape(script.subtitle)}</p><dl>'
    for name, value in script.details:
        yield f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>"
    yield "</dl>"
    yield from _line("overview", script.counts)
    yield from _line("empty", script.empty)
    yield "</header>"


def _contents(headings: list[Heading]) -> Iterator[str]:
    if len(headings) < 2:
        return
    yield f'<nav aria-label="{escape(_("Codes"))}"><ul>'
    for number, heading in enumerate(headings, 1):
        link = f'<a href="#code-{number}">{escape(heading.name)}</a>'
        yield f'<li class="level-{heading.level}">{link}</li>'
    yield "</ul></nav>"


def _heading(heading: Heading) -> Iterator[str]:
    tag = f"h{heading.level + 1}"
    yield f"<{tag}>{escape(heading.name)}</{tag}>"
    yield from _line("trail", heading.trail)
    for paragraph in heading.definition:
        yield from _line("definition", paragraph.text)
    yield from _line("counts", heading.counts)


def _passage(passage: Passage) -> Iterator[str]:
    yield '<figure class="excerpt">'
    yield from _context("before", passage.before)
    kind = "dialogue" if passage.dialogue else "quote"
    yield f'<blockquote class="{kind}">{_talk(passage.words)}</blockquote>'
    yield "<figcaption>" + _source(passage) + "</figcaption>"
    yield from _context("after", passage.after)
    if passage.memo:
        yield f'<aside class="memo"><b>{escape(_("Memo"))}</b>{_talk(passage.memo)}</aside>'
    yield "</figure>"


def _source(passage: Passage) -> str:
    parts = (
        ("attribution", passage.attribution),
        ("flags", passage.flags),
        ("reference", passage.reference),
    )
    return " ".join(
        f'<span class="{name}">{escape(words)}</span>' for name, words in parts if words
    )


def _context(place: str, talk: tuple[Paragraph, ...]) -> Iterator[str]:
    if talk:
        yield f'<div class="context {place}">{_talk(talk)}</div>'


def _talk(talk: Iterable[Paragraph]) -> str:
    return "".join(map(_paragraph, talk))


def _paragraph(paragraph: Paragraph) -> str:
    words = f'<span dir="auto">{escape(paragraph.text)}</span>'
    if not paragraph.speaker:
        return f"<p>{words}</p>"
    return f'<p class="turn"><b>{escape(paragraph.speaker)}</b>{words}</p>'


def _line(kind: str, words: str) -> Iterator[str]:
    if words:
        yield f'<p class="{kind}">{escape(words)}</p>'


FORMAT = ExcerptFormat(id="html", name=N_("Web page"), suffix=".html", write=write)

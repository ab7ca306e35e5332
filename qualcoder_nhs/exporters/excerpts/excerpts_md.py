"""Excerpts as Markdown: plain text that reads well as it stands and better where it is rendered."""

from collections.abc import Iterator
from pathlib import Path

from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.exporters.excerpts.excerpt_format import ExcerptFormat, ExcerptOptions, Progress
from qualcoder_nhs.exporters.excerpts.manuscript import Heading, Manuscript, Paragraph, Passage
from qualcoder_nhs.exporters.markdown_text import plain
from qualcoder_nhs.i18n import N_, _


def write(book: ExcerptBook, path: Path, options: ExcerptOptions, progress: Progress) -> None:
    """Write blocks with a blank line between; marks that people typed stay what they are."""
    script = Manuscript(book, options, progress)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{block}\n\n" for block in _blocks(script) if block)


def _blocks(script: Manuscript) -> Iterator[str]:
    yield f"# {plain(script.title)}"
    yield plain(script.subtitle)
    yield "\n".join(f"- {plain(name)}: {plain(value)}" for name, value in script.details)
    yield plain(script.counts)
    yield plain(script.empty)
    for heading, passages in script.chapters():
        yield from _heading(heading)
        for passage in passages:
            yield from _passage(passage)
    yield "---"
    yield plain(script.closing())


def _heading(heading: Heading) -> Iterator[str]:
    yield f"{'#' * (heading.level + 1)} {plain(heading.name)}"
    yield plain(heading.trail)
    yield from (plain(paragraph.text) for paragraph in heading.definition)
    yield plain(heading.counts)


def _passage(passage: Passage) -> Iterator[str]:
    yield from _context(_("Before"), passage.before)
    yield "\n>\n".join(f"> {_spoken(paragraph)}" for paragraph in passage.words)
    parts = (passage.attribution, passage.flags, passage.reference)
    yield " · ".join(plain(part) for part in parts if part)
    yield from _context(_("After"), passage.after)
    for paragraph in passage.memo:
        yield f"{plain(_('Memo'))}: {plain(paragraph.text)}"


def _context(place: str, talk: tuple[Paragraph, ...]) -> Iterator[str]:
    for paragraph in talk:
        yield f"{plain(place)}: {_spoken(paragraph)}"


def _spoken(paragraph: Paragraph) -> str:
    words = plain(paragraph.text)
    return f"**{plain(paragraph.speaker)}** {words}" if paragraph.speaker else words


FORMAT = ExcerptFormat(id="md", name=N_("Markdown text"), suffix=".md", write=write)

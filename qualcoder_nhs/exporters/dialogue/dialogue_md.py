"""Exchanges as Markdown: plain text that reads well as it stands, and better rendered."""

from collections.abc import Iterator
from pathlib import Path

from qualcoder_nhs.domain.dialogue import DialogueBook, DialogueLine
from qualcoder_nhs.exporters.dialogue.dialogue_format import (
    DialogueFormat,
    by_transcript,
    legend,
    overview,
    title,
)
from qualcoder_nhs.exporters.markdown_text import plain
from qualcoder_nhs.i18n import N_


def write(book: DialogueBook, path: Path) -> None:
    """Write blocks with a blank line between; marks that people typed stay what they are."""
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.writelines(f"{block}\n\n" for block in _blocks(book) if block)


def _blocks(book: DialogueBook) -> Iterator[str]:
    yield f"# {plain(book.study)}"
    yield plain(title())
    yield plain(overview(book))
    yield plain(legend())
    for name, dialogues in by_transcript(book):
        yield f"## {plain(name)}"
        for one in dialogues:
            yield "\n>\n".join(f"> {_line(line, link)}" for line, link in one.lines_told())
            yield f"{plain(one.attribution)} · {plain(one.reference)}"


def _line(line: DialogueLine, link: str) -> str:
    words = plain(line.text)
    if line.context:
        return f"*{plain(line.speaker)}* {words}" if line.speaker else words
    told = f" **{plain(link)}**" if link else ""
    return f"**{plain(line.speaker)}** {words}{told}"


FORMAT = DialogueFormat(id="md", name=N_("Markdown text"), suffix=".md", write=write)

"""Exchanges as one web page: nothing to load, nothing that runs, light and dark, good on paper."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from qualcoder_nhs.domain.dialogue import Dialogue, DialogueBook
from qualcoder_nhs.exporters.dialogue.dialogue_format import (
    DialogueFormat,
    by_transcript,
    legend,
    overview,
    title,
)
from qualcoder_nhs.exporters.html_look import STYLE
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.i18n import N_

# No script, picture or font may be loaded, not even by a page that somebody changed.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_OWN = ".between { color: var(--ink3); } .link { color: var(--accent); font-size: .875em; }"


def write(book: DialogueBook, path: Path) -> None:
    """Write the page; what it cannot hold is replaced by a mark that is seen."""
    legible = Legible()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{legible(line)}\n" for line in _page(book))


def _page(book: DialogueBook) -> Iterator[str]:
    yield '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(book.study)}: {escape(title())}</title>"
    yield f"<style>{STYLE}{_OWN}</style></head><body><main>"
    yield f'<header><h1>{escape(book.study)}</h1><p class="subtitle">{escape(title())}</p>'
    yield f'<p class="overview">{escape(overview(book))}</p>'
    yield f'<p class="definition">{escape(legend())}</p></header>'
    for name, dialogues in by_transcript(book):
        yield f"<section><h2>{escape(name)}</h2>"
        for one in dialogues:
            yield from _dialogue(one)
        yield "</section>"
    yield "</main></body></html>"


def _dialogue(dialogue: Dialogue) -> Iterator[str]:
    yield '<figure class="excerpt"><blockquote class="dialogue">'
    for line, link in dialogue.lines_told():
        kind = "turn between" if line.context else "turn"
        speaker = f"<b>{escape(line.speaker)}</b>" if line.speaker else ""
        told = f' <span class="link">{escape(link)}</span>' if link else ""
        words = f'<span dir="auto">{escape(line.text)}</span>'
        yield f'<p class="{kind}">{speaker}{words}{told}</p>'
    yield "</blockquote><figcaption>"
    yield f'<span class="attribution">{escape(dialogue.attribution)}</span>'
    yield f'<span class="reference">{escape(dialogue.reference)}</span></figcaption></figure>'


FORMAT = DialogueFormat(id="html", name=N_("Web page"), suffix=".html", write=write)

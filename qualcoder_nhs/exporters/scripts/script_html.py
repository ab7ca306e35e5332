"""Documents as one web page: nothing to load, nothing that runs, light and dark, good on paper."""

from collections.abc import Iterator, Sequence
from functools import singledispatch
from html import escape
from itertools import count
from pathlib import Path

from qualcoder_nhs.exporters.html_look import STYLE
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.scripts.script import (
    Block,
    Contents,
    Grid,
    Heading,
    NewPage,
    Quoted,
    Script,
    Spoken,
    Words,
)
from qualcoder_nhs.exporters.scripts.script_format import ScriptFormat
from qualcoder_nhs.i18n import N_

# No script, picture or font may be loaded, not even by a page that somebody changed.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_OWN = """
.statement { font-family: Charter, Cambria, Georgia, serif; font-size: 1.15rem; margin-left: 1rem; }
.label { font-weight: 600; margin-top: 1.25rem; }
.small, .note { color: var(--ink3); font-size: .875rem; }
.asked { color: var(--ink2); font-size: .9rem; margin-top: 1.5rem; }
.point::before { content: "• "; }
.between { color: var(--ink3); font-size: .9em; } .link { color: var(--accent); font-size: .875em; }
.mark { float: left; width: 4rem; margin-left: -4.5rem; text-align: right; color: var(--ink2);
  font-weight: 600; font-size: .875rem; padding-top: .3rem; }
.note { padding-left: 1.4rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; margin: .25rem 0 .75rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0;
  border-bottom: 1px solid var(--line); }
th { color: var(--ink3); } .right { text-align: right; }
section + section { border-top: 1px solid var(--line); margin-top: 3rem; }
@media (max-width: 60rem) { .mark { float: none; margin: 0; text-align: left; } }
@media print { section { break-before: page; } tr { break-inside: avoid; } }
"""


def write(script: Script, path: Path) -> None:
    """Write the page; what it cannot hold is shown as a mark."""
    legible = Legible()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{legible(line)}\n" for line in _page(script))


def _page(script: Script) -> Iterator[str]:
    yield '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(script.title)}</title><style>{STYLE}{_OWN}</style></head><body><main>"
    yield f"<header><h1>{escape(script.title)}</h1>"
    yield f'<p class="subtitle">{escape(script.subtitle)}</p><dl>'
    for name, value in script.facts:
        yield f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>"
    yield "</dl></header><section>"
    numbers = count(1)
    for block in script.blocks:
        if isinstance(block, Heading):
            yield _heading(block, next(numbers))
        elif isinstance(block, NewPage):
            yield "</section><section>"
        else:
            yield from _set(block, script)
    yield "</section></main></body></html>"


def _heading(heading: Heading, number: int) -> str:
    tag = f"h{heading.level + 1}"
    return f'<{tag} id="part-{number}">{escape(heading.text)}</{tag}>'


@singledispatch
def _set(block: Block, script: Script) -> Iterator[str]:
    raise TypeError(block, script)


@_set.register
def _(block: Words, _script: Script) -> Iterator[str]:
    first, *more = block.text.splitlines() or [""]
    name = f"<b>{escape(block.name)}</b> " if block.name else ""
    yield f'<p class="{block.tone}">{name}{escape(first)}</p>'
    yield from (f'<p class="{block.tone}">{escape(line)}</p>' for line in more if line.strip())


@_set.register
def _(block: Grid, _script: Script) -> Iterator[str]:
    yield "<table>"
    if block.title:
        yield f'<caption class="label">{escape(block.title)}</caption>'
    yield f"<thead>{_row(block.header, block.right, 'th')}</thead><tbody>"
    yield from (_row(row, block.right, "td") for row in block.rows)
    yield "</tbody></table>"


@_set.register
def _(block: Quoted, _script: Script) -> Iterator[str]:
    dialogue = any(line.speaker for line in block.lines)
    kind = "dialogue" if dialogue else "quote"
    yield f'<figure class="excerpt"><span class="mark">{escape(block.mark)}</span>'
    yield f'<blockquote class="{kind}">{"".join(map(_spoken, block.lines))}</blockquote>'
    yield f'<figcaption><span class="attribution">{escape(block.source)}</span>'
    yield f'<span class="reference">{escape(block.reference)}</span></figcaption>'
    if block.note:
        yield f'<p class="note">{escape(block.note)}</p>'
    yield "</figure>"


@_set.register
def _(block: Contents, script: Script) -> Iterator[str]:
    yield "<nav><ul>"
    for number, one in enumerate(script.headings(3), 1):
        if one.level <= block.levels:
            link = f'<a href="#part-{number}">{escape(one.text)}</a>'
            yield f'<li class="level-{one.level}">{link}</li>'
    yield "</ul></nav>"


def _row(cells: Sequence[str], right: Sequence[bool], tag: str) -> str:
    told = (
        f'<{tag} class="right">{escape(cell)}</{tag}>' if ends else f"<{tag}>{escape(cell)}</{tag}>"
        for cell, ends in zip(cells, right, strict=True)
    )
    return f"<tr>{''.join(told)}</tr>"


def _spoken(line: Spoken) -> str:
    kind = ("turn" if line.speaker else "") + (" between" if line.context else "")
    speaker = f"<b>{escape(line.speaker)}</b>" if line.speaker else ""
    link = f' <span class="link">{escape(line.link)}</span>' if line.link else ""
    return f'<p class="{kind}">{speaker}<span dir="auto">{escape(line.text)}</span>{link}</p>'


FORMAT = ScriptFormat(id="html", name=N_("Web page"), suffix=".html", write=write)

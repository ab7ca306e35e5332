"""Documents as Markdown: plain text that reads well as it stands and better where rendered."""

from collections.abc import Iterator
from functools import singledispatch
from pathlib import Path

from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.markdown_text import plain
from qualcoder_nhs.exporters.scripts.script import (
    Block,
    Contents,
    Grid,
    Heading,
    NewPage,
    Quoted,
    Script,
    Spoken,
    Tone,
    Words,
)
from qualcoder_nhs.exporters.scripts.script_format import ScriptFormat
from qualcoder_nhs.i18n import N_


def write(script: Script, path: Path) -> None:
    """Write blocks with a blank line between; marks that people typed stay what they are."""
    legible = Legible()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{legible(block)}\n\n" for block in _document(script) if block)


def _document(script: Script) -> Iterator[str]:
    yield f"# {plain(script.title)}"
    yield plain(script.subtitle)
    yield "\n".join(f"- {plain(name)}: {_flat(value)}" for name, value in script.facts)
    for block in script.blocks:
        yield from _set(block, script)


@singledispatch
def _set(block: Block, script: Script) -> Iterator[str]:
    raise TypeError(block, script)


@_set.register
def _(block: Heading, _script: Script) -> Iterator[str]:
    yield f"{'#' * (block.level + 1)} {_flat(block.text)}"


@_set.register
def _(block: Words, _script: Script) -> Iterator[str]:
    first, *more = block.text.splitlines() or [""]
    name = f"**{_flat(block.name)}** " if block.name else ""
    mark = {Tone.POINT: "- ", Tone.STATEMENT: "> "}.get(block.tone, "")
    yield f"{mark}{name}{plain(first)}"
    yield from (plain(line) for line in more if line.strip())


@_set.register
def _(block: Grid, _script: Script) -> Iterator[str]:
    if block.title:
        yield f"**{_flat(block.title)}**"
    rules = ["---:" if right else "---" for right in block.right]
    lines = [block.header, rules, *block.rows]
    cells = [[cell if at == 1 else _flat(cell) for cell in row] for at, row in enumerate(lines)]
    yield "\n".join(f"| {' | '.join(row)} |" for row in cells)


@_set.register
def _(block: Quoted, _script: Script) -> Iterator[str]:
    yield f"**{plain(block.mark)}**" if block.mark else ""
    yield "\n>\n".join(f"> {_spoken(line)}" for line in block.lines)
    yield " · ".join(plain(part) for part in (block.source, block.reference) if part)
    yield plain(block.note)


@_set.register
def _(block: Contents, script: Script) -> Iterator[str]:
    yield "\n".join(
        f"{'  ' * (one.level - 1)}- {_flat(one.text)}" for one in script.headings(block.levels)
    )


@_set.register
def _(_block: NewPage, _script: Script) -> Iterator[str]:
    yield "---"


def _spoken(line: Spoken) -> str:
    words = "  \n> ".join(plain(each) for each in line.text.splitlines() if each.strip())
    if line.context:
        return f"*{plain(line.speaker)}* {words}"
    speaker = f"**{plain(line.speaker)}** " if line.speaker else ""
    link = f" **{plain(line.link)}**" if line.link else ""
    return f"{speaker}{words}{link}"


def _flat(text: str) -> str:
    return plain(" ".join(text.split()))


FORMAT = ScriptFormat(id="md", name=N_("Markdown text"), suffix=".md", write=write)

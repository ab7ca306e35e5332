"""Documents as Word files: real headings, a contents field, tables whose heads come again."""

from pathlib import Path
from typing import Any

from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.scripts.script import (
    Contents,
    Grid,
    Heading,
    Quoted,
    Script,
    Spoken,
    Tone,
    Words,
    one_line,
    paragraphs,
)
from qualcoder_nhs.exporters.scripts.script_format import ScriptFormat
from qualcoder_nhs.exporters.word.word_contents import Marked, add_contents
from qualcoder_nhs.exporters.word.word_file import word_file
from qualcoder_nhs.exporters.word.word_paragraphs import TAB, Pattern, Setter
from qualcoder_nhs.exporters.word.word_tables import add_table
from qualcoder_nhs.i18n import N_

_DEEPEST = 3
_TOGETHER = 900
"""How many characters before a source stay on its page, more or less a third of one."""
_SHORT = 12
"""Rows up to which a table stands on one page."""
_STYLES = {
    Tone.SUBTITLE: "Subtitle",
    Tone.TEXT: "Text",
    Tone.STATEMENT: "Statement",
    Tone.LABEL: "Question",
    Tone.SMALL: "Table note",
    Tone.POINT: "Point",
    Tone.ASKED: "Asked",
}
_DETAIL = Pattern("Study detail", ("Detail name", TAB, None))
_POINT = Pattern("Point", (None, TAB, None))
_QUOTE = Pattern("Numbered quote", ("Quote number", TAB, None))
_GOES_ON = Pattern("Numbered quote", (TAB, None))
_TURN = Pattern("Numbered turn", ("Quote number", TAB, "Speaker", TAB, None, "Excerpt flag"))
_GREY = Pattern("Grey turn", (TAB, "Speaker", TAB, None))
_SOURCE = Pattern("Numbered source", (None, TAB, "Excerpt reference"))
_SOURCE_ALONE = Pattern("Numbered source")
_NOTE = Pattern("Numbered note")


def write(script: Script, path: Path) -> None:
    """Write the whole document; what XML cannot hold is shown as a mark."""
    _Writing(script).document.save(str(path))


class _Writing:
    """The document while it is written."""

    def __init__(self, script: Script) -> None:
        self._script, self._legible = script, Legible()
        self.document: Any = word_file(self._line(script.title), script.author, script.made)
        self._setter = Setter(self.document)
        self._marked = Marked(self.document)
        self._breaks = False
        self._front()
        self._setter.add(Pattern("Table gap", opening=6), "")
        for block in script.blocks:
            self._block(block)

    def _line(self, text: str) -> str:
        return one_line(self._legible, text)

    def _front(self) -> None:
        self._setter.add(Pattern("Title"), self._line(self._script.title))
        self._setter.add(Pattern("Subtitle"), self._line(self._script.subtitle))
        for name, value in self._script.facts:
            self._setter.add(_DETAIL, self._line(name), self._line(value))

    def _block(self, block: Any) -> None:
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Words):
            self._words(block)
        elif isinstance(block, Grid):
            self._grid(block)
        elif isinstance(block, Quoted):
            self._quoted(block)
        elif isinstance(block, Contents):
            self._contents(block.levels)
        else:
            self._breaks = True

    def _contents(self, levels: int) -> None:
        every = enumerate(self._script.headings(_DEEPEST), 1)
        named = ((one.level, number, self._line(one.text)) for number, one in every)
        add_contents(self.document, [one for one in named if one[0] <= levels], levels)

    def _heading(self, heading: Heading) -> None:
        self._setter.add(Pattern(f"Heading {heading.level}"), self._line(heading.text))
        paragraph = self._marked.last()
        if self._breaks:
            paragraph.paragraph_format.page_break_before = True
            self._breaks = False
        self._marked.mark(paragraph)

    def _words(self, words: Words) -> None:
        first, *more = paragraphs(self._legible, words.text)
        style = _STYLES[words.tone]
        if words.tone is Tone.POINT:
            self._setter.add(_POINT, "•", first)
        elif words.name:
            named = Pattern(style, ("Speaker", None), with_next=words.kept or None)
            self._setter.add(named, f"{self._line(words.name)} ", first)
        else:
            self._setter.add(Pattern(style, with_next=words.kept or None), first)
        for paragraph in more:
            self._setter.add(Pattern(style), paragraph)

    def _grid(self, grid: Grid) -> None:
        if grid.title:
            self._setter.add(Pattern("Question"), self._line(grid.title))
        rows = [[self._legible(cell) for cell in row] for row in grid.rows]
        header = [self._line(cell) for cell in grid.header]
        add_table(
            self.document,
            header,
            rows,
            widths=grid.widths,
            right=grid.right,
            whole=len(rows) <= _SHORT,
        )
        self._setter.add(Pattern("Table gap"), "")

    # ── excerpts ─────────────────────────────────────────────────────────────────────────────

    def _quoted(self, quoted: Quoted) -> None:
        mark, first = quoted.mark, self._marked.count()
        for line in quoted.lines:
            mark = self._spoken(line, mark)
        self._let_go(quoted, first)
        if quoted.reference:
            self._setter.add(_SOURCE, self._line(quoted.source), self._line(quoted.reference))
        elif quoted.source:
            self._setter.add(_SOURCE_ALONE, self._line(quoted.source))
        if quoted.note:
            self._setter.add(_NOTE, self._line(quoted.note))

    def _let_go(self, quoted: Quoted, first: int) -> None:
        """Only what stands near the source stays on its page: chains that are longer leave gaps."""
        together = _TOGETHER if quoted.source or quoted.reference else 0
        for paragraph in self._marked.since(first):
            if together <= 0:
                paragraph.paragraph_format.keep_with_next = False
            together -= len(paragraph.text)

    def _spoken(self, line: Spoken, mark: str) -> str:
        """Sets a line; tells what stands before the next: the number comes but once."""
        first, *more = paragraphs(self._legible, line.text)
        speaker, link = self._line(line.speaker), f"   {line.link}" if line.link else ""
        if line.context:
            self._setter.add(_GREY, speaker, first)
        elif speaker:
            self._setter.add(_TURN, mark, speaker, first, link)
        else:
            self._setter.add(_QUOTE, mark, first) if mark else self._setter.add(_GOES_ON, first)
        for paragraph in more:
            self._setter.add(_GOES_ON, paragraph)
        return mark if line.context else ""


FORMAT = ScriptFormat(id="docx", name=N_("Word document"), suffix=".docx", write=write)

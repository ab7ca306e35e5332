"""The codebook that QualCoder writes: an OpenDocument text of lines, dots ahead for each level."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from qualcoder_nhs.domain.codebook_draft import DEEPEST, CodebookDraft, CodeDraft
from qualcoder_nhs.domain.codebook_text import tidy_name
from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.importers.codebooks.codebook_entries import Entry, drafts
from qualcoder_nhs.importers.codebooks.codebook_format import CodebookFormat, ParsedCodebook
from qualcoder_nhs.importers.codebooks.codebook_rows import MOST_ROWS
from qualcoder_nhs.importers.format import Endless, ReadingOptions
from qualcoder_nhs.importers.opendocument import odt_transcript

_AS_IT_STANDS = ReadingOptions(convention="none")
_TITLE = re.compile(r"\s*Codebook: ")
_NODE = re.compile(r"\s*((?:\.\.\.)*)(?:\s*█\s*)?(?:Category|Code): (.+?)(?:, Count: \d+)?\s*")
_MEMO = re.compile(r"\s*MEMO: ")


def is_qualcoder_codebook(path: Path) -> bool:
    """Whether an OpenDocument text is such a codebook."""
    if path.suffix.casefold() not in FORMAT.suffixes:
        return False
    try:
        return _TITLE.match(_text(path)) is not None
    except (BadFile, Endless):
        return False


def read(path: Path) -> ParsedCodebook:
    """The codes beneath their categories; a memo is what a code means.

    Raises:
        BadFile: when it is no such codebook.
    """
    text = _text(path)
    entries = list(_entries(text))
    if not _TITLE.match(text) or not entries:
        raise BadFile(path.name, _("it is no codebook as QualCoder writes it."))
    if len(entries) > MOST_ROWS:
        raise BadFile(path.name, _("it has more rows than a codebook can have."))
    return ParsedCodebook(CodebookDraft(drafts(entries)))


def _text(path: Path) -> str:
    return odt_transcript.read(path, _AS_IT_STANDS).text


def _entries(text: str) -> Iterator[Entry]:
    """The lines of nodes, each with the lines of its memo."""
    waiting: Entry | None = None
    line_above: list[int] = []
    number = 0
    for at, line in enumerate(text.split("\n"), start=1):
        node = _NODE.fullmatch(line)
        if node is None:
            waiting = _with_memo(waiting, line)
            continue
        if waiting:
            yield waiting
        depth = min(len(node[1]) // 3, len(line_above), DEEPEST - 1)
        line_above = [*line_above[:depth], number]
        above = line_above[depth - 1] if depth else None
        waiting = Entry(CodeDraft("", tidy_name(node[2])), above, at)
        number += 1
    if waiting:
        yield waiting


def _with_memo(entry: Entry | None, line: str) -> Entry | None:
    """The entry with one more line; where a memo has not begun, the line says nothing of it."""
    begins = _MEMO.match(line)
    if entry is None or not (begins or entry.code.definition):
        return entry
    words = line[begins.end() :] if begins else line
    definition = f"{entry.code.definition}\n{words}".strip()
    return replace(entry, code=replace(entry.code, definition=definition))


FORMAT = CodebookFormat("qualcoder", N_("Codebook of QualCoder"), (".odt",), read)

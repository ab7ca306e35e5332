"""Transcripts in sheets (.xlsx, .csv, .tsv): who speaks, what is said, and each row a turn."""

from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.cells.excel_cells import named_sheets
from qualcoder_nhs.importers.cells.sheet import MOST_ROWS, delimiter_of, rows_of_text
from qualcoder_nhs.importers.cells.table_text import decoded
from qualcoder_nhs.importers.first_look import Look, first_look
from qualcoder_nhs.importers.format import Parsed, Problem, ReadingOptions, TranscriptFormat
from qualcoder_nhs.importers.labels import Convention
from qualcoder_nhs.importers.paragraphs import on_one_line
from qualcoder_nhs.importers.spoken import Heading, Spoken
from qualcoder_nhs.importers.talk_sheets.cell_times import seconds
from qualcoder_nhs.importers.talk_sheets.sheet_account import (
    convention,
    left_out,
    other_sheets,
    without_speaker,
    without_time,
)
from qualcoder_nhs.importers.talk_sheets.talk_columns import names_talk, with_whole_words
from qualcoder_nhs.importers.talk_sheets.talk_sheet import Table, Talk, cell, is_sure, talk_of
from qualcoder_nhs.importers.turns.names import key_of


def read(path: Path, options: ReadingOptions) -> Parsed:
    """The turns in a sheet: each row one turn, of whoever its speaker cell names.

    Raises:
        BadFile: when it is no table, or no columns say who speaks and what is said.
    """
    tables, encoding = _tables(path)
    talks = list(filter(None, map(talk_of, tables)))
    talk = next(filter(is_sure, talks), talks[0] if talks else None)
    if talk is None:
        why = _("it is no table of talk: no columns say who speaks and what is said.")
        raise BadFile(path.name, why)
    spoken, problems = _spoken(talk, options)
    problems += list(left_out(talk))
    problems += list(other_sheets(talk, talks, tables))
    return Parsed(
        spoken.text,
        tuple(spoken.turns),
        "sheet",
        convention(talk),
        "" if encoding.startswith("utf-8") else encoding,
        tuple(problems),
    )


def is_talk(path: Path) -> bool:
    """Whether a sheet is talk beyond doubt, and no codebook, survey or list of people.

    Never raises for what is in it.
    """
    try:
        if not _may_be_sheet(first_look(path)):
            return False
        return any(table and is_sure(table) for table in map(talk_of, _tables(path)[0]))
    except BadFile:
        return False


def _tables(path: Path) -> tuple[list[Table], str]:
    """The sheets in which something stands, and the encoding of a text."""
    look = first_look(path)
    if look.is_archive:
        found = named_sheets(path, MOST_ROWS)
        tables, encoding = [Table(rows, title) for title, rows in found if rows], "utf-8"
    else:
        text, encoding = decoded(path)
        rows = with_whole_words(list(rows_of_text(path.name, text)), delimiter_of(text))
        tables = [Table(rows)]
    if any(len(table.rows) > MOST_ROWS for table in tables):
        raise BadFile(path.name, _("it has more than {n} rows.").format(n=f"{MOST_ROWS:,}"))
    return tables, encoding


def _spoken(talk: Talk, options: ReadingOptions) -> tuple[Spoken, list[Problem]]:
    """The rows as turns; what names nobody goes on, and is said."""
    spoken, columns = Spoken(), talk.columns
    speech = {key_of(label) for label in options.as_speech}
    nobody: list[int] = []
    untimed: list[int] = []
    for _row, cells in talk.rows[: columns.first]:
        spoken.plain("\t".join(on_one_line(title).strip() for title in cells).rstrip("\t"))
    for row, cells in talk.rows[columns.first :]:
        label = " ".join(on_one_line(cell(cells, columns.speaker)).split())
        words = _said(cell(cells, columns.words))
        when = "" if columns.time is None else cell(cells, columns.time).strip()
        time = seconds(when, talk.unit) if when else None
        if when and time is None:
            untimed.append(row)
        if options.convention == Convention.NONE or (label and key_of(label) in speech):
            spoken.goes_on(": ".join(filter(None, (label, words))))
        elif label:
            spoken.turn(Heading(label, label, time=time), words)
        elif words:
            nobody.append(row)
            spoken.goes_on(words)
    return spoken, [*without_speaker(nobody), *without_time(untimed)]


def _said(words: str) -> str:
    """What a cell says, in as many lines as it has."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(on_one_line(line) for line in lines).strip()


def _may_be_sheet(look: Look) -> bool:
    return "xl/workbook.xml" in look.parts or look.suffix in (".csv", ".tsv") or _has_titles(look)


def _has_titles(look: Look) -> bool:
    """Whether a text begins with titles of columns for speakers and words, and marks between."""
    lines = [line for line in look.words.splitlines()[:4] if line.strip()][:1]
    if not lines or "|" in lines[0]:
        return False
    titles = [cells for _row, cells in rows_of_text("", lines[0], lenient=True)]
    return any(names_talk(row) for row in titles)


def _is_sheet(look: Look) -> bool:
    return "xl/workbook.xml" in look.parts or _has_titles(look)


_SUFFIXES = (".xlsx", ".csv", ".tsv")

FORMAT = TranscriptFormat("sheet", "Sheet", _SUFFIXES, read, _is_sheet, of_text=True)

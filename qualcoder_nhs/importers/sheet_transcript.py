"""Transcripts in sheets (.xlsx, .csv, .tsv): who speaks, what is said, and each row a turn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.importers.cell_times import CLOCK, Unit, seconds, unit_of
from qualcoder_nhs.importers.excel_cells import Numbered, excel_sheets
from qualcoder_nhs.importers.first_look import Look, first_look
from qualcoder_nhs.importers.format import Parsed, Problem, ReadingOptions, TranscriptFormat
from qualcoder_nhs.importers.labels import Convention
from qualcoder_nhs.importers.paragraphs import on_one_line
from qualcoder_nhs.importers.sheet import MOST_ROWS, delimiter_of, rows_of_text
from qualcoder_nhs.importers.spoken import Heading, Spoken
from qualcoder_nhs.importers.table_text import decoded
from qualcoder_nhs.importers.talk_columns import (
    TalkColumns,
    names_talk,
    talk_columns,
    with_whole_words,
)
from qualcoder_nhs.importers.turns.names import is_code, is_role, key_of

_NAMED = 6
"""Rows that a problem names at most."""


@dataclass(frozen=True)
class _Talk:
    """A table of talk with the rows as they stand, and what its times count."""

    rows: Sequence[Numbered]
    columns: TalkColumns
    unit: Unit


def read(path: Path, options: ReadingOptions) -> Parsed:
    """The turns in a sheet: each row one turn, of whoever its speaker cell names.

    Raises:
        BadFile: when it is no table, or no columns say who speaks and what is said.
    """
    tables, encoding = _tables(path)
    talk = next(filter(None, map(_talk, tables)), None)
    if talk is None:
        why = _("it is no table of talk: no columns say who speaks and what is said.")
        raise BadFile(path.name, why)
    spoken, problems = _spoken(talk, options)
    problems += list(_left_out(talk, tables))
    return Parsed(
        spoken.text,
        tuple(spoken.turns),
        "sheet",
        _convention(talk),
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
        return any(table and _is_sure(table) for table in map(_talk, _tables(path)[0]))
    except BadFile:
        return False


def _is_sure(talk: _Talk) -> bool:
    """By titles, times, or labels that only speakers have; and somebody speaks more than once."""
    columns = talk.columns
    cells = (_cell(cells, columns.speaker) for _row, cells in talk.rows[columns.first :])
    labels = [" ".join(cell.split()) for cell in cells if cell.strip()]
    if len(set(map(key_of, labels))) == len(labels):
        return False
    coded = sum(is_code(label) or is_role(label) for label in labels)
    by_labels = columns.first == 0 and coded * 10 >= 8 * len(labels)
    return columns.told or columns.time is not None or by_labels


def _tables(path: Path) -> tuple[list[list[Numbered]], str]:
    """The sheets in which something stands, and the encoding of a text."""
    look = first_look(path)
    if look.is_archive:
        tables, encoding = [one for one in excel_sheets(path, MOST_ROWS) if one], "utf-8"
    else:
        text, encoding = decoded(path)
        tables = [with_whole_words(list(rows_of_text(path.name, text)), delimiter_of(text))]
    if any(len(rows) > MOST_ROWS for rows in tables):
        raise BadFile(path.name, _("it has more than {n} rows.").format(n=f"{MOST_ROWS:,}"))
    return tables, encoding


def _talk(rows: Sequence[Numbered]) -> _Talk | None:
    columns = talk_columns([cells for _row, cells in rows])
    if columns is None:
        return None
    talk = [cells for _row, cells in rows[columns.first :]]
    words = sum(len(_cell(cells, columns.words).split()) for cells in talk)
    if columns.time is None:
        return _Talk(rows, columns, CLOCK)
    title = columns.titles[columns.time] if columns.titles else ""
    unit = unit_of(title, [_cell(cells, columns.time) for cells in talk], words)
    return _Talk(rows, columns, unit)


def _spoken(talk: _Talk, options: ReadingOptions) -> tuple[Spoken, list[Problem]]:
    """The rows as turns; what names nobody goes on, and is said."""
    spoken, columns = Spoken(), talk.columns
    speech = {key_of(label) for label in options.as_speech}
    nobody: list[int] = []
    untimed: list[int] = []
    for _row, cells in talk.rows[: columns.first]:
        spoken.plain("\t".join(on_one_line(cell).strip() for cell in cells).rstrip("\t"))
    for row, cells in talk.rows[columns.first :]:
        label = " ".join(on_one_line(_cell(cells, columns.speaker)).split())
        words = _said(_cell(cells, columns.words))
        when = "" if columns.time is None else _cell(cells, columns.time).strip()
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
    return spoken, [*_nobody(nobody), *_untimed(untimed)]


def _said(cell: str) -> str:
    """What a cell says, in as many lines as it has."""
    lines = cell.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(on_one_line(line) for line in lines).strip()


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _nobody(rows: Sequence[int]) -> Iterator[Problem]:
    if rows:
        told = ngettext(
            "{n} row names no speaker, and goes on with the turn before",
            "{n} rows name no speaker, and go on with the turn before",
            len(rows),
        )
        yield Problem(rows[0], f"{told}: {_rows(rows)}.")


def _untimed(rows: Sequence[int]) -> Iterator[Problem]:
    if rows:
        told = ngettext(
            "The time of {n} row cannot be read", "The times of {n} rows cannot be read", len(rows)
        )
        yield Problem(rows[0], f"{told}: {_rows(rows)}.")


def _rows(rows: Sequence[int]) -> str:
    more = " …" if len(rows) > _NAMED else ""
    return ", ".join(map(str, rows[:_NAMED])) + more


def _title(talk: _Talk, at: int) -> str:
    """What a column is called: by its title, else by its letter as a spreadsheet has it."""
    titles = talk.columns.titles
    if at < len(titles) and titles[at].strip():
        return f"“{' '.join(titles[at].split())}”"
    letter = chr(65 + at % 26)
    return letter if at < 26 else f"{chr(64 + at // 26)}{letter}"


def _convention(talk: _Talk) -> str:
    """The columns that were read, by their titles: `table: “Speaker”, “Text”, “Start”`."""
    columns = talk.columns
    read = [columns.speaker, columns.words, columns.time]
    titles = ", ".join(_title(talk, at) for at in read if at is not None)
    return f"{_('table')}: {titles}"


def _guesses(talk: _Talk) -> Iterator[Problem]:
    """What the columns were taken for, where neither titles nor clocks say so."""
    columns = talk.columns
    if not columns.told:
        told = _("Column {speaker} was taken for who speaks, column {words} for what is said.")
        speaker, words = _title(talk, columns.speaker), _title(talk, columns.words)
        yield Problem(None, told.format(speaker=speaker, words=words))
    if columns.time is not None and talk.unit is not CLOCK:
        told = _("The times in column {column} were taken for {unit}.")
        when = _title(talk, columns.time)
        yield Problem(None, told.format(column=when, unit=_(talk.unit.name)))


def _left_out(talk: _Talk, tables: Sequence[Sequence[Numbered]]) -> Iterator[Problem]:
    """How columns were taken, those that were not read, and other sheets."""
    columns = talk.columns
    yield from _guesses(talk)
    width = max(len(cells) for _row, cells in talk.rows)
    for at in range(width):
        filled = sum(bool(_cell(cells, at).strip()) for _row, cells in talk.rows[columns.first :])
        if filled and at not in (columns.speaker, columns.words, columns.time):
            told = ngettext("{n} cell was left out", "{n} cells were left out", filled)
            column = _("Column {column}").format(column=_title(talk, at))
            yield Problem(None, f"{column}: {told}.")
    others = sum(table is not talk.rows for table in tables)
    if others:
        told = ngettext("{n} other sheet was left out.", "{n} other sheets were left out.", others)
        yield Problem(None, told)


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

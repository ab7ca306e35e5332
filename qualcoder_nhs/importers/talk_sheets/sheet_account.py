"""Saying how a sheet of talk was read: its columns, what was guessed, and what was left out."""

from collections.abc import Iterator, Sequence

from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.importers.format import Problem
from qualcoder_nhs.importers.talk_sheets.cell_times import CLOCK
from qualcoder_nhs.importers.talk_sheets.talk_sheet import Table, Talk, cell, is_sure

_NAMED = 6
"""Rows that a problem names at most."""


def without_speaker(rows: Sequence[int]) -> Iterator[Problem]:
    """The rows that name nobody."""
    if rows:
        told = ngettext(
            "{n} row names no speaker, and goes on with the turn before",
            "{n} rows name no speaker, and go on with the turn before",
            len(rows),
        )
        yield Problem(rows[0], f"{told}: {_rows(rows)}.")


def without_time(rows: Sequence[int]) -> Iterator[Problem]:
    """The rows whose time is none."""
    if rows:
        told = ngettext(
            "The time of {n} row cannot be read", "The times of {n} rows cannot be read", len(rows)
        )
        yield Problem(rows[0], f"{told}: {_rows(rows)}.")


def _rows(rows: Sequence[int]) -> str:
    more = " …" if len(rows) > _NAMED else ""
    return ", ".join(map(str, rows[:_NAMED])) + more


def _title(talk: Talk, at: int) -> str:
    """What a column is called: by its title, else by its letter as a spreadsheet has it."""
    titles = talk.columns.titles
    if at < len(titles) and titles[at].strip():
        return f"“{' '.join(titles[at].split())}”"
    letter = chr(65 + at % 26)
    return letter if at < 26 else f"{chr(64 + at // 26)}{letter}"


def convention(talk: Talk) -> str:
    """The columns that were read, by their titles: `table: “Speaker”, “Text”, “Start”`."""
    columns = talk.columns
    read = [columns.speaker, columns.words, columns.time]
    titles = ", ".join(_title(talk, at) for at in read if at is not None)
    return f"{_('table')}: {titles}"


def _guesses(talk: Talk) -> Iterator[Problem]:
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


def left_out(talk: Talk) -> Iterator[Problem]:
    """How columns were taken, and those that were not read."""
    columns = talk.columns
    yield from _guesses(talk)
    width = max(len(cells) for _row, cells in talk.rows)
    for at in range(width):
        filled = sum(bool(cell(cells, at).strip()) for _row, cells in talk.rows[columns.first :])
        if filled and at not in (columns.speaker, columns.words, columns.time):
            told = ngettext("{n} cell was left out", "{n} cells were left out", filled)
            column = _("Column {column}").format(column=_title(talk, at))
            yield Problem(None, f"{column}: {told}.")


def other_sheets(talk: Talk, talks: Sequence[Talk], tables: Sequence[Table]) -> Iterator[Problem]:
    """Which sheet was read where there are several, and which of the others hold talk, too."""
    others = [table.title for table in tables if table.rows is not talk.rows]
    if not others:
        return
    titles = ", ".join(f"“{title}”" for title in others[:_NAMED])
    read = _("Sheet “{title}” was read").format(title=talk.title)
    told = ngettext("{n} other was left out", "{n} others were left out", len(others))
    more = " …" if len(others) > _NAMED else ""
    yield Problem(None, f"{read}; {told}: {titles}{more}.")
    for one in talks:
        if one is not talk and is_sure(one):
            also = _("Sheet “{title}” holds talk, too: save it as a file of its own to read it.")
            yield Problem(None, also.format(title=one.title))

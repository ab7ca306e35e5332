"""Which columns of a sheet name the speakers, hold what they say, and tell when."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qualcoder_nhs.importers.talk_sheets.cell_times import are_times, number
from qualcoder_nhs.importers.turns.names import is_identifier, is_plausible, key_of

SPEAKER: tuple[set[str], ...] = (
    {"speaker", "speakers", "speaker name", "speaker label", "speaker id", "voice", "talker"},
    {"sprecher", "sprecherin", "person speaking", "siaradwr", "locuteur", "hablante", "דובר"},
    {"who", "name", "participant", "participant id", "person", "label", "initials"},
)
WORDS: tuple[set[str], ...] = (
    {"text", "words", "utterance", "speech", "said", "talk", "what was said", "what is said"},
    {"content", "dialogue", "verbatim", "sentence", "caption", "utterances", "turn text"},
    {"spoken words", "testun", "texte", "texto", "טקסט", "תמלול"},
    {"transcript", "transcription"},
)
"""Titles in small letters, the most telling ones first."""

STARTS = {
    *("time", "start", "start time", "starttime", "begin", "timestamp", "time stamp", "timecode"),
    *("in", "from", "offset", "start ms", "start s", "start seconds", "time ms", "time s", "zeit"),
    *("timestamps", "start timestamp", "onset", "time in", "amser", "זמן"),
}
ENDS = {
    *("end", "end time", "endtime", "out", "to", "stop", "end ms", "end s", "end seconds"),
    *("finish", "end timestamp", "offset end", "time out"),
}
_FOREIGN = {"code", "question", "item", "respondent", "definition", "case id", "target", "slug"}
"""Titles that talk has no need of, and other tables have."""

_TITLES_AT_MOST = 12
_LONGEST_LABEL = 60
Row = Sequence[str]


@dataclass(frozen=True)
class TalkColumns:
    """The columns of a table of talk; `first` is the row where it begins.

    `told` says that titles name both speakers and words; `titles` are those of all columns, empty
    where there are none.
    """

    speaker: int
    words: int
    time: int | None
    first: int
    told: bool
    titles: tuple[str, ...]


def talk_columns(rows: Sequence[Row]) -> TalkColumns | None:
    """How to read rows of cells as talk; None where no column names speakers who return."""
    rows = [list(row) for row in rows]
    width = max(map(len, rows), default=0)
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    return _by_titles(rows) or _by_cells(rows, width)


def names_talk(titles: Row) -> bool:
    """Whether titles of columns name both who speaks and what is said."""
    known = [plain_title(title) for title in titles]
    places = {_place(known, names) for names in (SPEAKER, WORDS)}
    return None not in places and not _FOREIGN.intersection(known)


def speaks_of(names: Sequence[str], words: str) -> bool:
    """Whether plain titles say that a column names speakers, and that another holds words."""
    return _place(names, SPEAKER) is not None and any(words in known for known in WORDS)


Numbered = tuple[int, list[str]]


def with_whole_words(rows: Sequence[Numbered], mark: str) -> list[Numbered]:
    """The rows with words put together that were cut at commas, since nobody quoted them.

    Only in rows with more cells than there are titles, and where words are the last of these, so
    that nothing else can stand behind them.
    """
    for at, (_row, titles) in enumerate(rows[:_TITLES_AT_MOST]):
        last = plain_title(titles[-1]) if titles else ""
        if names_talk(titles) and any(last in known for known in WORDS):
            below = ((row, _whole(cells, len(titles), mark)) for row, cells in rows[at + 1 :])
            return [*rows[: at + 1], *below]
    return list(rows)


def _whole(cells: list[str], width: int, mark: str) -> list[str]:
    return [*cells[: width - 1], mark.join(cells[width - 1 :])] if len(cells) > width else cells


def plain_title(title: str) -> str:
    """A title without case, signs and units in brackets: `Start (ms)` is `start ms`."""
    return " ".join(re.sub(r"[_\W]+", " ", title).casefold().split())


def _by_titles(rows: Sequence[Row]) -> TalkColumns | None:
    for number_of_row, row in enumerate(rows[:_TITLES_AT_MOST]):
        titles = [plain_title(cell) for cell in row]
        speaker, words = (_place(titles, names) for names in (SPEAKER, WORDS))
        if speaker is None or words is None:
            continue
        if _FOREIGN.intersection(titles) or not rows[number_of_row + 1 :]:
            return None
        below = rows[number_of_row + 1 :]
        if not _says_something(_column(below, words)):
            return None
        time = _place(titles, (STARTS,))
        if time is None:
            time = _time_column(below, {speaker, words, _place(titles, (ENDS,))})
        return TalkColumns(speaker, words, time, number_of_row + 1, told=True, titles=tuple(row))
    return None


def _place(titles: Sequence[str], names: Sequence[set[str]]) -> int | None:
    places = (at for known in names for at, title in enumerate(titles) if title in known)
    return next(places, None)


def _says_something(cells: Sequence[str]) -> bool:
    """Whether a column holds words, and not the same few names again and again."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    words = sum(len(cell.split()) for cell in filled)
    return words >= 3 * len(filled) > 0 or len(set(filled)) * 2 > len(filled)


def _by_cells(rows: Sequence[Row], width: int) -> TalkColumns | None:
    """Without titles that are known, by what stands in the columns."""
    if len(rows) < 3 or width < 2:
        return None
    first = 1 if _is_heading(rows) else 0
    if _FOREIGN.intersection(map(plain_title, rows[0])):
        return None
    talk = rows[first:]
    time = _time_column(talk, set())
    taken = {time, *(at for at in range(width) if are_times(_column(talk, at)))}
    taken |= {at for at in range(width) if _is_count(_column(talk, at))}
    free = [at for at in range(width) if at not in taken]
    speaker = next((at for at in free if _names_speakers(_column(talk, at))), None)
    others = [at for at in free if at != speaker]
    if speaker is None or not others:
        return None
    words = max(others, key=lambda at: sum(map(len, _column(talk, at))))
    is_prose = _is_prose(_column(talk, words), 3 if time is None else 2)
    if not is_prose or not _alternate(_column(talk, speaker)):
        return None
    titles = tuple(rows[0]) if first else ()
    return TalkColumns(speaker, words, time, first, told=False, titles=titles)


def _column(rows: Sequence[Row], at: int) -> list[str]:
    return [row[at] for row in rows]


def _time_column(rows: Sequence[Row], taken: set[int | None]) -> int | None:
    width = len(rows[0]) if rows else 0
    return next(
        (at for at in range(width) if at not in taken and are_times(_column(rows, at))), None
    )


def _is_count(cells: Sequence[str]) -> bool:
    """Numbers of rows or turns, each one more than the last."""
    numbers = [known for cell in cells if cell.strip() and (known := number(cell)) is not None]
    steps = [after - before for before, after in pairwise(numbers)]
    return len(numbers) * 10 >= 9 * len(cells) and sum(step == 1 for step in steps) * 2 > len(steps)


def _is_heading(rows: Sequence[Row]) -> bool:
    """A first row of short titles, none of which comes again in its column."""
    cells = [(at, cell.strip()) for at, cell in enumerate(rows[0]) if cell.strip()]
    return len(cells) > 1 and all(
        len(cell.split()) <= 4
        and number(cell) is None
        and not are_times([cell])
        and not any(key_of(row[at]) == key_of(cell) for row in rows[1:])
        for at, cell in cells
    )


def _names_speakers(cells: Sequence[str]) -> bool:
    """Short labels that return: a few people speak again and again."""
    labels = [" ".join(cell.split()) for cell in cells if cell.strip()]
    known = [label for label in labels if len(label) <= _LONGEST_LABEL and _may_name(label)]
    times = Counter(map(key_of, known))
    returning = sum(count for count in times.values() if count > 1)
    return len(known) * 10 >= 9 * len(labels) > 0 and returning * 2 > len(labels)


def _may_name(label: str) -> bool:
    return is_identifier(label) or is_plausible(label) or (label.isdecimal() and len(label) < 4)


def _is_prose(cells: Sequence[str], least: int) -> bool:
    """Whether people speak in a column: more words than labels have, and mostly different ones."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    words = sum(len(cell.split()) for cell in filled)
    return words >= least * len(filled) > 0 and len(set(filled)) * 2 > len(filled)


def _alternate(cells: Sequence[str]) -> bool:
    """In talk speakers take turns; what is sorted by a column stands together."""
    labels = [key_of(cell) for cell in cells if cell.strip()]
    changes = sum(before != after for before, after in pairwise(labels))
    return changes * 10 >= 4 * max(1, len(labels) - 1)

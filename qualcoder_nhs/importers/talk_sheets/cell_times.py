"""Times as cells of a sheet hold them: clocks, Excel's own times, seconds, milliseconds, days."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qualcoder_nhs.i18n import N_

_BRACKET = r"[\s#\[(<{]*"
_CLOCK = re.compile(
    rf"""{_BRACKET}
    (?:(?P<date>\d{{4}}-\d\d-\d\d)[T ] | (?P<days>\d{{1,3}})\ days?,\ )?
    (?P<first>\d{{1,3}}):(?P<second>\d{{1,2}})(?::(?P<third>\d{{1,2}}))?
    (?:[.,:;\-](?P<part>\d{{1,6}}))?
    (?:[\s#\])>}}]*$ | \s*(?:-->|->|[-–—]|to)\s*[\d\[(#])""",
    re.VERBOSE,
)
_UNITS = re.compile(
    r"(?:(\d+)\s*h(?:ours?|r|rs)?\b)?\s*(?:(\d+)\s*m(?:in(?:ute)?s?)?\b)?\s*"
    r"(?:(\d+(?:[.,]\d+)?)\s*s(?:ec(?:ond)?s?)?)?"
)
_NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,20})?(?:[eE]-\d{1,2})?")
_MILLISECONDS = re.compile(r"(\d+)\s*ms(?:ecs?)?")
_LATEST = "1901"
_DAY = 86_400.0
_SLOW = 12.0
"""Seconds that nobody takes for a word, all in all, even where much was cut."""


@dataclass(frozen=True)
class Unit:
    """What the numbers of a column count, with how many seconds that is."""

    name: str
    seconds: float


CLOCK = Unit(N_("hours, minutes and seconds"), 1)
MINUTES = Unit(N_("minutes and seconds, which Excel took for hours and minutes"), 1 / 60)
SECONDS = Unit(N_("seconds"), 1)
MILLISECONDS = Unit(N_("milliseconds"), 0.001)
OF_DAY = Unit(N_("times of day, without their dates"), 1)
DAYS = Unit(N_("parts of a day, as Excel keeps times"), _DAY)


def clock_seconds(cell: str) -> float | None:
    """The time in a cell that is written as a clock or with units, in seconds."""
    found = _CLOCK.match(cell)
    if found and (found["date"] or "1900") >= _LATEST:
        return None
    if found:
        parts = [int(found[name]) for name in ("first", "second", "third") if found[name]]
        total = 0.0
        for part in parts:
            total = total * 60 + part
        if found["third"] is None and (found["date"] or found["days"]):
            total *= 60
        return total + _days(found) * _DAY + float(f"0.{found['part'] or 0}")
    words = cell.strip()
    if found := _MILLISECONDS.fullmatch(words):
        return int(found[1]) / 1000
    found = _UNITS.fullmatch(words) if words else None
    if found is None:
        return None
    hours, minutes, rest = ((part or "0").replace(",", ".") for part in found.groups())
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def _days(found: re.Match[str]) -> int:
    """Whole days: Excel writes a time of more than one as a date of the year 1900."""
    if found["days"]:
        return int(found["days"])
    if not found["date"]:
        return 0
    year, month, day = map(int, found["date"].split("-"))
    return day + 31 * (month - 1) if year == 1900 else 0


def number(cell: str) -> float | None:
    """A bare number."""
    words = cell.strip()
    return float(words.replace(",", ".")) if _NUMBER.fullmatch(words) else None


def _second_of_day(cell: str) -> float | None:
    """The time of a moment that is told with its date."""
    found = _CLOCK.match(cell)
    if not found or not found["date"]:
        return None
    first, second, third = (int(found[name] or 0) for name in ("first", "second", "third"))
    return first * 3600 + second * 60 + third + float(f"0.{found['part'] or 0}")


def are_times(cells: Sequence[str]) -> bool:
    """Whether nearly all cells that are filled hold a clock, or numbers that grow like times."""
    filled = [cell for cell in cells if cell.strip()]
    clocks = sum(clock_seconds(cell) is not None for cell in filled)
    if clocks * 10 >= 9 * len(filled) > 0:
        return True
    numbers = [known for cell in filled if (known := number(cell)) is not None]
    return len(numbers) * 10 >= 9 * len(filled) > 0 and _grow_like_times(numbers)


def _grow_like_times(numbers: Sequence[float]) -> bool:
    """Upwards, and not by one from row to row as numbers of lines do."""
    steps = [after - before for before, after in pairwise(numbers)]
    upwards = sum(step >= 0 for step in steps)
    counted = sum(step in (0, 1) for step in steps)
    return len(steps) > 1 and upwards * 10 >= 8 * len(steps) and counted * 2 < len(steps)


def unit_of(title: str, cells: Sequence[str], words: int) -> Unit:
    """What a column of times counts, by its title, else by how fast people would have to speak."""
    told = title.casefold()
    clocks = [known for cell in cells if (known := clock_seconds(cell)) is not None]
    if not clocks and any(_second_of_day(cell) is not None for cell in cells):
        return OF_DAY
    if clocks:
        return _unit_of_clocks(cells, clocks, words)
    if re.search(r"\bms\b|msec|milli|_ms\b", told):
        return MILLISECONDS
    if re.search(r"\bs\b|\bsecs?\b|second|_s\b", told):
        return SECONDS
    numbers = [known for cell in cells if (known := number(cell)) is not None]
    span = max(numbers, default=0.0) - min(numbers, default=0.0)
    if max(numbers, default=0.0) < 1 and any(one % 1 for one in numbers):
        return DAYS
    return MILLISECONDS if span > _SLOW * max(1, words) else SECONDS


def _unit_of_clocks(cells: Sequence[str], clocks: Sequence[float], words: int) -> Unit:
    """Excel takes 12:44 for twelve hours and more: then no time has seconds, and all last long."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    whole = all(found[-3:] == ":00" and found.count(":") == 2 for found in filled)
    slow = max(clocks) - min(clocks) > _SLOW * max(1, words)
    return MINUTES if whole and slow and len(clocks) > 1 else CLOCK


def seconds(cell: str, unit: Unit) -> float | None:
    """The time in a cell, in seconds; None where it holds none."""
    told = _second_of_day(cell) if unit is OF_DAY else clock_seconds(cell)
    if told is None:
        told = number(cell)
    return None if told is None else round(told * unit.seconds, 3)

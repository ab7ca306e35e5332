"""Tables of speakers: which column names who speaks, and which holds what they say."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from qualcoder_nhs.importers.labels import could_name, seconds
from qualcoder_nhs.importers.spoken import Spoken
from qualcoder_nhs.importers.turns import Line

Row = list[list[Line]]

_TIME = re.compile(r"[\[(#]?(\d{1,2}:\d{2}(?::\d{2})?(?:[.,-]\d{1,3})?)[\])#]?")
_HEADINGS = {"speaker", "name", "who", "participant", "voice", "label", "id", "initials"}


@dataclass(frozen=True)
class SpeakerTable:
    """The rows of a table with the columns that name, time and tell."""

    rows: Sequence[Row]
    names: int
    words: int
    times: int | None
    first: int

    def speak(self, spoken: Spoken) -> None:
        """Write the rows as turns; an empty speaker cell continues the last."""
        for number, row in enumerate(self.rows):
            words = "\n".join(line.text for line in _cell(row, self.words)).strip("\n")
            label, time = self._label(row)
            if number < self.first or len(row) <= max(self.names, self.words):
                spoken.plain("\t".join(_flat(cell) for cell in row))
            elif label:
                spoken.turn(label, words, time)
            elif spoken.turns and words.strip():
                spoken.goes_on(words)
            elif words.strip():
                spoken.plain(words)

    def _label(self, row: Row) -> tuple[str, float | None]:
        label, time = named(_flat(_cell(row, self.names)))
        if time is None and self.times is not None:
            found = _TIME.fullmatch(_flat(_cell(row, self.times)))
            time = seconds(found[1]) if found else None
        return label, time


def speaker_table(rows: Sequence[Row]) -> SpeakerTable | None:
    """How to read the table as turns; None where no column names speakers that return."""
    columns = max((len(row) for row in rows), default=0)
    full = [row for row in rows if len(row) == columns]
    if columns < 2 or len(full) < 2:
        return None
    names = next((at for at in range(columns) if _names_speakers(full, at)), None)
    if names is None:
        return None
    sizes = {at: sum(len(_flat(row[at])) for row in full) for at in range(columns) if at != names}
    words = max(sizes, key=lambda at: sizes[at])
    times = next((at for at in sizes if at != words and _tells_time(full, at)), None)
    return SpeakerTable(rows, names, words, times, _headers(rows, names))


def named(cell: str) -> tuple[str, float | None]:
    """A speaker cell without its time and colon: `P4 00:12:44` is `P4` at 764 seconds."""
    found = _TIME.search(cell)
    label = _TIME.sub("", cell) if found else cell
    return label.strip().rstrip(":").strip(), seconds(found[1]) if found else None


def _names_speakers(rows: Sequence[Row], column: int) -> bool:
    labels = [label for row in rows if (label := named(_flat(row[column]))[0])]
    known = [label for label in labels if could_name(label, strong=True)]
    times = Counter(label.casefold() for label in known)
    returning = sum(count for count in times.values() if count > 1)
    return len(known) * 10 >= 8 * len(labels) > 0 and returning * 2 > len(labels)


def _tells_time(rows: Sequence[Row], column: int) -> bool:
    cells = [text for row in rows if (text := _flat(row[column]))]
    return sum(_TIME.fullmatch(text) is not None for text in cells) * 2 > len(cells) > 0


def _headers(rows: Sequence[Row], names: int) -> int:
    """How many rows at the top are headings and no talk."""
    for number, row in enumerate(rows[:4]):
        if len(row) > names and _flat(row[names]).strip(" :").casefold() in _HEADINGS:
            return number + 1
    return 0


def _cell(row: Row, at: int) -> list[Line]:
    return row[at] if at < len(row) else []


def _flat(cell: Sequence[Line]) -> str:
    return " ".join(line.text for line in cell).strip()

"""Tables as Markdown writes them, `| P4 | words |`, taken out of the lines around them."""

import re
from collections.abc import Iterator, Sequence

from qualcoder_nhs.importers.speaker_tables import Block, Row, speaker_table
from qualcoder_nhs.importers.turns import Line

_BELOW_HEAD = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
_PIPE = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STARRED = re.compile(r"(\*{1,3}|_{1,2})(?=\S)(?P<words>.+)(?<=\S)\1")


def blocks_of(lines: Sequence[str]) -> list[Block]:
    """The lines as they stand, but each table with a column of speakers as its rows."""
    found: list[Block] = []
    at = 0
    while at < len(lines):
        end = _end_of_table(lines, at)
        rows = [_row(line) for line in (lines[at], *lines[at + 2 : end])] if end else []
        if rows and speaker_table(rows):
            found.append(rows)
        else:
            found.extend(Line(line) for line in lines[at : end or at + 1])
        at = end or at + 1
    return found


def _end_of_table(lines: Sequence[str], at: int) -> int:
    """Behind the last row of the table that begins here; 0 where none does."""
    heads = (
        at + 1 < len(lines)
        and _PIPE.search(lines[at])
        and _BELOW_HEAD.fullmatch(lines[at + 1].strip())
    )
    if not heads:
        return 0
    below = (n for n in range(at + 2, len(lines)) if not _PIPE.search(lines[n]))
    return next(below, len(lines))


def _row(line: str) -> Row:
    cells = _PIPE.split(line.strip())
    if cells[0] == "":
        cells = cells[1:]
    if cells and cells[-1] == "":
        cells = cells[:-1]
    return [list(_lines(cell)) for cell in cells]


def _lines(cell: str) -> Iterator[Line]:
    """The words of a cell without the signs of the table; what is bold as a whole is plain."""
    for part in _BREAK.split(cell.replace("\\|", "|")):
        words = part.strip()
        starred = _STARRED.fullmatch(words)
        yield Line(starred["words"] if starred else words)

"""Exchanges as CSV: a row a turn, for spreadsheets and statistics programs.

UTF-8 with a byte order mark, commas, every cell quoted, and an apostrophe before a cell that a
spreadsheet would run.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from qualcoder_nhs.domain.dialogue import Dialogue, DialogueBook
from qualcoder_nhs.exporters.dialogue.dialogue_format import DialogueFormat
from qualcoder_nhs.exporters.formula_guard import guarded
from qualcoder_nhs.i18n import N_

COLUMNS = (
    "exchange",
    "transcript",
    "layer",
    "turn",
    "speaker",
    "role",
    "linked",
    "kind",
    "target",
    "coders",
    "words",
)
"""`linked` is no for what lies between; several links of a turn are joined by `;`."""


def write(book: DialogueBook, path: Path) -> None:
    """Write a header and a row for each turn of each exchange; gaps have none."""
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        out = csv.writer(file, quoting=csv.QUOTE_ALL)
        out.writerow(COLUMNS)
        for number, dialogue in enumerate(book.dialogues, 1):
            out.writerows(map(guarded, row) for row in _rows(number, dialogue))


def _rows(number: int, dialogue: Dialogue) -> Iterator[tuple[str, ...]]:
    for line in dialogue.lines:
        if line.said is None:
            continue
        voice = line.said.voice
        yield (
            str(number),
            dialogue.transcript,
            dialogue.layer,
            str(line.said.turn),
            line.speaker,
            voice.role if voice else "",
            "no" if line.context else "yes",
            ";".join(one.kind.value for one in line.answers),
            ";".join(str(one.target) for one in line.answers),
            ";".join("+".join(one.coders) for one in line.answers if one.coders),
            line.text,
        )


FORMAT = DialogueFormat(id="csv", name=N_("CSV table"), suffix=".csv", write=write)

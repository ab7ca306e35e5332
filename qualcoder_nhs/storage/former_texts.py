"""The words that transcripts had before they were corrected, as the journal keeps them."""

import json
from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, select

from qualcoder_nhs.domain.correcting.record import TextChange
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.storage.journal import step_from
from qualcoder_nhs.storage.schema import row_changes, steps, transcripts

_HOLDS = '"text": '
"""The journal leaves the text out of an image where a change left it alone."""


_CORRECTS = (
    row_changes.c.table == transcripts.name,
    row_changes.c.before.contains(_HOLDS),
    row_changes.c.after.contains(_HOLDS),
)


def former_texts(connection: Connection) -> dict[TranscriptId, frozenset[str]]:
    """Every text that corrected transcripts ever had, the one that stands now among them.

    Nothing is believed of the file: what is no text is passed over.
    """
    found: dict[TranscriptId, set[str]] = defaultdict(set)
    line = row_changes.c
    query = select(line.row, line.before, line.after).where(*_CORRECTS)
    for row in connection.execute(query):
        found[TranscriptId(row.row)].update(_texts(row.before), _texts(row.after))
    return {transcript: frozenset(texts) for transcript, texts in found.items()}


def text_changes(connection: Connection, transcript: TranscriptId) -> Iterator[TextChange]:
    """Each step that made a transcript's text another, oldest first."""
    line = row_changes.c
    query = (
        select(steps, line.before, line.after)
        .join(row_changes, line.step == steps.c.id)
        .where(line.row == transcript, *_CORRECTS)
        .order_by(line.step, line.seq)
    )
    for row in connection.execute(query).mappings():
        step = step_from(row)
        [before], [after] = _texts(row["before"]), _texts(row["after"])
        yield TextChange(
            step.id, step.at, step.coder, step.words, step.direction.value, before, after
        )


def _texts(image: str) -> Iterator[str]:
    try:
        row = json.loads(image)
    except ValueError:
        return
    text = row.get("text") if isinstance(row, dict) else None
    if isinstance(text, str):
        yield text

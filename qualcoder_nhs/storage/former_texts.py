"""The words that transcripts had before they were corrected, as the journal keeps them."""

import json
from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, select

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.storage.schema import row_changes, transcripts


def former_texts(connection: Connection) -> dict[TranscriptId, frozenset[str]]:
    """Every text that corrected transcripts ever had, the one that stands now among them.

    Nothing is believed of the file: what is no text is passed over.
    """
    found: dict[TranscriptId, set[str]] = defaultdict(set)
    line = row_changes.c
    holds = '"text": '
    query = select(line.row, line.before, line.after).where(
        line.table == transcripts.name, line.before.contains(holds), line.after.contains(holds)
    )
    for row in connection.execute(query):
        found[TranscriptId(row.row)].update(_texts(row.before), _texts(row.after))
    return {transcript: frozenset(texts) for transcript, texts in found.items()}


def _texts(image: str) -> Iterator[str]:
    try:
        row = json.loads(image)
    except ValueError:
        return
    text = row.get("text") if isinstance(row, dict) else None
    if isinstance(text, str):
        yield text

"""The words that transcripts had before they were corrected, as the journal keeps them."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from qualcoder_nhs.domain.correcting.record import TextChange
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.storage.journal import step_from
from qualcoder_nhs.storage.rows import Row
from qualcoder_nhs.storage.schema import row_changes, steps, transcripts
from qualcoder_nhs.storage.stretches import Held, digest_of, whole

_HOLDS = '"text": '
"""The journal leaves the text out of an image where a change left it alone."""


_CORRECTS = (
    row_changes.c.table == transcripts.name,
    row_changes.c.before.contains(_HOLDS),
    row_changes.c.after.contains(_HOLDS),
)


def former_texts(connection: Connection) -> dict[TranscriptId, frozenset[str]]:
    """The digest of every text that corrected transcripts ever had, of what stands now too.

    Nothing is believed of the file: what is no text is passed over.
    """
    found: dict[TranscriptId, set[str]] = defaultdict(set)
    line = row_changes.c
    query = select(line.row, line.before, line.after).where(*_CORRECTS)
    for row in connection.execute(query):
        known = (digest_of(_held(image)) for image in (row.before, row.after))
        found[TranscriptId(row.row)].update(one for one in known if one is not None)
    return {transcript: frozenset(texts) for transcript, texts in found.items()}


def text_changes(connection: Connection, transcript: TranscriptId) -> Iterator[TextChange]:
    """Each step that made a transcript's text another, oldest first.

    Where the file was harmed it goes as far back as the texts can be told.
    """
    line = row_changes.c
    query = (
        select(steps, line.before, line.after)
        .join(row_changes, line.step == steps.c.id)
        .where(line.table == transcripts.name, line.row == transcript)
        .order_by(line.step, line.seq)
    )
    lines = connection.execute(query).mappings().all()
    now = connection.scalar(select(transcripts.c.text).where(transcripts.c.id == transcript))
    yield from reversed(list(_backwards([dict(one) for one in lines], now)))


def _backwards(lines: Sequence[Row], text: str | None) -> Iterator[TextChange]:
    """From the text that stands now through each that stood before it."""
    for row in reversed(lines):
        held, becomes = _held(row["before"]), _held(row["after"])
        if held is None and becomes is None:
            continue
        after = becomes if isinstance(becomes, str) else text
        text = whole(held, becomes, after)
        if text is not None and becomes is not None and after is not None:
            step = step_from(row)
            yield TextChange(
                step.id, step.at, step.coder, step.words, step.direction.value, text, after
            )


def _held(image: str | None) -> Held:
    try:
        row = json.loads(image or "null")
    except ValueError:
        return None
    return row.get("text") if isinstance(row, dict) else None

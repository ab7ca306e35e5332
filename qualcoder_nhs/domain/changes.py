"""Changes: which things a step touched, by whom; what every view is told after a commit."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualcoder_nhs.domain.ids import CoderId, TranscriptId


@dataclass(frozen=True)
class Changes:
    """What one committed step touched, by table name and row id; computed from the journal.

    `transcripts` are those whose own rows, turns, speakers, codings or memos were touched, so that
    a page knows at once whether it is concerned.
    """

    step: int
    label: str
    coder: CoderId
    rows: Mapping[str, frozenset[str]] = field(default_factory=dict)
    transcripts: frozenset[TranscriptId] = frozenset()

    def touched(self, table: str) -> frozenset[str]:
        """The ids of that table's rows that came, went or changed."""
        return self.rows.get(table, frozenset())

    def __contains__(self, table: str) -> bool:
        return bool(self.rows.get(table))

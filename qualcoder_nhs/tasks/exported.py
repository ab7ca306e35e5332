"""What became of an export."""

from dataclasses import dataclass

from qualcoder_nhs.domain.ids import TranscriptId


@dataclass(frozen=True)
class Exported:
    """A file that was written: what it holds, in a sentence, and whose words."""

    words: str
    transcripts: tuple[TranscriptId, ...]

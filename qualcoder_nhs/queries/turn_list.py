"""The turns of a transcript as other programs read them."""

from typing import Any

from qualcoder_nhs.queries.voices import voices
from qualcoder_nhs.storage.reader import Reader


def turn_list(read: Reader, transcript: str) -> tuple[str, list[dict[str, Any]]]:
    """The transcript's name, and its turns with who spoke; positions are code points.

    `participant` is None where no participant speaks; `time` is in seconds, None where unknown.

    Raises:
        NoSuch: when no transcript bears the name or id.
    """
    found = read.transcript(read.transcript_called(transcript))
    who = voices(read, found.id)
    return found.name, [
        {
            "index": turn.index,
            "label": turn.label or None,
            "participant": who[turn.label].name if who[turn.label].participants else None,
            "function": who[turn.label].function.value,
            "start": turn.words.start,
            "end": turn.words.end,
            "time": turn.time,
            "text": turn.words.of(found.text),
        }
        for turn in found.turns
    ]

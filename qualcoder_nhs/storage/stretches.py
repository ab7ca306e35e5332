"""A corrected text as the journal keeps it: the stretch that became another, not all of it."""

from typing import Any

from qualcoder_nhs.domain.correcting.record import digest
from qualcoder_nhs.domain.correcting.words import beginning_alike
from qualcoder_nhs.storage.rows import Row

Held = Any
"""What an image holds for a text: all of it, or a stretch as a table of four.

`at` is where the stretch begins in its text, `words` what stands there; `length` and `digest` are
of the whole text, so that no stretch is ever put into another one. Files from before hold texts.
"""


def shortened(before: Row, after: Row, column: str) -> tuple[Row, Row]:
    """Two images of a row whose texts differ, each with its stretch only."""
    old, new = before[column], after[column]
    first = beginning_alike(old, new)
    last = beginning_alike(old[first:][::-1], new[first:][::-1])
    return (
        {**before, column: _stretch(old, first, len(old) - last)},
        {**after, column: _stretch(new, first, len(new) - last)},
    )


def _stretch(text: str, start: int, end: int) -> dict[str, object]:
    return {
        "at": start,
        "words": text[start:end],
        "length": len(text),
        "digest": digest(text),
    }


def digest_of(held: Held) -> str | None:
    """By which a text is known again, whichever way an image holds it; None where it holds none."""
    if isinstance(held, str):
        return digest(held)
    found = held.get("digest") if isinstance(held, dict) else None
    return found if isinstance(found, str) else None


def whole(wanted: Held, known: Held, text: str | None) -> str | None:
    """The text that one image of a change holds, where `text` is what its other image holds.

    None where that cannot be told: the file was harmed, or it is another text.
    """
    if isinstance(wanted, str):
        return wanted
    if not (_is_stretch(wanted) and _is_stretch(known)) or text is None:
        return None
    if len(text) != known.get("length") or digest(text) != known.get("digest"):
        return None
    at = known["at"]
    found = text[:at] + wanted["words"] + text[at + len(known["words"]) :]
    return found if digest(found) == wanted.get("digest") else None


def _is_stretch(held: Held) -> bool:
    return (
        isinstance(held, dict)
        and type(held.get("at")) is int
        and isinstance(held.get("words"), str)
    )

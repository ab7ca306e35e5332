"""Of two long passages the part that differs, with some words on either side of it."""

from qualcoder_nhs.domain.correcting.words import alike, ending_alike

AROUND = 60
"""Characters that are shown on either side of what differs."""

MOST = 160
"""Characters that are shown of words of which nothing stays."""


def around_change(before: str, after: str) -> tuple[str, str]:
    """Both passages around what differs in them; an ellipsis stands for what is left out."""
    if not before or not after:
        return _beginning(before), _beginning(after)
    first = alike(before, after)
    last = ending_alike(before[first:], after[first:])
    return _part(before, first, last), _part(after, first, last)


def _beginning(words: str) -> str:
    return words if len(words) <= MOST else _to_blank(words[:MOST]) + "…"


def _part(words: str, first: int, last: int) -> str:
    """Without most of what the two begin and end with alike."""
    start = max(0, first - AROUND)
    end = min(len(words), len(words) - last + AROUND)
    shown = words[start:end]
    if start:
        shown = "…" + shown[shown.find(" ") + 1 :]
    return shown if end == len(words) else _to_blank(shown) + "…"


def _to_blank(words: str) -> str:
    """Up to the last whole word; all of it where there is no blank."""
    whole, blank, _rest = words.rpartition(" ")
    return whole if blank else words

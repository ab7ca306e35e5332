"""Where whole lines went or came, the change begins with a line, not in the midst of one."""

from collections.abc import Iterator, Sequence

from qualcoder_nhs.domain.correcting.stretch import Same

_FARTHEST = 200


def slid(old: str, new: str, same: Sequence[Same]) -> Iterator[Same]:
    """The same stretches; a change that could as well begin at its line's start does so.

    Two lines in a row often begin alike, with a time mark or a label. Which of these are taken
    for the ones that stayed makes no difference to the text, but to what lies on it.
    """
    if not same:
        return
    held = same[0]
    for block in same[1:]:
        by = _back(old, new, held, block)
        yield Same(held.old, held.new, held.length - by)
        held = Same(block.old - by, block.new - by, block.length + by)
    yield held


def _back(old: str, new: str, before: Same, after: Same) -> int:
    """How far the change between two stretches is to go back."""
    if before.new_end == after.new:
        text, start, end = old, before.old_end, after.old
    elif before.old_end == after.old:
        text, start, end = new, before.new_end, after.new
    else:
        return 0
    if "\n" not in text[start:end]:
        return 0
    for by in range(min(before.length, _FARTHEST) + 1):
        if start == by or text[start - by - 1] == "\n":
            return by
        if text[start - by - 1] != text[end - by - 1]:
            return 0
    return 0

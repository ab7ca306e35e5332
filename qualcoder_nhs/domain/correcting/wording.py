"""A difference in whole words, as a person reads it: these came for those, in that turn."""

from collections.abc import Iterator, Sequence

from qualcoder_nhs.domain.correcting.difference import Difference
from qualcoder_nhs.domain.correcting.plan import Changed
from qualcoder_nhs.domain.correcting.stretch import Change
from qualcoder_nhs.domain.correcting.words import words_in
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript


def word_changes(difference: Difference) -> list[Change]:
    """The changes, each made as wide as the words it touches; those that meet are one."""
    joined: list[Change] = []
    for change in difference.changes:
        wide = _widened(difference, change)
        if joined and _meet(joined[-1], wide):
            last = joined.pop()
            wide = Change(last.old.hull(wide.old), last.new.hull(wide.new))
        joined.append(wide)
    return joined


def _meet(one: Change, other: Change) -> bool:
    return other.old.start <= one.old.end and other.new.start <= one.new.end


def _widened(difference: Difference, change: Change) -> Change:
    old, new = difference.old, difference.new
    a, b = change.old.start, change.new.start
    while _within(old, a) or _within(new, b):
        if not (a and b and old[a - 1] == new[b - 1]):
            break
        a, b = a - 1, b - 1
    c, d = change.old.end, change.new.end
    while _within(old, c) or _within(new, d):
        if not (c < len(old) and d < len(new) and old[c] == new[d]):
            break
        c, d = c + 1, d + 1
    return Change(Span(a, c), Span(b, d))


def _within(text: str, at: int) -> bool:
    """Whether a place lies within a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def changed_words(
    difference: Difference, old: Transcript | None = None, new: Transcript | None = None
) -> Iterator[Changed]:
    """What is said of each change, then of lines that moved; other blanks are not told of.

    Turns have their numbers where the transcripts are known.
    """
    olds, news = ([one[side] for one in difference.moved] for side in (0, 1))
    for change in word_changes(difference):
        before = _beside(change.old, olds, difference.old)
        after = _beside(change.new, news, difference.new)
        if before or after:
            held = change.old.of(difference.old)
            first = len(held) - len(held.lstrip()) if before else 0
            yield Changed(_number(old, change.old.start + first), before, after)
    for lines in difference.moved:
        before, after = lines.old.of(difference.old), lines.new.of(difference.new)
        at, there = _number(old, lines.old.start), _number(new, lines.new.start)
        yield Changed(at, before, after, moved=True, to=there)


def _beside(span: Span, moved: Sequence[Span], text: str) -> str:
    """The words of a change, without lines that only moved."""
    left = [span]
    for one in moved:
        left = [part for each in left for part in each.without(one)]
    return " ".join(words for part in left if (words := part.of(text).strip()))


def _number(one: Transcript | None, position: int) -> int | None:
    if one is None:
        return None
    turn = one.turn_at(min(position, max(0, len(one.text) - 1)))
    return turn.index if turn else None


def count_changed(changed: Sequence[Changed]) -> int:
    """How many words came, went or were written anew; those that only moved are none."""
    return sum(max(_spoken(one.before), _spoken(one.after)) for one in changed if not one.moved)


def _spoken(text: str) -> int:
    return sum(word.text[0].isalnum() for word in words_in(text))

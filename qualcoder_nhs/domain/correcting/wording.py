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


def changed_words(difference: Difference, old: Transcript) -> Iterator[Changed]:
    """What is said of each change; blanks that are others are not told of."""
    for change in word_changes(difference):
        turn = old.turn_at(min(change.old.start, max(0, len(old.text) - 1)))
        before = change.old.of(difference.old).strip()
        after = change.new.of(difference.new).strip()
        if before or after:
            yield Changed(turn.index if turn else None, before, after)


def count_changed(changed: Sequence[Changed]) -> int:
    """How many words came, went or were written anew."""
    return sum(max(_spoken(one.before), _spoken(one.after)) for one in changed)


def _spoken(text: str) -> int:
    return sum(word.text[0].isalnum() for word in words_in(text))

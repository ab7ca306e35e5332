"""What becomes of a passage when its text is corrected, and where it lies then."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from qualcoder_nhs.domain.correcting.difference import Difference, difference
from qualcoder_nhs.domain.correcting.stretch import Change, Moved
from qualcoder_nhs.domain.correcting.words import Word, holds_words, words_in
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import N_, _


class Fate(StrEnum):
    """What a correction makes of a passage."""

    UNMOVED = "unmoved"
    MOVED = "moved"
    CHANGED = "changed"
    SHORTENED = "shortened"
    LOST = "lost"

    @property
    def words(self) -> str:
        """What it is called."""
        return _(_FATES[self])

    @property
    def same_words(self) -> bool:
        """Whether the passage has the words that it had."""
        return self in (Fate.UNMOVED, Fate.MOVED)


_FATES = {
    Fate.UNMOVED: N_("unmoved"),
    Fate.MOVED: N_("same words, moved"),
    Fate.CHANGED: N_("words changed"),
    Fate.SHORTENED: N_("words went at an end"),
    Fate.LOST: N_("all words went"),
}


@dataclass(frozen=True, slots=True)
class Followed:
    """A passage of the old text, where it lies in the new one, and what became of it.

    Of a lost one, `new` is the empty place where it was.
    """

    old: Span
    new: Span
    fate: Fate


class Following:
    """Follows passages from an old text into a new one."""

    def __init__(self, found: Difference) -> None:
        self.difference = found
        self._old, self._new = found.old, found.new
        self._within: dict[Moved, Following] = {}
        self._words: dict[Change, tuple[list[Word], list[Word]]] = {}

    def passage(self, span: Span) -> Followed:
        """Where a passage lies now.

        One whose words are untouched has exactly these words; words put in at either end of it
        are none of it, words put in between are. Of words written anew it keeps its share. Within
        lines that stand elsewhere now it is there.
        """
        lines = self.difference.moved_with(span) if span else None
        if lines is not None and lines.old.start <= span.start and span.end <= lines.old.end:
            return self._along(lines, span)
        found = self._in_order(span)
        if lines is None or found.fate is not Fate.LOST:
            return found
        part = self._along(lines, lines.old.shared(span))
        return part if part.fate is Fate.LOST else Followed(span, part.new, Fate.SHORTENED)

    def _along(self, lines: Moved, span: Span) -> Followed:
        """Within the lines that moved, as in a text of their own."""
        if lines not in self._within:
            texts = lines.old.of(self._old), lines.new.of(self._new)
            inner = difference(*texts, moving=False)
            self._within[lines] = Following(inner)
        found = self._within[lines].passage(span.shifted(-lines.old.start))
        fate = Fate.MOVED if found.fate is Fate.UNMOVED else found.fate
        return Followed(span, found.new.shifted(lines.new.start), fate)

    def _in_order(self, span: Span) -> Followed:
        start, end = self._start(span.start), self._end(span.end)
        if span and start < end:
            found = self._trimmed(span, Span(start, end))
            if found and not self._worded_away(span, found):
                return Followed(span, found, self._fate(span, found))
        at = min(start, end)
        if not span:
            return Followed(span, Span(at, at), Fate.UNMOVED if at == span.start else Fate.MOVED)
        return Followed(span, Span(at, at), Fate.LOST)

    def _worded_away(self, span: Span, found: Span) -> bool:
        """Whether only blanks and signs are left of it."""
        return holds_words(span.of(self._old)) and not holds_words(found.of(self._new))

    def _fate(self, span: Span, found: Span) -> Fate:
        if span.of(self._old) == found.of(self._new):
            return Fate.UNMOVED if span == found else Fate.MOVED
        if self._went(span.start) or self._went(span.end - 1):
            return Fate.SHORTENED
        return Fate.CHANGED

    def _trimmed(self, span: Span, found: Span) -> Span:
        """Without blanks at an end that had none."""
        old, new = span.of(self._old), found.of(self._new)
        start, end = found.start, found.end
        if not old[0].isspace():
            start += len(new) - len(new.lstrip())
        if not old[-1].isspace():
            end -= len(new) - len(new.rstrip())
        return Span(min(start, end), max(start, end)) if start < end else Span(start, start)

    def _went(self, position: int) -> bool:
        """Whether a character went with nothing in its place."""
        if self.difference.first_kept(position) is not None:
            return False
        return not self._is_reworded(self.difference.change_over(position))

    # ── places ───────────────────────────────────────────────────────────────────────────────

    def _start(self, position: int) -> int:
        """Where a passage that begins here begins now."""
        if position >= len(self._old):
            return len(self._new)
        kept = self.difference.first_kept(position)
        if kept is not None:
            return kept
        change = self.difference.change_over(position)
        if not self._is_reworded(change):
            return change.new.end
        old, new = self._words_of(change)
        if position == change.old.start:
            return change.new.start if not self.difference.moved else new[0].start
        before = sum(word.end <= position for word in old)
        return new[before * len(new) // len(old)].start if before < len(old) else change.new.end

    def _end(self, position: int) -> int:
        """Where a passage that ends here ends now."""
        if position <= 0:
            return 0
        kept = self.difference.first_kept(position - 1)
        if kept is not None:
            return kept + 1
        change = self.difference.change_over(position - 1)
        if not self._is_reworded(change):
            return change.new.start
        old, new = self._words_of(change)
        if position == change.old.end:
            return change.new.end if not self.difference.moved else new[-1].end
        within = sum(word.start < position for word in old)
        return new[-(-within * len(new) // len(old)) - 1].end if within else change.new.start

    def _is_reworded(self, change: Change) -> bool:
        """Whether its new words stand for the old ones: neither side is much longer."""
        old, new = (len(words) for words in self._words_of(change))
        return bool(old and new) and max(old, new) <= 3 * min(old, new) + 1

    def _words_of(self, change: Change) -> tuple[list[Word], list[Word]]:
        if change not in self._words:
            old, new = change.old, change.new
            moved = self.difference.moved
            self._words[change] = (
                _outside(words_in(old.of(self._old), old.start), [one.old for one in moved]),
                _outside(words_in(new.of(self._new), new.start), [one.new for one in moved]),
            )
        return self._words[change]


def _outside(words: list[Word], spans: Sequence[Span]) -> list[Word]:
    """The words that stand in none of these."""
    if not spans:
        return words
    return [word for word in words if not any(one.start <= word.start < one.end for one in spans)]

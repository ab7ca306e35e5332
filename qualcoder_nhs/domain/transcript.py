"""Transcript and Turn: the stored text, which only corrections change, and where each turn lies."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from qualcoder_nhs.domain.ids import CoderId, GroupId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import count_words


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's stretch of talk.

    `index` counts from 1. `words` is what was said, from the first word to the last, line breaks
    and stage directions included; the label and the time mark lie outside it. `label` is what the
    file says, kept raw. `time` is in seconds from the start of the recording.
    """

    index: int
    label: str
    words: Span
    label_at: Span | None = None
    time_at: Span | None = None
    time: float | None = None

    @property
    def whole(self) -> Span:
        """The turn with its label and time mark."""
        span = self.words
        for mark in (self.label_at, self.time_at):
            span = span.hull(mark) if mark else span
        return span


@dataclass(frozen=True)
class Transcript:
    """One session's text with its turns, in order.

    `file_hash` is the SHA-256 of the file it came from, by which the same file is known again.
    """

    id: TranscriptId
    name: str
    text: str
    turns: tuple[Turn, ...]
    group: GroupId
    kind: str
    file_name: str
    file_hash: str
    position: int
    added: datetime
    added_by: CoderId

    @cached_property
    def _starts(self) -> list[int]:
        return [turn.whole.start for turn in self.turns]

    def turns_in(self, span: Span) -> Iterator[Turn]:
        """The turns whose words the span touches by at least one character, in order."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        for turn in self.turns[first:]:
            if turn.whole.start >= span.end:
                return
            if turn.words.overlaps(span):
                yield turn

    def turn_at(self, position: int) -> Turn | None:
        """The turn the position lies in, label included; None before the first turn."""
        at = bisect_right(self._starts, position) - 1
        return self.turns[at] if at >= 0 else None

    @cached_property
    def labels(self) -> Counter[str]:
        """How many turns each label has, in order of first appearance."""
        return Counter(turn.label for turn in self.turns)

    @cached_property
    def word_count(self) -> int:
        """Words said; in a text without turns, all its words."""
        if not self.turns:
            return count_words(self.text)
        return sum(count_words(self.text, turn.words) for turn in self.turns)


@dataclass(frozen=True)
class TranscriptSummary:
    """What lists say of a transcript, known without its text. `turns` counts labelled turns."""

    id: TranscriptId
    name: str
    characters: int
    words: int
    turns: int
    group: GroupId

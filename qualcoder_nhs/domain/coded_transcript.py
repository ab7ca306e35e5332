"""A transcript with what was coded in it, as it leaves the study to be read by others."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.excerpts import Voice
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn


@dataclass(frozen=True)
class Mark:
    """One coding: its passage, its code by name and path, who gave it when, and what they noted.

    `family` is the number of the code's root, by which it is coloured, and `colour` the root's own.
    """

    span: Span
    code: str
    path: str
    family: int
    colour: str | None
    coder: str
    initials: str
    made: datetime
    flags: tuple[Flag, ...] = ()
    memo: str = ""


@dataclass(frozen=True)
class Line:
    """A paragraph of the stored text, its line end left out, and the turn that begins in it."""

    span: Span
    begins: Turn | None


@dataclass(frozen=True)
class CodedTranscript:
    """All of a transcript's text, and the marks of one layer by place, longer ones first.

    `voices` say by label who speaks. `exporter` takes it out of the study at `made`. So many
    `others` lie on the text as well, of layers, coders or codes that were not asked for.
    """

    study: str
    name: str
    layer: str
    text: str
    turns: tuple[Turn, ...]
    voices: Mapping[str, Voice]
    marks: tuple[Mark, ...]
    exporter: str
    made: datetime
    others: int = 0

    def lines(self) -> Iterator[Line]:
        """Each paragraph, in order; what stands behind the last line end only where it is words."""
        coming, start = deque(self.turns), 0
        for words in self.text.removesuffix("\n").split("\n"):
            span = Span(start, start + len(words))
            begins = coming and coming[0].whole.start <= span.end
            yield Line(span, coming.popleft() if begins else None)
            start = span.end + 1

    @property
    def coders(self) -> tuple[str, ...]:
        """Whose marks these are, in order of appearance."""
        return tuple(dict.fromkeys(mark.coder for mark in self.marks))

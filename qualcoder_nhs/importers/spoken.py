"""Building stored text and turns from formats that hold the label as structure."""

from dataclasses import dataclass, field, replace

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn


@dataclass(frozen=True)
class Heading:
    """What stands before the words of a turn, with the label in it and perhaps a time mark."""

    text: str
    label: str
    label_from: int = 0
    time_at: tuple[int, int] | None = None
    time: float | None = None


@dataclass
class Spoken:
    """A text that grows by turns: the label is written as `label: ` before the words."""

    turns: list[Turn] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0

    @property
    def text(self) -> str:
        """Everything so far."""
        return "".join(self._pieces)

    def plain(self, words: str) -> None:
        """Add a paragraph that belongs to no turn."""
        self._add(words + "\n")

    def turn(self, heading: Heading, words: str) -> None:
        """Add a turn in a paragraph of its own; the words may hold further lines."""
        start, words = self._length, words.strip()
        label_at = Span(0, len(heading.label)).shifted(start + heading.label_from)
        time_at = Span(*heading.time_at).shifted(start) if heading.time_at else None
        self._add(f"{heading.text}: " if words else f"{heading.text}:")
        said = Span(self._length, self._length + len(words))
        index = len(self.turns) + 1
        self.turns.append(Turn(index, heading.label, said, label_at, time_at, heading.time))
        self._add(words + "\n")

    def goes_on(self, words: str) -> None:
        """Add a paragraph to the last turn; before the first it is text and no turn."""
        said = words.strip()
        if self.turns and said:
            last = self.turns[-1]
            begins = self._length + words.index(said)
            start = last.words.start if last.words else begins
            self.turns[-1] = replace(last, words=Span(start, begins + len(said)))
        self._add(words + "\n")

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

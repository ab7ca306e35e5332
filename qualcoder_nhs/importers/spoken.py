"""Building stored text and turns from formats that hold the label as structure."""

from dataclasses import dataclass, field

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn


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

    @property
    def length(self) -> int:
        """How many characters there are so far."""
        return self._length

    def plain(self, words: str) -> None:
        """Add a paragraph that is no turn of its own."""
        self._add(words + "\n")

    def turn(self, label: str, words: str, time: float | None = None) -> None:
        """Add a turn in a paragraph of its own; the words may hold further lines."""
        label_at = Span(self._length, self._length + len(label))
        self._add(f"{label}: " if words else f"{label}:")
        said = Span(self._length, self._length + len(words))
        self.turns.append(Turn(len(self.turns) + 1, label, said, label_at, None, time))
        self._add(words + "\n")

    def goes_on(self, words: str) -> None:
        """Add a paragraph to the last turn."""
        last = self.turns[-1]
        start = self._length if not last.words else last.words.start
        self._add(words + "\n")
        said = Span(start, self._length - 1)
        self.turns[-1] = Turn(last.index, last.label, said, last.label_at, last.time_at, last.time)

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

"""The pen of a page: where it stands, and what it has been told of how the next words look."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from qualcoder_nhs.importers.pdf.letters import Letters
from qualcoder_nhs.importers.pdf.matrices import AS_IT_IS, Matrix, moved, times

_BROKEN = (ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError)
_FARTHEST = 1e6


@dataclass(frozen=True, slots=True)
class Manner:
    """How words are drawn: the place of the page, the letters, and the room between them."""

    page: Matrix = AS_IT_IS
    letters: Letters | None = None
    size: float = 12.0
    between: float = 0.0
    at_blanks: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass
class Pen:
    """Moves as a page says; each step takes the operands that stand before its operator."""

    manner: Manner = field(default_factory=Manner)
    _kept: list[Manner] = field(default_factory=list)
    _line: Matrix = AS_IT_IS
    _at: Matrix = AS_IT_IS

    def step(self, operator: bytes, operands: Sequence[Any]) -> None:
        """One step; what a broken file says wrongly of it is passed over, as viewers do."""
        if operator in _STEPS:
            try:
                _STEPS[operator](self, operands)
            except _BROKEN:
                return

    @property
    def here(self) -> Matrix:
        """Where the next letter stands on the sheet, and which way up."""
        rise = self.manner.rise
        return times(times(moved(0.0, rise), self._at) if rise else self._at, self.manner.page)

    def forth(self, wide: float) -> None:
        """Move along the line."""
        a, b, c, d, x, y = self._at
        wide *= self.manner.stretch
        self._at = (a, b, c, d, x + wide * a, y + wide * b)

    def take(self, letters: Letters | None, operands: Sequence[Any]) -> None:
        """Draw with these letters from now on, in the size that the operands tell."""
        size = number(operands[1]) if len(operands) > 1 else self.manner.size
        self.manner = replace(self.manner, letters=letters, size=size)

    def keep(self, _operands: Sequence[Any]) -> None:
        """Remember how words are drawn now."""
        self._kept.append(self.manner)

    def restore(self, _operands: Sequence[Any]) -> None:
        """Draw again as was remembered last."""
        if self._kept:
            self.manner = self._kept.pop()

    def place(self, operands: Sequence[Any]) -> None:
        """Move or turn the page itself."""
        self.manner = replace(self.manner, page=times(_matrix(operands), self.manner.page))

    def begin(self, _operands: Sequence[Any]) -> None:
        """Go to where the page begins."""
        self._line = self._at = AS_IT_IS

    def set_line(self, operands: Sequence[Any]) -> None:
        """Go to a place."""
        self._line = self._at = _matrix(operands)

    def next_line(self, operands: Sequence[Any]) -> None:
        """Go so far from where the line began."""
        right, up = map(number, operands[:2])
        self._line = self._at = times(moved(right, up), self._line)

    def lead(self, operands: Sequence[Any]) -> None:
        """Go so far, and as far down for each line to come."""
        self.manner = replace(self.manner, leading=-number(operands[1]))
        self.next_line(operands)

    def feed(self, _operands: Sequence[Any]) -> None:
        """Go to the line below."""
        self.next_line((0.0, -self.manner.leading))


def number(operand: Any) -> float:
    """A number that a page can have use for.

    Raises:
        ValueError: when it is none, or beyond all pages.
    """
    told = float(operand)
    if not -_FARTHEST < told < _FARTHEST:
        raise ValueError(operand)
    return told


def _matrix(operands: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = map(number, operands)
    return (a, b, c, d, e, f)


def _between(pen: Pen, operands: Sequence[Any]) -> None:
    pen.manner = replace(pen.manner, between=number(operands[0]))


def _at_blanks(pen: Pen, operands: Sequence[Any]) -> None:
    pen.manner = replace(pen.manner, at_blanks=number(operands[0]))


def _stretched(pen: Pen, operands: Sequence[Any]) -> None:
    pen.manner = replace(pen.manner, stretch=number(operands[0]) / 100)


def _leading(pen: Pen, operands: Sequence[Any]) -> None:
    pen.manner = replace(pen.manner, leading=number(operands[0]))


def _raised(pen: Pen, operands: Sequence[Any]) -> None:
    pen.manner = replace(pen.manner, rise=number(operands[0]))


_STEPS: dict[bytes, Callable[[Pen, Sequence[Any]], None]] = {
    b"q": Pen.keep,
    b"Q": Pen.restore,
    b"cm": Pen.place,
    b"BT": Pen.begin,
    b"Tm": Pen.set_line,
    b"Td": Pen.next_line,
    b"TD": Pen.lead,
    b"T*": Pen.feed,
    b"Tc": _between,
    b"Tw": _at_blanks,
    b"Tz": _stretched,
    b"TL": _leading,
    b"Ts": _raised,
}
MOVES = frozenset(_STEPS)
"""The steps that a pen knows."""

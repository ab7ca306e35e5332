"""What a page draws, followed step by step: the words, where each lies, how large and how bold."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf.generic import ContentStream

from qualcoder_nhs.importers.format import Endless
from qualcoder_nhs.importers.pdf.letters import Letters, letters_of
from qualcoder_nhs.importers.pdf.matrices import AS_IT_IS, Matrix, moved, times
from qualcoder_nhs.importers.pdf.opened import told

_DEEPEST = 12  # forms within forms
_MOST_STEPS = 1_000_000  # of all pages
_MOST_LETTERS = 3_000_000
_BROKEN = (ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError)


@dataclass(frozen=True, slots=True)
class Run:
    """Words drawn at once: `x` to `end` along the line, `y` upwards; `upright` if not turned."""

    text: str
    x: float
    end: float
    y: float
    size: float
    bold: bool
    upright: bool = True


@dataclass(frozen=True, slots=True)
class _Pen:
    """What a page has said of how its next words are to look."""

    page: Matrix = AS_IT_IS
    letters: Letters | None = None
    size: float = 12.0
    between: float = 0.0
    at_blanks: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass
class Hand:
    """Follows the pages of one document, and stops where they are more than any transcript."""

    reader: Any
    runs: list[Run] = field(default_factory=list)
    _pen: _Pen = field(default_factory=_Pen)
    _kept: list[_Pen] = field(default_factory=list)
    _line: Matrix = AS_IT_IS
    _at: Matrix = AS_IT_IS
    _fonts: dict[int, Letters] = field(default_factory=dict)
    _steps: int = 0
    _letters: int = 0

    def page(self, page: Any, placed: Matrix) -> list[Run]:
        """The words of a page that lies on the sheet so.

        Raises:
            Endless: when all pages so far draw more than any transcript has.
        """
        self.runs, self._pen, self._kept = [], _Pen(page=placed), []
        contents = told(page, "/Contents")
        if contents is not None:
            self._follow(contents, told(page, "/Resources"), 0)
        return self.runs

    def _follow(self, contents: Any, resources: Any, depth: int) -> None:
        steps = ContentStream(contents, self.reader, "bytes").operations
        self._steps += len(steps)
        if self._steps > _MOST_STEPS:
            raise Endless
        for operands, operator in steps:
            if operator == b"Do":
                self._form(told(told(resources, "/XObject"), str(operands[0])), resources, depth)
            elif operator == b"Tf":
                self._font(told(told(resources, "/Font"), str(operands[0])), operands)
            elif operator in _STEPS:
                self._step(_STEPS[operator], operands)

    def _step(self, step: Callable[["Hand", Any], None], operands: Any) -> None:
        """One step; what a broken file says wrongly of it is passed over, as viewers do."""
        try:
            step(self, operands)
        except _BROKEN:
            return

    def _form(self, form: Any, resources: Any, depth: int) -> None:
        """A form is a page within a page, drawn at its place; too deep is endless."""
        if told(form, "/Subtype") != "/Form":
            return
        if depth >= _DEEPEST:
            raise Endless
        self._keep(None)
        matrix = told(form, "/Matrix")
        if matrix is not None:
            self._step(Hand._place, list(matrix))
        self._follow(form, told(form, "/Resources") or resources, depth + 1)
        self._restore(None)

    def _font(self, resource: Any, operands: Any) -> None:
        letters = None
        if resource is not None:
            if id(resource) not in self._fonts:
                self._fonts[id(resource)] = letters_of(resource)
            letters = self._fonts[id(resource)]
        size = operands[1] if len(operands) > 1 else self._pen.size
        self._pen = replace(self._pen, letters=letters, size=_number(size))

    def _keep(self, _operands: Any) -> None:
        if len(self._kept) < _MOST_STEPS:
            self._kept.append(self._pen)

    def _restore(self, _operands: Any) -> None:
        if self._kept:
            self._pen = self._kept.pop()

    def _place(self, operands: Any) -> None:
        self._pen = replace(self._pen, page=times(_matrix(operands), self._pen.page))

    def _begin(self, _operands: Any) -> None:
        self._line = self._at = AS_IT_IS

    def _set_line(self, operands: Any) -> None:
        self._line = self._at = _matrix(operands)

    def _next_line(self, operands: Any) -> None:
        x, y = map(_number, operands[:2])
        self._line = self._at = times(moved(x, y), self._line)

    def _next_line_leading(self, operands: Any) -> None:
        self._pen = replace(self._pen, leading=-_number(operands[1]))
        self._next_line(operands)

    def _feed(self, _operands: Any) -> None:
        self._next_line((0.0, -self._pen.leading))

    def _spaced(self, operands: Any) -> None:
        self._pen = replace(self._pen, between=_number(operands[0]))

    def _blanks(self, operands: Any) -> None:
        self._pen = replace(self._pen, at_blanks=_number(operands[0]))

    def _stretched(self, operands: Any) -> None:
        self._pen = replace(self._pen, stretch=_number(operands[0]) / 100)

    def _led(self, operands: Any) -> None:
        self._pen = replace(self._pen, leading=_number(operands[0]))

    def _raised(self, operands: Any) -> None:
        self._pen = replace(self._pen, rise=_number(operands[0]))

    def _fed(self, operands: Any) -> None:
        self._feed(operands)
        self._show(operands)

    def _fed_and_spaced(self, operands: Any) -> None:
        self._blanks(operands)
        self._spaced(operands[1:])
        self._fed(operands[2:])

    def _show_all(self, operands: Any) -> None:
        for piece in operands[0]:
            if isinstance(piece, bytes):
                self._show([piece])
            else:
                self._forth(-_number(piece) / 1000 * self._pen.size * self._pen.stretch)

    def _show(self, operands: Any) -> None:
        """Draw words, and move on to where they end.

        Raises:
            Endless: when there are more letters than in any transcript.
        """
        string, pen = operands[0], self._pen
        if pen.letters is None or not isinstance(string, bytes):
            return
        signs = pen.letters.read(string)
        self._letters += len(signs)
        if self._letters > _MOST_LETTERS:
            raise Endless
        begin = self._here()
        wide = sum(width for _text, width, _blank in signs) * pen.size
        wide += len(signs) * pen.between + pen.at_blanks * sum(blank for *_sign, blank in signs)
        self._forth(wide * pen.stretch)
        text = "".join(text for text, _width, _blank in signs)
        if text:
            self.runs.append(_run(text, begin, self._here(), pen))

    def _here(self) -> Matrix:
        return times(times(moved(0.0, self._pen.rise), self._at), self._pen.page)

    def _forth(self, wide: float) -> None:
        self._at = times(moved(wide, 0.0), self._at)


def _run(text: str, begin: Matrix, end: Matrix, pen: _Pen) -> Run:
    """Larger than nothing, since sizes are compared; letters that lean are upright."""
    a, b, c, d, x, y = begin
    size = pen.size * (c * c + d * d) ** 0.5
    upright = a * pen.size > 0 and abs(b) < abs(a) / 10
    return Run(
        text,
        x,
        max(x, end[4]),
        y,
        max(abs(size), 0.1),
        bool(pen.letters and pen.letters.bold),
        upright,
    )


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = map(_number, operands)
    return (a, b, c, d, e, f)


def _number(operand: Any) -> float:
    """A number that a page can have use for.

    Raises:
        ValueError: when it is none, or beyond all pages.
    """
    number = float(operand)
    if not -1e6 < number < 1e6:
        raise ValueError(operand)
    return number


_STEPS: dict[bytes, Callable[[Hand, Any], None]] = {
    b"q": Hand._keep,
    b"Q": Hand._restore,
    b"cm": Hand._place,
    b"BT": Hand._begin,
    b"Tm": Hand._set_line,
    b"Td": Hand._next_line,
    b"TD": Hand._next_line_leading,
    b"T*": Hand._feed,
    b"Tc": Hand._spaced,
    b"Tw": Hand._blanks,
    b"Tz": Hand._stretched,
    b"TL": Hand._led,
    b"Ts": Hand._raised,
    b"Tj": Hand._show,
    b"'": Hand._fed,
    b'"': Hand._fed_and_spaced,
    b"TJ": Hand._show_all,
}

"""Words as they lie on a page: letters drawn one by one are put together while they are drawn."""

import codecs
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from qualcoder_nhs.importers.pdf.directions import as_drawn
from qualcoder_nhs.importers.pdf.matrices import Matrix
from qualcoder_nhs.importers.pdf.pen import Manner

_SMALLEST = 0.1
_LEANING = 0.1  # letters that lean are upright, and a line that climbs a little is
_NEXT = 0.12  # of the size of the letters: what lies as near is the next letter of the word
_MOST_LETTERS = 200  # of words that are put together; those of a line have fewer
_DEEPEST = 200


class Run(NamedTuple):
    """Words drawn at once: `x` to `end` along the line, `y` upwards; `upright` if not turned.

    The words are as they are drawn, from left to right; places may be counted from the right.
    """

    text: str
    x: float
    end: float
    y: float
    size: float
    bold: bool
    upright: bool = True
    is_from_right: bool = False

    def from_right(self) -> "Run":
        """The same with places that grow in the direction in which a page is read."""
        return self._replace(x=-self.end, end=-self.x, is_from_right=True)


@dataclass
class Runs:
    """Gathers the words of a page in the order in which they are drawn."""

    _runs: list[Run] = field(default_factory=list)
    _marks: list[tuple[int, str | None]] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _last: Run | None = None

    def add(self, text: str, begin: Matrix, end: Matrix, manner: Manner) -> None:
        """Words from one place to another."""
        run = _run(text, begin, end, manner)
        last = self._last
        if last is not None and len(self._pieces) < _MOST_LETTERS and _follows(last, run):
            self._pieces.append(run.text)
            self._last = last._replace(end=run.end)
        else:
            self._end_word()
            self._pieces, self._last = [run.text], run

    def marked(self, said: Any) -> None:
        """What follows says these words, however it is drawn; None where it is what it looks."""
        self._end_word()
        if len(self._marks) < _DEEPEST:
            self._marks.append((len(self._runs), _decoded(said)))

    def end_of_marked(self) -> None:
        """What was drawn since the mark is replaced by what it says."""
        self._end_word()
        if not self._marks:
            return
        begins, said = self._marks.pop()
        drawn = self._runs[begins:]
        if said is not None and drawn and _is_one_line(drawn):
            end = max(run.end for run in drawn)
            self._runs[begins:] = [drawn[0]._replace(text=as_drawn(said), end=end)]

    def finished(self) -> list[Run]:
        """All words of the page."""
        self._end_word()
        return self._runs

    def _end_word(self) -> None:
        last, self._last = self._last, None
        if last is not None:
            alone = len(self._pieces) == 1
            self._runs.append(last if alone else last._replace(text="".join(self._pieces)))


def _run(text: str, begin: Matrix, end: Matrix, manner: Manner) -> Run:
    a, b, c, d, x, y = begin
    size = max(abs(manner.size) * (c * c + d * d) ** 0.5, _SMALLEST)
    upright = a * manner.size > 0 and abs(b) < _LEANING * abs(a)
    bold = manner.letters is not None and manner.letters.bold
    return Run(text, x, max(x, end[4]), y, size, bold, upright)


def _follows(last: Run, run: Run) -> bool:
    """Whether words go on where the last ended, in the same letters."""
    return (
        abs(run.x - last.end) <= _NEXT * last.size
        and run.y == last.y
        and run[4:] == last[4:]
        and run.x > last.x
    )


def _is_one_line(runs: Sequence[Run]) -> bool:
    return all(abs(run.y - runs[0].y) < runs[0].size / 2 for run in runs)


def _decoded(said: Any) -> str | None:
    """Words of the file itself: in UTF-16 or UTF-8 where a mark says so."""
    if isinstance(said, str):
        return said
    if not isinstance(said, bytes):
        return None
    if said.startswith(codecs.BOM_UTF16_BE):
        return said[2:].decode("utf-16-be", "replace")
    if said.startswith(codecs.BOM_UTF8):
        return said[3:].decode("utf-8", "replace")
    return said.decode("latin-1")

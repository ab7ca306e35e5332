"""What a page draws, followed step by step: the words, where each lies, how large and how bold."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import ContentStream

from qualcoder_nhs.importers.format import Endless
from qualcoder_nhs.importers.pdf.letters import Letters, letters_of
from qualcoder_nhs.importers.pdf.matrices import Matrix
from qualcoder_nhs.importers.pdf.opened import told
from qualcoder_nhs.importers.pdf.pen import MOVES, Manner, Pen
from qualcoder_nhs.importers.pdf.runs import Run, Runs
from qualcoder_nhs.importers.pdf.steps import Steps

_DEEPEST = 12  # forms within forms
_MOST_BYTES = 20_000_000  # of all pages, unpacked
_MOST_LETTERS = 2_000_000


_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_MARKS = frozenset({b"BMC", b"BDC", b"EMC"})
_KNOWN = _SHOWS | _MARKS | MOVES | {b"Tf", b"Do"}


@dataclass
class Hand:
    """Follows the pages of one document, and stops where they are more than any transcript."""

    reader: Any
    _runs: Runs = field(default_factory=Runs)
    _pen: Pen = field(default_factory=Pen)
    _fonts: dict[int, tuple[Any, Letters]] = field(default_factory=dict)
    _steps: Steps = field(default_factory=lambda: Steps(_KNOWN))
    _bytes: int = 0
    _letters: int = 0

    def page(self, page: Any, placed: Matrix) -> list[Run]:
        """The words of a page that lies on the sheet so.

        Raises:
            Endless: when all pages so far draw more than any transcript has.
        """
        self._runs, self._pen = Runs(), Pen(Manner(page=placed))
        contents = told(page, "/Contents")
        if contents is not None:
            self._follow(contents, told(page, "/Resources"), 0)
        return self._runs.finished()

    def _follow(self, contents: Any, resources: Any, depth: int) -> None:
        for operator, operands in self._steps.of(self._drawn(contents)):
            if operator in _SHOWS:
                self._show_as(operator, operands)
            elif operator == b"Tf" and operands:
                resource = told(told(resources, "/Font"), str(operands[0]))
                self._pen.take(self._font(resource), operands)
            elif operator == b"Do" and operands:
                self._form(told(told(resources, "/XObject"), str(operands[0])), resources, depth)
            elif operator in _MARKS:
                self._mark(operator, operands, resources)
            else:
                self._pen.step(operator, operands)

    def _drawn(self, contents: Any) -> bytes:
        """The bytes of a page or a form, unpacked."""
        content = ContentStream(contents, self.reader, "bytes").get_data()
        self._bytes += len(content)
        if self._bytes > _MOST_BYTES:
            raise Endless
        return content

    def _mark(self, operator: bytes, operands: Sequence[Any], resources: Any) -> None:
        """Words may say beside how they are drawn what they are."""
        if operator == b"EMC":
            self._runs.end_of_marked()
            return
        said = operands[-1] if operands else None
        if isinstance(said, str):
            said = told(told(resources, "/Properties"), said)
        self._runs.marked(told(said, "/ActualText"))

    def _form(self, form: Any, resources: Any, depth: int) -> None:
        """A form is a page within a page, drawn at its place; too deep is endless."""
        if told(form, "/Subtype") != "/Form":
            return
        if depth >= _DEEPEST:
            raise Endless
        self._pen.step(b"q", ())
        self._pen.step(b"cm", told(form, "/Matrix") or ())
        self._follow(form, told(form, "/Resources") or resources, depth + 1)
        self._pen.step(b"Q", ())

    def _font(self, resource: Any) -> Letters | None:
        """The letters of a font; the font is kept, so that no other takes its place in memory."""
        if resource is None:
            return None
        if id(resource) not in self._fonts:
            self._fonts[id(resource)] = (resource, letters_of(resource))
        return self._fonts[id(resource)][1]

    def _show_as(self, operator: bytes, operands: Sequence[Any]) -> None:
        """Draw words, on the line below where the operator says so."""
        if operator == b'"':
            self._pen.step(b"Tw", operands)
            self._pen.step(b"Tc", operands[1:])
        if operator in {b"'", b'"'}:
            self._pen.step(b"T*", ())
        words = operands[-1] if operands else b""
        for piece in words if isinstance(words, list) else [words]:
            if isinstance(piece, bytes):
                self._show(piece)
            elif isinstance(piece, int | float):
                self._pen.forth(-piece / 1000 * self._pen.manner.size)

    def _show(self, string: bytes) -> None:
        """Draw words, and move on to where they end.

        Raises:
            Endless: when there are more letters than in any transcript.
        """
        manner, begin = self._pen.manner, self._pen.here
        if manner.letters is None:
            return
        self._letters += len(string)
        if self._letters > _MOST_LETTERS:
            raise Endless
        text, wide = manner.letters.read(string, manner)
        self._pen.forth(wide)
        if text:
            self._runs.add(text, begin, self._pen.here, manner)

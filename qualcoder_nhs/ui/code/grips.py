"""The two round ends of the chosen coding, which are dragged to move its ends."""

from PySide6.QtCore import QPointF

from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import snapped
from qualcoder_nhs.ui.code.geometry import Geometry
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.code.strip_painter import GRIP_REACH


class Grips:
    """Where the grips are, and the drag of one of them. Points are in the document."""

    def __init__(self, state: DeskState, geometry: Geometry) -> None:
        self._state = state
        self._geometry = geometry
        self._fixed: int | None = None

    @property
    def dragging(self) -> bool:
        """Whether a grip is held."""
        return self._fixed is not None

    def points(self) -> list[QPointF]:
        """The start's grip above the first line, the end's grip under the last."""
        coding = self._movable()
        if not coding:
            return []
        pieces = list(self._state.paragraphs.pieces(coding.span))
        if not pieces:
            return []
        first, last = pieces[0], pieces[-1]
        starts, ends = self._geometry.stretches(first), self._geometry.stretches(last)
        if not starts or not ends:
            return []
        top = self._geometry.line_bounds(first.number, first.start)[0]
        bottom = self._geometry.line_bounds(last.number, last.end - 1)[1]
        return [QPointF(starts[0].left + 1, top), QPointF(ends[-1].right - 1, bottom)]

    def _movable(self) -> Coding | None:
        coding = self._state.coding(self._state.chosen)
        return coding if coding and self._state.is_own(coding) else None

    def press(self, point: QPointF) -> bool:
        """Take hold of the grip under the point, if there is one."""
        coding, points = self._movable(), self.points()
        if not coding or not points:
            return False
        reach = GRIP_REACH / 2
        away = [(grip - point).manhattanLength() for grip in points]
        if min(away) > reach:
            return False
        self._fixed = coding.span.end if away[0] < away[1] else coding.span.start
        return True

    def drag(self, position: int | None, *, exact: bool) -> None:
        """Show the coding as it would be if the grip were let go at this stored position."""
        if self._fixed is None or position is None or position == self._fixed:
            return
        span = Span(min(self._fixed, position), max(self._fixed, position))
        self._state.preview_ends(span if exact else snapped(self._state.text, span))

    def release(self) -> Span | None:
        """Let go, and return the span that is wished for."""
        self._fixed = None
        return self._state.preview

"""The one place that converts between Python's code points and Qt's UTF-16 units."""

from bisect import bisect_left

LAST_OF_ONE_UNIT = "\uffff"


class Offsets:
    """Positions inside one paragraph, both ways.

    A position in the middle of a surrogate pair is taken as the place before the character.
    """

    __slots__ = ("_points", "_units", "points", "units")

    def __init__(self, text: str) -> None:
        self._points: tuple[int, ...] = ()
        if not text.isascii():
            self._points = tuple(
                at for at, character in enumerate(text) if character > LAST_OF_ONE_UNIT
            )
        self._units = tuple(at + pairs for pairs, at in enumerate(self._points))
        self.points = len(text)
        self.units = len(text) + len(self._points)

    def to_units(self, points: int) -> int:
        """Where Qt finds the character at this place."""
        return points + bisect_left(self._points, points)

    def to_points(self, units: int) -> int:
        """Which character Qt means."""
        return units - bisect_left(self._units, units)

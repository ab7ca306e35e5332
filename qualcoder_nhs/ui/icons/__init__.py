"""Lucide icons drawn in the colours of the theme, at any size, from one set of files."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_HERE = Path(__file__).parent


def icon_names() -> list[str]:
    """Every icon there is, by its Lucide name."""
    return sorted(path.stem for path in _HERE.glob("*.svg"))


@lru_cache(maxsize=256)
def drawing(name: str, colour: str) -> QSvgRenderer:
    """The icon in one colour, with the thinner stroke of the design."""
    source = (_HERE / f"{name}.svg").read_text(encoding="utf-8")
    source = source.replace("currentColor", colour).replace(
        'stroke-width="2"', 'stroke-width="1.5"'
    )
    return QSvgRenderer(QByteArray(source.encode()))


def paint_icon(painter: QPainter, name: str, place: QRectF, colour: str) -> None:
    """Draw the icon into a place of a widget that paints itself."""
    drawing(name, colour).render(painter, place)


class TintedEngine(QIconEngine):
    """Draws an icon at rest, chosen or out of use in three colours."""

    def __init__(self, name: str, rest: str, chosen: str, disabled: str) -> None:
        super().__init__()
        self._parts = (name, rest, chosen, disabled)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it; `On` and `Selected` take the chosen colour."""
        name, rest, chosen, disabled = self._parts
        colour = chosen if state is QIcon.State.On or mode is QIcon.Mode.Selected else rest
        if mode is QIcon.Mode.Disabled:
            colour = disabled
        paint_icon(painter, name, QRectF(rect), colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The same as a picture on nothing."""
        picture = QPixmap(size)
        picture.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Another of the same."""
        return TintedEngine(*self._parts)


def icon(name: str, rest: str, chosen: str | None = None, disabled: str | None = None) -> QIcon:
    """The icon for a button or an action, in colours of the tokens."""
    return QIcon(TintedEngine(name, rest, chosen or rest, disabled or rest))

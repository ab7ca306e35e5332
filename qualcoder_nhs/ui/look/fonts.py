"""The two voices of the screen: the system's font for the chrome, a serif for the transcript."""

from collections.abc import Iterable
from enum import Enum

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

TRANSCRIPT_FACES = (
    "Charter",
    "Sitka Text",
    "Iowan Old Style",
    "Charis SIL",
    "Noto Serif",
    "Georgia",
    "DejaVu Serif",
)
"""What the transcript is set in: the first of these that is installed."""

TRANSCRIPT_SIZES = range(13, 33)
TRANSCRIPT_SIZE = 17
LINE_HEIGHT = 1.6


_BODY_PIXELS = 13


class Size(Enum):
    """A size of the chrome, as a part of the system font's own size, and its weight."""

    TITLE = (1.6, QFont.Weight.DemiBold)
    HEADING = (1.15, QFont.Weight.DemiBold)
    BODY = (1.0, QFont.Weight.Normal)
    LABEL = (1.0, QFont.Weight.DemiBold)
    SMALL = (0.92, QFont.Weight.Normal)
    SMALL_LABEL = (0.92, QFont.Weight.DemiBold)
    LEAST = (0.85, QFont.Weight.Normal)


def chrome_font(size: Size = Size.BODY) -> QFont:
    """The system's own font in one of the sizes of the design, its digits of equal width."""
    ratio, weight = size.value
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * ratio)
    else:
        font.setPixelSize(round(font.pixelSize() * ratio))
    font.setWeight(weight)
    return font


def grown(pixels: float) -> int:
    """A measure of the design where the system's font is larger than the one it was made for."""
    return round(pixels * max(1.0, QFontInfo(chrome_font()).pixelSize() / _BODY_PIXELS))


def transcript_face(wanted: Iterable[str] = TRANSCRIPT_FACES) -> str:
    """The first of the faces that this system has; the system's own font where it has none."""
    installed = set(QFontDatabase.families())
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return next((face for face in wanted if face in installed), system)


def transcript_font(pixels: int = TRANSCRIPT_SIZE, face: str | None = None) -> QFont:
    """The font of the transcript's words at a size within its bounds."""
    font = QFont(face or transcript_face())
    font.setPixelSize(max(TRANSCRIPT_SIZES[0], min(TRANSCRIPT_SIZES[-1], pixels)))
    font.setStyleHint(QFont.StyleHint.Serif)
    return font


def line_pitch(pixels: int, line_height: float = LINE_HEIGHT) -> int:
    """From one baseline to the next, in whole pixels."""
    return round(pixels * line_height)

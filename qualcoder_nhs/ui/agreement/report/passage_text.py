"""A passage in its context: each coder's codings behind the words, and what they differ on in ink."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.agreement_passages import AgreementPassage
from qualcoder_nhs.ui.code_offsets import utf16
from qualcoder_nhs.ui.fonts import transcript_font
from qualcoder_nhs.ui.looks import Look
from qualcoder_nhs.ui.theme import Theme, colour

PIXELS, PITCH, DEPTHS = 16, 26, 3


@dataclass(frozen=True)
class Strip:
    """One coding as it is laid behind the words; `depth` tells the coders apart."""

    span: Span
    tint: str
    edge: str
    depth: int


class PassageText(QWidget):
    """Paints the words; as high as they need."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._text, self._strips, self._inked = "", (), Span(0, 0)  # type: tuple
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

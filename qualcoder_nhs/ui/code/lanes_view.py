"""Stripes in packed lanes right of the words, with the names of their codes."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.palette import DASHES, Pattern
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.beside import Beside
from qualcoder_nhs.ui.code.lane_layout import (
    LANES,
    PITCH,
    Fold,
    LaneLayout,
    Stripe,
    lay_out,
    name_height,
)
from qualcoder_nhs.ui.code.text_page import TextPage
from qualcoder_nhs.ui.code.tips import coding_tip
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.look.glyphs import paint_flag
from qualcoder_nhs.ui.look.theme import blend, colour
from qualcoder_nhs.ui.look.tokens import RADIUS_CAP

NARROWEST, WIDEST = 150, 260
BARS_ALONE = LANES * PITCH + 24
"""Room for all lanes and the number of those that are folded."""

BAR, STRONG_BAR = 4.0, 6.0
CHIP = 8
REACH = 12
"""How far beside a bar a click still means it."""

LEADER_ROWS = 3
NARROW_NAMES = 60


class LanesView(Beside):
    """Draws the stripes in view; `picked` bears the coding that was clicked."""

    picked = Signal(str)

    def __init__(self, page: TextPage) -> None:
        super().__init__(page, _("Codings"))
        self._layout: LaneLayout | None = None
        self.state.codings_changed.connect(self._forget)
        page.resized.connect(self._forget)

    def _forget(self, *_changed: object) -> None:
        self._layout = None
        self.update()

    def laid_out(self) -> LaneLayout:
        """What is drawn for the paragraphs in view."""
        numbers = list(self.page.visible_numbers()) or [0]
        known = self._layout
        if known is None or numbers[0] not in known.reach or numbers[-1] not in known.reach:
            known = lay_out(self.state, self.page.lines, numbers[0], numbers[-1])
            self._layout = known
        return known

    # Painting

    def draw(self, painter: QPainter) -> None:
        top = self.page.scroll_top()
        bottom = top + self.height()
        laid, high = self.laid_out(), name_height()
        for stripe in laid.stripes:
            if stripe.top < bottom and stripe.bottom > top:
                self._draw_bar(painter, stripe)
            if top - high < stripe.row < bottom and self._has_names(stripe):
                self._draw_name(painter, stripe)
        for fold in laid.folds:
            self._draw_fold(painter, fold)

    def _has_names(self, stripe: Stripe) -> bool:
        return self.width() - stripe.names_left >= NARROW_NAMES

    def _is_strong(self, stripe: Stripe) -> bool:
        return stripe.coding.id in (self.state.chosen, self.state.hovered)

    def _draw_bar(self, painter: QPainter, stripe: Stripe) -> None:
        width = STRONG_BAR if self._is_strong(stripe) else BAR
        box = QRectF(
            stripe.lane * PITCH - (width - BAR) / 2 + 1,
            stripe.top + 1,
            width,
            stripe.bottom - stripe.top - 2,
        )
        look = self.state.look(stripe.coding)
        pattern = look.pattern if self.state.theme.patterns else Pattern.SOLID
        if not self.state.is_own(stripe.coding):
            pattern = Pattern.HOLLOW
        draw_bar(painter, box, colour(look.stripe), pattern)

    def _draw_name(self, painter: QPainter, stripe: Stripe) -> None:
        tokens, look = self.state.theme.tokens, self.state.look(stripe.coding)
        chosen = stripe.coding.id == self.state.chosen
        high = name_height()
        row = QRectF(stripe.names_left - 4, stripe.row, self.width(), high)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(blend(look.tint, look.stripe, 0.1 if not tokens.high_contrast else 0))
            painter.drawRoundedRect(row, RADIUS_CAP, RADIUS_CAP)
        if stripe.row - stripe.top > LEADER_ROWS * high:
            self._draw_leader(painter, stripe)
        chip = QRectF(stripe.names_left, row.center().y() - CHIP / 2, CHIP, CHIP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(look.stripe))
        painter.drawRoundedRect(chip, 2, 2)
        self._write_name(painter, stripe, row, look.name)

    def _write_name(self, painter: QPainter, stripe: Stripe, row: QRectF, name: str) -> None:
        tokens = self.state.theme.tokens
        chosen = stripe.coding.id == self.state.chosen
        tint = tokens.ink if self._is_strong(stripe) else tokens.ink2
        font = chrome_font(Size.SMALL_LABEL if chosen else Size.SMALL)
        metrics = QFontMetricsF(font)
        left: float = stripe.names_left + CHIP + 6
        after = self._initials(stripe.coding)
        tail = 14 * len(stripe.coding.flags) + (
            metrics.horizontalAdvance(after) + 6 if after else 0
        )
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, self.width() - left - tail)
        painter.setFont(font)
        painter.setPen(colour(tint))
        baseline = row.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, baseline), shown)
        left += metrics.horizontalAdvance(shown) + 4
        for flag in stripe.coding.flags:
            paint_flag(painter, flag, QPointF(left + 6, row.center().y()), tint, 9)
            left += 14
        if after:
            painter.setPen(colour(tokens.ink3))
            painter.drawText(QPointF(left + 2, baseline), after)

    def _initials(self, coding: Coding) -> str:
        return self.state.initials(coding) if self.state.several_coders else ""

    def _draw_leader(self, painter: QPainter, stripe: Stripe) -> None:
        painter.setPen(QPen(colour(self.state.theme.tokens.line2), 1))
        middle = name_height() / 2
        bend = QPointF(stripe.names_left - 3.5, stripe.top + middle + 0.5)
        painter.drawLine(QPointF(stripe.lane * PITCH + BAR + 2, bend.y()), bend)
        painter.drawLine(bend, QPointF(bend.x(), stripe.row + middle))

    def _draw_fold(self, painter: QPainter, fold: Fold) -> None:
        painter.setFont(chrome_font(Size.LEAST))
        painter.setPen(colour(self.state.theme.tokens.ink2))
        painter.drawText(self._fold_box(fold), Qt.AlignmentFlag.AlignLeft, f"+{fold.count}")

    @staticmethod
    def _fold_box(fold: Fold) -> QRectF:
        return QRectF(LANES * PITCH - 4, fold.top - 14, 28, 14)

    # Pointing

    def stripe_at(self, point: QPointF) -> Stripe | None:
        """The name under the point, or the nearest bar beside it."""
        stripes = self.laid_out().stripes
        if point.x() >= min((stripe.names_left for stripe in stripes), default=0):
            return next((stripe for stripe in stripes if self._on_name(stripe, point)), None)
        beside = [stripe for stripe in stripes if stripe.top <= point.y() < stripe.bottom]
        away = {stripe: abs(stripe.lane * PITCH + 3 - point.x()) for stripe in beside}
        nearest = min(beside, key=lambda stripe: away[stripe], default=None)
        return nearest if nearest and away[nearest] <= REACH else None

    def _on_name(self, stripe: Stripe, point: QPointF) -> bool:
        in_row = stripe.row <= point.y() < stripe.row + name_height()
        return in_row and point.x() >= stripe.names_left - 4 and self._has_names(stripe)

    def tip_at(self, point: QPointF) -> str:
        stripe = self.stripe_at(point)
        return coding_tip(self.state, stripe.coding) if stripe else ""

    def hover(self, point: QPointF | None) -> None:
        stripe = self.stripe_at(point) if point else None
        self.state.hover(stripe.coding.id if stripe else None)

    def click(self, point: QPointF) -> None:
        """Choose the coding; a number of folded ones chooses the first of them."""
        for fold in self.laid_out().folds:
            if self._fold_box(fold).contains(point):
                self.picked.emit(fold.coding.id)
                return
        stripe = self.stripe_at(point)
        if stripe:
            self.picked.emit(stripe.coding.id)


def draw_bar(painter: QPainter, box: QRectF, tint: QColor, pattern: Pattern) -> None:
    """A stripe: plain, or with the pattern of its family."""
    radius = box.width() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(tint))
    if pattern is Pattern.HOLLOW:
        painter.setPen(QPen(tint, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), radius, radius)
    elif pattern is Pattern.DOUBLE:
        thin = box.width() / 3
        painter.drawRect(box.adjusted(0, 0, thin - box.width(), 0))
        painter.drawRect(box.adjusted(box.width() - thin, 0, 0, 0))
    elif DASHES[pattern]:
        _draw_dashes(painter, box, DASHES[pattern])
    else:
        painter.drawRoundedRect(box, radius, radius)


def _draw_dashes(painter: QPainter, box: QRectF, lengths: tuple[int, ...]) -> None:
    top, at = box.top(), 0
    while top < box.bottom():
        length = lengths[at % len(lengths)]
        if at % 2 == 0:
            painter.drawRect(QRectF(box.left(), top, box.width(), min(length, box.bottom() - top)))
        top, at = top + length, at + 1

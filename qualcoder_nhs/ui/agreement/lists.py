"""The rounds at the left of the desk: each with its name, and where it stands."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from qualcoder_nhs.queries.rounds import RoundBoard
from qualcoder_nhs.ui.agreement.round_words import about_words, state_words
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.widgets.row_model import RowModel
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex, paint_pill, pill_width, write
from qualcoder_nhs.ui.widgets.side_list import LinePainter


class RoundModel(RowModel[RoundBoard]):
    """Rounds as rows."""

    def shown(self, row: RoundBoard) -> str:
        return row.round.name

    def spoken(self, row: RoundBoard) -> str:
        return f"{row.round.name}, {about_words(row)}"


class RoundRow(LinePainter):
    """A round's name, and a pill that says where it stands."""

    def paint_row(
        self, painter: QPainter, room: QRectF, index: ModelIndex, *, chosen: bool
    ) -> None:
        model, tokens = index.model(), self.theme.tokens
        board = model.at(index) if isinstance(model, RoundModel) else None
        if board is None:
            return
        told = state_words(board.round)
        left = room.right() - pill_width(told)
        running = not board.round.frozen
        ink, ground = (tokens.accent, tokens.accent_bg) if running else (tokens.ink2, tokens.sunk)
        ground = tokens.raised if chosen else ground
        paint_pill(painter, left, room.center().y(), told, ink, ground)
        font = chrome_font(Size.LABEL if chosen else Size.BODY)
        write(
            painter,
            room.adjusted(0, 0, left - room.right() - 8, 0),
            board.round.name,
            font,
            tokens.ink,
        )

"""What a page of the Agreement desk is: something about the round that is chosen at the left."""

from PySide6.QtWidgets import QWidget

from qualcoder_nhs.queries.round_desk import RoundDesk
from qualcoder_nhs.queries.rounds import RoundBoard
from qualcoder_nhs.ui.look.theme import Theme


class RoundPage(QWidget):
    """One page; the desk tells it which round it is about, and again when that changed.

    One that is `alone` takes the room of the lists at the left, and has a way back to them. One
    that `stands` has something to show where there is no round.
    """

    alone = False
    stands = False

    def show_round(self, desk: RoundDesk, board: RoundBoard) -> None:
        """Be about this round, as the desk's coder may see it."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        raise NotImplementedError

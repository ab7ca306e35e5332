"""What correcting the words of one turn in the midst of the yardstick transcript takes."""

import os
from collections.abc import Iterable

# Read by Qt when it starts: no screen, and no words about its absence.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from qualcoder_nhs.actions.correcting import CorrectTurn
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.queries.coding_page import CodingPage, coding_page
from qualcoder_nhs.queries.corrected_page import corrected_page, whole_page
from qualcoder_nhs.ui.code.desk import CodeDesk
from qualcoder_nhs.ui.look import theme
from qualcoder_nhs.ui.working.settling import make_way, settle
from tests.bench.clock import cpu
from tests.bench.row import Row
from tests.bench.yardstick import ONE_LARGE, Yardstick, yardstick

WIDTH, HEIGHT, MIDDLE = 1100, 800, 750

# Milliseconds from the key to the words on the screen; and while one types.
CORRECTED, PREVIEWED = 200, 200


def correcting() -> Iterable[Row]:
    """Beside showing the transcript again, which a correction cannot do without."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look = theme.Theme()
    theme.apply(app, look)
    with yardstick(ONE_LARGE) as made:
        one = _Correcting(made, CodeDesk(look))
        one.show(made.study.ask(coding_page, made.transcript))
        settle()
        bare = cpu(lambda: one.show(one.page))
        yield Row("preview of one turn’s correction", cpu(one.rehearse), PREVIEWED, None, "ms")
        yield Row("correct one turn, disk and screen", cpu(one.run), CORRECTED, bare, "ms")


class _Correcting:
    """The desk with the transcript on it; each time another word comes."""

    def __init__(self, made: Yardstick, desk: CodeDesk) -> None:
        self._made, self._desk = made, desk
        self._canvas = QPixmap(WIDTH, HEIGHT)
        self._times = 0
        desk.resize(WIDTH, HEIGHT)

    @property
    def page(self) -> CodingPage:
        return self._desk.state.page

    def show(self, page: CodingPage) -> None:
        """To the first paint."""
        self._desk.show_page(page, self._made.coders[0])
        self._desk.render(self._canvas)

    def rehearse(self) -> None:
        """What the sheet asks while one types."""
        self._made.study.rehearse(self._action(), self._made.coders[0])

    def run(self) -> None:
        """As the window does."""
        study, before = self._made.study, self.page
        make_way()
        study.run(self._action(), self._made.coders[0])
        asked = (self._made.transcript, OPEN, before.transcript.text, (0, 0))
        found = study.ask(corrected_page, *asked)
        self.show(whole_page(found, before))

    def _action(self) -> CorrectTurn:
        self._times += 1
        text = self.page.transcript
        words = text.turns[MIDDLE].words.of(text.text).split()
        words[3] = f"corrected{'x' * (self._times % 4)}{self._times}"
        return CorrectTurn(text.id, MIDDLE + 1, " ".join(words))

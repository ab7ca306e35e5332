"""What the finder found: sequences turn by turn, the parts marked that make each of them."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.tabled import Row, Tabled
from qualcoder_nhs.domain.talk_passage import TalkPassage
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.talk_behind import behind, talk_of_rows
from qualcoder_nhs.ui.analyse.body import Body
from qualcoder_nhs.ui.analyse.talk_list import TalkList
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.working.live import Live


class FinderBody(Body):
    """A list of sequences; Enter goes to the place in the text."""

    beside = False

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.list = TalkList(theme, _("What was found"))
        self._tabled: Tabled | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.list, 1)
        self.list.jump.connect(self.jump)
        self.list.quote_wanted.connect(self.quote_wanted)
        self.setFocusProxy(self.list)

    def show_table(self, tabled: Tabled, live: Live) -> None:
        self._tabled = tabled
        wanted = [behind(row.entries[0]) for row in tabled.rows]

        def show(rows: tuple[tuple[TalkPassage, ...], ...]) -> None:
            if tabled is self._tabled:
                talk = [(row, one) for row, each in zip(tabled.rows, rows, strict=True)
                        for one in each]  # fmt: skip
                self.list.show_talk([one for _row, one in talk], [_over(row) for row, _one in talk])

        live.ask(show, self, talk_of_rows, wanted)

    def set_looks(self, looks: Mapping[CodeId, Look]) -> None:
        self.list.painter.looks = looks
        self.list.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)

    def stop(self) -> QWidget:
        return self.list


def _over(row: Row) -> str:
    """Such as `FG1 t.27–30 · Q2 · t.27 P6: Supportive words → t.28 P3: [laughs]`."""
    question, sequence = row.entries[0].words, row.entries[1].words
    return " · ".join(part for part in (row.name, question, sequence) if part and part != "–")

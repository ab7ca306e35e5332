"""A ready question of several pairs: each pair on a line of its own, for they are not mixed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from qualcoder_nhs.domain.talk_pattern import Sought, TalkPattern
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.analyse.terms import alternatives
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.widgets.labels import button, label

Named = Callable[[str], str]


class FinderPairs(QWidget):
    """Lines such as `Holding back · within 3 turns of · Silence`. `picked` bears one pattern."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(4, 1)
        self.lines: list[str] = []

    def show_pairs(self, patterns: Sequence[TalkPattern], named: Named) -> None:
        """Show a line for each pattern."""
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.lines = []
        for at, one in enumerate(patterns):
            self._add(at, one, named)

    def _add(self, at: int, one: TalkPattern, named: Named) -> None:
        first, then = (_told(half, named) for half in (one.first, one.then))
        between = _("within {n} turns of").format(n=one.within)
        self.lines.append(f"{first} {between} {then}")
        only = button(_("Only this pair"), "link", Size.SMALL)
        only.setAccessibleName(_("Only this pair: {line}").format(line=self.lines[-1]))
        only.clicked.connect(lambda _on: self.picked.emit(one))
        parts = (label(first, Size.LABEL), label(between), label(then, Size.LABEL), only)
        for column, part in enumerate(parts):
            self._grid.addWidget(part, at, column)


def _told(half: Sequence[Sought], named: Named) -> str:
    return alternatives(tuple(named(str(one)) for one in half))

"""The left of the desk: the themes in order, a new one, the board, and codes without a theme."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.theme_list import ThemeList
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.look.grounds import on_ground, rule
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.themes.bare_field import BareField
from qualcoder_nhs.ui.themes.theme_list import ThemeListView
from qualcoder_nhs.ui.widgets.key_button import KeyButton
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped


class ThemesLeft(QWidget):
    """`begun` bears the name of a new theme; `homeless_wanted` asks for codes that are in none."""

    begun = Signal(str)
    homeless_wanted = Signal()

    def __init__(self, theme: Theme, board: QAction, *, writable: bool) -> None:
        super().__init__()
        on_ground(self, "side", "right")
        self.list = ThemeListView(theme)
        self.board = KeyButton(theme, board)
        self.new = BareField(_("Name of a new theme"), chrome_font(), empty=True)
        self.new.setPlaceholderText(_("New theme"))
        self.new.told.connect(self._begin)
        if not writable:
            self.new.hide()
        self._told = wrapped("", Size.SMALL, "second")
        self.show_homeless = button(_("Show them"), "link", Size.SMALL)
        self.show_homeless.clicked.connect(self.homeless_wanted)
        self._foot = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 10, 4)
        head.addWidget(label(_("Themes"), Size.HEADING), 1)
        head.addWidget(self.board)
        middle = QVBoxLayout()
        middle.setContentsMargins(6, 0, 6, 0)
        middle.addWidget(self.list)
        line = QHBoxLayout()
        line.setContentsMargins(12, 2, 12, 2)
        line.addWidget(self.new)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(14, 6, 14, 8)
        foot.setSpacing(0)
        foot.addWidget(self._told)
        link = QHBoxLayout()
        link.addWidget(self.show_homeless)
        link.addStretch(1)
        foot.addLayout(link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(rule())
        column.addLayout(line)
        column.addWidget(self._foot)

    def show_list(self, listed: ThemeList, looks: Mapping[CodeId, Look]) -> None:
        """Show the themes, and say how many codes are in none."""
        self.list.row.looks = looks
        self.list.themes.put(listed.themes)
        homeless = len(listed.homeless)
        self._told.setText(
            ngettext("{n} code is in no theme yet.", "{n} codes are in no theme yet.", homeless)
        )
        self._foot.setVisible(bool(homeless))

    def _begin(self, name: str) -> None:
        self.new.show_words("")
        self.new.clear()
        if name:
            self.begun.emit(name)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.list.row.theme = theme
        self.board.set_theme(theme)
        self.list.viewport().update()

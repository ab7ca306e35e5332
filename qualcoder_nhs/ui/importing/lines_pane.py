"""The right of the import page: the lines of the chosen file, those to look at first of all."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.importing.line_list import LineList
from qualcoder_nhs.ui.importing.session import Session
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_hints import key_hints
from qualcoder_nhs.ui.widgets.labels import label


class LinesPane(QWidget):
    """The lines of the chosen file, those to look at first of all."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        on_ground(self, "paper")
        self._session = session
        self.heading = label("", Size.HEADING)
        self.list = LineList(theme, session)
        self._hints = key_hints((_("next"), "N"), (_("accept"), "Enter"))
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 16, 8)
        head.addWidget(self.heading, 1)
        head.addWidget(self._hints)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        session.chosen.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.list.set_theme(theme)

    def _follow(self) -> None:
        file = self._session.file
        count = len(file.open_doubts) if file else 0
        words = ngettext("{n} line to look at", "{n} lines to look at", count)
        nothing = _("As it was understood") if file and file.can_come else ""
        self.heading.setText(words if count else nothing)
        self._hints.setVisible(bool(count))

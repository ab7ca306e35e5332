"""Choosing a theme for words by typing: from the text, from the excerpts, from another theme."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.actions.quotes import BeginWithQuote, ChooseQuote
from qualcoder_nhs.domain.ids import ThemeId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.theme_list import ThemeList, theme_list
from qualcoder_nhs.ui.fonts import Size
from qualcoder_nhs.ui.labels import button, wrapped
from qualcoder_nhs.ui.live import Live

_THEME = Qt.ItemDataRole.UserRole


class ChooseTheme(QDialog):
    """Asks for a theme; `then` gets its id, or a new one's name, and whether it is against it."""

    def __init__(
        self,
        listed: ThemeList,
        then: Callable[[ThemeId | None, str, bool], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("To a theme"))
        self.resize(420, 320)
        self._themes, self._then = listed.themes, then
        self.letters, self.listed = QLineEdit(), QListWidget()
        self.letters.setPlaceholderText(_("Find a theme, or name a new one"))
        self.letters.setAccessibleName(_("Find a theme, or name a new one"))
        self.listed.setAccessibleName(_("Themes"))
        self.against = QCheckBox(_("It speaks &against the theme"))
        self._choose = button(_("Choose"), "primary")
        self._lay_out()
        self.letters.textChanged.connect(self._fill)
        self.listed.itemActivated.connect(lambda _item: self.accept())
        self._choose.clicked.connect(self.accept)
        self._fill("")

    def _lay_out(self) -> None:
        leave = button(_("Leave it"))
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.against, 1)
        foot.addWidget(leave)
        foot.addWidget(self._choose)
        self._choose.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(wrapped(_("Choose these words for …"), Size.HEADING))
        column.addWidget(self.letters)
        column.addWidget(self.listed, 1)
        column.addLayout(foot)

    def _fill(self, letters: str) -> None:
        self.listed.clear()
        sought = letters.strip().casefold()
        for one in self._themes:
            if sought in one.theme.name.casefold():
                self._add(f"{one.number}  {one.theme.name}", one.theme.id)
        known = {one.theme.name.casefold() for one in self._themes}
        if sought and sought not in known:
            self._add(_("New theme “{name}”").format(name=letters.strip()), None)
        self.listed.setCurrentRow(0)
        self._choose.setEnabled(self.listed.count() > 0)

    def _add(self, words: str, theme: ThemeId | None) -> None:
        item = QListWidgetItem(words)
        item.setData(_THEME, theme)
        self.listed.addItem(item)

    def accept(self) -> None:
        """Hand the chosen theme over."""
        item = self.listed.currentItem()
        if item is not None:
            name = self.letters.text().strip()
            self._then(item.data(_THEME), name, self.against.isChecked())
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk through the list while one types."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if event.key() == Qt.Key.Key_Up else 1
            row = self.listed.currentRow() + step
            self.listed.setCurrentRow(max(0, min(self.listed.count() - 1, row)))
        else:
            super().keyPressEvent(event)


class ThemeChoice(QObject):
    """Asks which theme words go to, and puts them there. `said` tells that it was done."""

    said = Signal(str)

    def __init__(self, live: Live, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._window = live, window

    def ask(self, transcript: TranscriptId, span: Span) -> None:
        """Ask for a theme for these words."""
        if not self._live.study.writable:
            self.said.emit(_("This study is open to read only: nothing can be chosen in it."))
            return

        def offer(listed: ThemeList) -> None:
            def choose(theme: ThemeId | None, name: str, against: bool) -> None:  # noqa: FBT001
                names = {one.theme.id: one.theme.name for one in listed.themes}
                self._choose(theme, names.get(theme, name) if theme else name, against=against)

            self._words = transcript, span
            ChooseTheme(listed, choose, self._window).open()

        self._live.ask(offer, self, theme_list)

    def _choose(self, theme: ThemeId | None, name: str, *, against: bool) -> None:
        told = _("Chosen against “{theme}”.") if against else _("Chosen for “{theme}”.")

        def tell(_quote: object) -> None:
            self.said.emit(told.format(theme=name))

        words = self._words
        if theme is None:
            self._live.run(BeginWithQuote(name, *words, against), tell, self)
        else:
            self._live.run(ChooseQuote(theme, *words, against), tell, self)

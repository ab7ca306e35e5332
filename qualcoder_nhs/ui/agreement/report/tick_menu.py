"""A button with a list to tick in: which coders, which transcripts, which columns."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import MenuButton

_TICKS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StayingMenu(QMenu):
    """A menu that stays open while one ticks."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.key() in _TICKS and self._tick(self.activeAction())):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class TickMenu(MenuButton):
    """Says what is ticked: `Coders: all`, `Coders: DM, HL`, `Transcripts: 3 of 4`."""

    ticked = Signal()

    def __init__(self, theme: Theme, what: str, least: int = 1) -> None:
        self._what, self._least = what, least
        super().__init__(theme)
        self.choices.deleteLater()
        self.choices = StayingMenu(self)
        self._say()

    def offer(self, names: Iterable[tuple[str, str]], chosen: Iterable[str]) -> None:
        """Offer these, by id and words, some of them ticked."""
        self.choices.clear()
        on = set(chosen)
        for name, words in names:
            action = self.choices.addAction(words.replace("&", "&&"))
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name in on)
            action.toggled.connect(self._changed)
        self._say()

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is ticked, in order."""
        return tuple(str(one.data()) for one in self.choices.actions() if one.isChecked())

    @property
    def is_all(self) -> bool:
        """Whether everything is."""
        return len(self.chosen) == len(self.choices.actions())

    def _changed(self) -> None:
        self._say()
        self.ticked.emit()

    def _say(self) -> None:
        every, chosen = self.choices.actions(), self.chosen
        for action in every:
            action.setEnabled(not action.isChecked() or len(chosen) > self._least)
        shown = _("{} of {}").format(len(chosen), len(every))
        self.set_words(f"{self._what}: {_('all') if self.is_all else shown}")

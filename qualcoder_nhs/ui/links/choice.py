"""A button that says which one of several is chosen, and opens the menu of them."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup

from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import MenuButton


class Choice(MenuButton):
    """Such as `Kind: any`. `value` is what is chosen; `changed` tells of another."""

    changed = Signal()

    def __init__(self, theme: Theme, what: str) -> None:
        self._what = what
        self._words: dict[object, str] = {}
        self.value: object = None
        super().__init__(theme, what)

    def offer(self, options: Iterable[tuple[object, str]]) -> None:
        """Offer these, the first where what was chosen is gone."""
        self._words = dict(options)
        if self.value not in self._words:
            self.value = next(iter(self._words), None)
        self.choices.clear()
        group = QActionGroup(self.choices)
        for value, words in self._words.items():
            action = self.choices.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == self.value)
            group.addAction(action)
            action.triggered.connect(lambda _on, value=value: self.choose(value))
        self._say()

    def choose(self, value: object) -> None:
        """Choose this one."""
        if value in self._words and value != self.value:
            self.value = value
            self.offer(tuple(self._words.items()))
            self.changed.emit()

    def _say(self) -> None:
        self.set_words(f"{self._what}: {self._words.get(self.value, '')}")

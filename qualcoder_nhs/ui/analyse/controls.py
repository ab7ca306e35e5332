"""Controls of a table's options: each answers one of them, in words, and tells of changes."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from qualcoder_nhs.domain.table_options import Option, Takes, Value
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import chrome_font, grown
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import MenuButton
from qualcoder_nhs.ui.widgets.labels import label
from qualcoder_nhs.ui.widgets.pick_button import PickButton
from qualcoder_nhs.ui.widgets.pick_model import Pick

SETTLE, TYPED = 350, 150
"""Milliseconds after the last key in a number before it is taken; room for words."""

_CUT = ("measure",)
"""Options of which the button says the first words only: `Count: Participants`."""

Offered = Sequence[tuple[str, str]]


class OneOf(MenuButton):
    """A button that opens a menu of which one is chosen: `Columns: role`."""

    chosen = Signal()

    def __init__(self, theme: Theme, option: Option, nothing: str = "") -> None:
        super().__init__(theme)
        self._title, self._nothing, self._option = _(option.title), nothing, option.id
        self._offered: Offered = ()
        self.key = option.nothing if isinstance(option.nothing, str) else ""
        self._standing, self.bare = "", False
        self.setToolTip(_(option.told))
        self._say()

    @property
    def value(self) -> Value:
        """The key of what is chosen; None for nothing."""
        return self.key or None

    def offer(self, offered: Offered) -> None:
        """Offer these, by key and words; nothing first, where that is a choice."""
        everything = [("", self._nothing), *offered] if self._nothing else list(offered)
        if everything == list(self._offered):
            return
        self._offered = everything
        self.choices.clear()
        for key, words in everything:
            action = self.choices.addAction(words.replace("&", "&&"))
            action.setData(key)
            action.setCheckable(True)
            action.triggered.connect(lambda _on, one=action: self._choose(one))
        self._say()

    def choose(self, key: str) -> None:
        """Take this one, as a click on it does."""
        if key != self.key:
            self.key = key
            self._say()
            self.chosen.emit()

    def say_bare(self) -> None:
        """Say what is chosen and not of what: in a sentence that is plain."""
        self.bare = True
        self._say()

    def stand_on(self, key: str) -> None:
        """Say that this one holds while nobody has chosen."""
        self._standing = key
        self._say()

    def _choose(self, action: QAction) -> None:
        action.setChecked(True)
        self.choose(str(action.data()))

    def _say(self) -> None:
        shown = self.key or self._standing
        words = next((told for key, told in self._offered if key == shown), shown)
        short = words.partition("  ")[0]
        short = short.partition(",")[0] if self._option in _CUT else short
        named = short if self.bare else f"{self._title}: {short}"
        self.set_words(named if short else self._title)
        self.setAccessibleName(f"{self._title}: {words}")
        for action in self.choices.actions():
            action.setChecked(action.data() == shown)


class Several(PickButton):
    """A button with a list to tick in: `Codes: all`, `Codes: 3 of 58`."""

    chosen = Signal()

    def __init__(self, theme: Theme, option: Option) -> None:
        nothing = _("as it comes") if option.takes is Takes.VALUES else _("all")
        super().__init__(theme, _(option.title), nothing)
        self.setToolTip(_(option.told))
        self.picked.connect(self.chosen)

    def offer(self, picks: Sequence[Pick]) -> bool:
        """Offer other things, unless they are those that are offered."""
        return list(picks) != self.picks.picks and super().offer(picks)

    @property
    def value(self) -> Value:
        """The names of what is ticked, in their order; nothing for all."""
        ticked = self.picks.ticked
        return tuple(str(one.value) for one in self.picks.picks if one.value in ticked)


class Number(QWidget):
    """A number with its words before it; taken when nothing is typed for a moment."""

    chosen = Signal()

    def __init__(self, option: Option) -> None:
        super().__init__()
        self.box, self.words = QSpinBox(), label(_(option.title))
        self.box.setFont(chrome_font())
        self.box.setRange(option.least, option.most or 999)
        self.box.setValue(option.nothing if isinstance(option.nothing, int) else 0)
        self.box.setAccessibleName(_(option.title))
        self.words.setBuddy(self.box)
        self.setToolTip(_(option.told))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.words)
        row.addWidget(self.box)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLE)
        self._settled.timeout.connect(self.chosen)
        self.box.valueChanged.connect(lambda _value: self._settled.start())

    @property
    def value(self) -> Value:
        """The number."""
        return self.box.value()

    def set_theme(self, theme: Theme) -> None:
        """The box is drawn by the style."""


class YesNo(QCheckBox):
    """A tick with its words."""

    chosen = Signal()

    def __init__(self, option: Option) -> None:
        super().__init__(_(option.title))
        self.setFont(chrome_font())
        self.setToolTip(_(option.told))
        self.toggled.connect(lambda _on: self.chosen.emit())

    @property
    def value(self) -> Value:
        """Whether it is ticked."""
        return self.isChecked()

    def set_theme(self, theme: Theme) -> None:
        """The tick is drawn by the style."""


class Typed(QWidget):
    """Words with their title before them; taken on Enter, or when one goes on."""

    chosen = Signal()

    def __init__(self, option: Option) -> None:
        super().__init__()
        self.field, words = QLineEdit(), label(_(option.title))
        self.field.setFixedWidth(grown(TYPED))
        self.field.setAccessibleName(_(option.title))
        words.setBuddy(self.field)
        self.setToolTip(_(option.told))
        self._taken = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(words)
        row.addWidget(self.field)
        self.field.editingFinished.connect(self._take)

    def _take(self) -> None:
        if self.field.text().strip() != self._taken:
            self._taken = self.field.text().strip()
            self.chosen.emit()

    @property
    def value(self) -> Value:
        """The words; None for none."""
        return self.field.text().strip() or None

    def set_theme(self, theme: Theme) -> None:
        """The field is drawn by the style."""


Control = OneOf | Several | Number | Typed | YesNo


def listed(pairs: Iterable[tuple[str, str]]) -> Offered:
    """Keys with their words, translated."""
    return tuple((key, _(words)) for key, words in pairs)

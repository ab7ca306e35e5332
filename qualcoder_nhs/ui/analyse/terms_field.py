"""What is looked for, as chips with a field behind them: typing finds a code, a sign or words."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from qualcoder_nhs.domain.talk_pattern import sought
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.analyse.terms import term_words
from qualcoder_nhs.ui.analyse.terms_list import TermsList, terms_meant
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.widgets.flow import Flow
from qualcoder_nhs.ui.widgets.pick_model import Pick

FIELD = 230
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class _Field(QLineEdit):
    """`taken` on Enter, `stepped` by the arrows, `emptied` by Backspace where nothing is typed."""

    taken = Signal()
    stepped = Signal(int)
    emptied = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _TAKES:
            self.taken.emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class _Chip(QPushButton):
    """A term; a click, Del or Backspace wishes it gone."""

    gone = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(f"{words}  ×")
        self.setFont(chrome_font(Size.SMALL))
        self.setProperty("look", "pill")
        self.setAccessibleName(_("{term}, take it away").format(term=words))
        self.clicked.connect(lambda _on: self.gone.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.gone.emit()
        else:
            super().keyPressEvent(event)


class TermsField(QWidget):
    """Any of some terms; `chosen` when somebody put one in or took one away."""

    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.value: tuple[str, ...] = ()
        self.chips: dict[str, QPushButton] = {}
        self._picks: Sequence[Pick] = ()
        self.field = _Field()
        self.field.setFont(chrome_font())
        self.field.setPlaceholderText(_("type a code, laughter, words …"))
        self.field.setAccessibleName(_("{what}: add a code, a sign or words").format(what=name))
        self.field.setFixedWidth(grown(FIELD))
        self.list = TermsList(name, self)
        self._flow = Flow(self, 6)
        self._flow.addWidget(self.field)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.field)
        self._connect()

    def _connect(self) -> None:
        self.field.textEdited.connect(self._find)
        self.field.taken.connect(self._take_current)
        self.field.stepped.connect(self._walk)
        self.field.emptied.connect(lambda: self._remove(self.value[-1:]))
        self.field.left.connect(lambda: self.list.put_away(self))
        self.list.picked.connect(self.add)

    # ── values in ────────────────────────────────────────────────────────────────────────────

    def offer(self, picks: Sequence[Pick]) -> None:
        """Let these be found; the chips say what they are called now."""
        self._picks = picks
        self._show()

    def take(self, terms: Iterable[str]) -> None:
        """Look for these and nothing else, without telling of it."""
        self.value = tuple(dict.fromkeys(terms))
        self._show()

    def add(self, term: str) -> None:
        """Look for one more."""
        self.field.clear()
        self.list.put_away(self)
        self.take((*self.value, term))
        self.field.setFocus()
        self.chosen.emit()

    def words_of(self, term: str) -> str:
        """What a term is called."""
        known = next((one.words for one in self._picks if one.value == term), None)
        return known or term_words(sought(term))

    # ── by hand ──────────────────────────────────────────────────────────────────────────────

    def _find(self, letters: str) -> None:
        fresh = [one for one in self._picks if one.value not in self.value]
        self.list.offer(terms_meant(fresh, letters), self.field)

    def _walk(self, step: int) -> None:
        self.field.setAccessibleDescription(self.list.walk(step))

    def _take_current(self) -> None:
        if self.list.term:
            self.add(self.list.term)

    def _remove(self, terms: Iterable[str]) -> None:
        gone = set(terms)
        if gone:
            self.take(one for one in self.value if one not in gone)
            self.field.setFocus()
            self.chosen.emit()

    def _show(self) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips.clear()
        for term in self.value:
            chip = self.chips[term] = _Chip(self.words_of(term))
            chip.gone.connect(lambda one=term: self._remove((one,)))
            self._flow.addWidget(chip)
        self._flow.addWidget(self.field)
        self.updateGeometry()

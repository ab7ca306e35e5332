"""The code palette: type three letters over selected words, and a code is on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.analysis.code_search import RECENT, recent_codes, search
from qualcoder_nhs.analysis.exclusive import clashes
from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import count_words
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.code.palette_rows import MOST_ROWS, ROW_HEIGHT, Row, RowPainter, Rows
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.fonts import Size
from qualcoder_nhs.ui.icons import icon
from qualcoder_nhs.ui.keycap import KeyCap
from qualcoder_nhs.ui.labels import label, opened, opened_label, wrapped

WIDTH = 452
AWAY = 8
HEAD = 46
LEAST_ROOM = 240
KEY_ROW = 20


@dataclass(frozen=True)
class Asked:
    """What the palette was opened for: words, or the coding whose code is to change."""

    span: Span | None
    changing: str = ""


class Palette(QFrame):
    """Lies over the window, never over the selected words.

    `picked` bears the code and whether the palette stays open, `new_wanted` the name of a new one;
    `asked` says what for. Nothing it does touches the study.
    """

    picked = Signal(str, bool)
    new_wanted = Signal(str)
    closed = Signal()

    def __init__(self, state: DeskState, window: QWidget) -> None:
        super().__init__(window)
        self.state = state
        self._window = window
        self.asked = Asked(None)
        self.recent: Sequence[CodeId] = ()
        self._words = QRect()
        self._rows = Rows(state, self)
        self._build()
        self.hide()

    def _build(self) -> None:
        self.setProperty("look", "card")
        self.setAccessibleName(_("Code palette"))
        self.setFixedWidth(WIDTH)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(_("Find a code"))
        self._field.setAccessibleName(_("Letters of a code’s name"))
        self._field.setProperty("look", "bare")
        self._glass = self._field.addAction(
            icon("search", self.state.theme.tokens.ink2), QLineEdit.ActionPosition.LeadingPosition
        )
        self._glass.setText(_("Find a code"))
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._reach = label("", Size.SMALL, "quiet")
        self._list = self._make_list()
        self._foot = Foot(self)
        top = QHBoxLayout()
        top.setContentsMargins(8, 8, 12, 8)
        top.setSpacing(8)
        top.addWidget(self._field, 1)
        top.addWidget(self._reach)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        line = QFrame(self)
        line.setObjectName("rule")
        line.setFixedHeight(1)
        column.addWidget(line)
        listed = QVBoxLayout()
        listed.setContentsMargins(6, 4, 6, 4)
        listed.addWidget(self._list)
        column.addLayout(listed)
        column.addWidget(self._foot)

    def _make_list(self) -> QListView:
        codes = QListView(self)
        codes.setModel(self._rows)
        codes.setItemDelegate(RowPainter(self._rows))
        codes.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        codes.setFrameShape(QFrame.Shape.NoFrame)
        codes.setAccessibleName(_("Codes found"))
        codes.setUniformItemSizes(True)
        codes.clicked.connect(lambda index: self._take(index.row(), stay=False))
        codes.selectionModel().currentChanged.connect(lambda *_moved: self._explain())
        codes.setStyleSheet("QListView { background: transparent; }")
        return codes

    # Opening and closing

    def open(self, asked: Asked, letters: str, selection: QRect) -> None:
        """Ask for a code. `selection` is where the words lie in the window."""
        self.asked = asked
        words = count_words(self.state.text, asked.span) if asked.span else 0
        told = ngettext("{n} word selected", "{n} words selected", words) if words else ""
        self._glass.setIcon(icon("search", self.state.theme.tokens.ink2))
        self._reach.setText(_("another code") if asked.changing else told)
        kept = letters or self._field.text()
        self._field.setText(kept)
        self._search(kept)
        if not letters:
            self._field.selectAll()
        self._words = selection
        self.show()
        self._place()  # when it is shown, for only then are its words as high as they will be
        self.raise_()
        self._field.setFocus()

    def close_palette(self) -> None:
        """Go away; typed letters are kept for the next opening by `/`."""
        self.hide()
        self.closed.emit()

    def set_counts(self, counts: Mapping[CodeId, int]) -> None:
        """How many codings each code has, for the rows."""
        self._rows.counts = counts

    @property
    def letters(self) -> str:
        """What was typed."""
        return self._field.text()

    @property
    def rows(self) -> list[Row]:
        """What is offered now."""
        return self._rows.rows

    def _place(self) -> None:
        """Under the words, else above them; with fewer rows where neither has room for all."""
        self._fit(MOST_ROWS)
        words, window = self._words, self._window.rect()
        below = window.height() - words.bottom() - 2 * AWAY
        above = words.top() - 2 * AWAY
        upwards = self.height() > below and above > below
        room = min(max(above if upwards else below, LEAST_ROOM), window.height() - 2 * AWAY)
        if self.height() > room:
            self._fit(self._shown_rows() - ceil((self.height() - room) / ROW_HEIGHT))
        top = words.top() - AWAY - self.height() if upwards else words.bottom() + AWAY
        left = min(words.left(), window.width() - WIDTH - AWAY)
        lowest = window.height() - AWAY - self.height()
        self.move(max(AWAY, left), max(AWAY, min(top, lowest)))

    def _shown_rows(self) -> int:
        return max(1, min(MOST_ROWS, len(self._rows.rows)))

    def _fit(self, most: int) -> None:
        """As high as its rows and its words are at this width."""
        rows = max(1, min(most, self._shown_rows()))
        self._list.setFixedHeight(rows * ROW_HEIGHT + 2)
        self._foot.fit(WIDTH - 2)
        self.setFixedHeight(HEAD + 1 + self._list.height() + 8 + self._foot.height() + 2)

    # Finding

    def _search(self, letters: str) -> None:
        found = search(self.state.codebook, letters, self.recent)
        rows = [Row(match) for match in found]
        if letters.strip() and not self.asked.changing:
            rows.insert(min(len(rows), MOST_ROWS - 1), Row(None, letters.strip()))
        self._rows.set_rows(rows)
        if rows:
            self._list.setCurrentIndex(self._rows.index(0))
        self._explain()

    def _current(self) -> Row | None:
        at = self._list.currentIndex().row()
        return self._rows.rows[at] if 0 <= at < len(self._rows.rows) else None

    def _explain(self) -> None:
        row = self._current()
        code = row.match.code if row and row.match else None
        self._foot.explain(code, self._warning(code) if code else "")
        self._place()

    def _warning(self, code: Code) -> str:
        if not self.asked.span:
            return ""
        own = (coding for coding in self.state.page.codings if self.state.is_own(coding))
        kept = (coding for coding in own if coding.id != self.asked.changing)
        found = clashes(
            self.state.codebook, self.state.page.transcript, kept, code.id, self.asked.span
        )
        if not found:
            return ""
        names = ", ".join(other.name for _group, other in found)
        if any(group.scope == "speaker-turn" for group, _other in found):
            return _("Not beside {names}, which is used in this turn.").format(names=names)
        return _("Not beside {names}, which is on these words.").format(names=names)

    # Taking

    def _take(self, at: int, *, stay: bool) -> None:
        if not 0 <= at < len(self._rows.rows):
            return
        row = self._rows.rows[at]
        if row.match:
            self._pick(row.match.code.id, stay=stay)
        else:
            self._make_new()

    def _pick(self, code: CodeId, *, stay: bool) -> None:
        if stay:
            self._field.selectAll()
        else:
            self._field.clear()
            self.close_palette()
        self.picked.emit(code, stay)

    def _make_new(self) -> None:
        name = self.letters.strip()
        if name and not self.asked.changing:
            self._field.clear()
            self.close_palette()
            self.new_wanted.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._field
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if held & Qt.KeyboardModifier.ControlModifier:
                self._make_new()
            else:
                stay = bool(held & Qt.KeyboardModifier.ShiftModifier)
                self._take(self._list.currentIndex().row(), stay=stay)
            return True
        if key == Qt.Key.Key_Escape:
            self.close_palette()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._step(1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Tab) else -1)
            return True
        return self._number(event.text())

    def _step(self, by: int) -> None:
        count = self._rows.rowCount()
        if count:
            at = (self._list.currentIndex().row() + by) % count
            self._list.setCurrentIndex(self._rows.index(at))

    def _number(self, text: str) -> bool:
        """1–9 take a recent code while no letters stand there; after letters they are letters."""
        if self.letters or len(text) != 1 or text not in "123456789"[:RECENT]:
            return False
        found = recent_codes(self.state.codebook, self.recent)
        if int(text) <= len(found):
            self._pick(found[int(text) - 1].code.id, stay=False)
        return True


class Foot(QFrame):
    """Definition and `do not use` of the marked row, a warning, and the keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(6)
        self.definition = opened_label("", "", Size.SMALL)
        self.do_not_use = opened_label("", "", Size.SMALL)
        self.warning = wrapped("", Size.SMALL, "warning")
        self._lines = (self.definition, self.do_not_use, self.warning)
        for line in self._lines:
            column.addWidget(line)
        column.addLayout(self._keys())

    @staticmethod
    def _keys() -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for key, words in (("Shift+Return", _("apply, stay open")), ("1–9", _("recent"))):
            row.addWidget(KeyCap(key))
            row.addWidget(label(words, Size.LEAST, "quiet"))
            row.addSpacing(8)
        row.addStretch(1)
        return row

    def fit(self, width: int) -> None:
        """Be as high as the words are at this width."""
        shown = [line for line in self._lines if line.text()]
        inside = width - 2 * 16
        heights = [line.heightForWidth(inside) for line in shown]
        self.setFixedHeight(sum(heights) + 6 * len(shown) + KEY_ROW + 8 + 12)

    def explain(self, code: Code | None, warning: str) -> None:
        """Say what the code is for and what it is not for."""
        defined = code is not None and bool(code.definition)
        self.definition.setText(opened(code.name, code.definition) if code and defined else "")
        never = code.do_not_use if code else ""
        self.do_not_use.setText(opened(_("Do not use"), never) if never else "")
        self.warning.setText(f"▲ {warning}" if warning else "")
        for line in self._lines:
            line.setVisible(bool(line.text()))

"""The code palette: type three letters over selected words, and a code is on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from qualcoder_nhs.analysis.code_search import recent_codes, search
from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import count_words
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.code.palette_field import PaletteField
from qualcoder_nhs.ui.code.palette_foot import Foot
from qualcoder_nhs.ui.code.palette_rows import MOST_ROWS, CodeList, Row, Rows, row_height
from qualcoder_nhs.ui.code.rivals import warning
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.look.fonts import Size, grown
from qualcoder_nhs.ui.look.grounds import rule
from qualcoder_nhs.ui.look.shadow import Shadow
from qualcoder_nhs.ui.naming import in_names
from qualcoder_nhs.ui.widgets.labels import label

WIDTH = 452
AWAY = 8
HEAD = 46
LEAST_ROOM = 240


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
    in_vivo_wanted = Signal()
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
        Shadow(self, window)

    def _build(self) -> None:
        self.setProperty("look", "lifted")
        self.setAccessibleName(_("Code palette"))
        self.setFixedWidth(grown(WIDTH))
        self._field = self._make_field()
        self._reach = label("", Size.SMALL, "quiet")
        self._list = self._make_list()
        self._field.stepped.connect(self._list.step)
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
        column.addWidget(rule())
        listed = QVBoxLayout()
        listed.setContentsMargins(6, 4, 6, 4)
        listed.addWidget(self._list)
        column.addLayout(listed)
        column.addWidget(self._foot)

    def _make_field(self) -> PaletteField:
        field = PaletteField(self.state.theme.tokens, self)
        field.textChanged.connect(self._search)
        field.taken.connect(lambda stay: self._take(self._list.currentIndex().row(), stay=stay))
        field.new_wanted.connect(self._make_new)
        field.in_vivo_wanted.connect(self._in_vivo)
        field.left.connect(self.close_palette)
        field.numbered.connect(self._number)
        return field

    def _make_list(self) -> CodeList:
        listed = CodeList(self._rows, self)
        listed.clicked.connect(lambda index: self._take(index.row(), stay=False))
        listed.selectionModel().currentChanged.connect(lambda *_moved: self._explain())
        return listed

    # Opening and closing

    def open(self, asked: Asked, letters: str, selection: QRect) -> None:
        """Ask for a code. `selection` is where the words lie in the window."""
        self.asked = asked
        words = count_words(self.state.text, asked.span) if asked.span else 0
        told = ngettext("{n} word selected", "{n} words selected", words) if words else ""
        self._field.dress(self.state.theme.tokens)
        self._foot.offer(on_words=self._on_words)
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
            self._fit(self._shown_rows() - ceil((self.height() - room) / row_height()))
        top = words.top() - AWAY - self.height() if upwards else words.bottom() + AWAY
        left = min(words.left(), window.width() - self.width() - AWAY)
        lowest = window.height() - AWAY - self.height()
        self.move(max(AWAY, left), max(AWAY, min(top, lowest)))

    def _shown_rows(self) -> int:
        return max(1, min(MOST_ROWS, len(self._rows.rows)))

    def _fit(self, most: int) -> None:
        """As high as its rows and its words are at this width."""
        rows = max(1, min(most, self._shown_rows()))
        self._list.setFixedHeight(rows * row_height() + 2)
        self._foot.fit(self.width() - 2)
        self.setFixedHeight(grown(HEAD) + 1 + self._list.height() + 8 + self._foot.height() + 2)

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
        self._foot.explain(code, self._never(code), self._warning(code))
        self._place()

    def _never(self, code: Code | None) -> str:
        return in_names(self.state.codebook, code.do_not_use) if code else ""

    def _warning(self, code: Code | None) -> str:
        asked = self.asked
        if not code or not asked.span:
            return ""
        return warning(self.state, asked.span, code.id, asked.changing)

    @property
    def _on_words(self) -> bool:
        """Whether there are words to put codes on, and not a coding to change."""
        return bool(self.asked.span) and not self.asked.changing

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
        stay = stay and self._on_words
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

    def _number(self, number: int) -> None:
        """Take a recent code."""
        found = recent_codes(self.state.codebook, self.recent)
        if number <= len(found):
            self._pick(found[number - 1].code.id, stay=False)

    def _in_vivo(self) -> None:
        if self._on_words:
            self.close_palette()
            self.in_vivo_wanted.emit()

"""The card of an entry at the right: its counts over their denominators, then what was said."""

import html
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.talk_passage import TalkPassage
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.talk_behind import Behind
from qualcoder_nhs.ui.analyse.body import About
from qualcoder_nhs.ui.analyse.cell_words import Names, figures, sentences
from qualcoder_nhs.ui.analyse.talk_list import TalkList
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground, rule
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.flow import Flow
from qualcoder_nhs.ui.widgets.key_button import KeyButton
from qualcoder_nhs.ui.widgets.key_hints import key_hints
from qualcoder_nhs.ui.widgets.labels import label, wrapped

MOST = 200
"""Passages that are shown of one entry."""


class CellPane(QWidget):
    """`asked` bears what is wanted of the study; `left` that one goes back to the table."""

    asked = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        on_ground(self, "side", "left")
        self._wanted: Behind | None = None
        self._total = 0
        self.title, self.among = wrapped("", Size.HEADING), wrapped("", Size.BODY, "second")
        self.figures, self.more = wrapped(""), wrapped("", Size.SMALL, "second")
        self.figures.setTextFormat(Qt.TextFormat.RichText)
        self.list = TalkList(theme, _("What was said"))
        self.shown = label("", Size.SMALL, "second")
        self.back_action = QAction(_("Table"), self)
        self.back_action.setShortcut("Esc")
        self.back_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.back_action.triggered.connect(self.left)
        self.addAction(self.back_action)
        self.back = KeyButton(theme, self.back_action)
        self.hints = QWidget()
        self._lay_out()
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        self.setMinimumWidth(240)
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 16, 8)
        head.setSpacing(4)
        for part in (self.title, self.among, self.figures, self.more):
            head.addWidget(part)
        row = Flow(self.hints, 8)
        for words, key in ((_("Open"), "Enter"), (_("Copy"), "Ctrl+C"), (_("Theme"), "Q")):
            row.addWidget(key_hints((words, key)))
        around = QVBoxLayout()
        around.setContentsMargins(16, 6, 12, 8)
        around.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeft)
        around.addWidget(self.hints)
        counted = QHBoxLayout()
        counted.setContentsMargins(16, 4, 16, 0)
        counted.addWidget(self.shown)
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self.list, 1)
        column.addLayout(counted)
        column.addLayout(around)

    def be_about(self, about: About, names: Names) -> None:
        """Show the counts of an entry, and ask for its words."""
        entry = about.entry
        self.title.setText(about.title)
        told = _("among: {who}").format(who=about.among)
        self.among.setText(told if entry.there and about.people else about.among)
        large = (f'<span style="font-size:large;font-weight:600">{number}</span> '
                f"{html.escape(words)}" for number, words in figures(entry))  # fmt: skip
        self.figures.setText(" &nbsp; ".join(large))
        self.figures.setVisible(entry.count is not None)
        self.more.setText(sentences(entry, names) or ("" if entry.count else entry.words))
        self._total = len(entry.codings or entry.turns)
        self._wanted = Behind(tuple(entry.codings[:MOST]), entry.turns[:MOST])
        self.list.show_talk(())
        self.shown.setText("")
        if self._total:
            self.asked.emit(self._wanted)

    def show_talk(self, wanted: Behind, found: tuple[TalkPassage, ...]) -> None:
        """Show the answer, unless something else was asked for since."""
        if wanted is not self._wanted:
            return
        self.list.show_talk(found)
        left = self._total > MOST
        told = _("The first {n} of {of} are shown").format(n=MOST, of=f"{self._total:,}")
        self.shown.setText(told if left else "")

    def say_nothing(self) -> None:
        """Nothing is looked at."""
        self._wanted = None
        self.title.setText("")
        for part in (self.among, self.figures, self.shown):
            part.setText("")
        self.more.setText(_("Stand on a cell: what was said behind it is shown here."))
        self.list.show_talk(())

    def set_looks(self, looks: Mapping[CodeId, Look]) -> None:
        """Give every code its look."""
        self.list.painter.looks = looks
        self.list.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.list.set_theme(theme)
        self.back.set_theme(theme)

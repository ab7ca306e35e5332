"""The excerpt page: what was said under which codes, by whom, how widely, and where."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.excerpt_choices import ExcerptChoices, excerpt_choices
from qualcoder_nhs.queries.excerpts import ExcerptFilter, excerpt_book
from qualcoder_nhs.ui.excerpts.excerpt_list import ExcerptList
from qualcoder_nhs.ui.excerpts.excerpt_model import MOST_CONTEXT
from qualcoder_nhs.ui.excerpts.export_sheet import AskFile, ExportSheet, context_words
from qualcoder_nhs.ui.excerpts.filter_row import FilterRow
from qualcoder_nhs.ui.excerpts.layer_button import LayerButton
from qualcoder_nhs.ui.excerpts.spread_words import book_words, left_out_words
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.glyphs import is_known_role
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.looks import looks
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import KeyButton, MenuButton
from qualcoder_nhs.ui.widgets.key_hints import key_hints
from qualcoder_nhs.ui.widgets.labels import label
from qualcoder_nhs.ui.widgets.page_header import PageHeader
from qualcoder_nhs.ui.widgets.way_on import NO_TEXTS, NOT_CODED, WayOn
from qualcoder_nhs.ui.working.live import Live


class ExcerptPage(QWidget):
    """Asks for the excerpts that the filter row wants and shows them.

    `jump` carries a transcript and a span; `export_wanted` a filter, a path and the options.
    """

    jump = Signal(object, object)
    export_wanted = Signal(object, object, object)

    def __init__(self, theme: Theme, ask_file: AskFile) -> None:
        super().__init__()
        self._theme, self._ask_file = theme, ask_file
        self._live: Live | None = None
        self._choices: ExcerptChoices | None = None
        self._number, self._stale = 0, True
        self.book: ExcerptBook | None = None
        self._answered, self._export_waits = 0, False
        self.export_action = QAction(_("Export …"), self)
        self.export_action.triggered.connect(self.export)
        self._export = KeyButton(theme, self.export_action)
        self.header = PageHeader(_("Excerpts"), self._export)
        self.filters = FilterRow(theme)
        self.layer = LayerButton(theme)
        self.context = MenuButton(theme, context_words(0))
        self.list = ExcerptList(theme)
        self.way_on = WayOn()
        self.left_out = label("", Size.SMALL, "second")
        self._lay_out()
        for turns in range(MOST_CONTEXT + 1):
            self.context.choices.addAction(context_words(turns), self._opening(turns))
        self.filters.changed.connect(self._ask)
        self.layer.changed.connect(self._ask_anew)
        self.list.jump.connect(self.jump)
        self.setFocusProxy(self.list)
        self._show_book(None)

    def _lay_out(self) -> None:
        on_ground(self, "paper")
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 12, 24, 12)
        bar.setSpacing(16)
        bar.addWidget(self.filters, 1)
        bar.addWidget(self.layer)
        bar.addWidget(self.context)
        self.way_on.setContentsMargins(24, 8, 24, 24)
        self.way_on.setParent(self)  # a stack shows its first page at once, as a window if nobody's
        self._shown = QStackedLayout()
        self._shown.addWidget(self.way_on)
        self._shown.addWidget(self.list)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 6, 24, 6)
        foot.addWidget(self.left_out)
        foot.addStretch(1)
        keys = ((_("Open"), "Enter"), (_("More around"), "→"), (_("To a theme"), "Q"))
        foot.addWidget(key_hints(*keys))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(bar)
        column.addLayout(self._shown, 1)
        column.addLayout(foot)

    # ── for the window that hosts it ─────────────────────────────────────────────────────────

    def attach(self, live: Live | None) -> None:
        """Show the excerpts of this study; of None, nothing."""
        self._live, self._choices, self._stale = live, None, True
        self._number += 1
        self._show_book(None)
        self._follow()

    def refresh(self, changes: Changes) -> None:
        """Something in the study changed; asked again at once, or when the page is seen."""
        del changes
        self._stale = True
        self._follow()

    def show_layer(self, layer: str | None) -> None:
        """Show the excerpts of one layer; of None, of the one that is shown unasked."""
        self.layer.layer, self._stale = layer, True
        self._number += 1
        self._follow()

    def show_code(self, code: CodeId) -> None:
        """Show the excerpts of one code and all beneath it."""
        self.filters.show_code(code)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = self.list.painter.theme = theme
        for part in (self.filters, self.layer, self.context, self._export):
            part.set_theme(theme)
        self.list.painter.forget()
        self._dress()

    # ── asking ───────────────────────────────────────────────────────────────────────────────

    def _follow(self) -> None:
        if self._live is not None and self._stale and self.isVisible():
            self._stale = False
            self._ask_anew()

    def _ask_anew(self) -> None:
        if self._live is not None:
            self._live.ask(self._offer, self, excerpt_choices, self.layer.layer)
            self._ask()

    def _offer(self, choices: ExcerptChoices) -> None:
        self._choices = choices
        if self.layer.offer(choices.layers, choices.layer):
            self._ask_anew()
        if self.filters.offer(choices):
            self._ask()
        self._dress()

    def _ask(self) -> None:
        """Every turn that may be opened around is asked for at once, so that opening is instant."""
        if self._live is None:
            return
        self._number += 1
        self._live.ask(
            self._taking(self._number),
            self,
            excerpt_book,
            self._wanted(MOST_CONTEXT),
        )

    def _wanted(self, context: int) -> ExcerptFilter:
        return replace(self.filters.wanted, layer=self.layer.layer, context=context)

    def _taking(self, number: int) -> Callable[[ExcerptBook], None]:
        def take(book: ExcerptBook) -> None:
            if number == self._number:
                self._answered = number
                self._show_book(book)
                self._export_if_waiting()

        return take

    # ── showing ──────────────────────────────────────────────────────────────────────────────

    def _show_book(self, book: ExcerptBook | None) -> None:
        self.book = book
        found = bool(book and book.excerpts)
        if book is not None and self._choices is not None:
            self.list.show_book(book)
        self._shown.setCurrentIndex(int(found))
        self.header.say(book_words(book) if book else "")
        self.left_out.setText(left_out_words(book) if book else "")
        self._say_why(book)
        self.export_action.setEnabled(found)

    def _say_why(self, book: ExcerptBook | None) -> None:
        """Say why there is none; where nothing is coded at all, the next step is offered."""
        nothing = book is not None and not book.total and not self.filters.code.words
        if nothing and self._live is not None:
            some = self._choices is None or bool(self._choices.transcripts)
            self.way_on.offer(NOT_CODED if some else NO_TEXTS, writable=self._live.study.writable)
        else:
            self.way_on.say(self._nothing_words(book) if book else "")

    def _nothing_words(self, book: ExcerptBook) -> str:
        if book.total:
            return _("No excerpt fits. {}").format(left_out_words(book))
        names = ", ".join(self.filters.code.words)
        if names and not self.filters.beneath.isChecked():
            return _("Nothing is coded with {names} itself; codes beneath are left out.").format(
                names=names
            )
        return _("Nothing is coded with {names} yet.").format(names=names)

    def _dress(self) -> None:
        """Give every code its look, and every other role its shape."""
        if self._choices is not None:
            self.list.painter.looks = looks(self._choices.codebook, self._theme)
            others = (role for role in self._choices.roles if not is_known_role(role))
            self.list.painter.roles = tuple(others)
            self.list.viewport().update()

    def _opening(self, turns: int) -> Callable[[], None]:
        def do() -> None:
            self.context.set_words(context_words(turns))
            self.list.excerpts.set_context(turns)
            self.list.scheduleDelayedItemsLayout()

        return do

    def export(self) -> None:
        """Ask what goes into the file and where to."""
        if self._answered != self._number:
            self._export_waits = True  # what is exported is what is shown, and that is on its way
            return
        if self.book is None:
            return
        chosen = self._wanted(self.list.excerpts.context)
        sheet = ExportSheet(self._theme, self.book, chosen, self._ask_file, self)
        sheet.wanted.connect(self.export_wanted)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _export_if_waiting(self) -> None:
        waits, self._export_waits = self._export_waits, False
        if waits and self.export_action.isEnabled() and self.isVisible():
            self.export()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

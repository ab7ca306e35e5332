"""Links between turns, all of them: as a list, as exchanges, and what is missing or suggested."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from qualcoder_nhs.actions.links import LinkTurns, Unlink
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.link_page import LinkPage, LinkView, link_page
from qualcoder_nhs.ui.file_asking import ask_to_save
from qualcoder_nhs.ui.links.filters import Filters
from qualcoder_nhs.ui.links.painter import LinkPainter
from qualcoder_nhs.ui.links.rows import Row, Rows, of_codes, of_exchanges, of_links, of_suggestions
from qualcoder_nhs.ui.links.told import NO_LINKS_HERE, empty_words, sentence
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.labels import button
from qualcoder_nhs.ui.widgets.page_header import PageHeader
from qualcoder_nhs.ui.widgets.way_on import WayOn
from qualcoder_nhs.ui.working.live import Live

_CONCERNED = ("links", "codings", "codes", "code_sets", "transcripts", "speakers", "participants")


class LinkRows(QListView):
    """The list. `key` bears what is no key of its own."""

    key = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OURS and not event.modifiers():
            self.key.emit(event.key())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


_OURS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Delete,
    Qt.Key.Key_T,
)


class LinksPage(QWidget):
    """Asks for links and shows them. `jump` bears a transcript and a span.

    `export_wanted` bears a file and the filter of the exchanges that shall be written to it.
    """

    jump = Signal(object, object)
    export_wanted = Signal(object, object)

    def __init__(self, live: Live, theme: Theme) -> None:
        super().__init__()
        self._live = live
        self.rows = Rows(self)
        self.list = LinkRows()
        self.painter = LinkPainter(theme, self.rows, self.list)
        self.take = button(_("Take the suggestion (T)"))
        self.remove = button(_("Remove the link (Del)"))
        self.export = button(_("Export exchanges…"))
        self.header = PageHeader(_("Links between turns"), self.take, self.remove, self.export)
        self.filters = Filters(theme, live.layer)
        self.way_on = WayOn()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        on_ground(self, "paper")
        self.list.setModel(self.rows)
        self.list.setItemDelegate(self.painter)
        self.list.setAccessibleName(_("Links"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        head = QVBoxLayout()
        head.setContentsMargins(24, 12, 24, 8)
        head.setSpacing(8)
        head.addWidget(self.filters)
        head.addWidget(self.way_on)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(head)
        whole.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.filters.changed.connect(self.ask)
        self.list.key.connect(self._key)
        self.list.doubleClicked.connect(lambda _index: self._go())
        self.list.selectionModel().currentChanged.connect(self._tell_buttons)
        self.take.clicked.connect(self._take)
        self.remove.clicked.connect(self._remove)
        self.export.clicked.connect(self._ask_to_export)

    # ── for the window that hosts it ─────────────────────────────────────────────────────────

    def refresh(self, changes: Changes) -> None:
        """Look again where what is shown may have changed."""
        if self.isVisible() and any(table in changes for table in _CONCERNED):
            self.ask()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.painter.theme = theme
        self.filters.set_theme(theme)
        self.list.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask()

    # ── asking and showing ───────────────────────────────────────────────────────────────────

    def ask(self) -> None:
        """Look for what is wanted."""
        wish = self.filters.wanted
        self._live.ask(self._show, self, link_page, self._live.coder, self.filters.view, wish)

    def _show(self, page: LinkPage) -> None:
        if page.view is not self.filters.view:
            return  # another list is wanted by now
        self.filters.offer(page)
        at = self.list.currentIndex().row()
        self.rows.put(_rows(page))
        self.header.say(sentence(page))
        self._say_why(page)
        self._choose(at)
        self._tell_buttons()

    def _say_why(self, page: LinkPage) -> None:
        self.way_on.setVisible(not self.rows.rows)
        if page.view in (LinkView.LINKS, LinkView.EXCHANGES):
            self.way_on.offer(NO_LINKS_HERE, writable=self._live.study.writable)
        else:
            self.way_on.say(empty_words(page))

    def _choose(self, at: int) -> None:
        """The row where one was, or the next that is no heading."""
        rows = self.rows.rows
        places = [*range(max(0, at), len(rows)), *range(min(at, len(rows)) - 1, -1, -1)]
        found = next((n for n in places if not rows[n].is_heading), None)
        if found is not None:
            self.list.setCurrentIndex(self.rows.index(found))

    @property
    def current(self) -> Row | None:
        """The row that is looked at."""
        return self.rows.at(self.list.currentIndex())

    def _tell_buttons(self, *_moved: QModelIndex) -> None:
        row, writable = self.current, self._live.study.writable
        self.take.setVisible(self.filters.view is LinkView.SUGGESTIONS)
        self.take.setEnabled(writable and row is not None and row.suggested is not None)
        self.remove.setVisible(self.filters.view is LinkView.LINKS)
        self.remove.setEnabled(writable and row is not None and row.link is not None)
        self.export.setVisible(self.filters.view is LinkView.EXCHANGES)
        self.export.setEnabled(bool(self.rows.rows))

    # ── doing ────────────────────────────────────────────────────────────────────────────────

    def _key(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Delete:
            self._remove()
        elif key == Qt.Key.Key_T:
            self._take()
        else:
            self._go()

    def _go(self) -> None:
        row = self.current
        if row and row.transcript:
            self.jump.emit(row.transcript, row.span)

    def _remove(self) -> None:
        row = self.current
        if row and row.link and self.remove.isEnabled():
            self._live.run(Unlink((row.link,)))

    def _take(self) -> None:
        row = self.current
        if row and row.suggested and row.transcript and self.take.isEnabled():
            one = row.suggested
            pair = (row.transcript, one.turn, one.target, one.kind)
            self._live.run(LinkTurns(*pair, self._live.layer))

    def _ask_to_export(self) -> None:
        kinds = _("Word document (*.docx);;Web page (*.html);;Markdown (*.md);;CSV table (*.csv)")
        study = self._live.study.path
        file = study.with_name(_("{study} exchanges.docx").format(study=study.stem))
        wanted = self.filters.wanted
        ask_to_save(
            self.window(),
            _("Export exchanges"),
            file,
            kinds,
            lambda path: self.export_wanted.emit(path, wanted),
        )


def _rows(page: LinkPage) -> list[Row]:
    if page.book is not None:
        return list(of_exchanges(page.book))
    return [*of_links(page.links), *of_codes(page.alone), *of_suggestions(page.suggested)]

"""The recode queue: what was coded under old words, to be kept or given another code."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QSplitter, QVBoxLayout, QWidget

from qualcoder_nhs.actions.recoding import KeepCodings, Recode
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import N_, _, ngettext
from qualcoder_nhs.queries.recoding import Outdated, RecodeQueue, Reworded, recode_queue
from qualcoder_nhs.queries.round_desk import RoundDesk
from qualcoder_nhs.queries.rounds import RoundBoard
from qualcoder_nhs.ui.agreement.page import RoundPage
from qualcoder_nhs.ui.coding_rows import CodingModel, CodingRow, about_words
from qualcoder_nhs.ui.fonts import Size, transcript_font
from qualcoder_nhs.ui.grounds import on_ground
from qualcoder_nhs.ui.key_button import KeyButton
from qualcoder_nhs.ui.labels import label, opened, opened_label, wrapped
from qualcoder_nhs.ui.live import Live
from qualcoder_nhs.ui.page_header import PageHeader
from qualcoder_nhs.ui.theme import Theme

_WIDTH = 420


_FIELDS = {
    "definition": N_("Definition"),
    "use": N_("Use"),
    "do_not_use": N_("Do not use"),
    "example": N_("Example"),
}


class RecodePage(RoundPage):
    """All of the study, whatever round is chosen: a code means the same everywhere.

    `code_wanted` asks for another code, which comes back through `take_code`; `jump` bears a
    transcript and a span.
    """

    jump = Signal(object, object)
    code_wanted = Signal()

    def __init__(self, live: Live, theme: Theme) -> None:
        super().__init__()
        self._live, self._theme = live, theme
        self.model = CodingModel[Outdated](self)
        self.row = CodingRow(theme, self.model, self)
        self.list = QListView()
        self.keep = self._action(_("Still holds"), "Return", self._keep)
        self.other = self._action(_("Another code …"), "/", self._ask_code)
        self.open = self._action(_("Open in transcript"), "O", self._open)
        self._buttons = [
            KeyButton(theme, self.open),
            KeyButton(theme, self.other),
            KeyButton(theme, self.keep, "primary"),
        ]
        self.header = PageHeader(_("Coded under old words"), *self._buttons)
        self.about, self.words = label("", Size.HEADING), wrapped("")
        self.was, self.now = opened_label("", ""), opened_label("", "")
        self.fixed = wrapped("", Size.SMALL, "second")
        self._lay_out()

    def _action(self, words: str, key: str, act: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(act)
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        on_ground(self, "paper")
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.row)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(_("Codings to look at again"))
        self.list.selectionModel().currentChanged.connect(self._look)
        self.words.setFont(transcript_font(self._theme.text_pixels, self._theme.face))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for part in (self.about, self.words, self.was, self.now, self.fixed):
            column.addWidget(part)
        column.addStretch(1)
        panes = QSplitter()
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self.list)
        panes.addWidget(right)
        panes.setSizes([_WIDTH, _WIDTH])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(panes, 1)
        self.setFocusProxy(self.list)
        self._look(QModelIndex())

    # ── asking and showing ───────────────────────────────────────────────────────────────────

    def show_round(self, desk: RoundDesk, board: RoundBoard) -> None:
        del desk, board
        if self.isVisible():
            self._live.ask(self._show, self, recode_queue)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._live.ask(self._show, self, recode_queue)

    def _show(self, queue: RecodeQueue) -> None:
        row = max(0, self.list.currentIndex().row())
        self.model.put(queue.waiting)
        waiting = len(queue.waiting)
        told = ngettext(
            "{n} coding was made when its code said something else.",
            "{n} codings were made when their code said something else.",
            waiting,
        )
        done = _("{n} looked at since.").format(n=queue.looked_at) if queue.looked_at else ""
        self.header.say(f"{told} {done}".strip())
        self.list.setCurrentIndex(self.model.index(min(row, waiting - 1)))
        self._look(self.list.currentIndex())

    @property
    def current(self) -> Outdated | None:
        """The coding that is looked at."""
        return self.model.at(self.list.currentIndex())

    def _look(self, index: QModelIndex) -> None:
        one = self.model.at(index)
        writable = self._live.study.writable
        self.keep.setEnabled(one is not None and writable)
        self.other.setEnabled(one is not None and writable and not one.fixed)
        self.open.setEnabled(one is not None)
        self.about.setText(about_words(one) if one else "")
        self.words.setText(one.excerpt.words if one else _("Nothing to look at again."))
        self.was.setText(_card(one, _("{field} said:"), lambda words: words.was))
        self.now.setText(_card(one, _("{field} says:"), lambda words: words.now))
        frozen = _("This round has ended: its coding stays, whatever you say of it here.")
        self.fixed.setText(frozen if one and one.fixed else "")

    def set_theme(self, theme: Theme) -> None:
        self._theme = self.row.theme = theme
        self.words.setFont(transcript_font(theme.text_pixels, theme.face))
        self.list.viewport().update()
        for button in self._buttons:
            button.set_theme(theme)

    # ── acting ───────────────────────────────────────────────────────────────────────────────

    def _keep(self) -> None:
        if self.current is not None:
            self._live.run(KeepCodings((self.current.excerpt.coding.id,)))

    def _ask_code(self) -> None:
        self.code_wanted.emit()

    def take_code(self, code: CodeId) -> None:
        """Give the coding that is looked at another code."""
        if self.current is not None:
            self._live.run(Recode(self.current.excerpt.coding.id, code))

    def _open(self) -> None:
        if self.current is not None:
            coding = self.current.excerpt.coding
            self.jump.emit(coding.transcript, coding.span)


def _card(one: Outdated | None, heading: str, words: Callable[[Reworded], str]) -> str:
    """The fields that have changed, a line each, with what they said or say."""
    lines = (
        opened(heading.format(field=_(_FIELDS[each.field])), words(each) or _("nothing"))
        for each in (one.words if one else ())
    )
    return "<br>".join(lines)

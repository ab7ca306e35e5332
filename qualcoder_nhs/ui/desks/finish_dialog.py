"""Before a transcript is called finished: what is left in it, and the ways to look at that."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.finish_check import FinishCheck, Unsettled
from qualcoder_nhs.ui.look.fonts import Size, grown
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

WIDTH, LIST_HEIGHT = 560, 200
_SPAN = Qt.ItemDataRole.UserRole


class FinishDialog(QDialog):
    """`finish` is called when the coder says so, `look` with a place that was picked."""

    def __init__(
        self,
        check: FinishCheck,
        finish: Callable[[], None],
        look: Callable[[Span], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._check, self._finish, self._look = check, finish, look
        title = _("Finish {name}?").format(name=check.name)
        self.setWindowTitle(title)
        self.list = QListWidget()
        self.finish = button(_("Finish {name}").format(name=check.name), "primary")
        self.show_place = button(_("Go there"))
        self.leave = button(_("Not yet"))
        self._lay_out(title)
        self._connect()

    def _lay_out(self, title: str) -> None:
        self.setMinimumWidth(grown(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(title, Size.TITLE))
        for words in checked_words(self._check):
            column.addWidget(wrapped(words))
        self.list.setAccessibleName(_("What is left"))
        self.list.setFixedHeight(grown(LIST_HEIGHT))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for one in (*self._check.holding, *self._check.uncoded):
            item = QListWidgetItem(left_words(one))
            item.setData(_SPAN, one.span)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        some = self.list.count() > 0
        self.list.setVisible(some)
        self.show_place.setVisible(some)
        column.addWidget(self.list)
        column.addWidget(wrapped(meaning_words(self._check), Size.SMALL, "second"))
        foot = QHBoxLayout()
        foot.addWidget(self.show_place)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.finish)
        column.addLayout(foot)

    def _connect(self) -> None:
        for one in (self.show_place, self.leave, self.finish):
            one.setAutoDefault(False)
        # Enter in the list goes to a place, and a list passes the key on to the default button.
        self.finish.setDefault(self.list.count() == 0)
        self.finish.clicked.connect(self._say_finished)
        self.show_place.clicked.connect(self._go)
        self.list.itemActivated.connect(lambda _item: self._go())
        self.leave.clicked.connect(self.reject)

    def _say_finished(self) -> None:
        self.accept()
        self._finish()

    def _go(self) -> None:
        chosen = self.list.currentItem()
        if chosen is not None:
            span: Span = chosen.data(_SPAN)
            self.reject()
            self._look(span)


def checked_words(check: FinishCheck) -> list[str]:
    """What was looked at and found, a sentence each."""
    turns = ngettext("{n} turn", "{n} turns", check.to_code)
    done = check.to_code - len(check.uncoded)
    told = [_("{done} of {turns} carry a code of yours.").format(done=f"{done:,}", turns=turns)]
    if check.holding:
        told.append(
            ngettext(
                "{n} coding has a code that only holds a place until a finer one is chosen.",
                "{n} codings have a code that only holds a place until a finer one is chosen.",
                len(check.holding),
            )
        )
    if check.uncoded:
        told.append(_("A turn without a code is right where there is nothing to code in it."))
    return told


def left_words(one: Unsettled) -> str:
    """A turn without a code, or a code that holds a place, in one line."""
    words = " ".join(one.words.split())
    what = one.code or _("no code")
    return _("t.{turn}  {what}  “{words}”").format(turn=one.turn, what=what, words=words)


def meaning_words(check: FinishCheck) -> str:
    """What it means to finish here."""
    if check.layer == OPEN:
        return _("Finished tells that you read all of it. You can reopen it at any time.")
    told = _(
        "Finished tells that you read all of it for “{round}”; only what is finished is compared. "
        "You can reopen it until the round ends."
    )
    return told.format(round=check.layer_name)

"""Where the questions were asked in one transcript, with suggestions, each beside its way in."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.actions.asking import MarkAsked, MarkNotAsked, Unmark
from qualcoder_nhs.domain.guide import Asked
from qualcoder_nhs.domain.ids import AskingId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.guide_page import GuideRoom, Mark, QuestionThere, Suggested
from qualcoder_nhs.ui.look.fonts import Size, grown
from qualcoder_nhs.ui.look.grounds import on_ground, rule
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

_NAME_WIDTH = 40
_LONGEST = 170


class CourseView(QScrollArea):
    """`jump` bears the number of a turn to be seen among its words."""

    action_wanted = Signal(object)
    jump = Signal(int)

    def __init__(self, *, writable: bool) -> None:
        super().__init__()
        self._writable = writable
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Where the questions were asked"))

    def put(self, room: GuideRoom) -> None:
        """Show one transcript, standing where one stood."""
        here = self.verticalScrollBar().value()
        page = QWidget()
        on_ground(page, "paper")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(6)
        for one in room.questions:
            self._add_question(column, room, one)
            column.addWidget(rule())
        for mark in room.none_open:
            column.addLayout(self._none_open(mark))
        column.addStretch(1)
        self.setWidget(page)
        self.verticalScrollBar().setValue(here)

    def _add_question(self, column: QVBoxLayout, room: GuideRoom, one: QuestionThere) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        name = label(one.question.name, Size.LABEL)
        name.setFixedWidth(grown(_NAME_WIDTH))
        row.addWidget(name)
        for mark in one.marks:
            row.addWidget(self._turns(mark))
            row.addWidget(self._take_back(mark.asking, one.question.name))
        if one.asked is not Asked.ASKED:
            look = "warning" if one.asked is Asked.UNKNOWN else "second"
            row.addWidget(label(_(one.asked.value), look=look))
        row.addStretch(1)
        if one.asked is Asked.UNKNOWN:
            missing = MarkNotAsked(room.transcript, one.question.id)
            row.addWidget(self._button(_("Not asked here"), lambda: self._wish(missing)))
        elif one.missing:
            row.addWidget(self._take_back(one.missing, one.question.name))
        column.addLayout(row)
        for suggested in one.suggested:
            column.addLayout(self._suggestion(room, one, suggested))

    def _suggestion(self, room: GuideRoom, one: QuestionThere, found: Suggested) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(grown(_NAME_WIDTH) + 8, 0, 0, 0)
        row.setSpacing(8)
        turn = self._button(f"t.{found.turn}", lambda: self.jump.emit(found.turn), "flat")
        row.addWidget(turn, 0, Qt.AlignmentFlag.AlignTop)
        words = " ".join(found.words.split())
        words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        said = _("“{words}” (alike: {shared})").format(words=words, shared=", ".join(found.shared))
        row.addWidget(wrapped(said, Size.SMALL, "second"), 1)
        take = MarkAsked(room.transcript, one.question.id, found.turn)
        made = self._button(_("Take"), lambda: self._wish(take))
        told = _("Take: {name} is asked at turn {turn}")
        made.setAccessibleName(told.format(name=one.question.name, turn=found.turn))
        row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _none_open(self, mark: Mark) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(_("No question open"), look="second"))
        row.addWidget(self._turns(mark))
        row.addWidget(self._take_back(mark.asking, _("no question")))
        row.addStretch(1)
        return row

    def _turns(self, mark: Mark) -> QPushButton:
        words = f"t.{mark.turn}–{mark.last}" if mark.last > mark.turn else f"t.{mark.turn}"
        return self._button(words, lambda: self.jump.emit(mark.turn), "flat", always=True)

    def _take_back(self, mark: AskingId, name: str) -> QPushButton:
        made = self._button(_("Take back"), lambda: self._wish(Unmark(mark)), "flat")
        made.setAccessibleName(_("Take back the mark of {name}").format(name=name))
        return made

    def _button(
        self, words: str, act: Callable[[], object], look: str = "", *, always: bool = False
    ) -> QPushButton:
        made = button(words, look, Size.SMALL)
        made.clicked.connect(lambda _on: act())
        made.setEnabled(self._writable or always)
        return made

    def _wish(self, action: object) -> None:
        self.action_wanted.emit(action)

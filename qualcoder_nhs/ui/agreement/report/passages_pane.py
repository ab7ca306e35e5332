"""The words behind a figure, at the right of the report: one passage opened, the others listed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qualcoder_nhs.analysis.agreement.behind import Behind
from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.agreement_passages import AgreementPassage, PassagesBehind
from qualcoder_nhs.queries.disputed import Sought
from qualcoder_nhs.ui.agreement.report.passage_card import PassageCard
from qualcoder_nhs.ui.agreement.report.passage_list import PassageList
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import KeyButton
from qualcoder_nhs.ui.widgets.key_hints import key_hints
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped


@dataclass(frozen=True)
class About:
    """What the pane is about, in words, and what is to be asked for it."""

    title: str
    asked: Behind


class PassagesPane(QWidget):
    """`asked` bears what is wanted; the page answers with `show_passages`.

    `queue_wanted` bears what is to be found in the queue; only a round has one, see `in_round`.
    """

    asked = Signal(object)
    jump = Signal(object, object)
    queue_wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        on_ground(self, "side", "left")
        self._looks: Mapping[CodeId, Look] = {}
        self._about: About | None = None
        self._total = 0
        self.in_round = False
        self.title, self.sentence = wrapped("", Size.HEADING), label("", Size.SMALL, "second")
        self.differing, self.agreed = _pill(_("They differ")), _pill(_("They agree"))
        self.differing.setChecked(True)
        self.card, self.list = PassageCard(theme), PassageList(theme)
        self.nothing = wrapped("", Size.BODY, "second")
        self.back_action = QAction(_("Table"), self)
        self.back_action.setShortcut("Esc")
        self.back_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.back_action.triggered.connect(self.left)
        self.addAction(self.back_action)
        self.back = KeyButton(theme, self.back_action)
        self._lay_out()
        self.differing.clicked.connect(lambda: self._turn(agreed=False))
        self.agreed.clicked.connect(lambda: self._turn(agreed=True))
        self.list.looked_at.connect(self._look_at)
        self.list.jump.connect(self.jump)
        self.card.jump_wanted.connect(self._jump)
        self.card.queue_wanted.connect(self._go_to_queue)
        self.addAction(self.card.queue_action)
        self.setFocusProxy(self.list)
        self.show_nothing(_("Stand on a row: the passages behind it are shown here."))

    def _lay_out(self) -> None:
        pills = QHBoxLayout()
        pills.setSpacing(4)
        pills.addWidget(self.differing)
        pills.addWidget(self.agreed)
        pills.addStretch(1)
        self._pills = QWidget()
        self._pills.setLayout(pills)
        pills.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        for part in (self.title, self.sentence, self._pills, self.card):
            column.addWidget(part)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.list, 1)
        hints = ((_("Next"), "J"), (_("Before"), "K"))
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(key_hints(*hints))
        foot.addStretch(1)
        column.addLayout(foot)

    # ── values in ────────────────────────────────────────────────────────────────────────────

    def be_about(self, about: About) -> None:
        """Ask for the passages behind something else."""
        self._about = about
        self.title.setText(about.title)
        self._ask()

    def show_passages(self, found: PassagesBehind) -> None:
        """Show the answer, unless something else was asked for since."""
        if self._about is None or found.asked != self._wanted:
            return
        self._total = found.total
        self.list.rows.put(found.passages)
        self.sentence.setText(self._sentence(found))
        self._show_whether_any(on=bool(found.passages))
        if found.passages:
            self.list.setCurrentIndex(self.list.rows.index(0))
        else:
            self.nothing.setText(self._why_nothing())

    def show_nothing(self, words: str) -> None:
        """There is nothing to look at, and why."""
        self._about = None
        self.title.setText("")
        self.sentence.setText("")
        self.list.rows.put(())
        self.nothing.setText(words)
        self._show_whether_any(on=False)
        self._pills.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.card.set_theme(theme)
        self.back.set_theme(theme)
        self.list.painter.theme = theme
        self.list.viewport().update()

    def set_looks(self, looks: Mapping[CodeId, Look]) -> None:
        """Give every code its look, in the passage that is shown as well."""
        self._looks = looks
        if self.list.current is not None:
            self._look_at(self.list.current)

    # ── what follows ─────────────────────────────────────────────────────────────────────────

    @property
    def _wanted(self) -> Behind | None:
        if self._about is None:
            return None
        return replace(self._about.asked, agreed=self.agreed.isChecked())

    def _ask(self) -> None:
        self._pills.show()
        if self._wanted is not None:
            self.asked.emit(self._wanted)

    def _turn(self, *, agreed: bool) -> None:
        self.agreed.setChecked(agreed)
        self.differing.setChecked(not agreed)
        self._ask()

    def _sentence(self, found: PassagesBehind) -> str:
        if found.asked.agreed:
            told = ngettext("{n} passage all agree on", "{n} passages all agree on", found.total)
        else:
            told = ngettext("{n} disagreement", "{n} disagreements", found.total)
        more = len(found.passages)
        if found.total > more:
            return _("{told}, the {n} longest here").format(told=told, n=more)
        return _("{told}, longest first").format(told=told) if more > 1 else told

    def _why_nothing(self) -> str:
        if self.agreed.isChecked():
            return _("No passage that all who read it coded so.")
        return _("Nothing here on which they differ.")

    def _show_whether_any(self, *, on: bool) -> None:
        for part in (self.card, self.list):
            part.setVisible(on)
        self.nothing.setVisible(not on)

    def _look_at(self, passage: AgreementPassage) -> None:
        place = _("{n} of {total}").format(
            n=self.list.currentIndex().row() + 1, total=f"{self._total:,}"
        )
        self.card.show_passage(passage, self._looks, place)
        self.card.offer_queue(on=self.in_round and passage.of.of.kind is not Kind.EXACT)

    def _jump(self) -> None:
        passage = self.list.current
        if passage is not None:
            self.jump.emit(passage.transcript, passage.span)

    def _go_to_queue(self) -> None:
        if self.list.current is not None:
            self.queue_wanted.emit(_sought(self.list.current))


def _sought(passage: AgreementPassage) -> Sought:
    return Sought(passage.transcript, passage.span, passage.of.of.code)


def _pill(words: str) -> QPushButton:
    made = button(words, "pill", Size.SMALL)
    made.setCheckable(True)
    return made

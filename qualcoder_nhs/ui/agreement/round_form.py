"""The form for a new round: all that is declared, on one page, before anybody codes."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QScrollArea, QVBoxLayout, QWidget

from qualcoder_nhs.domain.ids import CoderId, QuestionId, TranscriptId
from qualcoder_nhs.domain.rounds import Measure, Unit
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.round_desk import RoundMaterial
from qualcoder_nhs.ui.agreement.form_parts import Choice, Field, Ticks, field, line, row
from qualcoder_nhs.ui.agreement.round_wish import RoundWish, codebook_words
from qualcoder_nhs.ui.agreement.round_words import MEASURES, UNITS
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.tokens import CONTROL_HEIGHT
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped
from qualcoder_nhs.ui.widgets.page_header import PageHeader

WIDTH, SHORT, NAME = 760, 90, 320


class RoundForm(QWidget):
    """`begun` bears what was filled in, once nothing is wrong with it; `left` that it was left.

    What is wrong is said beside a field as soon as it was touched, and of all on *Begin*.
    """

    begun = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.material: RoundMaterial | None = None
        self._touched: set[str] = set()
        self.name, self.newcomer = line(NAME), line(NAME)
        self.share, self.seed = line(SHORT, "20"), line(SHORT, "1")
        self.least = line(SHORT, "0.667")
        self.drawing = QWidget()
        self.questions: Ticks[QuestionId] = Ticks(_("Only turns of these questions"))
        self.by_question = QCheckBox(_("The same share of the turns of each question"))
        self.coders: Ticks[CoderId | str] = Ticks(_("Who codes"))
        self.transcripts: Ticks[TranscriptId] = Ticks(_("Transcripts"))
        self.extent: Choice[bool] = Choice(
            _("How much"),
            [
                (False, _("All turns that participants speak")),
                (True, _("A share of these turns, drawn")),
            ],
            down=True,
        )
        self.unit: Choice[Unit] = Choice(_("Unit"), [(one, _(told)) for one, told in UNITS.items()])
        self.measure = _measures()
        self.blind: Choice[bool] = Choice(
            _("Blind or open"),
            [
                (True, _("Blind: nobody sees anybody else’s codings until you open the round")),
                (False, _("Open: everybody sees everybody’s codings")),
            ],
            down=True,
        )
        self.turns, self.codebook = wrapped("", Size.SMALL, "second"), wrapped("")
        self.add = button(_("Add coder"))
        self.begin = button(_("Begin the round"), "primary")
        self.leave = button(_("Leave it"))
        self.header = PageHeader(_("A new round"), self.leave, self.begin)
        self.header.say(_("What is said here stays as it is while the round is coded."))
        self.fields = self._made_fields()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.name)

    # ── laying out ───────────────────────────────────────────────────────────────────────────

    def _made_fields(self) -> dict[str, Field]:
        return {
            "name": field(_("Name"), self.name),
            "coders": field(_("Who codes"), self.coders, row(self.newcomer, self.add)),
            "transcripts": field(_("What is coded"), self.transcripts),
            "questions": field(_("Only these questions; all where none is ticked"), self.questions),
            "sample": field(_("How much of it"), self.extent, self._sample_row(), self.turns),
            "unit": field(_("Unit that agreement is counted on"), self.unit),
            "criterion": field(
                _("What the team calls enough"),
                row(self.measure, label(_("at least")), self.least),
            ),
            "blind": field(_("Who sees what"), self.blind),
            "codebook": field(_("Codebook"), self.codebook),
        }

    def _sample_row(self) -> QWidget:
        words = label(_("% of each transcript, drawn by the seed"))
        drawing = QVBoxLayout(self.drawing)
        drawing.setContentsMargins(24, 0, 0, 0)
        drawing.addLayout(row(self.share, words, self.seed))
        drawing.addWidget(self.by_question)
        self.by_question.setFont(chrome_font())
        return self.drawing

    def _lay_out(self) -> None:
        on_ground(self, "paper")
        names = {
            self.name: _("Name of the round"),
            self.newcomer: _("Name or initials of another coder"),
            self.share: _("Share of the turns, in percent"),
            self.seed: _("Seed"),
            self.least: _("Enough is at least"),
            self.measure: _("Figure that must be reached"),
        }
        for part, words in names.items():
            part.setAccessibleName(words)
        self.newcomer.setPlaceholderText(_("Name or initials of another"))
        inside = QWidget()
        on_ground(inside, "paper")
        inside.setMaximumWidth(grown(WIDTH))
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 8, 24, 24)
        column.setSpacing(0)
        for part in self.fields.values():
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(_("A new round"))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(scroll, 1)

    def _connect(self) -> None:
        self.name.textChanged.connect(lambda _words: self._touch("name"))
        for part in (self.share, self.seed):
            part.textChanged.connect(lambda _words: self._touch("sample"))
        self.least.textChanged.connect(lambda _words: self._touch("criterion"))
        self.measure.currentIndexChanged.connect(lambda _at: self._touch("criterion"))
        self.coders.changed.connect(lambda: self._touch("coders"))
        self.transcripts.changed.connect(lambda: self._touch("transcripts"))
        self.extent.changed.connect(lambda: self._touch("sample"))
        self.questions.changed.connect(lambda: self._touch("transcripts"))
        self.by_question.toggled.connect(lambda _on: self._touch("sample"))
        self.add.clicked.connect(self._add_coder)
        self.newcomer.returnPressed.connect(self._add_coder)
        self.begin.clicked.connect(self._begin)
        self.leave.clicked.connect(self.left)

    # ── values in and out ────────────────────────────────────────────────────────────────────

    def offer(self, material: RoundMaterial) -> None:
        """Begin afresh with what there is to make a round of."""
        self.material = material
        self.name.setText(_proposed_name(material))
        self.coders.clear()
        self.transcripts.clear()
        for coder in material.coders:
            self.coders.add(coder.id, coder.name)
        for one, name in material.transcripts.items():
            turns = ngettext("{n} turn", "{n} turns", len(material.turns[one]))
            self.transcripts.add(one, f"{name} ({turns})")
        self.questions.clear()
        for question in material.questions:
            self.questions.add(question.id, question.name, ticked=False)
            self.questions.boxes[question.id].setToolTip(question.text)
        self.fields["questions"].setVisible(bool(material.questions))
        self.by_question.setVisible(bool(material.questions))
        self.by_question.setChecked(False)
        self.extent.choose(False)  # noqa: FBT003  (a value, not a switch)
        self.codebook.setText(codebook_words(material))
        self._touched.clear()
        self._follow()
        self._order_keys()
        self.name.selectAll()

    @property
    def wish(self) -> RoundWish:
        """What is filled in now."""
        known = {coder.id for coder in self.material.coders} if self.material else set()
        ticked = self.coders.ticked
        return RoundWish(
            self.name.text(),
            tuple(CoderId(one) for one in ticked if one in known),
            tuple(one for one in ticked if one not in known),
            self.transcripts.ticked,
            self.share.text() if self.extent.value else None,
            self.seed.text(),
            self.unit.value,
            self._measure,
            self.least.text(),
            self.blind.value,
            self.by_question.isChecked(),
            self.questions.ticked,
        )

    @property
    def _measure(self) -> Measure | None:
        """By its place: Qt would give a plain string back for it."""
        at = self.measure.currentIndex()
        return tuple(Measure)[at] if at < len(Measure) else None

    # ── what follows ─────────────────────────────────────────────────────────────────────────

    def _touch(self, field: str) -> None:
        self._touched.add(field)
        self._follow()

    def _follow(self) -> None:
        """Say what is wrong where something was filled in, and which turns are coded."""
        if self.material is None:
            return
        wish = self.wish
        problems = wish.problems(self.material)
        for name, part in self.fields.items():
            part.tell(problems.get(name, "") if name in self._touched else "")
        self.turns.setText(wish.turns_words(self.material))
        self.drawing.setVisible(self.extent.value)
        self.least.setEnabled(wish.measure is not None)
        several = len(wish.coders) + len(wish.newcomers) > 1
        self.fields["coders"].hint.setText(
            "" if several else _("Agreement needs two coders on the same turns.")
        )
        self.fields["coders"].hint.setVisible(not several)

    def _order_keys(self) -> None:
        """Tab goes down the page, through boxes that came later too."""
        down: list[QWidget] = [self.name, *self.coders.boxes.values(), self.newcomer, self.add]
        down += [*self.transcripts.boxes.values(), *self.questions.boxes.values()]
        down += [self.extent.group.buttons()[0]]
        for one, following in pairwise(down):
            QWidget.setTabOrder(one, following)

    def _add_coder(self) -> None:
        """Another coder; one who is known already is only ticked."""
        name = " ".join(self.newcomer.text().split())
        self.newcomer.clear()
        if not name or self.material is None:
            return
        known = next((one.id for one in self.material.coders if one.name == name), name)
        if known in self.coders.boxes:
            self.coders.boxes[known].setChecked(True)
        else:
            self.coders.add(known, name)
            self._order_keys()
        self._touch("coders")

    def _begin(self) -> None:
        if self.material is None:
            return
        self._touched = set(self.fields)
        self._follow()
        problems = self.wish.problems(self.material)
        if not problems:
            self.begun.emit(self.wish.action())
            return
        first = next(name for name in self.fields if name in problems)
        places = {"name": self.name, "sample": self.share, "criterion": self.least}
        places.get(first, self.newcomer).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _measures() -> QComboBox:
    box = QComboBox()
    box.setFont(chrome_font())
    box.setMinimumHeight(CONTROL_HEIGHT)
    box.view().setAccessibleName(_("Figures"))
    for measure in Measure:
        box.addItem(_(MEASURES[measure]))
    box.addItem(_("None: the team sets no criterion"))
    return box


def _proposed_name(material: RoundMaterial) -> str:
    """`Pilot` for the first round, then `Round 2` and so on."""
    number = len(material.taken) + 1
    names = [_("Pilot")] if number == 1 else []
    names += [_("Round {n}").format(n=n) for n in range(number, 2 * number + 2)]
    return next(name for name in names if name not in material.taken)

"""Writing a proposition: its words, the question it is about, the codes that take a side."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from qualcoder_nhs.domain.ids import CodeId, QuestionId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.table_choices import TableChoices
from qualcoder_nhs.ui.analyse.option_row import code_picks
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, transcript_font
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped
from qualcoder_nhs.ui.widgets.pick_button import PickButton


@dataclass(frozen=True)
class Proposed:
    """What stands in the form."""

    question: QuestionId | None = None
    text: str = ""
    codes_for: tuple[CodeId, ...] = ()
    codes_against: tuple[CodeId, ...] = ()


class PropositionForm(QDialog):
    """`then` gets what was written when it is kept; Esc leaves everything as it is."""

    def __init__(
        self,
        theme: Theme,
        choices: TableChoices,
        before: Proposed,
        then: Callable[[Proposed], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Proposition"))
        self.resize(480, 300)
        self._book, self._then = choices.codebook, then
        self.words = QPlainTextEdit(before.text)
        self.words.setFont(transcript_font(15))
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(_("What people may agree with"))
        self.question = QComboBox()
        self.question.setFont(chrome_font())
        self.question.setAccessibleName(_("Question"))
        self.question.addItem(_("All talk"), None)
        for one in choices.questions:
            self.question.addItem(f"{one.name}  {one.text}", one.id)
        self.question.setCurrentIndex(max(0, self.question.findData(before.question)))
        self.held = self._codes(theme, choices, _("Codes for it"), before.codes_for)
        self.against = self._codes(theme, choices, _("Codes against it"), before.codes_against)
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.keep)

    def _codes(
        self, theme: Theme, choices: TableChoices, words: str, ticked: tuple[CodeId, ...]
    ) -> PickButton:
        made = PickButton(theme, words, _("none"))
        made.offer(list(code_picks(choices)))
        book = choices.codebook
        made.picks.tick(*(book[code].slug for code in ticked if code in book.by_id))
        return made

    def _lay_out(self) -> None:
        keep = button(_("Keep"), "primary")
        keep.clicked.connect(self.keep)
        foot = QHBoxLayout()
        foot.addWidget(label(_("Ctrl Enter keeps it; Esc leaves it."), Size.SMALL, "quiet"), 1)
        foot.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(wrapped(_("What people may agree or disagree with"), Size.HEADING))
        column.addWidget(self.words, 1)
        for part in (self.question, self.held, self.against):
            column.addWidget(part)
        column.addLayout(foot)
        self.words.setFocus()

    def keep(self) -> None:
        """Hand over what stands here."""
        made = Proposed(
            self.question.currentData(),
            self.words.toPlainText(),
            self._ticked(self.held),
            self._ticked(self.against),
        )
        if made.text.strip():
            self._then(made)
            self.accept()

    def _ticked(self, chosen: PickButton) -> tuple[CodeId, ...]:
        picked = (one for one in chosen.picks.picks if one.value in chosen.picks.ticked)
        return tuple(self._book.find(str(one.value)).id for one in picked)

"""The filter row: code, transcript, speaker, role, coder and flag, each a button with a list."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.ids import CodeId, CoderId, TranscriptId
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.queries.excerpt_choices import ExcerptChoices
from qualcoder_nhs.queries.excerpts import ExcerptFilter
from qualcoder_nhs.ui.look.fonts import chrome_font
from qualcoder_nhs.ui.look.glyphs import FLAG_WORDS
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.flow import Flow
from qualcoder_nhs.ui.widgets.pick_button import PickButton
from qualcoder_nhs.ui.widgets.pick_model import Pick

_BUTTONS = (
    (N_("Code"), N_("all")),
    (N_("Transcript"), N_("all")),
    (N_("Speaker"), N_("anyone")),
    (N_("Role"), N_("any")),
    (N_("Coder"), N_("all")),
    (N_("Flag"), N_("any or none")),
)


class FilterRow(QWidget):
    """What is wanted; `changed` when somebody wants something else."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        made = [PickButton(theme, _(what), _(nothing)) for what, nothing in _BUTTONS]
        self.code, self.transcript, self.speaker, self.role, self.coder, self.flag = made
        self.buttons = made
        self.beneath = QCheckBox(_("with all beneath"))
        self.beneath.setFont(chrome_font())
        self.beneath.setChecked(True)
        self.beneath.toggled.connect(lambda _on: self.changed.emit())
        self.flag.offer([Pick(flag, _(words)) for flag, words in FLAG_WORDS.items()])
        row = Flow(self, 8)
        for one in made:
            one.picked.connect(self.changed)
            row.addWidget(one)
            if one is self.code:
                row.addWidget(self.beneath)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for one in self.buttons:
            one.set_theme(theme)

    def offer(self, choices: ExcerptChoices) -> bool:
        """Offer what the study has now; tell whether the filter changed by what went."""
        gone = [
            self.code.offer(list(_codes(choices))),
            self.transcript.offer([Pick(*one) for one in choices.transcripts.items()]),
            self.speaker.offer([Pick(label, label) for label in choices.labels]),
            self.role.offer([Pick(role, role) for role in choices.roles]),
            self.coder.offer([Pick(*one) for one in choices.coders.items()]),
        ]
        return any(gone)

    def show_code(self, code: CodeId) -> None:
        """Want this code alone."""
        self.code.picks.tick(code)

    @property
    def wanted(self) -> ExcerptFilter:
        """The filter as it is set, with its words."""
        codes = [pick.value for pick in self.code.picks.picks if pick.value in self._of(self.code)]
        made = ExcerptFilter(
            codes=tuple(cast("list[CodeId]", codes)),
            descendants=self.beneath.isChecked(),
            transcripts=frozenset(cast("set[TranscriptId]", self._of(self.transcript))),
            coders=frozenset(cast("set[CoderId]", self._of(self.coder))),
            labels=frozenset(cast("set[str]", self._of(self.speaker))),
            roles=frozenset(cast("set[str]", self._of(self.role))),
            flags=frozenset(cast("set[Flag]", self._of(self.flag))),
        )
        return replace(made, scope=self._scope())

    def _of(self, one: PickButton) -> set[object]:
        return set(one.picks.ticked)

    def _scope(self) -> str:
        parts = [", ".join(one.words) for one in self.buttons if one.words]
        if self.code.words and not self.beneath.isChecked():
            parts.append(_("without codes beneath"))
        return " · ".join(parts)


def _codes(choices: ExcerptChoices) -> Iterator[Pick]:
    book: Codebook = choices.codebook
    for code in book.walk():
        if not code.archived or choices.codings.get(code.id):
            found_by = f"{book.path(code.id)} {code.slug}"
            count = choices.codings.get(code.id, 0)
            yield Pick(code.id, code.name, book.depth(code.id) - 1, found_by, count)

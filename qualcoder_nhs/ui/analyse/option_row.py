"""The options of a table as a calm row: what is changed often at once, the rest when asked for."""

from collections.abc import Collection, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.table_options import Option, Takes, Value
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.queries.table_choices import TableChoices
from qualcoder_nhs.ui.analyse.controls import (
    Control,
    Number,
    Offered,
    OneOf,
    Several,
    Typed,
    YesNo,
    listed,
)
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.flow import Flow
from qualcoder_nhs.ui.widgets.labels import button
from qualcoder_nhs.ui.widgets.pick_model import Pick

SELDOM = (
    *("rows", "level", "unused", "split-interjections", "coders", "transcripts"),
    *("around", "most", "window", "least"),
)
"""Options that stand behind *More choices*."""

OF_PEOPLE = "attribute"
"""The option that takes attributes of participants only."""

_NOTHING = {
    Takes.QUESTION: N_("all talk"),
    Takes.ATTRIBUTE: N_("nothing"),
    Takes.DIMENSION: N_("role where known"),
    Takes.SHEET: N_("the first written in"),
}


class OptionRow(QWidget):
    """A control for each option; `changed` when somebody wants something else."""

    changed = Signal()

    def __init__(self, theme: Theme, options: Collection[Option]) -> None:
        super().__init__()
        self._options = {one.id: one for one in options}
        self.controls = {one.id: _control(theme, one) for one in options}
        self.more: QPushButton = button(_("More choices"), "flat")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_more)
        self._often, self._seldom = QWidget(), QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        often, seldom = Flow(self._often, 8), Flow(self._seldom, 8)
        for key, control in self.controls.items():
            (seldom if key in SELDOM else often).addWidget(control)
            control.chosen.connect(partial(self._tell, key))
        often.addWidget(self.more)
        self.more.setVisible(any(key in SELDOM for key in self.controls))
        column.addWidget(self._often)
        column.addWidget(self._seldom)
        self._show_more(on=False)

    def _show_more(self, on: bool) -> None:  # noqa: FBT001  (as Qt's signal has it)
        self._seldom.setVisible(on)
        words = _("Fewer choices") if on else _("More choices")
        self.more.setText(words)
        self.more.setAccessibleName(words)

    def _tell(self, option: str) -> None:
        """An option was answered otherwise."""
        del option
        self.changed.emit()

    @property
    def said(self) -> dict[str, Value]:
        """What is answered to each option."""
        return {key: control.value for key, control in self.controls.items()}

    @property
    def lacks_words(self) -> bool:
        """Whether a word is asked for and none was typed."""
        return "word" in self.controls and self.controls["word"].value is None

    def choose(self, option: str, key: str) -> None:
        """Answer an option that takes one of several."""
        control = self.controls[option]
        if isinstance(control, OneOf):
            control.choose(key)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for control in self.controls.values():
            control.set_theme(theme)

    # ── what there is to choose from ─────────────────────────────────────────────────────────

    def offer(self, choices: TableChoices) -> None:
        """Offer what the study has now; a tick goes with its thing."""
        for key, control in self.controls.items():
            option = self._options[key]
            if isinstance(control, OneOf):
                control.offer(_one_of(option, choices))
                self._stand_on_a_layer(option, control, choices)
            elif isinstance(control, Several):
                control.offer(list(self._several(option, choices)))

    @staticmethod
    def _stand_on_a_layer(option: Option, control: OneOf, choices: TableChoices) -> None:
        """The layer that is shown unasked is named; where there is only one, nothing is asked."""
        if option.takes is Takes.LAYER:
            control.setVisible(len(choices.layers) > 1)
            if control.key not in {layer.id for layer in choices.layers}:
                control.key = ""
            control.stand_on(choices.layer)

    def _several(self, option: Option, choices: TableChoices) -> Iterator[Pick]:
        if option.takes is Takes.CODES:
            yield from code_picks(choices)
        elif option.takes is Takes.CODERS:
            yield from (Pick(name, name) for name in choices.coders.values())
        elif option.takes is Takes.TRANSCRIPTS:
            yield from (Pick(name, name) for name in choices.transcripts.values())
        elif option.takes is Takes.VALUES:
            described = choices.attribute(str(self.said.get("attribute") or ""))
            yield from (Pick(one, one) for one in (described.values if described else ()))


def _control(theme: Theme, option: Option) -> Control:
    if option.takes is Takes.FLAG:
        return YesNo(option)
    if option.takes is Takes.NUMBER:
        return Number(option)
    if option.takes is Takes.WORDS:
        return Typed(option)
    if option.takes.several:
        return Several(theme, option)
    words = _NOTHING.get(option.takes, "")
    nothing = _(words) if words and not option.default else ""
    made = OneOf(theme, option, nothing)
    made.offer(listed(option.choices))
    return made


def _one_of(option: Option, choices: TableChoices) -> Offered:
    people = [one for one in choices.attributes if one.subject is Subject.PARTICIPANT]
    if option.takes is Takes.DIMENSION:
        named = tuple((one.key, one.name) for one in choices.attributes)
        return (*listed(option.choices), *named)
    if option.takes is Takes.ATTRIBUTE:
        whose = people if option.id == OF_PEOPLE else choices.attributes
        return tuple((one.key, one.name) for one in whose)
    if option.takes is Takes.QUESTION:
        return tuple((one.name, f"{one.name}  {one.text}") for one in choices.questions)
    if option.takes is Takes.LAYER:
        return tuple((layer.id, layer.name) for layer in choices.layers)
    if option.takes is Takes.SHEET:
        return (*_parents(choices.codebook), *listed(option.choices))
    return listed(option.choices)


def _parents(book: Codebook) -> Offered:
    """The codes that have others below them, each with its path."""
    some = (code for code in book.walk() if not code.archived and book.children(code.id))
    return tuple((code.slug, book.path(code.id)) for code in some)


def code_picks(choices: TableChoices) -> Iterator[Pick]:
    """The codes in the order of the tree, by slug."""
    book: Codebook = choices.codebook
    for code in book.walk():
        count = choices.codings.get(code.id, 0)
        if count or not code.archived:
            found_by = f"{book.path(code.id)} {code.slug}"
            yield Pick(code.slug, code.name, book.depth(code.id) - 1, found_by, count)

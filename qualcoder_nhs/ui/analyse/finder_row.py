"""The finder's question as a sentence: passages with one thing, and another within some turns."""

from collections.abc import Collection

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from qualcoder_nhs.analysis.tables.presets import PRESETS
from qualcoder_nhs.domain.table_options import Option, Value
from qualcoder_nhs.domain.talk_pattern import TalkPattern
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.table_choices import TableChoices
from qualcoder_nhs.ui.analyse.controls import Number, OneOf
from qualcoder_nhs.ui.analyse.option_row import OptionRow
from qualcoder_nhs.ui.analyse.terms import TermsButton, term_picks
from qualcoder_nhs.ui.flow import Flow
from qualcoder_nhs.ui.fonts import Size, grown
from qualcoder_nhs.ui.labels import label, wrapped
from qualcoder_nhs.ui.theme import Theme

OWN = ("first", "then", "within", "side", "voice")
"""What belongs to the sentence; changing any of it makes the question one's own."""


class FinderRow(OptionRow):
    """A ready question, or one of one's own. `changed` comes when there is a whole one."""

    def __init__(self, theme: Theme, options: Collection[Option]) -> None:
        self.first = TermsButton(theme, _("Passages with"))
        self.then = TermsButton(theme, _("and near them"))
        self.typed = {one: _words_field() for one in ("first", "then")}
        self._ready = True
        self._choices: TableChoices | None = None
        super().__init__(theme, [one for one in options if one.id not in ("first", "then")])
        self.missing = wrapped("", Size.SMALL, "warning")
        self.missing.hide()
        self._put_sentence()
        for part in (self.first, self.then):
            part.chosen.connect(self._be_own)
        for key, field in self.typed.items():
            field.editingFinished.connect(lambda one=key: self._take_words(one))

    def _put_sentence(self) -> None:
        sentence = QWidget()
        row = Flow(sentence, 8)
        within, side, voice = (self.controls[one] for one in OWN[2:])
        for one in (side, voice):
            if isinstance(one, OneOf):
                one.say_bare()
        if isinstance(within, Number):
            within.words.hide()
        parts = (
            label(_("Passages with")), self.first, self.typed["first"],
            label(_("and within")), within, label(_("turns")), side,
            self.then, self.typed["then"], label(_("by")), voice,
        )  # fmt: skip
        for part in parts:
            row.addWidget(part)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, sentence)
            column.insertWidget(2, self.missing)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for button in (self.first, self.then):
            button.set_theme(theme)

    # ── what is wished ───────────────────────────────────────────────────────────────────────

    @property
    def said(self) -> dict[str, Value]:
        own = {} if self._ready else {"first": self.first.value, "then": self.then.value}
        return {**super().said, **own}

    def _tell(self, option: str) -> None:
        if option == "preset":
            self._be_ready()
        elif option in OWN:
            self._be_own()
        else:
            self.changed.emit()

    def _be_ready(self) -> None:
        self._ready = True
        self._show_ready()
        self._say_missing()
        self.changed.emit()

    def _be_own(self) -> None:
        self._ready = False
        if not self._say_missing():
            self.changed.emit()

    def _say_missing(self) -> bool:
        """Say which half of the question is not there yet; tell whether one is."""
        told = ""
        if not self._ready and not self.first.value:
            told = _("Choose what the passages shall have.")
        elif not self._ready and not self.then.value:
            told = _("Choose what shall come near it.")
        self.missing.setText(told)
        self.missing.setVisible(bool(told))
        return bool(told)

    def _take_words(self, half: str) -> None:
        """Words that were typed are terms, and ticked."""
        typed = [one.strip() for one in self.typed[half].text().split(",") if one.strip()]
        if not typed or self._choices is None:
            return
        button = self.first if half == "first" else self.then
        terms = (*button.value, *(f"words:{one}" for one in typed))
        self._offer_terms(button, terms)
        button.take(terms)
        self.typed[half].clear()
        self._be_own()

    # ── what there is to choose from ─────────────────────────────────────────────────────────

    def offer(self, choices: TableChoices) -> None:
        super().offer(choices)
        self._choices = choices
        for button in (self.first, self.then):
            self._offer_terms(button, button.value)
        if self._ready:
            self._show_ready()

    def _offer_terms(self, button: TermsButton, kept: Collection[str]) -> None:
        if self._choices is None:
            return
        ready = [str(one) for each in PRESETS for half in each.patterns for one in half.first]
        picks = list(term_picks(self._choices, (*ready, *kept)))
        if picks != button.picks.picks:
            button.offer(picks)

    def _show_ready(self) -> None:
        """Put a ready question into the sentence, where one sentence can say it."""
        chosen = next(one for one in PRESETS if one.id == self.controls["preset"].value)
        for button, half in ((self.first, _first), (self.then, _then)):
            terms = {str(one) for each in chosen.patterns for one in half(each)}
            button.take(str(one.value) for one in button.picks.picks if one.value in terms)


def _first(one: TalkPattern) -> tuple[object, ...]:
    return one.first


def _then(one: TalkPattern) -> tuple[object, ...]:
    return one.then


def _words_field() -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(_("or words: civil, polite"))
    made.setAccessibleName(_("Words to look for, with commas; * stands for the rest of a word"))
    made.setFixedWidth(grown(170))
    return made

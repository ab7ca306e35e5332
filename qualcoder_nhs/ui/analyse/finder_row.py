"""The finder's question as a form one can read: passages with one thing, and another near it."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from qualcoder_nhs.analysis.tables.presets import PRESETS, Preset
from qualcoder_nhs.domain.table_options import Option, Value
from qualcoder_nhs.domain.talk_pattern import Sign, Sought, TalkPattern
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.table_choices import TableChoices
from qualcoder_nhs.ui.analyse.controls import Number, OneOf
from qualcoder_nhs.ui.analyse.finder_pairs import FinderPairs
from qualcoder_nhs.ui.analyse.option_row import OptionRow
from qualcoder_nhs.ui.analyse.terms import term_picks
from qualcoder_nhs.ui.analyse.terms_field import TermsField
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.flow import Flow
from qualcoder_nhs.ui.widgets.labels import label, wrapped

OWN = ("first", "then", "within", "side", "voice")
"""What belongs to the sentence; changing any of it makes the question one's own."""


class FinderRow(OptionRow):
    """A ready question, or one of one's own. `changed` comes when there is a whole one.

    A ready question of several pairs is shown pair by pair: in one sentence they would be mixed.
    """

    def __init__(self, theme: Theme, options: Collection[Option]) -> None:
        self.first = TermsField(_("Passages with"))
        self.then = TermsField(_("What comes near them"))
        self.pairs, self.sentence = FinderPairs(), QWidget()
        self._ready = True
        self._terms: set[str] = set()
        super().__init__(theme, [one for one in options if one.id not in ("first", "then")])
        self.missing = wrapped("", Size.SMALL, "warning")
        self.missing.hide()
        self._put_sentence()
        self.pairs.picked.connect(self._take_pair)
        for part in (self.first, self.then):
            part.chosen.connect(self._be_own)

    def _put_sentence(self) -> None:
        form = QGridLayout(self.sentence)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(6)
        form.setColumnStretch(1, 1)
        lines = ((_("Passages with"), self.first), (_("and within"), self._between()),
                 (_("any of"), self.then))  # fmt: skip
        for at, (words, part) in enumerate(lines):
            told = label(words, look="second")
            told.setContentsMargins(0, 5, 0, 0)  # on the line of the first chip
            form.addWidget(told, at, 0, Qt.AlignmentFlag.AlignTop)
            form.addWidget(part, at, 1)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            for at, part in enumerate((self.sentence, self.pairs, self.missing)):
                column.insertWidget(1 + at, part)

    def _between(self) -> QWidget:
        """How far away, before or after, and by whom."""
        made = QWidget()
        row = Flow(made, 8)
        within, side, voice = (self.controls[one] for one in OWN[2:])
        for one in (side, voice):
            if isinstance(one, OneOf):
                one.say_bare()
        if isinstance(within, Number):
            within.words.hide()
        for part in (within, label(_("turns")), side, label(_("by")), voice):
            row.addWidget(part)
        return made

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

    def _take_pair(self, one: TalkPattern) -> None:
        """Ask for one pair alone, in the sentence where it can be changed."""
        self._say_pattern(one)
        self._be_own()

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

    # ── what there is to choose from ─────────────────────────────────────────────────────────

    def offer(self, choices: TableChoices) -> None:
        super().offer(choices)
        picks = list(term_picks(choices))
        self._terms = {str(one.value) for one in picks}
        for field in (self.first, self.then):
            field.offer(picks)
        if self._ready:
            self._show_ready()

    def _knows(self, one: Sought) -> bool:
        """Whether the codebook has a code that a ready question looks for."""
        return one.sign is not Sign.CODE or str(one) in self._terms

    @property
    def _preset(self) -> Preset:
        return next(one for one in PRESETS if one.id == self.controls["preset"].value)

    def _show_ready(self) -> None:
        """Put a ready question into the sentence, or its pairs below each other."""
        patterns = self._preset.patterns
        several = len(patterns) > 1
        self.sentence.setVisible(not several)
        self.pairs.setVisible(several)
        if several:
            self.pairs.show_pairs(patterns, self.first.words_of)
        else:
            self._say_pattern(patterns[0])

    def _say_pattern(self, one: TalkPattern) -> None:
        self.first.take(str(each) for each in one.first if self._knows(each))
        self.then.take(str(each) for each in one.then if self._knows(each))
        self.pairs.hide()
        self.sentence.show()

"""The choices of a theme pack, in words: everything that can be said of one before it is saved."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.domain.attributes import FEW_PEOPLE
from qualcoder_nhs.domain.attribution import TEMPLATE
from qualcoder_nhs.domain.ids import CoderId, GroupId
from qualcoder_nhs.domain.theme_pack import Order, ThemePackWish
from qualcoder_nhs.exporters.theme_packs.pack_words import ORDERS
from qualcoder_nhs.i18n import N_, _, ngettext
from qualcoder_nhs.queries.pack_offer import PackOffer
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.labels import label
from qualcoder_nhs.ui.widgets.pick_button import PickButton
from qualcoder_nhs.ui.widgets.pick_model import Pick

K = TypeVar("K")

_PARTS = {
    "memos": N_("Memos and notes"),
    "counts": N_("Counts at a glance"),
    "matrix": N_("Theme × role"),
    "codebook": N_("Appendix: codes used"),
    "audit": N_("Appendix: how this was coded"),
    "references": N_("References such as [FG2 t.41]"),
}
_MOST_CONTEXT = 3


class PackChoices(QWidget):
    """Every choice but the kind of file; `changed` when any of them is another."""

    changed = Signal()

    def __init__(self, offer: PackOffer, layer: str | None, theme: Theme) -> None:
        super().__init__()
        self._layer = layer
        roles = sorted({role for one in offer.pack.themes for role in one.roles})
        self.themes = {one.id: _check(one.name) for one in offer.pack.themes}
        self.roles = {role: _check(role) for role in roles}
        self.groups = _several(theme, _("Groups"), offer.groups)
        self.coders = _several(theme, _("Coders"), offer.coders)
        self.parts = {part: _check(_(words)) for part, words in _PARTS.items()}
        self.roll_up = _check(_("With the codes beneath a code"))
        self.cleaned = _check(_("Lightly cleaned: fillers and false starts become …"), on=False)
        self.context, self.order = QComboBox(), QComboBox()
        for turns in range(_MOST_CONTEXT + 1):
            words = ngettext("{n} turn before and after", "{n} turns before and after", turns)
            self.context.addItem(words if turns else _("Excerpts alone"))
        for one in Order:
            self.order.addItem(_(ORDERS[one]), one)
        self.per_code, self.per_person = _number(0, 999), _number(0, 999)
        self.minimum = _number(1, 99, FEW_PEOPLE)
        self.template = QLineEdit(TEMPLATE)
        self.template.setMinimumWidth(200)
        self.template.setCursorPosition(0)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(40)
        left = _column(_("Themes"), self.themes.values())
        if self.roles:
            _add(left, _("Said by"), self.roles.values())
        left.addStretch(1)
        middle = _column(_("Words"), (self.cleaned, self.roll_up))
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("Order"), self.order),
            (_("Context"), self.context),
            (_("At most for a code"), self.per_code),
            (_("At most for a person"), self.per_person),
            (_("Attribution"), self.template),
            (_("Widen what fewer share than"), self.minimum),
        )
        for words, field in rows:
            field.setFont(chrome_font())
            field.setAccessibleName(words)
            told = label(words)
            told.setBuddy(field)
            form.addRow(told, field)
        middle.addLayout(form)
        middle.addStretch(1)
        right = _column(_("With the excerpts"), self.parts.values())
        _add(right, _("Only from"), (self.groups, self.coders))
        right.addStretch(1)
        for side in (left, middle, right):
            sides.addLayout(side)

    def _listen(self) -> None:
        boxes = (*self.themes.values(), *self.roles.values(), *self.parts.values())
        for box in (*boxes, self.roll_up, self.cleaned):
            box.toggled.connect(lambda _on: self.changed.emit())
        for number in (self.per_code, self.per_person, self.minimum):
            number.valueChanged.connect(lambda _value: self.changed.emit())
        for choice in (self.context, self.order):
            choice.currentIndexChanged.connect(lambda _at: self.changed.emit())
        for several in (self.groups, self.coders):
            several.picked.connect(self.changed)
        self.template.textEdited.connect(lambda _words: self.changed.emit())

    @property
    def wish(self) -> ThemePackWish:
        """What is chosen; all ticked is the same as nothing said."""
        roles = _ticked(self.roles)
        on = {part: box.isChecked() for part, box in self.parts.items()}
        return ThemePackWish(
            themes=tuple(_ticked(self.themes)),
            roll_up=self.roll_up.isChecked(),
            layer=self._layer,
            roles=frozenset() if len(roles) == len(self.roles) else frozenset(roles),
            groups=frozenset(map(GroupId, map(str, self.groups.picks.ticked))),
            coders=frozenset(map(CoderId, map(str, self.coders.picks.ticked))),
            cleaned=self.cleaned.isChecked(),
            context=self.context.currentIndex(),
            order=Order(self.order.currentData()),
            per_code=self.per_code.value(),
            per_person=self.per_person.value(),
            template=self.template.text(),
            minimum=self.minimum.value(),
            memos=on["memos"],
            counts=on["counts"],
            matrix=on["matrix"],
            codebook=on["codebook"],
            audit=on["audit"],
            references=on["references"],
        )


def _ticked(boxes: Mapping[K, QCheckBox]) -> list[K]:
    return [key for key, box in boxes.items() if box.isChecked()]


def _several(theme: Theme, what: str, offered: Sequence[tuple[str, str]]) -> PickButton:
    """A button to tick some of many under it; nothing ticked is all of them."""
    made = PickButton(theme, what, _("all"))
    made.offer([Pick(key, name) for key, name in offered])
    made.setEnabled(len(offered) > 1)
    return made


def _check(words: str, *, on: bool = True) -> QCheckBox:
    box = QCheckBox(words.replace("&", "&&"))
    box.setFont(chrome_font())
    box.setChecked(on)
    return box


def _number(least: int, most: int, value: int = 0) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    if least == 0:
        box.setSpecialValueText(_("no limit"))
    return box


def _column(title: str, parts: Iterable[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    _add(column, title, parts)
    return column


def _add(column: QVBoxLayout, title: str, parts: Iterable[QWidget]) -> None:
    if column.count():
        column.addSpacing(8)
    column.addWidget(label(title, Size.LABEL))
    for part in parts:
        column.addWidget(part)

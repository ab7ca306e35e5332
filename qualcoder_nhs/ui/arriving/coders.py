"""Who each coder of an arriving study is: somebody of their own, or a known one by another name."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.widgets.labels import label

_MOST, _WIDTH = 12, 260


class CoderChoices(QWidget):
    """A row for each coder of the file; hidden where there is nobody to be taken for another."""

    def __init__(self) -> None:
        super().__init__()
        on_ground(self, "paper", "bottom")
        self._form = QFormLayout(self)
        self._form.setContentsMargins(24, 12, 24, 12)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self.choices: dict[str, QComboBox] = {}
        self.hide()

    @property
    def same(self) -> dict[str, str]:
        """The coders who are somebody else, with that name."""
        chosen = {name: box.currentData() for name, box in self.choices.items()}
        return {name: other for name, other in chosen.items() if other != name}

    def offer(self, names: Sequence[str], known: Sequence[str]) -> None:
        """Ask about these coders; the others of the file, and those known here, may be meant."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self.choices.clear()
        listed = list(dict.fromkeys(filter(None, names)))[:_MOST]
        if len({*listed, *known}) > 1:
            for name in listed:
                self._add(name, [one for one in dict.fromkeys([*listed, *known]) if one != name])
        self.setVisible(bool(self.choices))

    def _add(self, name: str, others: Sequence[str]) -> None:
        box = QComboBox()
        box.setFont(chrome_font(Size.BODY))
        box.addItem(_("somebody of their own"), name)
        for other in others:
            box.addItem(_("the same person as {name}").format(name=other), other)
        box.setMinimumWidth(_WIDTH)
        box.setAccessibleName(_("{name} in the file is").format(name=name))
        self.choices[name] = box
        self._form.addRow(label(_("{name} in the file is").format(name=name)), box)

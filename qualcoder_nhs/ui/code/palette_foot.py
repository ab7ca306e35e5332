"""Under the palette's rows: what the marked code is for, a warning, and the keys."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.widgets.keycap import KeyCap
from qualcoder_nhs.ui.widgets.labels import label, opened, opened_label, wrapped

KEY_ROW = 20
_SIDE, _TOP, _BOTTOM, _BETWEEN = 16, 8, 12, 6


class Foot(QFrame):
    """Definition and `do not use` of the marked row, a warning, and the keys that act now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _TOP, _SIDE, _BOTTOM)
        column.setSpacing(_BETWEEN)
        self.definition = opened_label("", "", Size.SMALL)
        self.do_not_use = opened_label("", "", Size.SMALL)
        self.warning = wrapped("", Size.SMALL, "warning")
        self._lines = (self.definition, self.do_not_use, self.warning)
        for line in self._lines:
            column.addWidget(line)
        self.stay = _key(("Shift+Return",), _("apply, stay open"))
        self.recent = _key(("1", "9"), _("recent"))
        self.in_vivo = _key(("Shift+V",), _("in vivo"))
        row = QHBoxLayout()
        row.setSpacing(16)
        for key in (self.stay, self.recent, self.in_vivo):
            row.addWidget(key)
        row.addStretch(1)
        column.addLayout(row)

    def offer(self, *, on_words: bool) -> None:
        """List the keys: some make sense only where words are selected to put codes on."""
        self.stay.setVisible(on_words)
        self.in_vivo.setVisible(on_words)

    def fit(self, width: int) -> None:
        """Be as high as the words are at this width."""
        shown = [line for line in self._lines if line.text()]
        heights = [line.heightForWidth(width - 2 * _SIDE) for line in shown]
        keys = max(KEY_ROW, self.recent.sizeHint().height())
        self.setFixedHeight(sum(heights) + _BETWEEN * len(shown) + keys + _TOP + _BOTTOM)

    def explain(self, code: Code | None, never: str, warning: str) -> None:
        """Say what the code is for and what it is not for."""
        defined = code is not None and bool(code.definition)
        self.definition.setText(opened(code.name, code.definition) if code and defined else "")
        self.do_not_use.setText(opened(_("Do not use"), never) if never else "")
        self.warning.setText(f"▲ {warning}" if warning else "")
        for line in self._lines:
            line.setVisible(bool(line.text()))


def _key(keys: tuple[str, ...], words: str) -> QWidget:
    """Keys, the first and the last of a row of them, and what they do."""
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for at, key in enumerate(keys):
        if at:
            row.addWidget(label("–", Size.LEAST, "quiet"))
        row.addWidget(KeyCap(key))
    row.addWidget(label(words, Size.LEAST, "quiet"))
    return part

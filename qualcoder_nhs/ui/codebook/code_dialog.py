"""A code's full card: every field of it, to read and to write."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.actions.codebook import AllowCode, DescribeCode, RenameCode
from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook, SetKind
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

FIELDS = (
    ("definition", N_("Definition"), 4),
    ("use", N_("Use"), 3),
    ("do_not_use", N_("Do not use"), 3),
    ("example", N_("Example"), 2),
    ("serves", N_("Serves"), 1),
)
"""The written fields with how many lines each shows."""

SET_WORDS = {
    SetKind.EXCLUSIVE: N_("Excludes one another"),
    SetKind.CORE: N_("Core set"),
    SetKind.EVENTS: N_("Events in the group"),
    SetKind.LINKS: N_("Goes with a link"),
    SetKind.TOGETHER: N_("Kept together"),
}

APPLICABLE_WORDS = {
    Applicable.YES: N_("Yes"),
    Applicable.HOLDING: N_("Holding, until a code beneath it is chosen"),
    Applicable.NO: N_("No, it only groups others"),
}


class CodeDialog(QDialog):
    """Shows one code. `then` gets an action for each thing that was changed, when it is kept.

    Leaving keeps, but for the button that says otherwise: Undo takes it back by name.
    """

    def __init__(
        self,
        codebook: Codebook,
        code: Code,
        then: Callable[[Any], None],
        parent: QWidget,
        *,
        writable: bool,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(code.name)
        self.resize(560, 760)
        self._codebook, self._code, self._then = codebook, code, then
        self.name = QLineEdit(code.name)
        self.texts = {field: _text(getattr(code, field), lines) for field, _w, lines in FIELDS}
        self.applicable = _applicable(code)
        self._lay_out(writable=writable)

    def _lay_out(self, *, writable: bool) -> None:
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(24, 20, 24, 12)
        form.setSpacing(10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._add(form, _("Name"), self.name)
        for field, words, _lines in FIELDS:
            self._add(form, _(words), self.texts[field])
        self._add(form, _("May be put on words"), self.applicable)
        for words, told in facts(self._codebook, self._code):
            form.addRow(label(words, Size.SMALL_LABEL), wrapped(told, look="second"))
        scroll = QScrollArea()
        scroll.setAccessibleName(_("Card"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys go to the fields in it
        scroll.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addLayout(self._foot(writable=writable))
        self.name.setReadOnly(not writable)
        for text in self.texts.values():
            text.setReadOnly(not writable)
        self.applicable.setEnabled(writable)
        self.name.setFocus()

    def _add(self, form: QFormLayout, words: str, field: QWidget) -> None:
        heading = label(words, Size.SMALL_LABEL)
        heading.setBuddy(field)
        field.setAccessibleName(words)
        form.addRow(heading, field)

    def _foot(self, *, writable: bool) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        told = _("Ctrl Enter keeps it; so does Esc.") if writable else ""
        foot.addWidget(label(told, Size.SMALL, "quiet"), 1)
        leave = button(_("Leave it") if writable else _("Close"))
        leave.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        foot.addWidget(leave)
        if writable:
            keep = button(_("Keep"), "primary")
            keep.setDefault(True)
            keep.clicked.connect(self.accept)
            QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)
            foot.addWidget(keep)
        return foot

    def reject(self) -> None:
        """Leaving the card by Esc or by closing it loses no word; only *Leave it* does."""
        self.accept()

    def accept(self) -> None:
        """Hand over what was changed."""
        for action in self.changes():
            self._then(action)
        super().accept()

    def changes(self) -> Iterator[RenameCode | DescribeCode | AllowCode]:
        """One action for the name, one for the words, one for how it may be applied."""
        name = " ".join(self.name.text().split())
        if name != self._code.name:
            yield RenameCode(self._code.id, name)
        written = {field: box.toPlainText() for field, box in self.texts.items()}
        changed = {
            field: words for field, words in written.items() if words != getattr(self._code, field)
        }
        if changed:
            yield DescribeCode(self._code.id, **changed)
        applicable = self.applicable.currentData()
        if applicable != self._code.applicable:
            yield AllowCode(self._code.id, Applicable(applicable))


def facts(codebook: Codebook, code: Code) -> Iterator[tuple[str, str]]:
    """What the card shows and is not written here: place, slug, sets and companions."""
    above = codebook.path(code.parent) if code.parent else _("It is a family of its own.")
    yield _("Lies under"), above
    yield _("Slug"), ", ".join((code.slug, *code.aliases))
    yield _("Colour"), code.colour or _("The family’s")
    for group in codebook.sets:
        if code.id in group.members:
            names = ", ".join(
                codebook[member].name for member in group.members if member in codebook.by_id
            )
            yield _(SET_WORDS[group.kind]), f"{group.name}: {names}"
    if code.companions:
        yield _("Expected beside it"), ", ".join(_companions(codebook, code))


def _companions(codebook: Codebook, code: Code) -> Iterator[str]:
    for slug in code.companions:
        known = codebook.by_slug.get(slug)
        yield known.name if known else slug


def _text(words: str, lines: int) -> QPlainTextEdit:
    box = QPlainTextEdit(words)
    box.setTabChangesFocus(True)
    box.setFixedHeight(box.fontMetrics().lineSpacing() * lines + 20)
    return box


def _applicable(code: Code) -> QComboBox:
    box = QComboBox()
    box.view().setAccessibleName(_("May be put on words"))
    for applicable, words in APPLICABLE_WORDS.items():
        box.addItem(_(words), applicable)
    box.setCurrentIndex(list(APPLICABLE_WORDS).index(code.applicable))
    return box

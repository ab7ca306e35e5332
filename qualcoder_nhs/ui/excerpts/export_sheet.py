"""What goes into an exported file, chosen once, with the count that will be in it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.exporters.excerpts.excerpt_format import ExcerptFormat, ExcerptOptions
from qualcoder_nhs.exporters.excerpts.excerpt_formats import EXCERPTS
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.excerpts import ExcerptFilter
from qualcoder_nhs.ui.excerpts.excerpt_model import MOST_CONTEXT
from qualcoder_nhs.ui.excerpts.layer_button import layer_words
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import MenuButton
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

AskFile = Callable[[str, str], Path | None]
"""Asks for a file: the suggested name, and the words of the format; None when nobody wants one."""


class ExportSheet(QDialog):
    """Chooses how the shown excerpts leave. `wanted` carries the filter, the file and the options.

    It writes nothing itself. `ask_file` shows the native dialog.
    """

    wanted = Signal(object, object, object)

    def __init__(
        self,
        theme: Theme,
        book: ExcerptBook,
        chosen: ExcerptFilter,
        ask_file: AskFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._book, self._chosen, self._ask_file = book, chosen, ask_file
        self._turns = chosen.context
        self.setWindowTitle(_("Export excerpts"))
        on_ground(self, "side")
        self.formats = [_radio(one) for one in EXCERPTS]
        self.formats[0].setChecked(True)
        self.context = MenuButton(theme)
        for turns in range(MOST_CONTEXT + 1):
            self.context.choices.addAction(context_words(turns), self._choosing(turns))
        self.memos = _check(_("Memos"))
        self.definitions = _check(_("Definitions of the codes"))
        self.references = _check(_("References such as [FG2 t.41]"))
        self.counts = _check(_("Counts of groups, participants and turns"))
        self.spare = _check(_("Leave out what is flagged as identifying"))
        self.sum = wrapped("", Size.LABEL)
        self.scope = wrapped("", Size.SMALL, "second")
        self.save = button(_("Save as …"), "primary")
        self._lay_out()
        self.spare.toggled.connect(self._count)
        self.save.clicked.connect(self._save)
        self._choose_context(self._turns)
        self._count()

    def _lay_out(self) -> None:
        cancel = button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        cancel.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(_("Export excerpts"), Size.TITLE))
        column.addWidget(self.sum)
        column.addWidget(self.scope)
        sides = QHBoxLayout()
        sides.setSpacing(48)
        checks = (self.memos, self.definitions, self.references, self.counts)
        sides.addLayout(_titled(_("Write a file for"), self.formats))
        sides.addLayout(_titled(_("With the excerpts"), (self.context, *checks)))
        column.addSpacing(8)
        column.addLayout(sides)
        column.addSpacing(8)
        column.addWidget(self.spare)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.save)
        column.addSpacing(8)
        column.addLayout(foot)
        self.save.setDefault(True)

    # ── what is chosen ───────────────────────────────────────────────────────────────────────

    @property
    def format(self) -> ExcerptFormat:
        """The kind of file."""
        chosen = (at for at, radio in enumerate(self.formats) if radio.isChecked())
        return EXCERPTS[next(chosen)]

    @property
    def options(self) -> ExcerptOptions:
        """What stands around the excerpts."""
        return ExcerptOptions(
            context=self._turns > 0,
            memos=self.memos.isChecked(),
            definitions=self.definitions.isChecked(),
            references=self.references.isChecked(),
            counts=self.counts.isChecked(),
        )

    @property
    def filter(self) -> ExcerptFilter:
        """Which excerpts go out."""
        spared = frozenset({Flag.IDENTIFYING}) if self.spare.isChecked() else frozenset()
        return replace(self._chosen, context=self._turns, without=self._chosen.without | spared)

    def _choosing(self, turns: int) -> Callable[[], None]:
        return lambda: self._choose_context(turns)

    def _choose_context(self, turns: int) -> None:
        self._turns = turns
        self.context.set_words(context_words(turns))

    def _count(self) -> None:
        identifying = sum(Flag.IDENTIFYING in one.coding.flags for one in self._book.excerpts)
        leaving = len(self._book.excerpts) - (identifying if self.spare.isChecked() else 0)
        total = ngettext("{n} excerpt", "{n} excerpts", self._book.total)
        self.sum.setText(_("{} of {} will be in the file.").format(f"{leaving:,}", total))
        flagged = ngettext(
            "{n} is flagged as identifying.", "{n} are flagged as identifying.", identifying
        )
        layer = layer_words(self._book.layer)
        parts = [layer, self._chosen.scope, flagged if identifying else ""]
        self.scope.setText(" · ".join(part for part in parts if part))
        self.scope.setVisible(bool(self.scope.text()))
        self.save.setEnabled(leaving > 0)

    def _save(self) -> None:
        suffix = self.format.suffix
        path = self._ask_file(_("Excerpts") + suffix, f"{self.format.name} (*{suffix})")
        if path is None:
            return
        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
        self.wanted.emit(self.filter, path, self.options)
        self.accept()


def context_words(turns: int) -> str:
    """How much stands around each excerpt, as a choice."""
    if not turns:
        return _("Excerpts alone")
    return ngettext("{n} turn before and after", "{n} turns before and after", turns)


def _radio(one: ExcerptFormat) -> QRadioButton:
    radio = QRadioButton(f"{_(one.name)} ({one.suffix})")
    radio.setFont(chrome_font())
    return radio


def _check(words: str) -> QCheckBox:
    box = QCheckBox(words)
    box.setFont(chrome_font())
    box.setChecked(True)
    return box


def _titled(title: str, parts: Iterable[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(label(title, Size.LABEL))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column

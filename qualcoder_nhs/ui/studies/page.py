"""The Study desk: what the study is, who codes in it, and the copies that can be brought back."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.study_card import StudyCard
from qualcoder_nhs.storage.backups import Backup
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground, rule
from qualcoder_nhs.ui.studies.stance_choice import StanceChoice
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

_THING = Qt.ItemDataRole.UserRole
WIDTH = 720


class StudyPage(QScrollArea):
    """`coder_chosen` bears who shall code from now on, `coder_added` a name, `coder_renamed` an id
    and a name; `stance_chosen` a stance; `restore_wanted` the path of a backup; `copy_wanted` a
    wish to save a copy.
    """

    coder_chosen = Signal(str)
    coder_added = Signal(str)
    coder_renamed = Signal(str, str)
    stance_chosen = Signal(object)
    restore_wanted = Signal(object)
    copy_wanted = Signal()

    def __init__(self, path: Path, *, writable: bool) -> None:
        super().__init__()
        self._path, self._writable = path, writable
        self._coders: tuple[Coder, ...] = ()
        self.setAccessibleName(_("Study"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._title, self._about = label("", Size.TITLE), wrapped("", look="second")
        self.coders, self.backups = QListWidget(), QListWidget()
        self.name = QLineEdit()
        self.stance = StanceChoice()
        self.stance.setEnabled(writable)
        self.stance.chosen.connect(self.stance_chosen)
        self._code_as, self._rename = button(_("Code as this one")), button(_("Rename"))
        self._add = button(_("Add"))
        self._restore = button(_("Restore this one…"))
        self._no_backups = wrapped(_("No backups yet."), look="second")
        self.setWidget(self._laid_out())
        for part in (self.name, self._add, self._rename, self._code_as):
            part.setVisible(writable)
        self._connect()

    def _laid_out(self) -> QWidget:
        page, inner = QWidget(), QWidget()
        on_ground(page, "paper")
        inner.setMaximumWidth(WIDTH)
        row = QHBoxLayout(page)
        row.setContentsMargins(32, 24, 32, 24)
        row.addWidget(inner, 1)
        row.addStretch(0)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._about)
        copy = button(_("Save a copy…"))
        copy.clicked.connect(self.copy_wanted)
        column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_stance(column)
        self._add_coders(column)
        self._add_backups(column)
        column.addStretch(1)
        return page

    def _add_stance(self, column: QVBoxLayout) -> None:
        column.addSpacing(16)
        column.addWidget(rule())
        column.addWidget(label(_("Stance"), Size.HEADING))
        told = _(
            "How the team analyses. It changes what is shown unasked, and nothing in the study."
        )
        column.addWidget(wrapped(told, Size.SMALL, "second"))
        column.addWidget(self.stance)

    def _add_coders(self, column: QVBoxLayout) -> None:
        column.addSpacing(16)
        column.addWidget(rule())
        column.addWidget(label(_("Coders"), Size.HEADING))
        told = _("Each coding is marked with its coder. Undo takes back your own steps only.")
        column.addWidget(wrapped(told, Size.SMALL, "second"))
        self.coders.setAccessibleName(_("Coders"))
        self.coders.setFixedHeight(132)
        column.addWidget(self.coders)
        self.name.setAccessibleName(_("Name or initials of a coder"))
        self.name.setPlaceholderText(_("Name or initials"))
        tools = QHBoxLayout()
        tools.addWidget(self._code_as)
        tools.addStretch(1)
        for part in (self.name, self._add, self._rename):
            tools.addWidget(part)
        column.addLayout(tools)

    def _add_backups(self, column: QVBoxLayout) -> None:
        column.addSpacing(16)
        column.addWidget(rule())
        column.addWidget(label(_("Backups"), Size.HEADING))
        told = _(
            "A copy is made when a study is opened that has changed; the newest ten are kept. "
            "Restoring keeps what is there now as a backup, too."
        )
        column.addWidget(wrapped(told, Size.SMALL, "second"))
        self.backups.setAccessibleName(_("Backups"))
        self.backups.setFixedHeight(160)
        column.addWidget(self.backups)
        column.addWidget(self._no_backups)
        column.addWidget(self._restore, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self._code_as.clicked.connect(self._choose_coder)
        self.coders.itemActivated.connect(lambda _item: self._choose_coder())
        self._add.clicked.connect(self._add_coder)
        self.name.returnPressed.connect(self._add_coder)
        self._rename.clicked.connect(self._rename_coder)
        self._restore.clicked.connect(self._wish_restore)
        self.backups.itemActivated.connect(lambda _item: self._wish_restore())

    # ── what is shown ────────────────────────────────────────────────────────────────────────

    def show_card(self, card: StudyCard, now: CoderId) -> None:
        """Show what the study is; `now` is who codes."""
        self._title.setText(card.study.name)
        self._about.setText(_about_words(card, self._path))
        self.stance.show_stance(card.study.stance)
        self._coders = card.coders
        chosen = self._chosen_coder()
        self.coders.clear()
        for coder in card.coders:
            item = QListWidgetItem(_coder_words(coder, card.codings.get(coder.id, 0), now))
            item.setData(_THING, coder.id)
            self.coders.addItem(item)
            if coder.id == (chosen or now):
                self.coders.setCurrentItem(item)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """List the copies that can be brought back, newest first."""
        self.backups.clear()
        for backup in backups:
            item = QListWidgetItem(_backup_words(backup))
            item.setData(_THING, str(backup.path))
            self.backups.addItem(item)
        self.backups.setCurrentRow(0)
        self.backups.setVisible(bool(backups))
        self._restore.setVisible(bool(backups) and self._writable)
        self._no_backups.setVisible(not backups)

    def focus_on(self, what: str) -> None:
        """Give the keys to the `coders` or the `backups`, and bring them into view."""
        part = self.coders if what == "coders" else self.backups
        self.ensureWidgetVisible(part)
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── what is wished ───────────────────────────────────────────────────────────────────────

    def _chosen_coder(self) -> CoderId | None:
        chosen: CoderId | None = _thing(self.coders)
        return chosen

    def _choose_coder(self) -> None:
        coder = self._chosen_coder()
        if coder is not None and self._writable:
            self.coder_chosen.emit(coder)

    def _typed(self) -> str:
        name = " ".join(self.name.text().split())
        self.name.clear()
        return name

    def _add_coder(self) -> None:
        if name := self._typed():
            self.coder_added.emit(name)

    def _rename_coder(self) -> None:
        coder = self._chosen_coder()
        if coder is not None and (name := self._typed()):
            self.coder_renamed.emit(coder, name)

    def _wish_restore(self) -> None:
        backup = _thing(self.backups)
        if backup is not None and self._writable:
            self.restore_wanted.emit(Path(backup))


def _thing(listed: QListWidget) -> Any:
    """What the row the keys stand on is about; None without rows."""
    chosen = listed.selectedItems()
    return chosen[0].data(_THING) if chosen else None


def _about_words(card: StudyCard, path: Path) -> str:
    begun = f"{card.study.created.astimezone():%d %B %Y}"
    parts = (
        ngettext("{n} transcript", "{n} transcripts", card.transcripts),
        ngettext("{n} word", "{n} words", card.words),
        ngettext("{n} code", "{n} codes", card.codes),
        ngettext("{n} coding", "{n} codings", sum(card.codings.values())),
        _("begun on {day}").format(day=begun),
    )
    return " · ".join(parts) + f"\n{path}"


def _coder_words(coder: Coder, codings: int, now: CoderId) -> str:
    made = ngettext("{n} coding", "{n} codings", codings)
    told = f"{coder.name}  ·  {_(coder.role.value)}  ·  {made}"
    return told + "  ·  " + _("coding now") if coder.id == now else told


def _backup_words(backup: Backup) -> str:
    made: datetime = backup.made.astimezone()
    return f"{made:%d %B %Y, %H:%M}  ·  " + _("up to step {number}").format(number=backup.step)

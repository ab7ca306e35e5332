"""The keyboard map: every key there is, made from the tables that the menus are made from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.agreement.queue_keys import IN_QUEUE
from qualcoder_nhs.ui.code.keys import Command, When, commands
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.menu import MENUS, Entry, Needs
from qualcoder_nhs.ui.themes.keys import IN_THEMES
from qualcoder_nhs.ui.widgets.keycap import KeyCap
from qualcoder_nhs.ui.widgets.labels import label, wrapped

COLUMNS = 3


@dataclass(frozen=True)
class Section:
    """Keys that belong together. Each line has words and one key or several."""

    title: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]


_SECTIONS = (
    (N_("In the transcript"), (When.ALWAYS, When.SELECTION)),
    (N_("On a coding"), (When.CODING,)),
    (N_("In the palette"), (When.PALETTE,)),
    (N_("While ends are moved"), (When.ENDS,)),
    (N_("While a turn is linked"), (When.LINKING,)),
)

IN_TREE = (
    (N_("Show or hide in the text"), "Space"),
    (N_("Put on the selected words"), "Return"),
    (N_("Rename"), "F2"),
    (N_("Move up, down"), "Alt+Up"),
    (N_("Move up, down"), "Alt+Down"),
    (N_("Find a code"), "/"),
)
"""The keys of the codebook's tree."""


def sections(entries: Iterable[Entry]) -> Iterator[Section]:
    """The whole map, the transcript first, then the codebook, then the menus."""
    for title, when in _SECTIONS:
        yield Section(_(title), _lines((c.words, c.key) for c in commands(*when)))
    yield Section(_("In the codebook"), _lines(IN_TREE))
    yield Section(_("Among the disagreements"), _lines(IN_QUEUE))
    yield Section(_("On the Themes desk"), _lines(IN_THEMES))
    listed = [entry for entry in entries if entry.key and entry.menu != "code"]
    for menu, words in MENUS:
        lines = _lines((entry.words, entry.key) for entry in listed if entry.menu == menu)
        if lines:
            yield Section(_(words), lines)


def _lines(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """One line for each words, with all its keys."""
    found: dict[str, tuple[str, ...]] = {}
    for words, key in pairs:
        found[_(words)] = (*found.get(_(words), ()), key)
    return tuple(found.items())


def code_entries(without: Iterable[str]) -> Iterator[Entry]:
    """The Code menu: one entry for each command of the desk that no other menu has."""
    seen = set(without)
    for command in commands(When.ALWAYS, When.CODING, When.SELECTION):
        if command.id not in seen:
            seen.add(command.id)
            yield _entry(command)


def _entry(command: Command) -> Entry:
    needs = Needs.TRANSCRIPT | (Needs.WRITING if command.writes else Needs.NOTHING)
    return Entry(f"code:{command.id}", "code", command.words, command.key, needs, shown=True)


class KeysPage(QDialog):
    """The map on a page of its own; Esc leaves it."""

    def __init__(self, entries: Iterable[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard map"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1080, 720)
        page = QWidget()
        on_ground(page, "paper")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(32, 24, 32, 24)
        outer.addWidget(label(_("Keyboard map"), Size.TITLE))
        told = _(
            "Letters act only while the transcript has the keys. With words selected, small "
            "letters find a code and Shift with the letter is the command."
        )
        outer.addWidget(wrapped(told, look="second"))
        outer.addSpacing(8)
        outer.addLayout(_columns(list(sections(entries))))
        outer.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(_("Keyboard map"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)


def _columns(listed: list[Section]) -> QHBoxLayout:
    """The sections in columns of about the same length, in order."""
    row = QHBoxLayout()
    row.setSpacing(32)
    room = sum(len(section.lines) + 2 for section in listed) / COLUMNS
    column, filled = _column(row), 0.0
    for section in listed:
        if filled >= room and row.count() < COLUMNS:
            column.addStretch(1)
            column, filled = _column(row), 0.0
        column.addWidget(label(section.title, Size.LABEL))
        column.addLayout(_table(section))
        column.addSpacing(12)
        filled += len(section.lines) + 2
    column.addStretch(1)
    return row


def _column(row: QHBoxLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    row.addLayout(column, 1)
    return column


def _table(section: Section) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    grid.setVerticalSpacing(4)
    for at, (words, keys) in enumerate(section.lines):
        grid.addWidget(wrapped(words, Size.SMALL, "second"), at, 0)
        caps = QHBoxLayout()
        caps.addStretch(1)
        for key in keys:
            caps.addWidget(KeyCap(key))
        grid.addLayout(caps, at, 1)
    return grid

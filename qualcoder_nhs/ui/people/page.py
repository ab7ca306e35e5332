"""The page of participants: the grid of people or groups, and the attributes beside it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qualcoder_nhs.actions.attributes import DescribeGroups, DescribePeople
from qualcoder_nhs.actions.same_person import MakeOnePerson
from qualcoder_nhs.actions.take_people import PeopleTaken, TakePeople
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.ids import ParticipantId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.importers.tables.people_table import pasted_people
from qualcoder_nhs.queries.people_grid import PeopleGrid, people_grid
from qualcoder_nhs.tasks.take_in import TakePeopleFile
from qualcoder_nhs.ui.file_asking import ask_to_open
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.people.attributes_pane import AttributesPane
from qualcoder_nhs.ui.people.grid_model import Told
from qualcoder_nhs.ui.people.grid_rows import groups_shown, people_shown
from qualcoder_nhs.ui.people.grid_view import GridView
from qualcoder_nhs.ui.people.person_menu import add_own_words, person_menu
from qualcoder_nhs.ui.widgets.labels import button, wrapped
from qualcoder_nhs.ui.widgets.page_header import PageHeader
from qualcoder_nhs.ui.working.live import Live

TABLES = frozenset(
    ("participants", "groups", "speakers", "speaker_participants", "presences", "attributes")
)


class PeoplePage(QWidget):
    """Follows the study while it is seen. `said` bears a line for the status bar.

    `words_wanted` bears the participant whose own words shall leave, and how they are called.
    """

    said = Signal(str)
    words_wanted = Signal(object, str)

    def __init__(self, live: Live, theme: Theme) -> None:
        super().__init__()
        self._live = live
        self._grid: PeopleGrid | None = None
        self._rare_by: tuple[str, ...] | None = None
        self._again: Callable[[tuple[str, ...]], None] | None = None
        self.people, self.groups = button(_("People"), "choice"), button(_("Groups"), "choice")
        self.more = button(_("Of this person …"))
        self.take, self.paste = button(_("Take in a table …")), button(_("Paste"))
        self.listed = button(_("Attributes"), "choice")
        controls = (self.people, self.groups, self.listed)
        self.header = PageHeader(_("Participants"), *controls)
        self.grid = GridView(theme, lambda text: pasted_people(text) is not None)
        self.pane = AttributesPane()
        self.fared, self.offer = wrapped("", Size.SMALL, "second"), button("")
        self._fared = QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        on_ground(self, "paper")
        self.setAccessibleName(_("Participants"))
        for one in (self.people, self.groups, self.listed):
            one.setCheckable(True)
        self.people.setChecked(True)
        told = QHBoxLayout(self._fared)
        told.setContentsMargins(24, 8, 24, 8)
        told.addWidget(self.fared, 1)
        told.addWidget(self.offer)
        self._fared.hide()
        self.pane.hide()
        left = QVBoxLayout()
        left.setContentsMargins(16, 8, 16, 8)
        left.addWidget(self.grid, 1)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for part in (self.more, self.paste, self.take):
            tools.addWidget(part)
        tools.addWidget(_keys(), 1)
        left.addLayout(tools)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._fared)
        column.addLayout(row, 1)
        self.setFocusProxy(self.grid)
        writable = self._live.study.writable
        self.grid.model_.writable = writable
        for part in (self.take, self.paste, self.listed, self.more):
            part.setEnabled(writable)

    def _connect(self) -> None:
        self.people.clicked.connect(lambda: self._choose(Subject.PARTICIPANT))
        self.groups.clicked.connect(lambda: self._choose(Subject.GROUP))
        self.listed.clicked.connect(lambda: self.pane.setVisible(self.listed.isChecked()))
        self.take.clicked.connect(self._ask_for_file)
        self.paste.clicked.connect(self.grid.paste)
        self.more.clicked.connect(self._open_menu)
        self.offer.clicked.connect(self._take_offered)
        self.grid.model_.told.connect(self._describe)
        self.grid.table_pasted.connect(lambda text: self._take_pasted(text, ()))
        self.grid.said.connect(self.said)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self._open_menu())
        self.pane.action_wanted.connect(self._live.run)
        self.pane.together.connect(self._tell_together)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.grid.set_theme(theme)

    # ── what is shown ────────────────────────────────────────────────────────────────────────

    def refresh(self) -> None:
        """Ask anew."""
        self._live.ask(self.show_grid, self, people_grid, self._rare_by)

    def show_grid(self, grid: PeopleGrid) -> None:
        """Show who is in the study."""
        self._grid = grid
        self._show()

    @property
    def subject(self) -> Subject:
        """What the rows are."""
        return Subject.GROUP if self.groups.isChecked() else Subject.PARTICIPANT

    def _choose(self, subject: Subject) -> None:
        self.people.setChecked(subject is Subject.PARTICIPANT)
        self.groups.setChecked(subject is Subject.GROUP)
        self._show()

    def _show(self) -> None:
        grid = self._grid
        if grid is None:
            return
        of_people = self.subject is Subject.PARTICIPANT
        shown = people_shown(grid) if of_people else groups_shown(grid)
        self.grid.model_.put(shown, _("Who") if of_people else _("Group"))
        listed = grid.attributes if of_people else grid.group_attributes
        self.pane.put(self.subject, listed, grid.rare_by)
        self.more.setVisible(of_people)
        self.header.say(_sentence(grid))

    # ── what is wished ───────────────────────────────────────────────────────────────────────

    def _describe(self, told: Told, fared: str) -> None:
        action = DescribePeople if self.subject is Subject.PARTICIPANT else DescribeGroups

        def say(_done: object) -> None:
            if fared:
                self.said.emit(fared)

        if told:
            self._live.run(action(told), say, self)  # type: ignore[arg-type]  # ids are words
        else:
            say(None)

    def _make_one(self, kept: ParticipantId, other: ParticipantId) -> None:
        self._live.run(MakeOnePerson(kept, other), self._tell_gave_way, self)

    def _tell_gave_way(self, gave_way: Mapping[str, str]) -> None:
        """What was known of the other and is not what is known of the one that was kept."""
        names = {one.key: one.name for one in self._grid.attributes} if self._grid else {}
        told = (f"{names.get(key, key)} “{value}”" for key, value in gave_way.items())
        if gave_way:
            words = _("Of the other, this gave way: {values}.")
            self.said.emit(words.format(values=", ".join(told)))

    def _tell_together(self, keys: tuple[str, ...]) -> None:
        self._rare_by = keys
        self.refresh()

    def _open_menu(self) -> None:
        index = self.grid.currentIndex()
        line = self.grid.model_.line(index)
        if self._grid is None or line is None or line.person is None or line.section is None:
            return
        if self._live.study.writable:
            menu = person_menu(
                self, self._grid, line.section, line.person, self._live.run, self._make_one
            )
            menu.addSeparator()
            add_own_words(menu, line.section, line.person, self.words_wanted.emit)
            place = self.grid.visualRect(index).bottomLeft() + QPoint(0, 2)
            menu.popup(self.grid.viewport().mapToGlobal(place))

    # ── tables ───────────────────────────────────────────────────────────────────────────────

    def _ask_for_file(self) -> None:
        kinds = _("Tables (*.csv *.tsv *.xlsx *.xlsm)")
        folder = self._live.study.path.parent
        ask_to_open(self, _("Take in a table"), folder, kinds, self.take_file)

    def take_file(self, file: Path, new: tuple[str, ...] = ()) -> None:
        """Describe people or groups as a file does."""
        self._again = lambda more: self.take_file(file, more)
        self._live.start(TakePeopleFile(file, new), self._tell_fared, self)

    def _take_pasted(self, text: str, new: tuple[str, ...]) -> None:
        table = pasted_people(text)
        if table is not None:
            self._again = lambda more: self._take_pasted(text, more)
            self._live.run(TakePeople(table, new), self._tell_fared, self)

    def _take_offered(self) -> None:
        if self._again and self._offered:
            self._again(self._offered)

    def _tell_fared(self, taken: PeopleTaken) -> None:
        """How a table fared stays to be read until the next one."""
        lines = [
            _("{n} of {rows} rows taken, columns: {columns}.").format(
                n=taken.described, rows=taken.rows, columns=", ".join(taken.columns) or "–"
            )
        ]
        lines += [
            _("Line {line}: {what}").format(line=line, what=words)
            for line, words in taken.problems[:8]
        ]
        if len(taken.problems) > 8:
            lines.append(_("and {n} more").format(n=len(taken.problems) - 8))
        self._offered = taken.offered
        if taken.offered:
            names = ", ".join(taken.offered)
            lines.append(_("No attributes, and not taken: {names}.").format(names=names))
        self.offer.setText(
            ngettext("Make it an attribute", "Make {n} attributes", len(taken.offered))
        )
        self.offer.setVisible(bool(taken.offered))
        self.fared.setText("\n".join(lines))
        self._fared.show()

    _offered: tuple[str, ...] = ()


def _keys() -> QLabel:
    words = _(
        "Type into a cell or press Enter; Del says that it is unknown. Cells copied from a sheet "
        "are pasted with Ctrl V. ▲ marks what fewer than three people share."
    )
    return wrapped(words, Size.SMALL, "quiet")


def _sentence(grid: PeopleGrid) -> str:
    names = {one.key: one.name.lower() for one in grid.attributes}
    groups = sum(one.group is not None for one in grid.sections)
    people = ngettext("{n} person", "{n} people", grid.people)
    told = _("{people} in {groups}").format(
        people=people, groups=ngettext("{n} group", "{n} groups", groups)
    )
    if not grid.few or not grid.rare_by:
        return f"{told}."
    keys = _(" and ").join(names[key] for key in grid.rare_by)
    few = _("{n} whose {keys} few share").format(n=grid.few, keys=keys)
    return f"{told}; ▲ {few}."

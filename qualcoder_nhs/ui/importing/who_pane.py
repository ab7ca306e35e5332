"""The middle of the import page: how labels look, who speaks, and roles for all at once."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.importers.format import Parsed
from qualcoder_nhs.importers.labels import CONVENTIONS
from qualcoder_nhs.ui.importing.cast_painter import label_font
from qualcoder_nhs.ui.importing.cast_table import CastTable
from qualcoder_nhs.ui.importing.choices import numbered, role_for_all
from qualcoder_nhs.ui.importing.evidence import kept, lost, problem_lines, who_speaks
from qualcoder_nhs.ui.importing.file_choice import FileChoice
from qualcoder_nhs.ui.importing.session import Session
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import MenuButton
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped
from qualcoder_nhs.ui.widgets.short_label import ShortLabel

CUE_KINDS = ("captions",)


class WhoPane(QWidget):
    """Who speaks in the chosen file."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        on_ground(self, "paper")
        self._session = session
        self.heading = ShortLabel(Size.HEADING)
        self.sum = label("", Size.SMALL, "second")
        self.look = MenuButton(theme, _("no labels"))
        self.look.setFont(label_font())
        self.share = label("", Size.SMALL, "second")
        self.cues = QCheckBox(_("A caption without a voice is by an unknown speaker"))
        self.table = CastTable(theme, session)
        self.number = button(_("Rename as P1, P2 …"))
        self.roles = MenuButton(theme, _("Role"))
        self.role = QLineEdit()
        self.refused = wrapped("", Size.BODY, "warning")
        self.kept = wrapped("", Size.SMALL, "second")
        self.lost = label("", Size.SMALL, "second")
        self.see = button(_("See what"), "link", Size.SMALL)
        self.problems = wrapped("", Size.SMALL, "second")
        self._lay_out()
        self._connect()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self.look, self.roles, self.table):
            part.set_theme(theme)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(8)
        heading = _row(self.heading, self.sum)
        heading.setStretch(0, 1)
        column.addLayout(heading)
        self._looks = label(_("Labels look like"), Size.SMALL, "second")
        column.addLayout(_row(self._looks, self.look, self.share, None))
        column.addWidget(self.refused)
        column.addWidget(self.cues)
        column.addWidget(self.table, 1)
        column.addLayout(_row(self.number, self.roles, self.role, None))
        column.addWidget(self.kept)
        column.addLayout(_row(self.lost, self.see, None))
        column.addWidget(self.problems)
        column.addStretch(0)

    def _connect(self) -> None:
        self.role.setPlaceholderText(_("Role, such as medical director"))
        self.role.setAccessibleName(_("Role for all participants"))
        self.role.hide()
        self.problems.hide()
        self.number.clicked.connect(lambda: self._change(numbered))
        self.role.returnPressed.connect(lambda: self._give_role(self.role.text()))
        self.see.clicked.connect(self._see)
        self.cues.toggled.connect(self._read_cues)
        self.look.choices.aboutToShow.connect(self._offer_looks)
        self.roles.choices.aboutToShow.connect(self._offer_roles)
        self._session.chosen.connect(self._follow)

    # ── showing ──────────────────────────────────────────────────────────────────────────────

    def _follow(self) -> None:
        file = self._session.file
        parsed = file.understood if file else None
        for part in (self.table, self.number, self.roles):
            part.setVisible(bool(file and file.turns))
        for words in (self._looks, self.look, self.kept, self.sum, self.share):
            words.setVisible(parsed is not None)
        self.refused.setText(file.refused if file else "")
        self.refused.setVisible(bool(self.refused.text()))
        if file is None or parsed is None:
            self._show_nothing(file)
            return
        self.heading.setText(_("Who speaks in {}").format(file.name))
        self.sum.setText(who_speaks(file) if file.turns else _("no speakers found"))
        self._show_reading(file, parsed)
        self.roles.set_words(_role_words(file))
        self.kept.setText(kept(parsed))
        self.lost.setText(lost(parsed))
        self.problems.setText(problem_lines(parsed))
        self.see.setVisible(bool(parsed.problems))
        self.lost.setVisible(bool(parsed.problems))
        self.problems.setVisible(self.problems.isVisible() and bool(parsed.problems))

    def _show_nothing(self, file: FileChoice | None) -> None:
        for part in (self.lost, self.see, self.problems, self.cues, self.role):
            part.hide()
        self.heading.setText(file.path.name if file else "")

    def _show_reading(self, file: FileChoice, parsed: Parsed) -> None:
        asked = dict(CONVENTIONS).get(file.reading.convention or "")
        self.look.set_words(asked or parsed.convention or _("no labels"))
        said = ngettext("in {n} turn", "in {n} turns", len(parsed.turns))
        self.share.setText(said if parsed.turns else _("It can still be coded as one text."))
        self.cues.setVisible(parsed.kind in CUE_KINDS)
        with QSignalBlocker(self.cues):
            self.cues.setChecked(file.reading.cue_without_voice == "unknown")

    def _see(self) -> None:
        self.problems.setVisible(not self.problems.isVisible())
        words = _("Hide") if self.problems.isVisible() else _("See what")
        self.see.setText(words)
        self.see.setAccessibleName(words)

    # ── choosing ─────────────────────────────────────────────────────────────────────────────

    def _offer_looks(self) -> None:
        """The layouts that are known, and that nobody is named at all."""
        menu = self.look.choices
        menu.clear()
        menu.addAction(_("Find out from the file"), self._reading_as(None))
        menu.addSeparator()
        for convention, example in CONVENTIONS:
            menu.addAction(_(example), self._reading_as(convention))
        menu.addAction(_("Nobody is named: one text"), self._reading_as("none"))

    def _reading_as(self, convention: str | None) -> Callable[[], None]:
        return lambda: self._read_as(convention)

    def _read_as(self, convention: str | None) -> None:
        file = self._session.file
        if file is not None:
            self._session.read_as(replace(file.reading, convention=convention))

    def _read_cues(self, unknown: bool) -> None:  # noqa: FBT001  (a signal gives it so)
        file = self._session.file
        if file is not None:
            way = "unknown" if unknown else "continue"
            self._session.read_as(replace(file.reading, cue_without_voice=way))

    def _offer_roles(self) -> None:
        self.roles.choices.clear()
        for role in self._session.roles:
            self.roles.choices.addAction(role, self._giving(role))
        self.roles.choices.addAction(_("Another role …"), self._ask_for_role)

    def _ask_for_role(self) -> None:
        self.role.clear()
        self.role.show()
        self.role.setFocus()

    def _giving(self, role: str) -> Callable[[], None]:
        return lambda: self._give_role(role)

    def _give_role(self, role: str) -> None:
        self.role.hide()
        self._change(lambda file: role_for_all(file, role))

    def _change(self, change: Callable[[FileChoice], FileChoice]) -> None:
        if self._session.file is not None:
            self._session.change(change(self._session.file))


def _role_words(file: FileChoice) -> str:
    roles = file.roles
    alike = len(roles) == 1 and all(
        part.attributes.get("role") for part in file.cast.values() if len(part.participants) == 1
    )
    return _("Role for all: {}").format(roles[0]) if alike else _("Role for all")


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Parts side by side; None takes the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row

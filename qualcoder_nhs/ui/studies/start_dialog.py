"""Starting a study: its name, where it lies, and the codebook it begins with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.domain.study import Stance
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage.places import Place, place_of
from qualcoder_nhs.ui.file_asking import ask_to_open, ask_to_save
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.studies.stance_choice import StanceChoice
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

SUFFIX = ".qnhs"
_MOST = 3
_NOT_IN_NAMES = '<>:"/\\|?*'


@dataclass(frozen=True)
class ReadyCodebook:
    """A codebook that comes with the program; `words` say what it is."""

    words: str
    path: Path


@dataclass(frozen=True)
class StartPlan:
    """What was chosen; `codebook` is None for a study without one.

    `make_folder` where the folder is our proposal: not every system has made one for documents.
    """

    path: Path
    name: str
    codebook: Path | None
    make_folder: bool = False
    stance: Stance = Stance.CODEBOOK


class StartDialog(QDialog):
    """Asks for all of it on one page; `then` gets the plan."""

    def __init__(
        self,
        folder: Path,
        ready: Sequence[ReadyCodebook],
        then: Callable[[StartPlan], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Start a study"))
        self._folder, self._then = folder, then
        self._chosen: Path | None = None
        self._own: Path | None = None
        self.name = QLineEdit(_("My study"))
        self._coming = wrapped("", look="second")
        self._where, self._warning = wrapped("", look="second"), wrapped("", look="warning")
        self.codebooks = QButtonGroup(self)
        self._paths: list[Path | None] = []
        self.stance = StanceChoice(brief=True)
        self.start = button(_("Start"), "primary")
        self._lay_out(ready)
        self.name.textChanged.connect(lambda _name: self._say_where())
        self.start.clicked.connect(self.accept)
        self._say_where()
        self.name.selectAll()

    def _lay_out(self, ready: Sequence[ReadyCodebook]) -> None:
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(_("Start a study"), Size.TITLE))
        column.addWidget(self._coming)
        self._coming.hide()
        column.addWidget(self._heading(_("Name"), self.name))
        column.addWidget(self.name)
        column.addLayout(self._place_row())
        column.addWidget(self._warning)
        column.addSpacing(8)
        column.addWidget(label(_("Codebook to begin with"), Size.SMALL_LABEL))
        for codebook in ready:
            column.addWidget(self._choice(codebook.words, codebook.path))
        column.addLayout(self._own_row())
        self._none_yet = self._choice(_("None yet: the first code makes itself"), None)
        column.addWidget(self._none_yet)
        self.codebooks.buttons()[0].setChecked(True)
        column.addSpacing(8)
        column.addWidget(label(_("How you analyse"), Size.SMALL_LABEL))
        column.addWidget(self.stance)
        column.addLayout(self._foot())

    def _heading(self, words: str, field: QWidget) -> QWidget:
        heading = label(words, Size.SMALL_LABEL)
        heading.setBuddy(field)
        field.setAccessibleName(words)
        return heading

    def _place_row(self) -> QHBoxLayout:
        elsewhere = button(_("Elsewhere…"))
        elsewhere.clicked.connect(self._ask_where)
        row = QHBoxLayout()
        row.addWidget(self._where, 1)
        row.addWidget(elsewhere)
        return row

    def _choice(self, words: str, path: Path | None) -> QRadioButton:
        choice = QRadioButton(words)
        choice.setFont(chrome_font())
        self.codebooks.addButton(choice, len(self._paths))
        self._paths.append(path)
        return choice

    def _own_row(self) -> QHBoxLayout:
        self._own_choice = self._choice(_("A file of your own"), None)
        self._own_at = len(self._paths) - 1
        pick = button(_("Choose…"))
        pick.setAccessibleName(_("Choose a codebook file"))
        pick.clicked.connect(self._ask_codebook)
        row = QHBoxLayout()
        row.addWidget(self._own_choice, 1)
        row.addWidget(pick)
        return row

    def _foot(self) -> QHBoxLayout:
        leave = button(_("Leave it"))
        leave.clicked.connect(self.reject)
        self.start.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.start)
        return foot

    def begin_with(self, files: Sequence[Path], *, codes: bool) -> None:
        """Say what comes in next; what brings its own `codes` gives the study its name as well."""
        listed = [path.name for path in files]
        names = ", ".join(listed[:_MOST] + ["…"] * (len(listed) > _MOST))
        told = _("Next you see what {names} holds. Nothing of it is imported before you say so.")
        self._coming.setText(told.format(names=names))
        self._coming.show()
        if codes:
            self.name.setText(files[0].stem)
            self.name.selectAll()
            self._none_yet.setText(_("None: the study brings its own codes"))
            self._none_yet.setChecked(True)

    # ── what is chosen ───────────────────────────────────────────────────────────────────────

    @property
    def path(self) -> Path:
        """Where the study will lie: as chosen, else under its name in the usual folder."""
        return self._chosen or self._folder / f"{_file_name(self.name.text())}{SUFFIX}"

    def _say_where(self) -> None:
        self._where.setText(str(self.path))
        told = place_words(place_of(self.path))
        if self.path.exists():
            told = _("There is such a file already. Choose another name or another folder.")
        self._warning.setText(told)
        self._warning.setVisible(bool(told))
        self.start.setEnabled(bool(self.name.text().strip()) and not self.path.exists())

    def _ask_where(self) -> None:
        kinds = _("Studies (*.qnhs)")
        ask_to_save(self, _("Where the study lies"), self.path, kinds, self.put_at)

    def put_at(self, path: Path) -> None:
        """Let the study lie there."""
        # Not with_suffix, which takes what follows a dot in "Pilot 0.4" for one.
        named = path.name.removesuffix(SUFFIX)
        self._chosen = path.with_name(f"{named}{SUFFIX}")
        self._say_where()

    def _ask_codebook(self) -> None:
        from qualcoder_nhs.importers.codebooks.codebook_formats import CODEBOOKS  # noqa: PLC0415  (with docx)

        suffixes = " ".join(f"*{suffix}" for one in CODEBOOKS for suffix in one.suffixes)
        kinds = f"{_('Codebooks')} ({suffixes});;{_('All files')} (*)"
        ask_to_open(self, _("A codebook file"), self._folder, kinds, self.take_codebook)

    def take_codebook(self, path: Path) -> None:
        """Begin with a codebook file of one's own."""
        self._paths[self._own_at] = path
        self._own_choice.setText(_("A file of your own: {name}").format(name=path.name))
        self._own_choice.setChecked(True)

    def accept(self) -> None:
        """Hand the plan over; a file of one's own that was not chosen yet is asked for first."""
        at = self.codebooks.checkedId()
        if at == self._own_at and self._paths[at] is None:
            self._ask_codebook()
            return
        name = " ".join(self.name.text().split())
        if self.start.isEnabled():
            super().accept()
            own_place, stance = self._chosen is None, self.stance.stance
            self._then(StartPlan(self.path, name, self._paths[at], own_place, stance))


def place_words(place: Place) -> str:
    """Why a folder is a risk for a study; empty for one that is none."""
    if place is Place.SYNCED:
        return _(
            "This folder is synced to a service. Two computers that change the study at once can "
            "damage it, and its words leave this computer. Keep it in a folder that is not synced."
        )
    if place is Place.NETWORK:
        return _(
            "This folder is on a network. The study is slower here, and only one person at a time "
            "may have it open."
        )
    return ""


def _file_name(name: str) -> str:
    plain = "".join("-" if sign in _NOT_IN_NAMES else sign for sign in name)
    return " ".join(plain.split()).strip(". ") or _("Study")

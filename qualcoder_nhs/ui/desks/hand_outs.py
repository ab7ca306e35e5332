"""What is handed out of the study: a seminar's pages or slides, and one participant's own words."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.domain.ids import ParticipantId
from qualcoder_nhs.domain.themes import Theme
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.people_grid import PeopleGrid, people_grid
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.file_asking import ask_to_save
from qualcoder_nhs.ui.widgets.choose_one import ChooseOne
from qualcoder_nhs.ui.working.live import Live

_PAGES = "Word (*.docx);;OpenDocument (*.odt);;{web} (*.html);;Markdown (*.md)"
_SLIDES = "PowerPoint (*.pptx)"


class HandOuts(QObject):
    """Asks whose words and where to, and has them written; `said` bears a line for the foot."""

    said = Signal(str)

    def __init__(self, live: Live, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._window = live, window

    # ── for a seminar ────────────────────────────────────────────────────────────────────────

    def ask_for_handout(self) -> None:
        """Ask where the hand-out of all themes shall go, as pages or slides."""
        self._live.ask(self._ask_where, self, Reader.themes)

    def _ask_where(self, themes: list[Theme]) -> None:
        if not themes:
            self.said.emit(_("There is no theme to hand out yet. Begin one on the Themes desk."))
            return
        file = self._folder / _("{study} hand-out.docx").format(study=self._live.study.path.stem)
        kinds = f"{_pages()};;{_SLIDES}"
        ask_to_save(self._window, _("Export seminar hand-out"), file, kinds, self._write_handout)

    def _write_handout(self, out: Path) -> None:
        from qualcoder_nhs.tasks.hand_outs import LetHandOutOut  # noqa: PLC0415  (with numpy)

        self._live.start(LetHandOutOut(out), self.said.emit, self)

    # ── to check back ────────────────────────────────────────────────────────────────────────

    def ask_for_extract(self) -> None:
        """Ask whose words, then where they shall go."""
        self._live.ask(self._ask_whose, self, people_grid)

    def _ask_whose(self, grid: PeopleGrid) -> None:
        offered = dict(_people(grid))
        if not offered:
            self.said.emit(_("There is no participant who said anything yet."))
            return

        def chosen(person: str, _ticked: bool) -> None:  # noqa: FBT001  (the dialog's answer)
            self.ask_where(ParticipantId(person), offered[person].partition(",")[0])

        question = _("Whose own words shall be exported?")
        ChooseOne(question, list(offered.items()), chosen, self._window).open()

    def ask_where(self, person: ParticipantId, name: str) -> None:
        """Ask where the words of a participant shall go."""
        file = self._folder / _("{name} own words.docx").format(name=name.replace("/", "-"))
        then = partial(self._write_extract, person)
        ask_to_save(self._window, _("Export own words"), file, _pages(), then)

    def _write_extract(self, person: ParticipantId, out: Path) -> None:
        from qualcoder_nhs.tasks.hand_outs import LetExtractOut  # noqa: PLC0415  (with numpy)

        self._live.start(LetExtractOut(person, out), self.said.emit, self)

    @property
    def _folder(self) -> Path:
        return self._live.study.path.parent


def _people(grid: PeopleGrid) -> Iterator[tuple[str, str]]:
    """Everybody who spoke, each once: `FG1 P3, 14 turns`."""
    known: set[str] = set()
    for section in grid.sections:
        for row in section.rows:
            if section.group is not None and row.turns and row.person.id not in known:
                known.add(row.person.id)
                turns = ngettext("{n} turn", "{n} turns", row.turns)
                yield row.person.id, f"{section.group.name} {row.person.name}, {turns}"


def _pages() -> str:
    return _PAGES.format(web=_("Web page"))

"""Studies of other programs into the open one: asked for, looked at, brought in, told of."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.errors import BadFile, Refusal
from qualcoder_nhs.domain.foreign import ForeignStudy
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.tasks.import_report import StudyImported
from qualcoder_nhs.ui.arriving.page import ArrivalPage
from qualcoder_nhs.ui.file_asking import ask_to_open_several
from qualcoder_nhs.ui.working.live import Live


def ask_for_studies(window: QWidget, folder: Path, then: Callable[[list[Path]], None]) -> None:
    """Ask for files of studies of other programs."""
    from qualcoder_nhs.importers.study_formats import STUDIES  # noqa: PLC0415  (with lxml)

    suffixes = (*(suffix for one in STUDIES for suffix in one.suffixes), ".zip")
    kinds = " ".join(f"*{suffix}" for suffix in suffixes)
    kinds = f"{_('Studies of other programs')} ({kinds});;{_('All files')} (*)"
    ask_to_open_several(window, _("Import a study"), folder, kinds, then)


class StudyArrivals(QObject):
    """`shown` says that the page has something to read, `left` that it can go; then `jump` bears
    the first transcript that came in.

    Several studies come in one after another, each as a step of its own with a table of its own.
    """

    said = Signal(str)
    shown = Signal()
    left = Signal()
    jump = Signal(str)

    def __init__(self, live: Live, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._window = live, window
        self._file: Path | None = None
        self._read: ForeignStudy | None = None
        self._brought: tuple[str, ...] = ()
        self._waiting: list[Path] = []
        self.busy = False
        self.page = ArrivalPage()
        self.page.agreed.connect(self._bring_in)
        self.page.left.connect(self._go_on)
        live.idle.connect(self._idle)
        live.changed.connect(self._follow)
        live.failed.connect(self._failed)

    def ask(self) -> None:
        """Ask for files, and show what they hold."""
        ask_for_studies(self._window, self._live.study.path.parent, self.look_at_all)

    def take_from(self, paths: Iterable[Path]) -> list[Path]:
        """Look at the studies among these files in turn; what is no study comes back."""
        from qualcoder_nhs.importers.study_formats import is_study  # noqa: PLC0415  (with lxml)

        listed = list(paths)
        studies = [path for path in listed if is_study(path)]
        if studies:
            self.look_at_all(studies)
        return [path for path in listed if path not in studies]

    def look_at_all(self, paths: Iterable[Path]) -> None:
        """Look at files in turn. While one is being looked at, those that are new wait for it."""
        waited_for = self._file is not None or bool(self._waiting)
        at_work = self.busy or (self.page.isVisible() and waited_for)
        self._waiting = [*(self._waiting if at_work else ()), *paths]
        self._tell_of_waiting()
        if not at_work:
            self._go_on()

    def _go_on(self) -> None:
        """To the next study, or away."""
        self._file = self._read = None
        if self._waiting:
            self.look_at(self._waiting.pop(0))
        else:
            self.left.emit()
            if self._brought:
                self._live.ask(self._show_first, self, Reader.transcript_names)

    def _show_first(self, names: dict[TranscriptId, str]) -> None:
        """Whoever brought a study wants to see its words; after Undo there are none to see."""
        first = (key for key, name in names.items() if name in self._brought[:1])
        for key in first:
            self.jump.emit(key)

    def _tell_of_waiting(self) -> None:
        self.page.expect([path.name for path in self._waiting])

    def look_at(self, path: Path) -> None:
        """Read a file and show what it holds; nothing is written."""
        from qualcoder_nhs.tasks.import_study import ReadStudy  # noqa: PLC0415  (with lxml)

        within = path.name == "data.qda" and path.parent.suffix == ".qda"
        path = path.parent if within else path  # so is every study of QualCoder called
        self._file, self._read, self.busy, self._brought = path, None, True, ()
        self._tell_of_waiting()
        self._live.start(ReadStudy(path), self._found, self)

    def _found(self, read: ForeignStudy) -> None:
        self._read = read

        def show(coders: list[Coder]) -> None:
            name = self._file.name if self._file else read.name
            self.page.show_plan(name, read, [one.name for one in coders])
            self.shown.emit()

        self._live.ask(show, self, Reader.coders)

    def _bring_in(self) -> None:
        from qualcoder_nhs.tasks.import_study import ImportStudy  # noqa: PLC0415  (with lxml)

        if self._file is not None and self._read is not None:
            self.page.wait()
            task = ImportStudy(self._file, self.page.same, self._read)
            self._live.start(task, self._came, self)

    def _came(self, done: StudyImported) -> None:
        self._file = self._read = None
        self._brought = done.taken.transcripts
        self.page.show_report(done)
        self.shown.emit()
        self.said.emit(_came_words(done))

    def _follow(self, changes: Changes) -> None:
        """What came in may be undone, and redone, while its report is still shown."""
        if self._brought and "transcripts" in changes:
            self._live.ask(self._tell_whether_there, self, Reader.transcript_names)

    def _tell_whether_there(self, names: dict[TranscriptId, str]) -> None:
        self.page.tell_undone(undone=not set(self._brought) & set(names.values()))

    def _failed(self, why: Refusal) -> None:
        """A file that cannot be read keeps no other waiting."""
        unread = self._read is None and self._file is not None
        if unread and isinstance(why, BadFile) and self._waiting:
            self._go_on()

    def _idle(self) -> None:
        """The work is over, well or not."""
        self.busy = False
        self.page.stand_ready()
        if self._live.is_stopping and self._file is not None and self.page.isVisible():
            self.said.emit(_("Nothing came in from {name}.").format(name=self._file.name))
            self.page.setFocus()


def _came_words(done: StudyImported) -> str:
    """For the foot: Undo is named only where it takes out what came in, and nothing else."""
    words = _("{codings} and {texts} came in from {name}. Undo takes all of it out again.")
    if not done.taken.written:
        words = _("The study had all of {name} already: nothing was written.")
    return words.format(
        codings=ngettext("{n} coding", "{n} codings", done.taken.codings),
        texts=ngettext("{n} transcript", "{n} transcripts", len(done.taken.transcripts)),
        name=done.file.name,
    )

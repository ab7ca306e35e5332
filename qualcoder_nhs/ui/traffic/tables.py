"""What comes into the open study, and the tables that leave it: dialogs and tasks for files."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from qualcoder_nhs.actions.survey import AddSurvey, SurveyTaken
from qualcoder_nhs.actions.transcripts import AddTranscript
from qualcoder_nhs.domain.attributes import Attribute, Subject
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.survey import Survey, Use, with_known
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.importers.format import Parsed, ReadingOptions
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.tasks.add_transcripts import AddTranscripts
from qualcoder_nhs.tasks.import_report import ImportReport
from qualcoder_nhs.ui.file_asking import ask_to_open, ask_to_save
from qualcoder_nhs.ui.importing.page import ImportPage
from qualcoder_nhs.ui.importing.survey_dialog import SurveyDialog
from qualcoder_nhs.ui.listed import listed
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.working.live import Live


class Traffic(QObject):
    """Hosts the import page of one study.

    `arrived` bears the transcripts that came in, `left` says that the import page can go, `said`
    a line for the status bar; `studies_met` bears files that were chosen and are studies.
    """

    arrived = Signal(object)
    studies_met = Signal(object)
    left = Signal()
    said = Signal(str)

    def __init__(self, live: Live, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._window = live, window
        self._folder = live.study.path.parent
        self.importing = ImportPage(theme, _read, _hash, self._choose)
        self.importing.attach(live)
        self.importing.accepted.connect(self._bring_in)
        live.idle.connect(self._idle)
        self.importing.cancelled.connect(self._cancel)

    def close(self) -> None:
        """Read nothing more."""
        self.importing.close_readers()

    def add(self, paths: Iterable[Path]) -> None:
        """List files on the import page."""
        self.importing.add(paths)

    # ── in ───────────────────────────────────────────────────────────────────────────────────

    def _choose(self) -> Sequence[Path]:
        from qualcoder_nhs.importers.study_formats import is_study  # noqa: PLC0415  (with lxml)
        from qualcoder_nhs.importers.transcript_formats import TRANSCRIPTS  # noqa: PLC0415

        suffixes = " ".join(f"*{suffix}" for known in TRANSCRIPTS for suffix in known.suffixes)
        kinds = f"{_('Transcripts')} ({suffixes});;{_('All files')} (*)"
        title = _("Import transcripts")
        chosen, _kind = QFileDialog.getOpenFileNames(self._window, title, str(self._folder), kinds)
        files = [Path(file) for file in chosen]
        if studies := [file for file in files if is_study(file)]:
            self.studies_met.emit(studies)
        return [file for file in files if file not in studies]

    def _cancel(self) -> None:
        self.importing.clear()
        self.left.emit()

    def _bring_in(self, actions: tuple[AddTranscript, ...]) -> None:
        files = self.importing.session.files
        left_out = [file.path.name for file in files if not file.comes]
        then = partial(self._came, len(actions), left_out)
        self.importing.set_importing(on=True)
        self._live.start(AddTranscripts(actions), then, self)

    def _idle(self) -> None:
        """The work is over, well or not."""
        self.importing.set_importing(on=False)

    def _came(self, wanted: int, left_out: Sequence[str], added: tuple[TranscriptId, ...]) -> None:
        """Say how many of how many; what is not in yet stays on the page."""
        self.said.emit(_sum_of_import(len(added), wanted, left_out))
        if len(added) == wanted:
            self.importing.clear()
            self.arrived.emit(added)

    def ask_for_tables(self) -> None:
        """Ask for a codebook or a table of codings, and take it in."""
        from qualcoder_nhs.importers.codebooks.codebook_formats import CODEBOOKS  # noqa: PLC0415  (with docx)

        suffixes = " ".join(f"*{suffix}" for known in CODEBOOKS for suffix in known.suffixes)
        kinds = f"{_('Codebooks and codings')} ({suffixes})"
        title = _("Import a codebook or codings")
        ask_to_open(self._window, title, self._folder, kinds, self._take_table)

    def _take_table(self, path: Path) -> None:
        from qualcoder_nhs.tasks.import_files import ImportFiles  # noqa: PLC0415  (with every format)

        self._live.start(ImportFiles([path], tables=True), self._took_table, self)

    def _took_table(self, report: ImportReport) -> None:
        told = [refused.why for refused in report.refused]
        for one in report.imported:
            found = [problem.what for problem in one.problems]
            count = ngettext("{n} coding", "{n} codings", one.codings)
            head = f"{one.name}: {count}." if one.codings else f"{one.name}:"
            told.append(" ".join([head, *found]))
        self.said.emit(" ".join(told))

    def ask_for_survey(self) -> None:
        """Ask for a table of survey answers, then what its columns are, and take it in."""
        from qualcoder_nhs.importers.cells.sheet import SHEETS  # noqa: PLC0415  (with openpyxl)

        kinds = f"{_('Survey answers')} ({' '.join(f'*{suffix}' for suffix in SHEETS)})"
        title = _("Import survey answers")
        ask_to_open(self._window, title, self._folder, kinds, self.offer_survey)

    def offer_survey(self, path: Path) -> None:
        """Show what the columns of a table are taken for."""
        from qualcoder_nhs.importers.tables.survey_table import read_survey  # noqa: PLC0415  (with openpyxl)

        try:
            survey = read_survey(path)
        except Refusal as refusal:
            self._live.failed.emit(refusal)
            return
        self._live.ask(partial(self._show_survey, survey), self, Reader.attributes)

    def _show_survey(self, survey: Survey, known: list[Attribute]) -> None:
        keys = {one.key for one in known if one.subject is Subject.PARTICIPANT}
        survey = with_known(survey, keys)

        def take(uses: dict[str, Use]) -> None:
            self._live.run(AddSurvey(survey, uses), self._took_survey, self)

        SurveyDialog(survey, take, self._window).open()

    def _took_survey(self, taken: SurveyTaken) -> None:
        people = ngettext("{n} respondent", "{n} respondents", taken.respondents)
        texts = ngettext("{n} text", "{n} texts", len(taken.transcripts))
        self.said.emit(_("{people} in {texts} imported.").format(people=people, texts=texts))
        self.arrived.emit(taken.transcripts)

    # ── out ──────────────────────────────────────────────────────────────────────────────────

    def ask_to_write(self, what: str) -> None:
        """Ask where the `codebook` or the `codings` shall go, and write them."""
        suffix, kinds = _WRITTEN[what]
        file = self._folder / f"{self._live.study.path.stem} {what}{suffix}"
        ask_to_save(self._window, _("Export"), file, kinds, lambda out: self._write(what, out))

    def _write(self, what: str, out: Path) -> None:
        from qualcoder_nhs.tasks.export import WriteFile  # noqa: PLC0415  (with every format)

        self._live.start(WriteFile(what, out), self.said.emit, self)


_WRITTEN = {
    "codebook": (
        ".docx",
        "Word (*.docx);;Excel (*.xlsx);;CSV (*.csv);;YAML (*.yaml);;REFI-QDA (*.qdc)",
    ),
    "codings": (".csv", "CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)"),
}


def _read(path: Path, options: ReadingOptions) -> Parsed:
    from qualcoder_nhs.importers.transcript_formats import read_transcript  # noqa: PLC0415

    return read_transcript(path, options)


def _hash(path: Path) -> str:
    from qualcoder_nhs.importers.transcript_formats import file_hash  # noqa: PLC0415

    return file_hash(path)


def _sum_of_import(came: int, wanted: int, left_out: Sequence[str]) -> str:
    total = wanted + len(left_out)
    files = ngettext("{n} file", "{n} files", total)
    said = _("{came} of {files} imported.").format(came=f"{came:,}", files=files)
    if not left_out:
        return said
    return said + " " + _("Left out: {names}.").format(names=listed(left_out))

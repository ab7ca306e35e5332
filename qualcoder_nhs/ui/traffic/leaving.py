"""What leaves the study whole: a transcript with its codes, a project, an archive."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.round_trip import RoundTrip
from qualcoder_nhs.exporters.refi.target import Target
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.tasks.export_wish import Wish
from qualcoder_nhs.ui.file_asking import ask_to_save
from qualcoder_nhs.ui.traffic.round_trip_dialog import RoundTripDialog
from qualcoder_nhs.ui.working.live import Live

_COUNTED = {
    "REFI-QDA (*.qdpx)": Target.STANDARD,
    "NVivo for Windows (*.qdpx)": Target.NVIVO,
    "QualCoder (*.qdpx)": Target.QUALCODER,
}
"""The kinds of project that the dialog for files offers, and for whom each is written."""


class Leaving(QObject):
    """Asks where to, and has it written; `said` bears a line for the foot."""

    said = Signal(str)

    def __init__(self, live: Live, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._window = live, window

    def ask_for_transcript(self, transcript: TranscriptId | None) -> None:
        """Ask where a transcript with its codes shall go."""
        if transcript is not None:
            then = partial(self._ask_where, transcript)
            self._live.ask(then, self, Reader.transcript_names)

    def _ask_where(self, transcript: TranscriptId, names: dict[TranscriptId, str]) -> None:
        name = names.get(transcript, "")
        file = self._folder / _("{name} coded.docx").format(name=name.replace("/", "-"))
        kinds = f"{_('Word with comments')} (*.docx);;{_('Web page with stripes')} (*.html)"
        title = _("Export {name} with its codes").format(name=name)
        wish = Wish(transcript=transcript, layer=self._live.layer)
        ask_to_save(self._window, title, file, kinds, partial(self._write, "transcript", wish))

    def ask_for_archive(self) -> None:
        """Ask where an archive of plain files shall go."""
        file = self._folder / _("{study} archive.zip").format(study=self._stem)
        then = partial(self._write, "archive", None)
        ask_to_save(self._window, _("Export an archive"), file, f"{_('Zip')} (*.zip)", then)

    def _write(self, what: str, wish: Wish | None, out: Path) -> None:
        from qualcoder_nhs.tasks.export import WriteFile  # noqa: PLC0415  (with every format)

        self._live.start(WriteFile(what, out, wish), self.said.emit, self)

    def ask_for_project(self) -> None:
        """Ask for whom, and where a project shall go."""
        file = self._folder / f"{self._stem}.qdpx"
        chosen = [Target.STANDARD]
        title = _("Export for other programs")
        dialog: QFileDialog = ask_to_save(
            self._window, title, file, ";;".join(_COUNTED), lambda out: self._project(out, *chosen)
        )
        dialog.filterSelected.connect(lambda kind: chosen.__setitem__(0, _COUNTED[kind]))

    def _project(self, out: Path, target: Target) -> None:
        from qualcoder_nhs.tasks.export_project import WriteProject  # noqa: PLC0415  (with lxml)

        self._live.start(WriteProject(out, target), partial(self._report, out, target), self)

    def _report(self, out: Path, target: Target, report: RoundTrip) -> None:
        self.said.emit(_("The study was exported to {name}.").format(name=out.name))
        hint = _(
            "If it goes to NVivo on Windows or to QualCoder, export it anew, with that program as "
            "the kind of file. Else codings, memos or turns may not be where they belong there."
        )
        hint = hint if target is Target.STANDARD else ""
        RoundTripDialog(report, out.name, self._window, hint).open()

    @property
    def _folder(self) -> Path:
        return self._live.study.path.parent

    @property
    def _stem(self) -> str:
        return self._live.study.path.stem

"""The files on the import page, what was chosen for each, and what becomes of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.ids import ParticipantId
from qualcoder_nhs.domain.people import Participant
from qualcoder_nhs.importers.format import Doubt, ReadingOptions
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.importing.answers import Answer
from qualcoder_nhs.ui.importing.choices import read_anew, reopened, settled
from qualcoder_nhs.ui.importing.file_choice import USUAL, FileChoice
from qualcoder_nhs.ui.importing.readings import HashFile, Outcome, Read, Readings
from qualcoder_nhs.ui.look.glyphs import is_known_role
from qualcoder_nhs.ui.working.live import Live


class Session(QObject):
    """One visit to the import page: files in the order they came, one of them chosen.

    `listed` comes when files came, went or changed; `chosen` when another file is looked at or the
    chosen one changed.
    """

    listed = Signal()
    chosen = Signal()

    def __init__(self, read: Read, hash_file: HashFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files: list[FileChoice] = []
        self._at = 0
        self._in_study: tuple[str, ...] = ()
        self._numbers: dict[Path, int] = {}
        self._live: Live | None = None
        self._readings = Readings(read, hash_file, self)
        self._readings.done.connect(self._take)

    def attach(self, live: Live | None) -> None:
        """Ask this study which files it has already, now and as it changes; of None, nothing."""
        self._live = live
        if live is not None:
            live.changed.connect(self._study_changed)
        self._ask_all()

    def _study_changed(self, changes: Changes) -> None:
        if "transcripts" in changes:
            self._ask_all()

    def _ask_all(self) -> None:
        if self._live is not None:
            self._live.ask(self._learn_roles, self, Reader.participants)
        for file in self.files:
            self._ask_whether_known(file)

    def close(self) -> None:
        """Read nothing more."""
        self._readings.close()

    # ── which files ──────────────────────────────────────────────────────────────────────────

    @property
    def file(self) -> FileChoice | None:
        """The one that is looked at."""
        return self.files[self._at] if self._at < len(self.files) else None

    @property
    def at(self) -> int:
        """Its place in the list."""
        return self._at

    @property
    def coming(self) -> list[FileChoice]:
        """The files that Import takes."""
        return [file for file in self.files if file.comes]

    @property
    def waiting(self) -> bool:
        """Whether a file is still being read."""
        return any(not file.can_come and not file.refused for file in self.files)

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles given here so far, then those of people in the study."""
        given = (role for file in self.files for role in file.roles)
        return tuple(dict.fromkeys((*given, *self._in_study)))

    @property
    def other_roles(self) -> tuple[str, ...]:
        """Roles that have no shape of their own; they take the next ones in this order."""
        given = (role for file in self.files for role in file.roles if not is_known_role(role))
        return tuple(dict.fromkeys(given))

    def add(self, paths: Iterable[Path]) -> None:
        """List files and read them. A file that is listed already is only looked at."""
        for path in paths:
            places = [at for at, file in enumerate(self.files) if file.path == path]
            if places:
                self._at = places[0]
            else:
                self.files.append(FileChoice(path))
                self._ask(path, USUAL)
        self.listed.emit()
        self.chosen.emit()

    def clear(self) -> None:
        """Begin anew."""
        self.files, self._at = [], 0
        self._numbers = {path: number + 1 for path, number in self._numbers.items()}
        self.listed.emit()
        self.chosen.emit()

    def look_at(self, place: int) -> None:
        """Choose another file."""
        if place != self._at and 0 <= place < len(self.files):
            self._at = place
            self.chosen.emit()

    def toggle(self, place: int) -> None:
        """Leave a file out, or take it in again."""
        file = self.files[place]
        if file.can_come:
            self._put(place, replace(file, wanted=not file.comes))

    # ── what is chosen for the file ──────────────────────────────────────────────────────────

    def change(self, file: FileChoice) -> None:
        """The file that is looked at, chosen otherwise."""
        self._put(self._at, file)

    def read_as(self, reading: ReadingOptions) -> None:
        """Read the file again; what was chosen for its labels stays."""
        file = self.file
        if file is not None and reading != file.reading:
            self._put(self._at, replace(file, reading=reading))
            self._ask(file.path, reading)

    def answer(self, doubt: Doubt, answer: Answer) -> None:
        """Take a doubtful line in this way, reading the file anew where that is needed."""
        if self.file is not None:
            self.change(settled(self.file, doubt, answer.speaker, as_time=answer.as_time))
            if answer.reading is not None:
                self.read_as(answer.reading)

    def look_again(self, doubt: Doubt) -> None:
        """Offer a line that was taken once more."""
        if self.file is not None:
            self.change(reopened(self.file, doubt))

    def _put(self, place: int, file: FileChoice) -> None:
        self.files[place] = file
        self.listed.emit()
        if place == self._at:
            self.chosen.emit()

    # ── reading ──────────────────────────────────────────────────────────────────────────────

    def _ask(self, path: Path, reading: ReadingOptions) -> None:
        self._numbers[path] = self._numbers.get(path, 0) + 1
        self._readings.ask(path, reading, self._numbers[path])

    def _take(self, outcome: Outcome) -> None:
        if outcome.number != self._numbers.get(outcome.path):
            return
        for place, file in enumerate(self.files):
            if file.path == outcome.path:
                read = replace(
                    read_anew(file, outcome.parsed),
                    file_hash=outcome.file_hash,
                    refused=outcome.refused,
                    twin=self._twin(place, outcome.file_hash),
                )
                self._put(place, read)
                self._ask_whether_known(read)

    def _twin(self, place: int, file_hash: str) -> str:
        same = [one for one in self.files[:place] if file_hash and one.file_hash == file_hash]
        return same[0].path.name if same else ""

    def _ask_whether_known(self, file: FileChoice) -> None:
        if self._live is not None and file.file_hash:
            self._live.ask(
                lambda names: self._known(file.path, tuple(names)),
                self,
                Reader.transcripts_from,
                file.file_hash,
            )

    def _learn_roles(self, people: Mapping[ParticipantId, Participant]) -> None:
        roles = (person.attributes.get("role", "") for person in people.values())
        self._in_study = tuple(sorted({role for role in roles if role}))

    def _known(self, path: Path, names: tuple[str, ...]) -> None:
        for place, file in enumerate(self.files):
            if file.path == path and file.known_as != names:
                self._put(place, replace(file, known_as=names))

"""Writing in the cells of the framework matrix."""

from dataclasses import dataclass
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.presence import summary_of
from qualcoder_nhs.domain.errors import NoCell, NoSuch, NotThere
from qualcoder_nhs.domain.framework import Summary, cell_id
from qualcoder_nhs.domain.ids import CodeId, ParticipantId, ThemeId, TranscriptId
from qualcoder_nhs.i18n import N_, ngettext


@dataclass(frozen=True)
class WriteSummary:
    """Write a cell anew: of a case, which is a participant or a whole group, by a code or a theme.

    Without words the cell is emptied.
    """

    transcript: TranscriptId
    participant: ParticipantId | None
    code: CodeId | None
    theme: ThemeId | None
    text: str
    label: ClassVar[str] = N_("Write {}")

    def apply(self, write: Writer) -> None:
        """Write it.

        Raises:
            NoSuch: when transcript, participant, code or theme is gone.
            NoCell: when it is of a code and a theme, or of neither.
            NotThere: when the participant took no part in the transcript.
        """
        room = summary_of(write, self.transcript)
        who = self._case(write, room.name)
        about = self._column(write)
        write.detail(f"{room.name} {who}, {about}".replace(" ,", ","))
        self._put(write)

    def _case(self, write: Writer, room: str) -> str:
        if self.participant is None:
            return ""
        person = write.read.participants().get(self.participant)
        if person is None:
            raise NoSuch(kind="participant", name=self.participant)
        if self.participant not in _people(write, self.transcript):
            raise NotThere(name=person.name, transcript=room)
        return person.name

    def _column(self, write: Writer) -> str:
        if self.code is not None and self.theme is None:
            return write.read.code(self.code).name
        if self.theme is not None and self.code is None:
            return write.read.theme(self.theme).name
        raise NoCell

    def _put(self, write: Writer) -> None:
        key = cell_id(self.transcript, self.participant, self.code, self.theme)
        old = next((one for one in write.read.summaries() if one.id == key), None)
        words = self.text.strip()
        if old is not None and (not words or words == old.text):
            write.remove(*([] if words else [old]))
            return
        if not words:
            return
        where = (self.transcript, self.participant, self.code, self.theme)
        written = Summary(key, *where, words, write.coder, write.now)
        if old is None:
            write.add(written)
        else:
            write.change(old, written)


@dataclass(frozen=True)
class WriteSummaries:
    """Write several cells as one step, as a workbook brings them."""

    cells: tuple[WriteSummary, ...]
    source: str
    label: ClassVar[str] = N_("Take summaries from {}")

    def apply(self, write: Writer) -> None:
        """Write them.

        Raises:
            NoSuch, NoCell, NotThere: as for one; none is written then.
        """
        for one in self.cells:
            one.apply(write)
        count = ngettext("{n} cell", "{n} cells", len(self.cells))
        write.detail(f"{self.source}, {count}")


def _people(write: Writer, transcript: TranscriptId) -> set[ParticipantId]:
    spoke = {person for one in write.read.speakers(transcript) for person in one.participants}
    return spoke | {one.participant for one in write.read.presences(transcript)}

"""The steps that were done, and what Undo and Redo would do."""

from sqlalchemy import select

from qualcoder_nhs.domain.correcting.record import TextChange
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.study import Step
from qualcoder_nhs.storage import former_texts, journal, schema, undoing
from qualcoder_nhs.storage.lineages import PACK
from qualcoder_nhs.storage.reads.within import Within


class HistoryReads(Within):
    """The journal, to read; steps whose very label would tell what is kept apart are left out."""

    def history(self, limit: int | None = None) -> list[Step]:
        """The steps, newest first."""
        return journal.history(self._connection, limit, self._sight.of_steps())

    def text_changes(self, transcript: TranscriptId) -> list[TextChange]:
        """Each step that corrected the words of a transcript, oldest first."""
        return list(former_texts.text_changes(self._connection, transcript))

    def packed(self) -> bool:
        """Whether the study began as a pack."""
        first = select(schema.steps.c.label).order_by(schema.steps.c.id).limit(1)
        return self._connection.scalar(first) == PACK

    def undoable(self, coder: CoderId) -> Step | None:
        """What Undo would take back for this coder."""
        return self._shown(undoing.undoable(self._connection, coder))

    def redoable(self, coder: CoderId) -> Step | None:
        """What Redo would do again for this coder."""
        return self._shown(undoing.redoable(self._connection, coder))

    def _shown(self, step: Step | None) -> Step | None:
        own = step is None or not self._sight.veils or step.coder == self._sight.asker
        return step if own else None

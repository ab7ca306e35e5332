"""Transcripts that a person looked through and accepted, one step each."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from qualcoder_nhs.actions.transcripts import AddTranscript
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.task import Cancelled, Progress


@dataclass
class AddTranscripts:
    """Bring in what was accepted; when stopped, what came in stays, each transcript whole."""

    actions: Sequence[AddTranscript]
    title: str = field(default_factory=lambda: _("Import transcripts"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> tuple[TranscriptId, ...]:
        """Import them in order; those that are in when it is stopped."""
        added: list[TranscriptId] = []
        with suppress(Cancelled):
            for done, action in enumerate(self.actions):
                progress(done, len(self.actions), _("Importing {name}").format(name=action.name))
                added.append(study.run(action, coder))
        return tuple(added)

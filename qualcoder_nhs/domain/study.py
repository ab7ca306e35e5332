"""What the study says of itself, which files left it, and what its history tells."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualcoder_nhs.domain.ids import CoderId, ExportId, StudyId, TranscriptId
from qualcoder_nhs.i18n import N_, _


class Stance(StrEnum):
    """How the team analyses, which decides what is shown by default and hides nothing for good."""

    CODEBOOK = "codebook"
    RELIABILITY = "coding reliability"
    REFLEXIVE = "reflexive"

    @property
    def words(self) -> str:
        """What it is called, to be translated."""
        return _STANCES[self][0]

    @property
    def changes(self) -> str:
        """What it changes in what is shown, in sentences to be translated."""
        return _STANCES[self][1]

    @property
    def puts_figures_away(self) -> bool:
        """Whether figures of agreement and saturation are shown only when asked for."""
        return self is Stance.REFLEXIVE


_STANCES = {
    Stance.CODEBOOK: (
        N_("codebook or framework"),
        N_(
            "Codes are defined in a shared codebook and charted in a framework. Agreement and the "
            "curve of new codes are shown, as ways to talk about the codebook."
        ),
    ),
    Stance.RELIABILITY: (
        N_("coding reliability"),
        N_(
            "Coders work apart and unseen, and their agreement is reported. Agreement and the "
            "curve of new codes are shown."
        ),
    ),
    Stance.REFLEXIVE: (
        N_("reflexive"),
        N_(
            "Coding is interpretation: a second coder brings another view, not a check. Figures "
            "of agreement and the curve of new codes are put away; each can be shown."
        ),
    ),
}


@dataclass(frozen=True)
class StudyNote:
    """The study's own entry: its name, when it was begun, and the team's analytic stance."""

    id: StudyId
    name: str
    created: datetime
    stance: Stance = Stance.CODEBOOK


@dataclass(frozen=True)
class Export:
    """A file that was written from the study, with the transcripts whose words it holds."""

    id: ExportId
    coder: CoderId
    made: datetime
    what: str
    file: str
    file_hash: str
    transcripts: tuple[TranscriptId, ...]


class Direction(StrEnum):
    """Whether a step did something, took it back or did it again."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True)
class Step:
    """One line of the history. `about` is the step that was done, undone or redone."""

    id: int
    at: datetime
    coder: CoderId
    label: str
    detail: str
    direction: Direction
    about: int
    sealed: bool = False

    @property
    def words(self) -> str:
        """Such as `Code passage with Humour`."""
        return _(self.label).format(self.detail)

"""The two sides of a merge: the study here, and what could be read of the file that comes."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.ids import CodeId, CoderId, ParticipantId, StudyId, TranscriptId
from qualcoder_nhs.domain.merge.states import Things
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.domain.rounds import Finish, Round
from qualcoder_nhs.domain.transcript import Transcript


@dataclass(frozen=True)
class MergeRow:
    """One thing that does not simply come in, and why, both to be read."""

    what: str
    why: str


@dataclass(frozen=True)
class Text:
    """A transcript as the file has it."""

    id: TranscriptId
    name: str
    text: str


@dataclass(frozen=True)
class There:
    """A study file as far as it could be read; `broken` lists the rows that could not be.

    `pack_of` is the coder whose pack it is, None where it is a study like others. `rounds` are
    names by layer.
    """

    name: str
    study: StudyId
    study_name: str
    lineage: str
    pack_of: CoderId | None = None
    coders: Mapping[CoderId, Coder] = field(default_factory=dict)
    codes: Mapping[CodeId, Code] = field(default_factory=dict)
    texts: Mapping[TranscriptId, Text] = field(default_factory=dict)
    rounds: Mapping[str, str] = field(default_factory=dict)
    codings: Things[Coding] = field(default_factory=Things)
    memos: Things[Memo] = field(default_factory=Things)
    finishes: Things[Finish] = field(default_factory=Things)
    broken: tuple[MergeRow, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """Everything whose past here may matter."""
        things = (self.codings.ids(), self.memos.ids(), self.finishes.ids())
        return frozenset(self.codes).union(*things)


@dataclass(frozen=True)
class Here:
    """The study that something is merged into, and who does it.

    `had` holds every state that things of the other side ever had here, by id.
    """

    study: StudyId
    acting: CoderId
    lineages: tuple[str, ...]
    coders: Mapping[CoderId, Coder]
    codebook: Codebook
    transcripts: Mapping[TranscriptId, Transcript]
    participants: frozenset[ParticipantId]
    rounds: Mapping[str, Round]
    codings: Mapping[str, Coding]
    memos: Mapping[str, Memo]
    finishes: Mapping[str, Finish]
    had: Mapping[str, frozenset[Hashable]] = field(default_factory=dict)

    def past(self, thing: str) -> frozenset[Hashable]:
        """All that a thing ever was here."""
        return self.had.get(thing, frozenset())

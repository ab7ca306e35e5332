"""The two sides of a merge: the study here, and what could be read of the file that comes."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.codebook_version import CodebookVersion
from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.ids import (
    CodeId,
    CoderId,
    GroupId,
    ParticipantId,
    StudyId,
    ThemeId,
    TranscriptId,
    VersionId,
)
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.domain.merge.beside import Beside
from qualcoder_nhs.domain.merge.states import Things
from qualcoder_nhs.domain.people import Coder, Group, Participant, Speaker
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
class Session:
    """A transcript of the file with its turns and all who were in the room, wholly sound."""

    transcript: Transcript
    group: Group
    speakers: tuple[Speaker, ...] = ()


@dataclass(frozen=True)
class There:
    """A study file as far as it could be read; `broken` lists the rows that could not be.

    `pack_of` is the coder whose pack it is, None where it is a study like others. `layers` are
    the names of all its rounds by layer, `rounds` those that could be read; `sessions` are the
    transcripts that may be new or were corrected, `former` the digests of the texts that corrected
    ones once had;
    `voices` say who speaks in all of them, `decided` counts decisions on disagreements by round;
    `beside` is all that is no transcript, code or work.
    """

    name: str
    study: StudyId
    study_name: str
    lineage: str
    pack_of: CoderId | None = None
    coders: Mapping[CoderId, Coder] = field(default_factory=dict)
    codes: Mapping[CodeId, Code] = field(default_factory=dict)
    texts: Mapping[TranscriptId, Text] = field(default_factory=dict)
    sessions: Mapping[TranscriptId, Session] = field(default_factory=dict)
    voices: tuple[Speaker, ...] = ()
    people: Mapping[ParticipantId, Participant] = field(default_factory=dict)
    groups: Mapping[GroupId, Group] = field(default_factory=dict)
    layers: Mapping[str, str] = field(default_factory=dict)
    rounds: Mapping[str, Round] = field(default_factory=dict)
    versions: Mapping[VersionId, CodebookVersion] = field(default_factory=dict)
    decided: Mapping[str, int] = field(default_factory=dict)
    codings: Things[Coding] = field(default_factory=Things)
    memos: Things[Memo] = field(default_factory=Things)
    finishes: Things[Finish] = field(default_factory=Things)
    links: Things[Link] = field(default_factory=Things)
    beside: Beside = field(default_factory=Beside)
    former: Mapping[TranscriptId, frozenset[str]] = field(default_factory=dict)
    broken: tuple[MergeRow, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """Everything whose past here may matter."""
        things = (self.codings, self.memos, self.finishes, self.links)
        return frozenset(self.codes).union(*(one.ids() for one in things))

    @property
    def work(self) -> Iterator[Coding | Memo | Finish | Link]:
        """All that its coders did."""
        yield from self.codings.now.values()
        yield from self.memos.now.values()
        yield from self.finishes.now.values()
        yield from self.links.now.values()


@dataclass(frozen=True)
class Here:
    """The study that something is merged into, as far as the other side concerns it.

    `acting` is who does it, `merged` are the lineages of files that came before. `transcripts` are
    those whose words or id the other side has, `codings` and `memos` those that may stand for
    something of it. `names` and `next_position` are of all transcripts, `themes` those that a memo
    may hang on; `gone` says of transcripts that left the study why they stay out, `former` has the
    digests of the texts that corrected ones once had. `had` holds every state that things of the
    other side ever had here, by id; `dropped` names what else of it was here once.
    """

    study: StudyId
    acting: CoderId
    lineage: str
    merged: tuple[str, ...]
    coders: Mapping[CoderId, Coder]
    codebook: Codebook
    transcripts: Mapping[TranscriptId, Transcript]
    names: frozenset[str]
    next_position: int
    gone: Mapping[TranscriptId, str]
    groups: Mapping[GroupId, Group]
    participants: Mapping[ParticipantId, Participant]
    speakers: tuple[Speaker, ...]
    rounds: Mapping[str, Round]
    layers: frozenset[str]
    versions: Mapping[VersionId, int]
    codings: Mapping[str, Coding]
    memos: Mapping[str, Memo]
    finishes: Mapping[str, Finish]
    links: Mapping[str, Link] = field(default_factory=dict)
    had: Mapping[str, frozenset[Hashable]] = field(default_factory=dict)
    themes: frozenset[ThemeId] = frozenset()
    beside: Beside = field(default_factory=Beside)
    dropped: frozenset[str] = frozenset()
    former: Mapping[TranscriptId, frozenset[str]] = field(default_factory=dict)

    def past(self, thing: str) -> frozenset[Hashable]:
        """All that a thing ever was here."""
        return self.had.get(thing, frozenset())

"""Material: everything that tables and pictures of a study are counted from, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from qualcoder_nhs.analysis.counting.hit import Touching
from qualcoder_nhs.analysis.counting.session import Session, Uttered
from qualcoder_nhs.domain.attributes import Attribute
from qualcoder_nhs.domain.codebook import Codebook, SetKind
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.guide import Question
from qualcoder_nhs.domain.ids import CodeId, CoderId, GroupId, ParticipantId, TranscriptId
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.domain.people import Group, Participant
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.themes import Quote, Theme
from qualcoder_nhs.domain.written import Written

__all__ = ["Material", "Session", "Standing", "Uttered"]


@dataclass(frozen=True)
class Standing:
    """What the study is, besides its talk: what reporting guidelines ask for.

    `coders` are those who have coded a transcript in any layer. `stance` is marked for translation.
    """

    stance: str = ""
    coders: Mapping[TranscriptId, frozenset[CoderId]] = field(default_factory=dict)
    guide_versions: int = 0
    codebook_versions: int = 0
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Material:
    """What a table is made from. Sessions stand in the order in which they were held.

    `codings` and `links` are of one layer, whose name `layer` is. `identifying` are the passages
    that anybody flagged so, in any layer.
    """

    study: str
    layer: str
    sessions: tuple[Session, ...]
    people: Mapping[ParticipantId, Participant]
    questions: tuple[Question, ...]
    codebook: Codebook
    codings: tuple[Coding, ...]
    links: tuple[Link, ...] = ()
    coders: Mapping[CoderId, str] = field(default_factory=dict)
    attributes: tuple[Attribute, ...] = ()
    themes: tuple[Theme, ...] = ()
    written: Written = field(default_factory=Written)
    standing: Standing = Standing()
    identifying: tuple[tuple[TranscriptId, Span], ...] = ()

    def identifies(self, transcript: TranscriptId, span: Span) -> bool:
        """Whether any of these words may give somebody away."""
        return any(span.overlaps(one) for room, one in self.identifying if room == transcript)

    @cached_property
    def by_id(self) -> dict[TranscriptId, Session]:
        """The sessions by the id of their transcript."""
        return {one.id: one for one in self.sessions}

    @cached_property
    def groups(self) -> dict[GroupId, Group]:
        """The groups of people in the rooms, in order; surveys have none."""
        return {one.group.id: one.group for one in self.sessions if not one.survey}

    @cached_property
    def events(self) -> frozenset[CodeId]:
        """The codes of what happens to a group and nobody says: pauses, moves of the moderator."""
        sets = (one for one in self.codebook.sets if one.kind is SetKind.EVENTS)
        return frozenset(code for one in sets for code in one.members)

    @cached_property
    def touching(self) -> Touching:
        """What each coding touches, found once however many tables ask."""
        return Touching(self.by_id, self.events)

"""Link: a turn answers an earlier one; Exchange: the turns that links hold together."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualcoder_nhs.domain.ids import CoderId, LinkId, TranscriptId
from qualcoder_nhs.i18n import N_, _


class LinkKind(StrEnum):
    """What a turn does with the earlier one."""

    AGREE = "agree"
    BUILD = "build"
    SOFT = "soft dissent"
    CHALLENGE = "challenge"
    QUESTION = "question"

    @property
    def words(self) -> str:
        """What it is called."""
        return _(_WORDS[self])

    @property
    def joins(self) -> bool:
        """Whether it goes along with what was said."""
        return self in (LinkKind.AGREE, LinkKind.BUILD)

    @property
    def parts(self) -> bool:
        """Whether it parts from what was said."""
        return self in (LinkKind.SOFT, LinkKind.CHALLENGE)


_WORDS = {
    LinkKind.AGREE: N_("agree"),
    LinkKind.BUILD: N_("build"),
    LinkKind.SOFT: N_("soft dissent"),
    LinkKind.CHALLENGE: N_("challenge"),
    LinkKind.QUESTION: N_("question"),
}


@dataclass(frozen=True)
class Link:
    """One coder says in one layer that a turn answers an earlier one of the same transcript."""

    id: LinkId
    transcript: TranscriptId
    turn: int
    target: int
    kind: LinkKind
    coder: CoderId
    layer: str
    made: datetime


def alike(one: Link, other: Link) -> bool:
    """Whether two links say the same: by whom, in which layer, from where to where, and how."""
    return said_by(one) == said_by(other)


def said_by(link: Link) -> tuple[str, str, TranscriptId, int, int, LinkKind]:
    """All that a link says, which a coder says once in a layer."""
    return link.coder, link.layer, link.transcript, link.turn, link.target, link.kind


@dataclass(frozen=True)
class Exchange:
    """Turns of one transcript that hang together by links, each directly or through others.

    `turns` are the linked ones in order; what was said between them belongs to the dialogue when
    it is shown, not to the exchange when it is counted.
    """

    transcript: TranscriptId
    turns: tuple[int, ...]
    links: tuple[Link, ...]

    @property
    def first(self) -> int:
        """The turn it begins with."""
        return self.turns[0]

    @property
    def last(self) -> int:
        """The turn it ends with."""
        return self.turns[-1]


def exchanges(links: Iterable[Link]) -> tuple[Exchange, ...]:
    """The exchanges that these links make, by transcript as it comes, then in order of turns."""
    apart: dict[TranscriptId, list[Link]] = defaultdict(list)
    for link in links:
        apart[link.transcript].append(link)
    return tuple(one for transcript, some in apart.items() for one in _held_by(transcript, some))


def _held_by(transcript: TranscriptId, links: list[Link]) -> list[Exchange]:
    root: dict[int, int] = {}

    def find(turn: int) -> int:
        while root.setdefault(turn, turn) != turn:
            turn = root[turn]
        return turn

    for link in links:
        one, other = sorted((find(link.turn), find(link.target)))
        root[other] = one
    turns: dict[int, list[int]] = defaultdict(list)
    for turn in sorted(root):
        turns[find(turn)].append(turn)
    own: dict[int, list[Link]] = defaultdict(list)
    for link in sorted(links, key=lambda link: (link.turn, link.target, link.kind)):
        own[find(link.turn)].append(link)
    return [Exchange(transcript, tuple(turns[at]), tuple(own[at])) for at in sorted(turns)]

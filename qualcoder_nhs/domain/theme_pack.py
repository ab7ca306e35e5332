"""Theme pack: everything that is wanted on the table when themes are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualcoder_nhs.domain.attributes import FEW_PEOPLE
from qualcoder_nhs.domain.attribution import TEMPLATE, Widening
from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.counts import Count
from qualcoder_nhs.domain.excerpts import LeftOut
from qualcoder_nhs.domain.ids import (
    CodeId,
    CoderId,
    GroupId,
    ParticipantId,
    ThemeId,
    TranscriptId,
)
from qualcoder_nhs.domain.theme_page import CodeLine, GroupShape, Noted, Stated


class Order(StrEnum):
    """In which order the excerpts of a code stand."""

    GUIDE = "guide"
    TRANSCRIPT = "transcript"
    ROLE = "role"
    STRONG = "strong"


@dataclass(frozen=True)
class ThemePackWish:
    """What a pack is made of; nothing named means everything, and 0 means no limit.

    `roll_up` takes what is coded beneath a code along. `layer` is the settled one where it exists,
    unless another is named. `cleaned` leaves out fillers and false starts. `context` whole turns
    stand before and after. Descriptions that fewer than `minimum` people share are widened;
    attributes that are identifying are told only where `identifying` says so.
    """

    themes: tuple[ThemeId, ...] = ()
    codes: frozenset[CodeId] = frozenset()
    roll_up: bool = True
    layer: str | None = None
    coders: frozenset[CoderId] = frozenset()
    roles: frozenset[str] = frozenset()
    groups: frozenset[GroupId] = frozenset()
    cleaned: bool = False
    context: int = 0
    order: Order = Order.GUIDE
    per_code: int = 0
    per_person: int = 0
    template: str = TEMPLATE
    minimum: int = FEW_PEOPLE
    identifying: bool = False
    memos: bool = True
    counts: bool = True
    matrix: bool = True
    codebook: bool = True
    audit: bool = True
    references: bool = True


@dataclass(frozen=True)
class PackLine:
    """Words of one turn. `speaker` is told in dialogue, `link` says what the turn answers and how.

    What only stands around the words is `context`.
    """

    text: str
    speaker: str = ""
    link: str = ""
    context: bool = False


@dataclass(frozen=True)
class PackExcerpt:
    """A numbered excerpt. `asked` is the question, told where it is another than before.

    `exchange` where turns are shown with the links between them. `chosen` where the analyst chose
    it as a quote; `note` says why, or what makes it deviant, and `by` whose words these are.
    """

    number: int
    lines: tuple[PackLine, ...]
    attribution: str
    reference: str
    asked: str = ""
    exchange: bool = False
    strong: bool = False
    against: bool = False
    chosen: bool = False
    note: str = ""
    by: str = ""


@dataclass(frozen=True)
class PackCode:
    """A code of a theme; without one, the quotes that bear none of the theme's codes.

    `again` are the numbers of excerpts shown above that are coded so, too.
    """

    code: Code | None
    excerpts: tuple[PackExcerpt, ...]
    against: tuple[PackExcerpt, ...]
    memos: tuple[Noted, ...] = ()
    again: tuple[int, ...] = ()


@dataclass(frozen=True)
class RoleRow:
    """How many different people of each role say it, of how many who were there."""

    name: str
    counts: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class PackTheme:
    """A theme with its evidence. `names` tell people apart (`FG2 P5`).

    `roles` are the columns of `by_role`, whose first row counts all of its codes together.
    """

    id: ThemeId
    number: int
    name: str
    statement: Stated | None
    serves: str
    lines: tuple[CodeLine, ...]
    whole: Count
    names: Mapping[ParticipantId, str]
    roles: tuple[str, ...]
    by_role: tuple[RoleRow, ...]
    codes: tuple[PackCode, ...]
    memos: tuple[Noted, ...] = ()
    shapes: tuple[GroupShape, ...] = ()
    checks: tuple[str, ...] = ()

    @property
    def excerpts(self) -> tuple[PackExcerpt, ...]:
        """All of them, those against the grain included, in the order of their numbers."""
        found = (one for code in self.codes for one in (*code.excerpts, *code.against))
        return tuple(sorted(found, key=lambda one: one.number))


@dataclass(frozen=True)
class Spared:
    """An excerpt that is flagged as identifying and stays out: where it is, and in which theme."""

    theme: str
    reference: str


@dataclass(frozen=True)
class UsedCode:
    """A code as the appendix tells it."""

    code: Code
    path: str


@dataclass(frozen=True)
class CoderLine:
    """How much of the codings a coder made, in how many transcripts."""

    name: str
    codings: int
    transcripts: int


@dataclass(frozen=True)
class RoundLine:
    """A round of coding: who, how, from when to when."""

    name: str
    coders: tuple[str, ...]
    transcripts: int
    blind: bool
    opened: datetime | None
    ended: datetime | None


@dataclass(frozen=True)
class CodeAgreement:
    """How far coders agreed on a code in a round; empty words where it cannot be told."""

    code: str
    alpha: str
    passages: str


@dataclass(frozen=True)
class Audit:
    """How this was coded. `agreement` is of the round named in `of_round`."""

    coders: tuple[CoderLine, ...]
    rounds: tuple[RoundLine, ...]
    of_round: str = ""
    agreement: tuple[CodeAgreement, ...] = ()


@dataclass(frozen=True)
class ThemePack:
    """The whole of a pack. `program` names what made it, `number` counts the study's exports.

    `version` is the number of the codebook's version, None where none was ever kept; `changed`
    says that the codebook has changed since. `spared` and `left_out` are what is not in it,
    `widened` the descriptions that were widened.
    """

    study: str
    by: str
    made: datetime
    program: str
    number: int
    layer: str
    version: int | None
    changed: bool
    transcripts: tuple[TranscriptId, ...]
    participants: int
    moderators: int
    wish: ThemePackWish
    themes: tuple[PackTheme, ...]
    codebook: tuple[UsedCode, ...] = ()
    audit: Audit | None = None
    spared: tuple[Spared, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    widened: tuple[Widening, ...] = ()

    @property
    def excerpts(self) -> int:
        """How many excerpts it holds."""
        return sum(len(one.excerpts) for one in self.themes)

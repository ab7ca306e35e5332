"""A theme ready to be read: its claim, how widely its codes are said, its quotes, what is amiss."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.counts import Count
from qualcoder_nhs.domain.excerpts import (
    Said,
    Voice,
    attribution,
    reference,
    turns_in,
    voices_in,
    words_in,
)
from qualcoder_nhs.domain.ids import CodeId, ParticipantId, QuoteId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.themes import Quote, Theme

BUDGET = 2
"""How often one person may be quoted in a theme before it is said."""


@dataclass(frozen=True)
class Stated:
    """What a theme claimed from a time on, and whose words they were."""

    text: str
    made: datetime
    by: str


@dataclass(frozen=True)
class Words:
    """Words of a transcript, cut from the text, with who said them and what was asked.

    `group` is the name of the group they were said in. `asked` is the question that was open,
    `prompt` what the moderator had said last before. `codes` are those of the layer shown that lie
    on it, `flags` what these codings, and those of identifying details anywhere, are marked with.
    """

    transcript: TranscriptId
    span: Span
    name: str
    group: str
    said: tuple[Said, ...]
    asked: str = ""
    prompt: str = ""
    codes: tuple[CodeId, ...] = ()
    flags: tuple[Flag, ...] = ()

    @property
    def turns(self) -> tuple[int, ...]:
        """The numbers of the turns it touches."""
        return turns_in(self.said)

    @property
    def text(self) -> str:
        """What was said; pieces of several turns stand on lines of their own."""
        return words_in(self.said)

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Who speaks, each once; the moderator only where nobody else does."""
        return voices_in(self.said)

    @property
    def people(self) -> frozenset[ParticipantId]:
        """The participants who speak."""
        return frozenset(person for voice in self.voices for person in voice.participants)

    @property
    def attribution(self) -> str:
        """Such as `(FG2, P4, medical director)`."""
        return attribution(self.name, self.voices)

    @property
    def reference(self) -> str:
        """Where to find it, such as `[FG2 t.41]`."""
        return reference(self.name, self.turns, self.span)


@dataclass(frozen=True)
class Chosen:
    """A quote with its words, who chose it, and the other themes that use words of it."""

    quote: Quote
    words: Words
    by: str
    elsewhere: tuple[str, ...] = ()


class Why(StrEnum):
    """Why words are offered as a counter-case."""

    DEVIANT = "deviant"
    DISSENT = "dissent"


@dataclass(frozen=True)
class Offered:
    """Words that might be chosen: coded under the theme, or speaking against one of its quotes."""

    words: Words
    elsewhere: tuple[str, ...] = ()
    why: Why | None = None


@dataclass(frozen=True)
class CodeLine:
    """A code of the theme with how widely it is said, it and all beneath it.

    `event` says that it marks what happens to the group, and counts in no participants.
    """

    code: Code
    path: str
    count: Count
    event: bool = False


class Check(StrEnum):
    """What is looked for before a theme is written."""

    NOT_QUOTED = "group not quoted"
    QUOTED_OFTEN = "person quoted often"
    ONE_VOICE = "one voice"
    NO_QUOTE = "code without a quote"
    IDENTIFYING = "identifying detail"
    TO_REFINE = "holding code"
    NO_COUNTER_CASE = "no counter-case"


@dataclass(frozen=True)
class Finding:
    """Something to look at before writing, in a sentence; `shows` are the words it is about."""

    check: Check
    sentence: str
    shows: tuple[Words, ...] = ()
    quotes: tuple[QuoteId, ...] = ()


@dataclass(frozen=True)
class Noted:
    """A memo on the theme."""

    text: str
    by: str
    changed: datetime


@dataclass(frozen=True)
class GroupShape:
    """What a group made of a proposition, such as `shared, one dissenter`."""

    group: str
    shape: str
    proposition: str


@dataclass(frozen=True)
class ThemePage:
    """Everything that is shown of one theme; `number` counts themes from 1.

    `history` has what it claimed, oldest first; the last is its statement. `whole` counts all of
    its codes together: people, groups and turns once each. `names` tell people apart (`FG2 P5`).
    `shapes` say what each group made of it, where anybody has said so. `pool` is what is coded
    under it, strong quotes first; `against_pool` is what might be a counter-case.
    """

    theme: Theme
    number: int
    layer: str
    history: tuple[Stated, ...]
    codes: tuple[CodeLine, ...]
    whole: Count
    names: Mapping[ParticipantId, str]
    quotes: tuple[Chosen, ...]
    against: tuple[Chosen, ...]
    pool: tuple[Offered, ...]
    against_pool: tuple[Offered, ...]
    memos: tuple[Noted, ...] = ()
    findings: tuple[Finding, ...] = ()
    shapes: tuple[GroupShape, ...] = ()

    @property
    def statement(self) -> Stated | None:
        """What it claims now."""
        return self.history[-1] if self.history else None

    @property
    def chosen(self) -> tuple[Chosen, ...]:
        """All quotes, those against the grain last."""
        return (*self.quotes, *self.against)

"""Excerpts: coded passages with who said them, in the order and with the counts a reader needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import ParticipantId, TranscriptId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span


@dataclass(frozen=True)
class Voice:
    """What one label of one transcript stands for, ready to show: `P4`, `medical director`.

    `participants` are empty for moderators and unknown voices. `survey` is the name of the survey
    that a respondent answered, empty for whoever was in a room.
    """

    label: str
    name: str
    function: Function
    role: str = ""
    participants: tuple[ParticipantId, ...] = ()
    survey: str = ""


@dataclass(frozen=True)
class Said:
    """Words of one turn: all of them, or the part that an excerpt takes.

    `turn` and `voice` are None in text that is no turn. `span` is the place in the stored text.
    """

    turn: int | None
    voice: Voice | None
    span: Span
    text: str


@dataclass(frozen=True)
class Excerpt:
    """A coding with its words, cut from the stored text.

    `said` has one piece a turn, in order; `before` and `after` are whole turns around it.
    `text` is the passage as it stands, `words` what was said in it, without labels and time marks.
    `round` is the name of the round it was made in, if any.
    """

    coding: Coding
    code: Code
    path: str
    transcript: str
    group: str
    coder: str
    text: str
    said: tuple[Said, ...]
    before: tuple[Said, ...] = ()
    after: tuple[Said, ...] = ()
    memo: str | None = None
    round: str | None = None

    @property
    def layer(self) -> str:
        """What the layer it was made in is called: a round by its name."""
        return self.round or self.coding.layer

    @property
    def turns(self) -> tuple[int, ...]:
        """The numbers of the turns it touches."""
        return turns_in(self.said)

    @property
    def words(self) -> str:
        """What was said in it; pieces of several turns stand on lines of their own."""
        return words_in(self.said)

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Who speaks in it, each once; the moderator only where nobody else does."""
        return voices_in(self.said)

    @property
    def attribution(self) -> str:
        """Such as `(FG2, P4, medical director)` or `(FG1, P1, P6: chief executive)`."""
        return attribution(self.transcript, self.voices)

    @property
    def reference(self) -> str:
        """Where to find it: `[FG2 t.41]`, `[FG1 t.21–24]`, or the characters where no turn is."""
        return reference(self.transcript, self.turns, self.coding.span)


def turns_in(said: Iterable[Said]) -> tuple[int, ...]:
    """The numbers of the turns that these pieces are of."""
    return tuple(piece.turn for piece in said if piece.turn is not None)


def words_in(said: Iterable[Said]) -> str:
    """What was said; pieces of several turns stand on lines of their own."""
    return "\n".join(piece.text for piece in said)


def voices_in(said: Iterable[Said]) -> tuple[Voice, ...]:
    """Who speaks in these pieces, each once; the moderator only where nobody else does."""
    heard = {piece.voice.label: piece.voice for piece in said if piece.voice}
    asked = (Function.MODERATOR, Function.CO_MODERATOR, Function.NOTE_TAKER)
    answering = [voice for voice in heard.values() if voice.function not in asked]
    return tuple(answering or heard.values())


def attribution(transcript: str, voices: Sequence[Voice]) -> str:
    """Such as `(FG2, P4, medical director)` or `(FG1, P1, P6: chief executive)`.

    A respondent answered a survey, whose name stands there instead: `(Survey, R12, nurse)`.
    """
    place = next((voice.survey for voice in voices if voice.survey), transcript)
    names = [voice.name for voice in voices]
    roles = list(dict.fromkeys(voice.role for voice in voices if voice.role))
    if len(names) > 1 and roles:
        return f"({place}, {', '.join(names)}: {', '.join(roles)})"
    return f"({', '.join([place, *names, *roles])})"


def reference(transcript: str, turns: Sequence[int], span: Span) -> str:
    """Where to find it: `[FG2 t.41]`, `[FG1 t.21–24]`, or the characters where no turn is."""
    if not turns:
        return f"[{transcript} {span.start}–{span.end}]"
    first, last = turns[0], turns[-1]
    return f"[{transcript} t.{first}]" if first == last else f"[{transcript} t.{first}–{last}]"


@dataclass(frozen=True)
class Spread:
    """How widely something is said; every count over its denominator.

    Participants are those of the groups looked at; turns are participants' turns touched. People
    who answered a survey are respondents, who are no group and are never added to participants.
    """

    excerpts: int
    groups: int
    groups_of: int
    participants: int
    participants_of: int
    turns: int
    respondents: int = 0
    respondents_of: int = 0


@dataclass(frozen=True)
class Section:
    """One code of an excerpt book, with the excerpts right under it. `depth` 1 is a root."""

    code: Code
    path: str
    depth: int
    spread: Spread
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True)
class LeftOut:
    """Codings that a book does not hold, and why, in words."""

    count: int
    why: str


@dataclass(frozen=True)
class ExcerptBook:
    """What an export of excerpts writes: sections in the order of the tree, and what is missing.

    `scope` says the filters in words; `total` counts the excerpts and what was left out.
    `widened` counts the people of whom less is told than is known, so that nobody is recognised.
    """

    study: str
    coder: str
    made: datetime
    layer: str
    scope: str
    sections: tuple[Section, ...]
    spread: Spread
    left_out: tuple[LeftOut, ...] = ()
    transcripts: tuple[TranscriptId, ...] = ()
    widened: int = 0

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """All of them, in order."""
        return tuple(excerpt for section in self.sections for excerpt in section.excerpts)

    @property
    def total(self) -> int:
        """What could have been written."""
        return len(self.excerpts) + sum(left.count for left in self.left_out)

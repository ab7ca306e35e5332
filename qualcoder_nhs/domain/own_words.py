"""Own words: all that one participant said, for them to check."""

from dataclasses import dataclass
from datetime import datetime

from qualcoder_nhs.domain.ids import TranscriptId


@dataclass(frozen=True)
class OwnTurn:
    """A turn of the participant. `asked` is told where it is another question than before.

    `together` where the label of the turn stands for others, too.
    """

    index: int
    text: str
    asked: str = ""
    together: bool = False


@dataclass(frozen=True)
class OwnSession:
    """What they said in one discussion."""

    transcript: TranscriptId
    name: str
    turns: tuple[OwnTurn, ...]


@dataclass(frozen=True)
class OwnWords:
    """The extract of one participant. `name` tells them from the others: `FG1 P3`."""

    study: str
    name: str
    made: datetime
    sessions: tuple[OwnSession, ...]

    @property
    def turns(self) -> int:
        """How many turns it holds."""
        return sum(len(one.turns) for one in self.sessions)

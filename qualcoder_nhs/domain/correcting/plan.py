"""What a correction of a transcript does to everything that lies on its words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qualcoder_nhs.domain.correcting.following import Fate
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.i18n import N_, _


class Losing(StrEnum):
    """What is done with a coding, quote, link or mark whose words, or whose turn, went."""

    REFUSE = "refuse"
    KEEP = "keep"
    REMOVE = "remove"


class Thing(StrEnum):
    """What lies on words, or names a turn by its number."""

    CODING = "coding"
    MEMO = "memo"
    QUOTE = "quote"
    LINK = "link"
    ASKING = "question"
    PRESENCE = "presence"
    VOICING = "proposition"
    SUMMARY = "summary"
    SAMPLE = "sample"
    SPEAKER = "speaker"

    @property
    def words(self) -> str:
        """What it is called."""
        return _(_THINGS[self])


_THINGS = {
    Thing.CODING: N_("coding"),
    Thing.MEMO: N_("memo"),
    Thing.QUOTE: N_("quote of a theme"),
    Thing.LINK: N_("link"),
    Thing.ASKING: N_("question"),
    Thing.PRESENCE: N_("presence"),
    Thing.VOICING: N_("proposition"),
    Thing.SUMMARY: N_("summary"),
    Thing.SAMPLE: N_("turns of a round"),
    Thing.SPEAKER: N_("speaker"),
}


@dataclass(frozen=True)
class Touched:
    """One thing that a correction reaches, as it was and as it is to be.

    `name` says which it is, such as the code's name; `who` and `layer` are the names of its coder
    and of where it was made, empty where it has none. `before` and `after` are its words, or what
    it says of turns; `turn` is the old number of the turn it begins in, None before the first.
    `why` says in a sentence why a lost thing is lost, where its words alone do not.
    """

    thing: Thing
    id: str
    name: str
    who: str
    layer: str
    turn: int | None
    before: str
    after: str
    fate: Fate
    why: str = ""

    @property
    def told(self) -> bool:
        """Whether anybody need look at it: more than its place changes."""
        return not self.fate.same_words


@dataclass(frozen=True)
class Changed:
    """Words that come for others; `turn` is the old number of their turn, None outside turns.

    Words that `moved` stand elsewhere; where that is in a turn, `to` is its new number.
    """

    turn: int | None
    before: str
    after: str
    moved: bool = False
    to: int | None = None


@dataclass(frozen=True)
class Renumbered:
    """How the turns fare: how many there were and are, which went or came, and which `moved`.

    What went or moved is told by old numbers, what came by new ones.
    """

    before: int
    after: int
    gone: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()


@dataclass(frozen=True)
class CorrectionPlan:
    """All that a correction does.

    `touched` is what whoever acts may see, codings first, in the order of the text; `hidden` says
    of the rest, the work of others in blind rounds, how many share which fate. `along` counts
    codings that lie on none of the words in question, and so were not looked at one by one. `notes`
    are sentences about the transcript as a whole.
    """

    transcript: TranscriptId
    name: str
    words: int
    changed: tuple[Changed, ...]
    turns: Renumbered
    touched: tuple[Touched, ...]
    hidden: tuple[tuple[Fate, int], ...] = ()
    notes: tuple[str, ...] = ()
    along: tuple[tuple[Fate, int], ...] = ()

    @property
    def told(self) -> tuple[Touched, ...]:
        """What is to be looked at: all but what only moved."""
        return tuple(one for one in self.touched if one.told)

    @property
    def fates(self) -> Counter[Fate]:
        """How many things share which fate, all that are not listed among them."""
        counted = Counter(one.fate for one in self.touched)
        counted.update(dict(self.hidden))
        counted.update(dict(self.along))
        return counted

    @property
    def losses(self) -> int:
        """How many things would be left without words or turn."""
        return self.fates[Fate.LOST]


def by_fate(fates: Iterable[Fate]) -> tuple[tuple[Fate, int], ...]:
    """How many share each."""
    counted = Counter(fates)
    return tuple((fate, counted[fate]) for fate in Fate if counted[fate])

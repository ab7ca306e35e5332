"""What every move stands on: both texts, how passages follow, and what things are called."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualcoder_nhs.domain.correcting.difference import difference, difference_within
from qualcoder_nhs.domain.correcting.following import Fate, Following
from qualcoder_nhs.domain.correcting.plan import Thing, Touched
from qualcoder_nhs.domain.correcting.retelling import Retold
from qualcoder_nhs.domain.correcting.turns import TurnMap, turn_map
from qualcoder_nhs.domain.transcript import Transcript


@dataclass(frozen=True)
class Names:
    """What people call things, by id. Things that are gone are called by nothing."""

    coders: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    layers: Mapping[str, str] = field(default_factory=dict)
    themes: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)
    propositions: Mapping[str, str] = field(default_factory=dict)
    participants: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Ground:
    """A correction in the making."""

    old: Transcript
    new: Transcript
    following: Following
    turns: TurnMap
    names: Names

    @classmethod
    def between(cls, old: Transcript, new: Transcript, names: Names) -> "Ground":
        """How the one follows from the other, as far as their words tell."""
        following = Following(difference(old.text, new.text))
        return cls(old, new, following, turn_map(following, old.turns, new.turns), names)

    @classmethod
    def of_passage(cls, one: Retold, names: Names) -> "Ground":
        """How the one follows from the other where only the words of a passage differ."""
        found = difference_within(one.old.text, one.new.text, one.was, one.becomes)
        same = {turn.index: turn.index for turn in one.old.turns}
        return cls(one.old, one.new, Following(found), TurnMap(same, (), ()), names)


@dataclass(frozen=True)
class Move:
    """One thing as it was, and as it is to be: None where nothing of it can stay."""

    before: object
    after: object | None
    touched: Touched

    @property
    def lost(self) -> bool:
        """Whether somebody has to say what becomes of it."""
        return self.touched.fate is Fate.LOST

    @property
    def thing(self) -> Thing:
        """What it is."""
        return self.touched.thing

"""What may be links: words of agreement, hedged dissent, questions and names, never certainties."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from qualcoder_nhs.analysis.first_names import first_names
from qualcoder_nhs.analysis.link_cues import Cue, cue_in, name_cue
from qualcoder_nhs.domain.excerpts import Voice
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.people import MODERATING
from qualcoder_nhs.domain.speech import count_words
from qualcoder_nhs.domain.suggested_links import SuggestedLink
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.i18n import N_, _

_REACH = 4
"""How many turns back somebody answers who does not say whom."""

_SHORT = 3
"""A turn of so few words is heard, not answered."""

_STAGE = re.compile(r"\[[^\]]*\]|\([^)]*\)|//")


@dataclass(frozen=True)
class Suggesting:
    """One transcript with who speaks in it, looked through once."""

    transcript: Transcript
    voices: Mapping[str, Voice]

    def all(self) -> list[SuggestedLink]:
        """What the words suggest, in order of turns, at most one link a turn."""
        found = (self.of(turn) for turn in self.transcript.turns)
        return [one for one in found if one is not None]

    def of(self, turn: Turn) -> SuggestedLink | None:
        """What the words of one turn suggest; nothing for whoever moderates."""
        if self._moderates(turn) or not turn.words:
            return None
        return self._by_name(turn) or self._by_cue(turn)

    def _by_name(self, turn: Turn) -> SuggestedLink | None:
        """Somebody is named as the one who is joined, or parted from."""
        words = self.words(turn)
        for label, names in self._names.items():
            cue = name_cue(words, names) if label != turn.label else None
            target = self._last_of(label, turn.index) if cue else None
            if cue and target:
                return self._made(turn, target, cue, _(_NAMED))
        return None

    def _by_cue(self, turn: Turn) -> SuggestedLink | None:
        target = self._answered(turn)
        if target is None:
            return None
        asked = self.words(target).rstrip(" —-–").endswith("?")
        cue = cue_in(self.words(turn), asked=asked)
        if cue is None or (cue.kind is LinkKind.AGREE and self._said(target) <= _SHORT):
            return None  # one yes after another answers whoever asked them all
        return self._made(turn, target, cue, _(_WHY[cue.kind]))

    def _made(self, turn: Turn, target: Turn, cue: Cue, why: str) -> SuggestedLink:
        return SuggestedLink(turn.index, target.index, cue.kind, cue.words, why)

    def words(self, turn: Turn) -> str:
        """What is said in a turn, without what is only noted."""
        said = _STAGE.sub(" ", turn.words.of(self.transcript.text))
        return " ".join(said.replace("’", "'").split()).lstrip("—–-… ")

    def _moderates(self, turn: Turn) -> bool:
        voice = self.voices.get(turn.label)
        return voice is not None and voice.function in MODERATING

    def _answered(self, turn: Turn) -> Turn | None:
        """The last thing another participant said, unless a moderator has spoken since."""
        heard: Turn | None = None
        for one in self._before(turn.index):
            if self._moderates(one):
                if self._said(one) > _SHORT:
                    break
            elif one.label != turn.label:
                heard = heard or one
                if self._said(one) > _SHORT:
                    return one
        return heard

    def _before(self, index: int) -> Iterator[Turn]:
        first = max(0, index - 1 - _REACH)
        return reversed(self.transcript.turns[first : index - 1])

    def _said(self, turn: Turn) -> int:
        words = self.words(turn)
        return count_words(words)

    def _last_of(self, label: str, index: int) -> Turn | None:
        """The last turn of somebody that says more than a word or two."""
        own = [one for one in self.transcript.turns[: index - 1] if one.label == label]
        return next((one for one in reversed(own) if self._said(one) > _SHORT), None)

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        """What each participant may be called, by label: names, labels, what they call themselves.

        A name that several bear means nobody.
        """
        called = first_names(self)
        names = {
            label: {voice.name, label} | ({called[label]} if label in called else set())
            for label, voice in self.voices.items()
            if voice.function not in MODERATING
        }
        every = [name for each in names.values() for name in each]
        return {
            label: frozenset(name for name in each if every.count(name) == 1)
            for label, each in names.items()
        }


_NAMED = N_("names whom it answers")
_WHY = {
    LinkKind.AGREE: N_("begins with words of agreement"),
    LinkKind.BUILD: N_("goes on from what was said"),
    LinkKind.SOFT: N_("parts from it with a hedge"),
    LinkKind.CHALLENGE: N_("contradicts without a hedge"),
    LinkKind.QUESTION: N_("asks another participant"),
}

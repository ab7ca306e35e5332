"""Places of a file in the words of here, where one side has corrected a transcript since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from qualcoder_nhs.domain.correcting.difference import difference
from qualcoder_nhs.domain.correcting.following import Fate, Following
from qualcoder_nhs.domain.correcting.record import digest
from qualcoder_nhs.domain.correcting.turns import TurnMap, turn_map
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.merge.sides import Here, There
from qualcoder_nhs.domain.rounds import Portion, Round
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript


@dataclass(frozen=True)
class Rewritten:
    """How the words of a transcript in the file became those that it has here, or the reverse."""

    following: Following
    turns: TurnMap

    @classmethod
    def between(cls, there: Transcript, here: Transcript) -> "Rewritten":
        """From the file to here."""
        following = Following(difference(there.text, here.text))
        return cls(following, turn_map(following, there.turns, here.turns))

    def place(self, span: Span) -> Span | None:
        """Where a passage of the file lies here; None where all its words went."""
        followed = self.following.passage(span)
        return None if followed.fate is Fate.LOST else followed.new

    def same_words(self, span: Span) -> bool:
        """Whether a passage of the file has the same words here."""
        return self.following.passage(span).fate.same_words


Corrections = Mapping[TranscriptId, Rewritten]
"""The transcripts of a file whose words are others here, by their ids there."""


def corrections(here: Here, there: There, wanted: Iterable[TranscriptId]) -> Corrections:
    """How each of these became what it is here."""
    return {
        one: Rewritten.between(there.sessions[one].transcript, here.transcripts[one])
        for one in wanted
    }


def is_correction(here: Here, there: There, transcript: TranscriptId) -> bool:
    """Whether the same transcript has other words because one side corrected it, by its history."""
    own, text = here.transcripts.get(transcript), there.texts[transcript].text
    if own is None or transcript not in there.sessions:
        return False
    once = here.former.get(transcript, frozenset())
    return digest(text) in once or digest(own.text) in there.former.get(transcript, frozenset())


def renumbered(there: There, corrected: Corrections) -> There:
    """The file with its turns, where they are named besides work, by their numbers here."""
    if not corrected:
        return there
    numbers = {one: found.turns for one, found in corrected.items()}
    presences = (
        replace(
            one,
            first=one.first and numbers[one.transcript].first_from(one.first),
            last=one.last and numbers[one.transcript].last_until(one.last),
        )
        if one.transcript in numbers
        else one
        for one in there.beside.presences
    )
    askings = (
        replace(one, turn=one.turn and numbers[one.transcript].numbers.get(one.turn))
        if one.transcript in numbers
        else one
        for one in there.beside.askings
    )
    beside = replace(there.beside, presences=tuple(presences), askings=tuple(askings))
    rounds = {layer: _renumbered(one, numbers) for layer, one in there.rounds.items()}
    return replace(there, beside=beside, rounds=rounds)


def _renumbered(one: Round, numbers: Mapping[TranscriptId, TurnMap]) -> Round:
    def anew(portion: Portion) -> Portion:
        turns = numbers.get(portion.transcript)
        if turns is None or portion.turns is None:
            return portion
        return replace(portion, turns=turns.within(portion.turns))

    return replace(one, portions=tuple(map(anew, one.portions)))

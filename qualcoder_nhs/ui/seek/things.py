"""All that can be had by name, and which of it letters mean: the better match first."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.transcript import TranscriptSummary
from qualcoder_nhs.i18n import N_, _

MOST = 9

_TURN = re.compile(r"(?:(?P<name>.+?)[\s,:·]+)?(?P<number>\d{1,9})")
_START, _WORD, _INSIDE, _NOT = range(4)


class Kind(Enum):
    """What a thing is, in a word."""

    COMMAND = N_("Command")
    TRANSCRIPT = N_("Transcript")
    CODE = N_("Code")
    TURN = N_("Turn")
    WORDS = N_("Find")


@dataclass(frozen=True)
class Thing:
    """A thing with its name. `beside` says more of it; `chip` is a code's colour.

    `number` is a turn's.
    """

    kind: Kind
    id: str
    name: str
    beside: str = ""
    key: str = ""
    chip: str = ""
    number: int = 0


@dataclass(frozen=True)
class Match:
    """A thing that letters mean, and where in its name they stand; `end` 0 for nowhere."""

    thing: Thing
    start: int = 0
    end: int = 0


def meant(
    things: Iterable[Thing], turns: Iterable[Thing], letters: str, most: int = MOST
) -> list[Match]:
    """Names that begin with the letters, then the turns, then words that do, then the rest.

    Among equals the order given. Without letters, the first things.
    """
    wanted = " ".join(letters.split())
    if not wanted:
        return [Match(thing) for thing in things][:most]
    ranked: list[list[Match]] = [[], [], [], []]
    for thing in things:
        rank, at = _rank(thing.name, wanted)
        ranked[rank].append(Match(thing, at, at + len(wanted)))
    numbered = [Match(turn) for turn in turns]
    return [*ranked[_START], *numbered, *ranked[_WORD], *ranked[_INSIDE]][:most]


def _rank(name: str, wanted: str) -> tuple[int, int]:
    found = [match.start() for match in re.finditer(re.escape(wanted), name, re.IGNORECASE)]
    if not found:
        return _NOT, 0
    if found[0] == 0:
        return _START, 0
    word = next((at for at in found if not name[at - 1].isalnum()), -1)
    return (_WORD, word) if word > 0 else (_INSIDE, found[0])


def turns_meant(
    transcripts: Sequence[TranscriptSummary], here: TranscriptId | None, letters: str
) -> list[Thing]:
    """The turn that `FG2 142` means; a number alone means the transcript on the desk.

    Where no transcript has the name, those are meant whose names begin with it.
    """
    asked = _TURN.fullmatch(letters.strip())
    if not asked:
        return []
    number, name = int(asked["number"]), (asked["name"] or "").casefold()
    if name:
        found = [one for one in transcripts if one.name.casefold() == name]
        found = found or [one for one in transcripts if one.name.casefold().startswith(name)]
    else:
        found = [one for one in transcripts if one.id == here]
    return [_turn(one, number) for one in found if 1 <= number <= one.turns]


def _turn(transcript: TranscriptSummary, number: int) -> Thing:
    words = _("{name}, turn {number}").format(name=transcript.name, number=number)
    return Thing(Kind.TURN, transcript.id, words, number=number)

"""The rounds of a study and the board of one: who has come how far with what, and no codings."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.codebook_version import (
    CodebookVersion,
    CodeDifference,
    differences,
    reworded,
)
from qualcoder_nhs.domain.ids import CodeId, CoderId, TranscriptId
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.domain.rounds import CodingState, Portion, Round, state_of, turns_to_code
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class Cell:
    """One coder with one transcript.

    `touched` of `to_code` turns carry a coding. Of a blind round one is told of others only what
    they finished, unless one leads the study: `state` and `touched` are None otherwise.
    """

    coder: CoderId
    transcript: TranscriptId
    state: CodingState | None
    touched: int | None
    to_code: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where there is nothing to code, or nothing is told."""
        return (self.touched or 0) / self.to_code if self.to_code else 0.0


@dataclass(frozen=True)
class RoundBoard:
    """A round with its coders and transcripts in order, and a cell for each pair of them."""

    round: Round
    version: int
    coders: tuple[Coder, ...]
    transcripts: Mapping[TranscriptId, str]
    cells: Mapping[tuple[CoderId, TranscriptId], Cell]

    @property
    def finished(self) -> int:
        """How many cells their coders say are done."""
        return sum(cell.state is CodingState.FINISHED for cell in self.cells.values())

    def unfinished(self) -> tuple[Cell, ...]:
        """What would be left out of a comparison now, since nobody said that it is done."""
        done = CodingState.FINISHED
        return tuple(cell for cell in self.cells.values() if cell.state is not done)


@dataclass(frozen=True)
class RoundWording:
    """What became of the codebook since a round froze it.

    `outdated` counts, by code, the round's codings that were made under another wording than
    today's; those one may see.
    """

    version: CodebookVersion
    differences: tuple[CodeDifference, ...]
    outdated: Mapping[CodeId, int]

    @property
    def codings(self) -> int:
        """All codings that were made under an older wording."""
        return sum(self.outdated.values())


def round_boards(read: Reader) -> tuple[RoundBoard, ...]:
    """All rounds, oldest first."""
    return tuple(_board(read, one) for one in read.rounds())


def round_board(read: Reader, words: str) -> RoundBoard:
    """The round with this name or id.

    Raises:
        NoSuch: when none bears it.
    """
    return _board(read, read.round(words))


def _board(read: Reader, one: Round) -> RoundBoard:
    known, names = {coder.id: coder for coder in read.coders()}, read.transcript_names()
    to_code = {portion.transcript: turns_in(read, portion) for portion in one.portions}
    return RoundBoard(
        one,
        read.version(one.version).number,
        tuple(known[coder] for coder in one.coders),
        {portion.transcript: names[portion.transcript] for portion in one.portions},
        _cells(read, one, to_code),
    )


def turns_in(read: Reader, portion: Portion) -> frozenset[int]:
    """The numbers of the turns that are to be coded of a transcript."""
    if portion.turns is not None:
        return frozenset(portion.turns)
    turns, speakers = read.turns(portion.transcript), read.speakers(portion.transcript)
    return frozenset(turns_to_code(turns, speakers))


def _cells(
    read: Reader, one: Round, to_code: Mapping[TranscriptId, frozenset[int]]
) -> dict[tuple[CoderId, TranscriptId], Cell]:
    touched, coded = read.turns_touched(one.layer, to_code), read.coded_in(one.layer)
    finished = {(said.coder, said.transcript) for said in read.finishes(one.layer)}

    def cell(coder: CoderId, transcript: TranscriptId) -> Cell:
        at, of = (coder, transcript), len(to_code[transcript])
        if not read.may_follow(one.layer, coder):
            state = CodingState.FINISHED if at in finished else None
            return Cell(coder, transcript, state, None, of)
        state = state_of(finished=at in finished, codings=at in coded)
        return Cell(coder, transcript, state, touched.get(at, 0), of)

    return {
        (coder, transcript): cell(coder, transcript)
        for coder in one.coders
        for transcript in to_code
    }


def round_wording(read: Reader, words: str) -> RoundWording:
    """How today's codebook differs from the one the round with this name or id was coded by.

    Raises:
        NoSuch: when none bears it.
    """
    one, today = read.round(words), read.codebook()
    version = read.version(one.version)
    used = read.code_counts(one.layer)
    old = reworded(version.codebook, today)
    return RoundWording(
        version,
        differences(version.codebook, today),
        {code: count for code, count in used.items() if code in old},
    )

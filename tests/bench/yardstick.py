"""The yardstick studies: one large transcript coded densely, and fifty of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.codebook import AddCode
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.actions.transcripts import AddTranscript
from qualcoder_nhs.domain.casting import proposed
from qualcoder_nhs.domain.coding import OPEN, Coding
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study

ROOTS, CODES, SPEAKERS = 8, 60, 7
SHORTEST, LONGEST = 15, 250


@dataclass(frozen=True)
class Size:
    """How large a study is; turns, words and codings are those of each transcript."""

    transcripts: int
    turns: int
    words: int
    codings: int


ONE_LARGE = Size(transcripts=1, turns=1_500, words=100_000, codings=10_000)
MANY = Size(transcripts=50, turns=300, words=20_000, codings=1_000)


@dataclass(frozen=True)
class Yardstick:
    """An open study with what benches name in it; `words` go from the commonest to the rarest."""

    study: Study
    transcript: TranscriptId
    coders: tuple[CoderId, ...]
    codes: tuple[CodeId, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class PutCodings:
    """Add codings in bulk."""

    codings: tuple[Coding, ...]
    label: ClassVar[str] = "Put codings"

    def apply(self, write: Writer) -> None:
        """Add them all."""
        write.add(*self.codings)


@contextmanager
def yardstick(size: Size) -> Iterator[Yardstick]:
    """Such a study in a folder of its own, the same every time; gone afterwards."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "yardstick.qnhs"
        with Study.create(path, "Yardstick", "HL") as study:
            yield fill(study, size)


def fill(study: Study, size: Size) -> Yardstick:
    """Transcripts, coders, codes and codings into a new study."""
    chance, words = Random(7), vocabulary()
    lead = study.ask(Reader.coder, "HL").id
    coders = (lead, study.run(AddCoder("JT"), lead))
    roots = [study.run(AddCode(f"Family {at}"), lead) for at in range(ROOTS)]
    codes = tuple(study.run(AddCode(f"Code {n}", roots[n % ROOTS]), lead) for n in range(CODES))
    for number in range(size.transcripts):
        study.run(_an_import(f"FG{number + 1}", size, chance, words), lead)
    transcripts = study.ask(Reader.transcripts)
    for one in transcripts:
        codings = tuple(_codings(one, size.codings, coders, codes, chance))
        study.run(PutCodings(codings), lead)
    return Yardstick(study, transcripts[0].id, coders, codes, words)


def vocabulary(count: int = 6_000) -> tuple[str, ...]:
    """Invented words, no two alike."""
    chance = Random(11)
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = "".join(chance.choice(pair) for pair in ("bdfklmnprst", "aeiou", "nrslt"))
        more = "".join(chance.choice(pair) for pair in ("bdgklmt", "aeio"))
        found[syllables + more * chance.randint(0, 2)] = None
    return tuple(found)


def talk(size: Size, chance: Random, words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Labels and what they say; a word is the rarer the later it stands in the vocabulary."""
    often = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    each, more = divmod(size.words, size.turns)
    for turn in range(size.turns):
        count = each + (turn < more)
        said = chance.choices(words, cum_weights=often, k=count)
        yield f"P{chance.randint(1, SPEAKERS)}", " ".join(said).capitalize() + "."


def _an_import(name: str, size: Size, chance: Random, words: tuple[str, ...]) -> AddTranscript:
    text, turns = "", []
    for index, (label, said) in enumerate(talk(size, chance, words), 1):
        label_at = Span(len(text), len(text) + len(label) + 1)
        start = label_at.end + 1
        turns.append(Turn(index, label, Span(start, start + len(said)), label_at))
        text += f"{label}: {said}\n"
    cast = proposed(dict.fromkeys(turn.label for turn in turns))
    return AddTranscript(name, text, tuple(turns), cast, "text", f"{name}.txt", name)


def _codings(
    transcript: Transcript,
    count: int,
    coders: tuple[CoderId, ...],
    codes: tuple[CodeId, ...],
    chance: Random,
) -> Iterator[Coding]:
    """Within turns; the last turn is left free, and no coder has the same code twice in one."""
    taken = set()
    while len(taken) < count:
        turn = chance.choice(transcript.turns[:-1])
        coder, code = coders[len(taken) % len(coders)], chance.choice(codes)
        if (turn.index, coder, code) in taken:
            continue
        taken.add((turn.index, coder, code))
        start = chance.randint(turn.words.start, turn.words.end - SHORTEST)
        end = min(turn.words.end, start + chance.randint(SHORTEST, LONGEST))
        name = CodingId(f"{transcript.name}-{len(taken)}")
        yield Coding(name, transcript.id, coder, code, OPEN, Span(start, end), transcript.added)

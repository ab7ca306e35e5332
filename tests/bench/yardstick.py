"""The studies that speeds are measured on: one long transcript, and a project of fifty."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate, cycle, islice, repeat
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from qualcoder_nhs.actions.codebook import AddCode
from qualcoder_nhs.domain.coding import OPEN, Coding
from qualcoder_nhs.domain.ids import CodeId, CodingId, TranscriptId, new_id
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.writer import Writer
from qualcoder_nhs.study import Study
from tests.builders import a_study, an_import, coder

CODES = 60
_SYLLABLES = ("tru", "st", "man", "ag", "er", "doc", "tor", "fi", "nan", "ce", "qua", "li", "ty")


@contextmanager
def long_transcript() -> Iterator[tuple[Study, TranscriptId]]:
    """One transcript of 100,000 words in 1,500 turns, 10,000 codings by 2 coders of 60 codes."""
    with TemporaryDirectory() as folder, a_study(Path(folder) / "long.qnhs") as study:
        (transcript,) = _fill(study, transcripts=1, words=100_000, turns=1_500, codings=10_000)
        yield study, transcript


@contextmanager
def project() -> Iterator[tuple[Study, list[TranscriptId]]]:
    """50 transcripts, 1 million words, 50,000 codings."""
    with TemporaryDirectory() as folder, a_study(Path(folder) / "project.qnhs") as study:
        yield study, _fill(study, transcripts=50, words=20_000, turns=300, codings=1_000)


def _fill(
    study: Study, *, transcripts: int, words: int, turns: int, codings: int
) -> list[TranscriptId]:
    dice, lead = random.Random(3), coder(study)
    codes = [study.run(AddCode(f"Code {number}"), lead) for number in range(CODES)]
    made = []
    for number in range(transcripts):
        text = a_text(dice, words, turns)
        made.append(study.run(an_import(f"FG{number}", text), lead))
        for who in (lead, coder(study, "AB")):
            spans = some_spans(dice, len(text), codings // 2)
            study.run(CodeMany(made[-1], spans, codes), who)
    return made


def a_text(dice: random.Random, words: int, turns: int) -> str:
    """Talk of a few people, in made-up words that are as unevenly used as real ones."""
    known = ["".join(dice.choices(_SYLLABLES, k=dice.randint(1, 4))) for _ in range(5_000)]
    weights = list(accumulate(1 / rank for rank in range(1, len(known) + 1)))
    said = iter(dice.choices(known, cum_weights=weights, k=words))
    each = words // turns
    talk = (" ".join(islice(said, each)) for _ in range(turns))
    return "\n".join(f"P{turn % 8}: {words}" for turn, words in enumerate(talk))


def some_spans(dice: random.Random, length: int, count: int) -> list[Span]:
    """Passages of one sentence to a few turns, anywhere in the text."""
    starts = (dice.randrange(length - 1_000) for _ in range(count))
    return [Span(start, start + dice.randint(40, 900)) for start in starts]


@dataclass(frozen=True)
class CodeMany:
    """Many codings in one step, as a merge or an import brings them."""

    transcript: TranscriptId
    spans: Sequence[Span]
    codes: Sequence[CodeId]
    label: ClassVar[str] = "Code many"

    def apply(self, write: Writer) -> None:
        """Put the codes on the passages in turn."""
        write.add(*map(self._coding, repeat(write), self.spans, cycle(self.codes)))

    def _coding(self, write: Writer, span: Span, code: CodeId) -> Coding:
        made = CodingId(new_id())
        return Coding(made, self.transcript, write.coder, code, OPEN, span, write.now)

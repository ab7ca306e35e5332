"""A small study with two groups, spoken words and a few codings, known by heart."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from qualcoder_nhs.actions.codebook import AddCode
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.actions.transcripts import AddTranscript
from qualcoder_nhs.domain.casting import Part, proposed
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId, TranscriptId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.queries.blind_pair import Pair, a_pair

FG1 = [
    ("MOD", "What gives?"),
    ("P1", "Money gives, every year."),
    ("P2", "No. [laughs] Waiting gives \U0001f642 first."),
    ("P1 and P2", "Friday."),
    ("MOD", "Say more?"),
]
FG2 = [("P1", "Nobody asked me which."), ("?", "Sorry, go on.")]


@dataclass
class Known:
    """The study with the ids that the tests speak of."""

    study: Study
    coder: CoderId
    fg1: TranscriptId
    fg2: TranscriptId
    codes: dict[str, CodeId]

    def code(self, transcript: TranscriptId, words: str, code: str) -> CodingId:
        text = self.study.ask(Reader.transcript, transcript).text
        start = text.index(words)
        span = Span(start, start + len(words))
        return self.study.run(CodePassage(transcript, span, self.codes[code]), self.coder).coding


def spoken(lines: list[tuple[str, str]]) -> tuple[str, tuple[Turn, ...]]:
    """Stored text and turns of `label: words` lines."""
    text, turns = "Front matter\n", []
    for index, (label, words) in enumerate(lines, 1):
        start = len(text) + len(label) + 2
        said = Span(start, start + len(words))
        turns.append(Turn(index, label, said, Span(len(text), len(text) + len(label))))
        text += f"{label}: {words}\n"
    return text, tuple(turns)


def add(
    study: Study, coder: CoderId, name: str, lines: list[tuple[str, str]], role: str
) -> TranscriptId:
    text, turns = spoken(lines)
    cast = {
        label: Part(part.function, part.participants, {"role": role})
        if part.function is Function.PARTICIPANT
        else part
        for label, part in proposed(dict.fromkeys(label for label, _ in lines)).items()
    }
    action = AddTranscript(name, text, turns, cast, "text", f"{name}.txt", f"hash of {name}")
    return study.run(action, coder)


@pytest.fixture
def known(tmp_path: Path) -> Iterator[Known]:
    """Two transcripts, and Trust > Suspicion > {Motive, Skill} beside Money."""
    with Study.create(tmp_path / "known.qnhs", "Known", "HL") as study:
        coder = study.ask(Reader.coders)[0].id
        study.run(AddCoder("DM"), coder)
        fg1 = add(study, coder, "FG1", FG1, "chief executive")
        fg2 = add(study, coder, "FG2", FG2, "medical director")
        codes: dict[str, CodeId] = {}
        for name, above in [
            ("Trust", None),
            ("Suspicion", "Trust"),
            ("Motive", "Suspicion"),
            ("Skill", "Suspicion"),
            ("Money", None),
        ]:
            codes[name] = study.run(AddCode(name, codes[above] if above else None), coder)
        yield Known(study, coder, fg1, fg2, codes)


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """A study without the work of one coder in a blind round, and the same with it."""
    with a_pair(tmp_path_factory.mktemp("blind")) as both:
        yield both

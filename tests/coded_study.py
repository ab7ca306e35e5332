"""A small study on disk with two groups, people of two roles, codes, codings, flags and memos."""

from pathlib import Path

from transcript_material import FG2, parsed

from qualcoder_nhs.actions.codebook import AddCode
from qualcoder_nhs.actions.codings import CodePassage, SetFlags
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.transcripts import AddTranscript
from qualcoder_nhs.domain.casting import Part, proposed
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.ids import CodeId, CoderId, TranscriptId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study

FG1 = """\
MOD: What was it that made you take the post?
P1: I told myself that I would give it two years.
P2: They decided by the Tuesday. The Thursday was so that we could say we had been in the room.
P1: Muddle does not have a cover sheet.
"""


class CodedStudy:
    """The study with the ids that tests name."""

    def __init__(self, path: Path) -> None:
        self.study = Study.create(path, "Doctors and managers", "HL")
        self.coder: CoderId = self.study.ask(Reader.coders)[0].id
        self.fg1 = self.add("FG1", FG1, "chief executive")
        self.fg2 = self.add("FG2", FG2, "medical director")
        run = self.study.run
        self.trust = run(AddCode("Trust"), self.coder)
        self.motive = run(AddCode("Doubted motive", self.trust), self.coder)
        self.money = run(AddCode("Finance tension"), self.coder)
        self.code(self.fg1, "They decided by the Tuesday.", self.motive)
        self.code(self.fg1, "Muddle does not have a cover sheet.", self.trust)
        first = self.code(self.fg2, "closing the eight beds was unsafe", self.money)
        self.code(self.fg2, "one asking for the second nurse.\nMD-01: So I rang", self.money)
        run(SetFlags(first, frozenset({Flag.STRONG, Flag.IDENTIFYING})), self.coder)
        run(WriteMemo("Compare FG1 P2.", coding=first), self.coder)
        run(WriteMemo("A loud room.", transcript=self.fg2), self.coder)
        run(WriteMemo("Why does nobody say money?"), self.coder)

    def add(self, name: str, text: str, role: str) -> TranscriptId:
        """Bring a transcript in whose participants all have one role."""
        understood = parsed(text)
        cast = {
            label: Part(part.function, part.participants, {"role": role})
            if part.function is Function.PARTICIPANT
            else part
            for label, part in proposed(turn.label for turn in understood.turns).items()
        }
        action = AddTranscript(
            name, text, understood.turns, cast, "text", f"{name}.txt", f"hash of {text}"
        )
        return self.study.run(action, self.coder)

    def code(self, transcript: TranscriptId, words: str, code: CodeId) -> str:
        """Put a code on the first place where the words stand."""
        start = self.study.ask(Reader.transcript, transcript).text.index(words)
        span = Span(start, start + len(words))
        return self.study.run(CodePassage(transcript, span, code), self.coder).coding

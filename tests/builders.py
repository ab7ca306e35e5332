"""Readable test material: imports of transcripts, and studies with something in them."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.asking import MarkAsked
from qualcoder_nhs.actions.attributes import AddAttributes
from qualcoder_nhs.actions.codebook import AddCode, ArchiveCode
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.finishing import FinishTranscript
from qualcoder_nhs.actions.guide import AddQuestion
from qualcoder_nhs.actions.links import LinkTurns
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.actions.presence import SayPresence
from qualcoder_nhs.actions.rounds import EndRound, NewRound
from qualcoder_nhs.actions.same_person import MakeOnePerson
from qualcoder_nhs.actions.transcripts import AddTranscript
from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.casting import Part, proposed
from qualcoder_nhs.domain.coding import SETTLED, Coding
from qualcoder_nhs.domain.ids import (
    CodeId,
    CoderId,
    CodingId,
    ParticipantId,
    TranscriptId,
    new_id,
)
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.rounds import Sample
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.storage import doors, engines
from qualcoder_nhs.storage.open_file import OpenFile
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.storage.schema import JOURNALLED
from qualcoder_nhs.study import Study

GROUP = (
    "MOD: Who decides?\n"
    "P1: The board does, and the nurses 🩺 hear of it later.\n"
    "P2: We were asked once.\n"
    "P1 and P2: Never again.\n"
    "MOD: [laughs] Say more."
)


def turns_of(text: str) -> tuple[Turn, ...]:
    """One turn a line of `label: words`."""
    turns: list[Turn] = []
    start = 0
    for line in text.split("\n"):
        label, found, words = line.partition(": ")
        if found:
            at = Span(start, start + len(label) + 1)
            said = Span(at.end + 1, at.end + 1 + len(words))
            turns.append(Turn(len(turns) + 1, label, said, at))
        start += len(line) + 1
    return tuple(turns)


def an_import(
    name: str = "FG1", text: str = GROUP, cast: dict[str, Part] | None = None
) -> AddTranscript:
    """Bringing in a transcript of `label: words` lines, cast as the labels propose."""
    turns = turns_of(text)
    cast = cast or proposed(turn.label for turn in turns)
    return AddTranscript(name, text, turns, cast, "text", f"{name}.txt", f"hash of {name}")


def a_study(path: Path) -> Study:
    """A new study with its lead HL and the coder AB, and nothing else."""
    study = Study.create(path, "Trust", "HL")
    study.run(AddCoder("AB"), coder(study))
    return study


def copied(make: Callable[[Path], Study], path: Path) -> Study:
    """What `make` makes, which it does once for all: open, and as it is when it was just made.

    To the program the copies are one study.
    """
    path = path.resolve()
    with doors.hold_new(path) as holder:
        shutil.copyfile(_made_once(make), path)
        return Study(OpenFile(path, doors._to_write(path), holder.kept()))


@cache
def _folder() -> "TemporaryDirectory[str]":
    """Gone with the process."""
    return TemporaryDirectory(prefix="studies-made-once-")


@cache
def _made_once(make: Callable[[Path], Study]) -> Path:
    path = Path(_folder().name) / f"{make.__name__}.qnhs"
    make(path).close()
    return path


def make_ahead() -> None:
    """Make what is copied, before a test changes what it is made with."""
    for make in (make_coded_study, make_study_with_rounds):
        _made_once(make)


def a_coded_study(path: Path) -> Study:
    """Two transcripts, five codes, codings of both coders, memos on all kinds of things."""
    return copied(make_coded_study, path)


def make_coded_study(path: Path) -> Study:
    """The same anew: another study than those."""
    study = a_study(path)
    lead, other = coder(study), coder(study, "AB")
    first = study.run(an_import(), lead)
    study.run(an_import("FG2", GROUP.replace("board", "trust")), lead)
    root = study.run(AddCode("Trust"), lead)
    warm = study.run(AddCode("Warm", root), lead)
    cold = study.run(AddCode("Cold", root), lead)
    study.run(AddCode("Money"), lead)
    study.run(ArchiveCode(study.run(AddCode("Old"), lead)), lead)
    one = study.run(CodePassage(first, Span(18, 40), warm), lead).coding
    study.run(CodePassage(first, Span(30, 60), cold), lead)
    study.run(CodePassage(first, Span(18, 40), warm), other)
    study.run(WriteMemo("Look at this", coding=one), lead)
    study.run(WriteMemo("A theme?", code=warm), other)
    study.run(WriteMemo("Tense", transcript=first, span=Span(0, 5)), other)
    study.run(WriteMemo("To do"), lead)
    _discuss(study, first, lead)
    return study


def _discuss(study: Study, room: TranscriptId, lead: CoderId) -> None:
    """Say who was there and what was asked."""
    drafts = (
        AttributeDraft(Subject.PARTICIPANT, "Role"),
        AttributeDraft(Subject.PARTICIPANT, "Nation", ("Wales",)),
        AttributeDraft(Subject.GROUP, "Mode"),
    )
    study.run(AddAttributes(drafts), lead)
    asked = study.run(AddQuestion("Who decides?", ("And at night?",)), lead)
    study.run(AddQuestion("What would help?"), lead)
    study.run(MarkAsked(room, asked, 1), lead)
    study.run(SayPresence(room, person(study, "FG1", "P2"), 3), lead)


def link_some(study: Study) -> None:
    """Two links in FG1, one of each coder."""
    first = transcript(study)
    study.run(LinkTurns(first, 3, 2, LinkKind.AGREE), coder(study))
    study.run(LinkTurns(first, 4, 3, LinkKind.BUILD), coder(study, "AB"))


def a_study_with_rounds(path: Path) -> Study:
    """A coded study with three rounds of FG1: one has ended, one runs, one runs blind."""
    return copied(make_study_with_rounds, path)


def make_study_with_rounds(path: Path) -> Study:
    """The same anew: another study than those."""
    study = make_coded_study(path)
    lead, other = coder(study), coder(study, "AB")
    first, both = transcript(study), (lead, other)
    ended = study.run(NewRound("Warm-up", both, (first,), blind=False), lead)
    for who in both:
        study.run(CodePassage(first, Span(18, 40), code(study, "Money"), ended), who)
    study.run(CodePassage(first, Span(35, 50), code(study, "Warm"), ended), other)
    study.run(FinishTranscript(first, ended), other)
    study.run(EndRound(ended), lead)
    running = study.run(NewRound("Together", both, (first,), blind=False), lead)
    study.run(CodePassage(first, Span(18, 30), code(study, "Warm"), running), lead)
    blind = study.run(NewRound("Pilot", both, (first,), sample=Sample(0.5, 7)), lead)
    study.run(CodePassage(first, Span(0, 60), code(study, "Cold"), blind), other)
    study.run(FinishTranscript(first), lead)
    study.run(MakeOnePerson(person(study, "FG1", "P1"), person(study, "FG2", "P1")), lead)
    return study


@dataclass(frozen=True)
class StandSettled:
    """Puts a settled coding there without a decision, as older studies hold them."""

    transcript: TranscriptId
    span: Span
    code: CodeId
    label: ClassVar[str] = "Settle as was done once"

    def apply(self, write: Writer) -> CodingId:
        made = CodingId(new_id())
        where = (self.transcript, write.coder, self.code, SETTLED, self.span)
        write.add(Coding(made, *where, write.now))
        return made


def coder(study: Study, name: str = "HL") -> CoderId:
    """The id of a coder."""
    return study.ask(Reader.coder, name).id


def transcript(study: Study, name: str = "FG1") -> TranscriptId:
    """The id of a transcript."""
    return study.ask(Reader.transcript_called, name)


def person(study: Study, name: str, label: str) -> ParticipantId:
    """The id of whoever a label of a transcript stands for."""
    speakers = study.ask(Reader.speakers, transcript(study, name))
    return next(one.participants[0] for one in speakers if one.label == label)


def code(study: Study, name: str) -> CodeId:
    """The id of a code."""
    return study.ask(Reader.codebook).find(name).id


def spans(study: Study, name: str = "HL") -> dict[CodingId, tuple[int, int]]:
    """Where the codings of a coder lie."""
    found = study.ask(Reader.codings, coder=coder(study, name))
    return {coding.id: (coding.span.start, coding.span.end) for coding in found}


Rows = dict[tuple[str, str], dict[str, Any]]


def all_rows(study: Study) -> Rows:
    """Every row that is journalled, by table and id."""
    return study.ask(_all_rows)


def _all_rows(read: Reader) -> Rows:
    """As the file has them, without what each statement costs on its way through our layers."""
    driver = engines.driver_of(read._connection)
    found: Rows = {}
    for name, table in JOURNALLED.items():
        columns = [column.name for column in table.columns]
        named = ", ".join(f'"{column}"' for column in columns)
        for values in driver.execute(f"SELECT {named} FROM {name}"):
            row = dict(zip(columns, values, strict=True))
            found[name, row["id"]] = row
    return found

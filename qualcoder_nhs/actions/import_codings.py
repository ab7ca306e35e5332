"""Taking codings from a table: rows that fit go in, the rest are named with their line."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import ClassVar, NamedTuple

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.codings import in_order, place, refuse_outside, refuse_unapplicable
from qualcoder_nhs.actions.rows_taken import LineProblem, Naming
from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.coding_draft import CodingDraft
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId, MemoId, TranscriptId, new_id
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import N_


class _Strand(NamedTuple):
    """Codings that may not overlap one another."""

    transcript: TranscriptId
    coder: CoderId
    code: CodeId
    layer: str


@dataclass(frozen=True)
class CodingsTaken:
    """How the rows of a table fared: `added` + `joined` + `known` + problems is all of them.

    A `joined` row overlapped a coding of the same coder and code, which grew; a `known` one was
    there already.
    """

    added: int
    joined: int
    known: int
    coders: tuple[str, ...]
    problems: tuple[LineProblem, ...]


@dataclass(frozen=True)
class ImportCodings:
    """Add codings by any coder; coders that are named and not known are added."""

    rows: tuple[CodingDraft, ...]
    name: str
    label: ClassVar[str] = N_("Import codings from {}")

    def apply(self, write: Writer) -> CodingsTaken:
        """Take in what fits; the same table twice changes nothing."""
        write.detail(self.name)
        taking = _Taking(write)
        for row in self.rows:
            taking.take(row)
        taking.write_all()
        return taking.result()


class _Taking:
    """The rows while they are looked up; nothing but coders is written before all are."""

    def __init__(self, write: Writer) -> None:
        self._write, self._naming = write, Naming(write)
        self._codebook: Codebook = write.read.codebook()
        self._there = _by_strand(write.read.codings())
        self._coming: dict[_Strand, list[tuple[Coding, str]]] = defaultdict(list)
        self._known = self._added = self._joined = 0

    def take(self, row: CodingDraft) -> None:
        """Look a row up; a problem where it does not fit."""
        try:
            coding = self._looked_up(row)
            self._refuse_unless_shown(coding)
        except Refusal as refusal:
            self._naming.refuse(row, refusal)
            return
        strand = _strand(coding)
        if _covered(coding, self._there):
            self._known += 1
        else:
            self._coming[strand].append((coding, row.memo))

    def _looked_up(self, row: CodingDraft) -> Coding:
        transcript = self._naming.transcript(row)
        code = self._codebook.find(row.code)
        refuse_unapplicable(code)
        span = Span(row.start, row.end)
        refuse_outside(span, transcript.name, transcript.characters)
        self._naming.refuse_newcomer(row)
        return Coding(
            CodingId(new_id()),
            transcript.id,
            self._naming.coder(row),
            code.id,
            self._naming.layer(row),
            span,
            self._write.now,
            in_order(row.flags),
        )

    def _refuse_unless_shown(self, coding: Coding) -> None:
        """What may not come in is known all the same where whoever acts sees it there."""
        try:
            self._naming.layers.refuse_passage(coding, for_others=True)
        except Refusal:
            if not _covered(coding, self._shown):
                raise

    @cached_property
    def _shown(self) -> dict[_Strand, list[Span]]:
        """Without what a blind round keeps from whoever acts: an answer must not tell of it."""
        return _by_strand(self._write.seen.codings())

    def write_all(self) -> None:
        """Write in bulk where nothing overlaps, one by one where codings have to grow."""
        free: list[tuple[Coding, str]] = []
        growing: list[tuple[Coding, str]] = []
        for strand, coming in self._coming.items():
            spans = [*self._there[strand], *(coding.span for coding, _memo in coming)]
            (growing if _any_overlap(spans) else free).extend(coming)
        self._write.add(*(coding for coding, _memo in free))
        self._added += len(free)
        for coding, _memo in growing:
            self._place(coding)
        memos = [self._memo(coding, memo) for coding, memo in free if memo]
        self._write.add(*memos)
        self._memo_on_grown([(coding, memo) for coding, memo in growing if memo])

    def _place(self, coding: Coding) -> None:
        placed = place(self._write, coding)
        self._joined += placed.extended > 0
        self._added += placed.extended == 0

    def _memo_on_grown(self, wanted: Sequence[tuple[Coding, str]]) -> None:
        for coding, memo in wanted:
            for grown in self._write.read.codings(
                coding.transcript, [coding.code], coding.coder, coding.layer, coding.span
            ):
                self._write.add(self._memo(grown, memo))

    def _memo(self, coding: Coding, text: str) -> Memo:
        now = self._write.now
        return Memo(MemoId(new_id()), coding.coder, text, now, now, coding=coding.id)

    def result(self) -> CodingsTaken:
        """How all rows fared."""
        return CodingsTaken(
            self._added,
            self._joined,
            self._known,
            self._naming.newcomers,
            self._naming.problems,
        )


def _strand(coding: Coding) -> _Strand:
    return _Strand(coding.transcript, coding.coder, coding.code, coding.layer)


def _by_strand(codings: Iterable[Coding]) -> dict[_Strand, list[Span]]:
    found: dict[_Strand, list[Span]] = defaultdict(list)
    for coding in codings:
        found[_strand(coding)].append(coding.span)
    return found


def _covered(coding: Coding, there: Mapping[_Strand, Sequence[Span]]) -> bool:
    return any(span.covers(coding.span) for span in there.get(_strand(coding), ()))


def _any_overlap(spans: Iterable[Span]) -> bool:
    ordered = sorted(spans)
    return any(one.end > other.start for one, other in pairwise(ordered))

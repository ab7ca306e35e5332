"""Taking codings from a table: rows that fit go in, the rest are named with their line."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import ClassVar, NamedTuple

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.codings import in_order, refuse_outside, refuse_unapplicable
from qualcoder_nhs.actions.rows_taken import LineProblem, Naming
from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.coding_draft import CodingDraft
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId, MemoId, TranscriptId, new_id
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import N_


class _Strand(NamedTuple):
    """What a coder says of passages with one code in one layer."""

    transcript: TranscriptId
    coder: CoderId
    code: CodeId
    layer: str


@dataclass(frozen=True)
class CodingsTaken:
    """How the rows of a table fared: `added` + `known` + problems is all of them.

    A `known` row was there already. Of those added, `overlapping` share words with another coding
    of the same coder and code: work that was done elsewhere stays as it was done, in so many
    pieces, and only coding here joins them.
    """

    added: int
    known: int
    overlapping: int
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
        self._coming: list[tuple[Coding, str]] = []
        self._known = 0

    def take(self, row: CodingDraft) -> None:
        """Look a row up; a problem where it does not fit."""
        try:
            coding = self._looked_up(row)
            self._refuse_unless_shown(coding)
        except Refusal as refusal:
            self._naming.refuse(row, refusal)
            return
        there = self._there[_strand(coding)]
        if coding.span in there:
            self._known += 1
        else:
            there.add(coding.span)
            self._coming.append((coding, row.memo))

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
            if coding.span not in self._shown[_strand(coding)]:
                raise

    @cached_property
    def _shown(self) -> dict[_Strand, set[Span]]:
        """Without what a blind round keeps from whoever acts: an answer must not tell of it."""
        return _by_strand(self._write.seen.codings())

    def write_all(self) -> None:
        """Write the codings, then the memos on them."""
        self._write.add(*(coding for coding, _memo in self._coming))
        self._write.add(*(self._memo(coding, memo) for coding, memo in self._coming if memo))

    def _memo(self, coding: Coding, text: str) -> Memo:
        now = self._write.now
        return Memo(MemoId(new_id()), coding.coder, text, now, now, coding=coding.id)

    def result(self) -> CodingsTaken:
        """How all rows fared."""
        return CodingsTaken(
            len(self._coming),
            self._known,
            self._overlapping(),
            self._naming.newcomers,
            self._naming.problems,
        )

    def _overlapping(self) -> int:
        """How many rows overlap what stands before them, or the one before does."""
        coming = {(_strand(coding), coding.span) for coding, _memo in self._coming}
        strands = {strand for strand, _span in coming}
        pairs = (
            (strand, pair) for strand in strands for pair in pairwise(sorted(self._there[strand]))
        )
        return sum(
            one.end > other.start and not {(strand, one), (strand, other)}.isdisjoint(coming)
            for strand, (one, other) in pairs
        )


def _strand(coding: Coding) -> _Strand:
    return _Strand(coding.transcript, coding.coder, coding.code, coding.layer)


def _by_strand(codings: Iterable[Coding]) -> dict[_Strand, set[Span]]:
    found: dict[_Strand, set[Span]] = defaultdict(set)
    for coding in codings:
        found[_strand(coding)].add(coding.span)
    return found

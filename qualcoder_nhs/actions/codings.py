"""Putting codes on passages: code, remove, move ends, change the code, flag."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.layers import Layers, changeable, flaggable
from qualcoder_nhs.domain.codebook import Applicable, Code
from qualcoder_nhs.domain.coding import OPEN, Coding, Flag
from qualcoder_nhs.domain.errors import Archived, EmptyPassage, NotApplicable, OutsideText
from qualcoder_nhs.domain.ids import CodeId, CodingId, TranscriptId, new_id
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class Coded:
    """Where a coding ended up, and how many of the coder's own it grew out of."""

    coding: CodingId
    span: Span
    extended: int = 0


@dataclass(frozen=True)
class CodePassage:
    """Put a code on a passage; where it overlaps the same coder's coding, that one grows."""

    transcript: TranscriptId
    span: Span
    code: CodeId
    layer: str = OPEN
    label: ClassVar[str] = N_("Code passage with {}")

    def apply(self, write: Writer) -> Coded:
        """Code it.

        Raises:
            EmptyPassage, OutsideText: when the span is no passage.
            NotApplicable, Archived: when the code is not put on words, or no more.
            NoSuch: when the transcript or the code is gone, or there is no such layer.
            Refusal: as the layer says.
        """
        code = write.read.code(self.code)
        refuse_unapplicable(code)
        refuse_no_passage(write, self.transcript, self.span)
        write.detail(code.name)
        fresh = Coding(
            CodingId(new_id()),
            self.transcript,
            write.coder,
            self.code,
            self.layer,
            self.span,
            write.now,
        )
        layers = Layers(write)
        layers.refuse_unknown(self.layer)
        layers.refuse_passage(fresh)
        return place(write, fresh)


@dataclass(frozen=True)
class RemoveCodings:
    """Take codings off their passages, with the memos on them."""

    codings: tuple[CodingId, ...]
    label: ClassVar[str] = N_("Remove {}")

    def apply(self, write: Writer) -> None:
        """Remove them.

        Raises:
            NoSuch: when one is gone already.
            Refusal: as its layer says.
        """
        found = changeable(write, self.codings)
        write.detail(_names(write, found))
        for coding in found:
            write.remove(*write.read.memos_on("coding", coding.id))
        write.remove(*found)


@dataclass(frozen=True)
class MoveEnds:
    """Give a coding another passage of the same transcript."""

    coding: CodingId
    span: Span
    label: ClassVar[str] = N_("Move the ends of {}")

    def apply(self, write: Writer) -> Coded:
        """Move them; where the new passage overlaps a twin, the two become one.

        Raises:
            EmptyPassage, OutsideText: when the span is no passage.
            NoSuch: when the coding is gone.
            Refusal: as its layer says.
        """
        [old] = changeable(write, [self.coding])
        refuse_no_passage(write, old.transcript, self.span)
        moved = replace(old, span=self.span)
        Layers(write).refuse_passage(moved)
        write.detail(_names(write, [old]))
        return place(write, moved, old)


@dataclass(frozen=True)
class ChangeCode:
    """Put another code in a coding's place; memo and flags stay with it."""

    coding: CodingId
    code: CodeId
    label: ClassVar[str] = N_("Change the code to {}")

    def apply(self, write: Writer) -> Coded:
        """Change it; where the coder's own coding with the new code overlaps, the two become one.

        Raises:
            NotApplicable, Archived: when the code is not put on words, or no more.
            NoSuch: when the coding or the code is gone.
            Refusal: as the coding's layer says.
        """
        [old] = changeable(write, [self.coding])
        return give_code(write, old, self.code)


@dataclass(frozen=True)
class SetFlags:
    """Mark a coding as strong, identifying, deviant, to discuss; or take marks off."""

    coding: CodingId
    flags: frozenset[Flag]
    label: ClassVar[str] = N_("Flag {}")

    def apply(self, write: Writer) -> None:
        """Set exactly these flags.

        Raises:
            NoSuch: when the coding is gone.
            Refusal: as its layer says.
        """
        [old] = flaggable(write, [self.coding])
        write.detail(_names(write, [old]))
        write.change(old, replace(old, flags=in_order(self.flags)))


def give_code(write: Writer, old: Coding, wanted: CodeId) -> Coded:
    """Put another code in a coding's place.

    Raises:
        NotApplicable, Archived: when the code is not put on words, or no more.
        NoSuch: when it is gone.
    """
    code = write.read.code(wanted)
    refuse_unapplicable(code)
    write.detail(code.name)
    return place(write, replace(old, code=wanted), old)


def in_order(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Each flag once, as `Flag` lists them."""
    wanted = set(flags)
    return tuple(flag for flag in Flag if flag in wanted)


def refuse_unapplicable(code: Code) -> None:
    """A code may be applied unless it says no, or was put away."""
    if code.applicable is Applicable.NO:
        raise NotApplicable(name=code.name)
    if code.archived:
        raise Archived(name=code.name)


def refuse_no_passage(write: Writer, transcript: TranscriptId, span: Span) -> None:
    """A coding lies within its transcript and holds something."""
    length = write.read.length(transcript)
    if span and span.end <= length:
        return
    refuse_outside(span, write.read.transcript_names()[transcript], length)


def refuse_outside(span: Span, name: str, length: int) -> None:
    """The same, where the transcript's name and length are known already."""
    if not span:
        raise EmptyPassage
    if span.end > length:
        raise OutsideText(name=name, start=span.start, end=span.end, length=length)


def place(write: Writer, coding: Coding, old: Coding | None = None) -> Coded:
    """Put a coding in, or `old` in its new shape; overlapping twins become part of it.

    Twins have the same coder, code and layer. `old` keeps its id, else the oldest twin does, so
    that what others said about it stays; memos and flags of the others go over to it.
    """
    span, twins = _grown(write, coding)
    if old is None and not twins:
        write.add(coding)
        return Coded(coding.id, coding.span)
    flags = in_order(flag for one in (coding, *twins) for flag in one.flags)
    keeper = old or twins.pop(0)
    for twin in twins:
        _hand_over_memos(write, twin, keeper.id)
    write.remove(*twins)
    write.change(keeper, replace(coding, id=keeper.id, made=keeper.made, span=span, flags=flags))
    return Coded(keeper.id, span, extended=len(twins) + (old is None))


def _grown(write: Writer, coding: Coding) -> tuple[Span, list[Coding]]:
    """The passage with all of the coder's twins it overlaps, and those twins, oldest first.

    What it grows to may overlap further ones, where an undo brought back a twin beside another.
    """
    span, twins = coding.span, _twins(write, coding, coding.span)
    while (hull := reduce(Span.hull, (twin.span for twin in twins), span)) != span:
        span, twins = hull, _twins(write, coding, hull)
    return span, sorted(twins, key=lambda twin: (twin.made, twin.id))


def _twins(write: Writer, coding: Coding, span: Span) -> list[Coding]:
    """The coder's own codings of the same code and layer that overlap the span."""
    found = write.read.codings(
        transcript=coding.transcript,
        codes=[coding.code],
        coder=coding.coder,
        layer=coding.layer,
        touching=span,
    )
    return [twin for twin in found if twin.id != coding.id]


def _hand_over_memos(write: Writer, twin: Coding, keeper: CodingId) -> None:
    for memo in write.read.memos_on("coding", twin.id):
        write.change(memo, replace(memo, coding=keeper))


def _names(write: Writer, codings: Sequence[Coding]) -> str:
    codebook = write.read.codebook()
    return ", ".join(dict.fromkeys(codebook[coding.code].name for coding in codings))

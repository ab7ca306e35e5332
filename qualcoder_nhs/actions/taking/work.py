"""Codings, memos and links of another program, as work of coders here."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.codings import in_order
from qualcoder_nhs.actions.links import Turns
from qualcoder_nhs.actions.taking.coders import Coders
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.coding import OPEN, SETTLED, Coding, Memo
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.foreign import (
    About,
    ForeignCoding,
    ForeignLink,
    ForeignMemo,
    ForeignStudy,
    Kind,
)
from qualcoder_nhs.domain.ids import (
    CodeId,
    CoderId,
    CodingId,
    LinkId,
    MemoId,
    ParticipantId,
    TranscriptId,
    new_id,
)
from qualcoder_nhs.domain.links import Link, LinkKind, said_by
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.taking.account import Account
from qualcoder_nhs.domain.taking.ids import kept_id
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _, ngettext


class _Strand(NamedTuple):
    """What a coder says once of each passage."""

    transcript: TranscriptId
    coder: CoderId
    code: CodeId
    layer: str


@dataclass
class Places:
    """What the keys of a file stand for here."""

    texts: Mapping[str, TranscriptId]
    people: Mapping[str, ParticipantId]
    codes: Mapping[str, CodeId]
    codings: dict[str, CodingId] = field(default_factory=dict)


class Work:
    """Brings in what coders did, each coding as its own: other programs' into the open layer."""

    def __init__(
        self, write: Writer, study: ForeignStudy, places: Places, coders: Coders, account: Account
    ) -> None:
        self._write = write
        self._study = study
        self._places = places
        self._coders = coders
        self._account = account
        self._rounds = {name for one in write.read.rounds() for name in (one.layer, one.name)}

    def codings(self) -> int:
        """Bring the codings in; how many are new.

        Codings of one coder and code that overlap stay apart, as the file has them.
        """
        there = self._write.read.codings()
        marked = {(_strand(one), one.span): one.id for one in there}
        taken = {one.id for one in there}
        coming: dict[tuple[_Strand, Span], Coding] = {}
        for foreign in self._study.codings:
            coding = self._coding(foreign, taken)
            at = (_strand(coding), coding.span)
            if at in marked:
                self._account.tell(Kind.CODINGS, _("in the study already"))
            elif at in coming:
                how = _("the same coder has the code there twice; it is there once")
                self._account.change(Kind.CODINGS, foreign.key, how)
            else:
                coming[at] = coding
                taken.add(coding.id)
            self._places.codings[foreign.key] = marked.get(at) or coming[at].id
        self._write.add(*coming.values())
        self._tell_of_codings(coming)
        return len(coming)

    def _coding(self, foreign: ForeignCoding, taken: set[CodingId]) -> Coding:
        return Coding(
            CodingId(kept_id(foreign.key, taken)),
            self._places.texts[foreign.text],
            self._coders.of(foreign.coder),
            self._places.codes[foreign.code],
            self._layer(foreign.layer),
            foreign.span,
            foreign.made or self._write.now,
            in_order(foreign.flags),
        )

    def _layer(self, name: str) -> str:
        """The open and the settled one are those here; no round here is one of the file."""
        return name if name in (OPEN, SETTLED) else unique_name(name, self._rounds)

    def _tell_of_folders(self) -> None:
        """Codings on what the file calls not codable are kept, counted, and listed by code."""
        folders = {
            one.key: one.name for one in self._study.codes if one.applicable is Applicable.NO
        }
        closed = Counter(one.code for one in self._study.codings if one.code in folders)
        words = _("on a code that the file marks as not codable; kept as it is")
        self._account.tell(Kind.CODINGS, words, closed.total())
        for code, times in closed.items():
            how = ngettext(
                "{n} coding on it is kept, though the file marks it as not codable",
                "{n} codings on it are kept, though the file marks it as not codable",
                times,
            )
            self._account.list_kept(Kind.CODINGS, folders[code], how)

    def _tell_of_codings(self, coming: Mapping[tuple[_Strand, Span], Coding]) -> None:
        self._tell_of_folders()
        overlapping = sum(
            one[0] == other[0] and one[1].end > other[1].start
            for one, other in pairwise(sorted(coming))
        )
        words = _("it overlaps another of the same coder and code; they stay two")
        self._account.tell(Kind.CODINGS, words, overlapping)

    def memos(self) -> None:
        """Bring the memos in; one on what stays out goes to the study."""
        known = self._write.read.memos()
        there, taken = {_said(one) for one in known}, {one.id for one in known}
        coming = []
        for foreign in self._study.memos:
            memo = self._memo(foreign, taken)
            if _said(memo) in there:
                self._account.tell(Kind.MEMOS, _("in the study already"))
            else:
                coming.append(memo)
                taken.add(memo.id)
        self._write.add(*coming)

    def _memo(self, foreign: ForeignMemo, taken: set[MemoId]) -> Memo:
        made = foreign.made or self._write.now
        memo = Memo(
            MemoId(kept_id(foreign.key, taken)),
            self._coders.of(foreign.coder),
            _with_title(foreign),
            made,
            max(made, foreign.changed or made),
            transcript=self._transcript(foreign),
            span=foreign.span if foreign.about is About.PASSAGE else None,
            code=self._places.codes.get(foreign.on) if foreign.about is About.CODE else None,
            coding=self._places.codings.get(foreign.on) if foreign.about is About.CODING else None,
            participant=self._places.people.get(foreign.on),
        )
        named = (memo.transcript, memo.code, memo.coding, memo.participant)
        if foreign.about is not About.STUDY and not any(named):
            how = _("what it was on stays out; it is a memo of the study")
            self._account.change(Kind.MEMOS, foreign.key, how)
        return memo

    def _transcript(self, foreign: ForeignMemo) -> TranscriptId | None:
        if foreign.about in (About.TEXT, About.PASSAGE):
            return self._places.texts.get(foreign.on)
        return None

    def links(self, turns: Mapping[str, Sequence[Turn]]) -> int:
        """Bring in the links that lead from a turn to an earlier one; how many are new."""
        pairs, there = Turns(self._write), {said_by(one) for one in self._write.read.links()}
        coming = []
        for foreign in self._study.links:
            link = self._link(foreign, turns)
            try:
                if link is not None:
                    pairs.refuse_no_pair(link)
            except Refusal as refusal:
                self._account.leave(Kind.LINKS, foreign.key, str(refusal).rstrip("."))
                continue
            if link is None:
                why = _("it does not lead from turn to turn, or is of a kind that is not known")
                self._account.leave(Kind.LINKS, foreign.key, why)
            elif said_by(link) in there:
                self._account.tell(Kind.LINKS, _("in the study already"))
            else:
                there.add(said_by(link))
                coming.append(link)
        self._write.add(*coming)
        return len(coming)

    def _link(self, foreign: ForeignLink, turns: Mapping[str, Sequence[Turn]]) -> Link | None:
        (text, origin), (other, target) = foreign.origin, foreign.target
        kinds = {name: kind for kind in LinkKind for name in (kind.value, kind.words)}
        kind = kinds.get(foreign.name.strip().casefold())
        first, second = (_turn_at(span, turns.get(text, ())) for span in (origin, target))
        if text != other or kind is None or first is None or second is None:
            return None
        coder, made = self._coders.of(foreign.coder), foreign.made or self._write.now
        transcript = self._places.texts[text]
        return Link(
            LinkId(new_id()),
            transcript,
            first,
            second,
            kind,
            coder,
            self._layer(foreign.layer),
            made,
        )


def _strand(coding: Coding) -> _Strand:
    return _Strand(coding.transcript, coding.coder, coding.code, coding.layer)


def _said(memo: Memo) -> tuple[object, ...]:
    """The words of a memo, and what they are on."""
    return (
        memo.text,
        memo.transcript,
        memo.span,
        memo.code,
        memo.coding,
        memo.participant,
        memo.theme,
    )


def _with_title(memo: ForeignMemo) -> str:
    """The title ahead of the words, unless they begin with it.

    Where a title is the first line, cut short or numbered among others, it says nothing new.
    """
    title = memo.title.strip()
    first = memo.words.lstrip().partition("\n")[0]
    bare = re.sub(r" \(\d+\)$", "", title)
    cut = bare.endswith("…") and first.startswith(bare[:-1])
    if cut or bare == first or memo.words.lstrip().startswith(title):
        return memo.words
    return f"{title}\n\n{memo.words}"


def _turn_at(span: Span, turns: Sequence[Turn]) -> int | None:
    """The one turn in whose words the passage begins and ends."""
    at = bisect_right(turns, span.start, key=lambda turn: turn.whole.start) - 1
    if at < 0 or not turns[at].whole.covers(span):
        return None
    return turns[at].index

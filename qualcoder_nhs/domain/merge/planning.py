"""Planning a merge: both sides in, all that it would do out; nothing is done."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.errors import ForeignPack
from qualcoder_nhs.domain.ids import CodingId
from qualcoder_nhs.domain.merge import naming
from qualcoder_nhs.domain.merge.codes import match_codes
from qualcoder_nhs.domain.merge.deciding import Deciding, Kind
from qualcoder_nhs.domain.merge.lineage import length
from qualcoder_nhs.domain.merge.matching import match_coders, match_transcripts
from qualcoder_nhs.domain.merge.plan import MergePlan, Moves
from qualcoder_nhs.domain.merge.sides import Here, MergeRow, There
from qualcoder_nhs.domain.merge.states import Point, merged_before
from qualcoder_nhs.domain.merge.translating import Terms, Untold
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.domain.rounds import Finish
from qualcoder_nhs.i18n import _, ngettext


def planned(here: Here, there: There, new: Callable[[], str]) -> MergePlan:
    """All that merging the file would do.

    Raises:
        ForeignPack: when it is a pack of another study.
    """
    if there.pack_of is not None and there.study != here.study:
        raise ForeignPack(name=there.name, study=there.study_name)
    terms = Terms(
        here,
        there,
        match_transcripts(here, there),
        match_coders(here, there),
        match_codes(here, there, new),
    )
    packed = there.pack_of is not None
    point = merged_before(there.lineage, here.lineages, packed=packed)
    return _Planning(terms, point).plan()


class _Planning:
    def __init__(self, terms: Terms, point: Point) -> None:
        self._terms, self._point = terms, point
        self._here, self._there = terms.here, terms.there
        self._standing = {_place(one): one.id for one in self._here.codings.values()}
        self._twins: dict[CodingId, CodingId] = {}

    def plan(self) -> MergePlan:
        """Codings first: memos hang on them."""
        memos_going: Deciding[Memo] = Deciding(self._memo_kind({}), *self._sides)
        memos_going.decide()
        codings = Deciding(self._coding_kind(frozenset(memos_going.removed)), *self._sides)
        coding_moves = codings.decide()
        memos = Deciding(self._memo_kind(self._codings_here(codings)), *self._sides).decide()
        finishes = self._finishes()
        codes = () if self._point.older else self._terms.codes.new
        return MergePlan(
            name=self._there.name,
            coders=tuple(self._newcomers(coding_moves, memos, finishes)),
            codes=codes,
            codings=coding_moves,
            memos=memos,
            finishes=finishes,
            matched=(*self._terms.transcripts.matched, *self._terms.codes.matched),
            conflicting=(
                *self._terms.coders.rows,
                *self._code_rows(),
                *coding_moves.conflicting,
                *memos.conflicting,
                *finishes.conflicting,
            ),
            refused=(
                *self._there.broken,
                *self._transcript_rows(),
                *self._refused_codes(),
                *coding_moves.refused,
                *memos.refused,
                *finishes.refused,
            ),
            further=self._point.step < length(self._there.lineage) and not self._point.older,
        )

    @property
    def _sides(self) -> tuple[Here, Point]:
        return self._here, self._point

    # ── codings ──────────────────────────────────────────────────────────────────────────────

    def _coding_kind(self, memos_going: frozenset[str]) -> Kind[Coding]:
        return Kind(
            self._there.codings,
            self._here.codings,
            told=self._terms.coding,
            was=self._terms.once,
            name=partial(naming.coding_name, self._terms),
            allow=self._allow_coding,
            spare=partial(self._spare_coding, memos_going),
            standing=self._stands,
            silent=lambda one: one.transcript in self._terms.transcripts.refused,
        )

    def _allow_coding(self, one: Coding) -> None:
        self._terms.refuse_coding(one)
        self._standing.setdefault(_place(one), one.id)

    def _spare_coding(self, memos_going: frozenset[str], one: Coding) -> None:
        self._terms.refuse_frozen(one.layer)
        self._refuse_others(one)
        for memo in self._here.memos.values():
            if memo.coding == one.id and memo.id not in memos_going:
                raise Untold(_("a memo hangs on it"))
        self._standing.pop(_place(one), None)

    def _refuse_others(self, one: Coding | Memo | Finish) -> None:
        """What goes from here with a pack was made by the pack's own coder."""
        if self._there.pack_of is not None and one.coder != self._there.pack_of:
            raise Untold(_("it is somebody else's"))

    def _stands(self, one: Coding) -> bool:
        """Whether the very same stands here under another id; memos go there then."""
        twin = self._standing.get(_place(one))
        if twin is not None:
            self._twins[one.id] = twin
        return twin is not None

    def _codings_here(self, codings: Deciding[Coding]) -> dict[CodingId, CodingId]:
        """What each coding that a memo may hang on is here, when all is done."""
        staying = (one for one in self._here.codings.values() if one.id not in codings.removed)
        coming = codings.added.values()
        return {one.id: one.id for one in (*staying, *coming)} | self._twins

    # ── memos and what is finished ───────────────────────────────────────────────────────────

    def _memo_kind(self, codings: Mapping[CodingId, CodingId]) -> Kind[Memo]:
        return Kind(
            self._there.memos,
            self._here.memos,
            told=lambda one: self._terms.memo(one, codings),
            was=lambda one: self._terms.memo(one, _itself(one) | self._twins),
            name=partial(naming.memo_name, self._terms),
            spare=self._refuse_others,
            private=lambda one: one.private,
            silent=self._on_refused,
        )

    def _on_refused(self, memo: Memo) -> bool:
        coding = self._there.codings.now.get(memo.coding) if memo.coding else None
        transcript = coding.transcript if coding else memo.transcript
        return transcript in self._terms.transcripts.refused

    def _finishes(self) -> Moves[Finish]:
        deciding: Deciding[Finish]

        def said(one: Finish) -> bool:
            left = (*self._here.finishes.values(), *deciding.added.values())
            return any(_said(one) == _said(own) for own in left if own.id not in deciding.removed)

        def spare(one: Finish) -> None:
            self._terms.refuse_frozen(one.layer)
            self._refuse_others(one)

        kind = Kind(
            self._there.finishes,
            self._here.finishes,
            told=self._terms.finish,
            was=self._terms.finish,
            name=partial(naming.finish_name, self._terms),
            allow=self._terms.refuse_no_part,
            spare=spare,
            standing=said,
            silent=lambda one: one.transcript in self._terms.transcripts.refused,
        )
        deciding = Deciding(kind, *self._sides)
        return deciding.decide()

    # ── rows ─────────────────────────────────────────────────────────────────────────────────

    def _newcomers(
        self, codings: Moves[Coding], memos: Moves[Memo], finishes: Moves[Finish]
    ) -> Iterator[Coder]:
        """Those of whom anything comes in."""
        coming: tuple[Coding | Memo | Finish, ...] = (
            *codings.added,
            *memos.added,
            *finishes.added,
        )
        acting = {one.coder for one in coming}
        return (one for one in self._terms.coders.new.values() if one.id in acting)

    def _code_rows(self) -> Iterator[MergeRow]:
        """What differs of codes; it stays as it is here.

        Of a pack all of them, so that it does not tell which ones its coder used.
        """
        told = {one.code for one in self._there.codings.now.values()}
        told |= {code.id for code in self._terms.codes.new}
        for code, rows in self._terms.codes.rows.items():
            if code in told or self._there.pack_of is not None:
                yield from rows

    def _refused_codes(self) -> Iterator[MergeRow]:
        for code, why in self._terms.codes.refused.items():
            yield MergeRow(_("code “{name}”").format(name=self._there.codes[code].name), why)

    def _transcript_rows(self) -> Iterator[MergeRow]:
        """One row for each transcript that stays out, with what stays out with it."""
        codings = Counter(one.transcript for one in self._there.codings.now.values())
        for transcript, why in self._terms.transcripts.refused.items():
            count = codings[transcript]
            out = ngettext("{n} coding stays out", "{n} codings stay out", count).format(n=count)
            yield MergeRow(self._there.texts[transcript].name, f"{why}; {out}" if count else why)


def _place(one: Coding) -> tuple[object, ...]:
    return one.transcript, one.coder, one.code, one.layer, one.span, one.flags


def _said(one: Finish) -> tuple[object, ...]:
    return one.layer, one.coder, one.transcript


def _itself(memo: Memo) -> dict[CodingId, CodingId]:
    return {} if memo.coding is None else {memo.coding: memo.coding}

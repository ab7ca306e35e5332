"""Planning a merge: both sides in, all that it would do out; nothing is done."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.errors import ForeignPack
from qualcoder_nhs.domain.ids import CoderId, CodingId
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.domain.merge import naming
from qualcoder_nhs.domain.merge.arriving import arriving
from qualcoder_nhs.domain.merge.coders import Namesake, match_coders
from qualcoder_nhs.domain.merge.codes import match_codes
from qualcoder_nhs.domain.merge.corrected import corrections, renumbered
from qualcoder_nhs.domain.merge.deciding import Deciding, Kind
from qualcoder_nhs.domain.merge.leaving import Leaving, leaving
from qualcoder_nhs.domain.merge.lineage import common, length
from qualcoder_nhs.domain.merge.linking import link_moves
from qualcoder_nhs.domain.merge.matching import match_transcripts
from qualcoder_nhs.domain.merge.plan import MergePlan, Moves
from qualcoder_nhs.domain.merge.rounds import match_rounds
from qualcoder_nhs.domain.merge.sides import Here, MergeRow, There
from qualcoder_nhs.domain.merge.states import Point, merged_before
from qualcoder_nhs.domain.merge.translating import Terms, Untold
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.domain.rounds import Finish
from qualcoder_nhs.i18n import _, ngettext


def planned(
    here: Here,
    there: There,
    new: Callable[[], str],
    joins: frozenset[CoderId] = frozenset(),
) -> MergePlan:
    """All that merging the file would do; `joins` are coders of it who have another id here.

    Raises:
        ForeignPack: when it is a pack of another study.
    """
    if there.pack_of is not None and there.study != here.study:
        raise ForeignPack(name=there.name, study=there.study_name)
    packed = there.pack_of is not None
    point = merged_before(there.lineage, (here.lineage, *here.merged), packed=packed)
    return _Planning(_terms(here, there, new, joins), point).plan()


def _terms(here: Here, there: There, new: Callable[[], str], joins: frozenset[CoderId]) -> Terms:
    transcripts = match_transcripts(here, there)
    corrected = corrections(here, there, transcripts.corrected)
    there = renumbered(there, corrected)
    coders = match_coders(here, there, joins)
    codes = match_codes(here, there, new)
    arrivals = arriving(here, there, transcripts, coders.here)
    rounds = match_rounds(here, there, transcripts.here, coders.here, codes.here)
    return Terms(here, there, transcripts, coders, codes, arrivals, rounds, corrected)


class _Planning:
    def __init__(self, terms: Terms, point: Point) -> None:
        self._terms, self._point = terms, point
        self._here, self._there = terms.here, terms.there
        self._standing = {_place(one): one.id for one in self._here.codings.values()}
        self._twins: dict[CodingId, CodingId] = {}

    def plan(self) -> MergePlan:
        """Codings first: memos hang on them. An older state of a file brings nothing."""
        memos_going: Deciding[Memo] = Deciding(self._memo_kind({}), *self._sides)
        memos_going.decide()
        codings = Deciding(self._coding_kind(frozenset(memos_going.removed)), *self._sides)
        coding_moves = codings.decide()
        memos = Deciding(self._memo_kind(self._codings_here(codings)), *self._sides).decide()
        plan = MergePlan(
            name=self._there.name,
            namesakes=self._namesakes(),
            codings=coding_moves,
            memos=memos,
            finishes=self._finishes(),
            links=link_moves(self._terms, self._point, self._refuse_others),
            further=self._point.step < length(self._there.lineage) and not self._point.older,
        )
        if not self._point.older:
            plan = self._with_new(plan)
        return self._with_rows(plan)

    def _with_new(self, plan: MergePlan) -> MergePlan:
        """What the file has and this study does not."""
        terms = self._terms
        plan = replace(
            plan,
            arrivals=terms.arrivals,
            codes=terms.codes.new,
            versions=terms.rounds.versions,
            rounds=tuple(terms.rounds.new.values()),
        )
        return replace(plan, coders=tuple(self._newcomers(plan)))

    def _with_rows(self, plan: MergePlan) -> MergePlan:
        terms, moves = self._terms, (plan.codings, plan.memos, plan.finishes, plan.links)
        beside = Leaving() if self._point.older else leaving(terms)
        stays = (*(() if self._point.older else terms.rounds.left), *beside.left)
        return replace(
            plan,
            matched=(*terms.transcripts.matched, *terms.codes.matched),
            conflicting=(
                *terms.coders.rows,
                *terms.rounds.rows,
                *self._code_rows(),
                *beside.differing,
                *(row for one in moves for row in one.conflicting),
            ),
            refused=(
                *self._there.broken,
                *self._transcript_rows(),
                *self._refused_codes(),
                *(() if self._point.older else (*terms.arrivals.talk.left, *terms.rounds.idle)),
                *(row for one in moves for row in one.refused),
                *stays,
            ),
            stays=stays,
            broken=bool(self._there.broken),
            told_before=self._told_before(),
        )

    def _told_before(self) -> bool:
        """Whether this very state of the file was merged, or a later one."""
        own, steps = self._there.lineage, length(self._there.lineage)
        return steps > 0 and any(common(own, one) == steps for one in self._here.merged)

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
        self._terms.refuse_corrected(self._there.codings.now[one.id])
        self._terms.refuse_coding(one)
        self._standing.setdefault(_place(one), one.id)

    def _spare_coding(self, memos_going: frozenset[str], one: Coding) -> None:
        self._terms.refuse_frozen(one.layer)
        self._refuse_others(one)
        for memo in self._here.memos.values():
            if memo.coding == one.id and memo.id not in memos_going:
                raise Untold(_("a memo hangs on it"))
        self._standing.pop(_place(one), None)

    def _refuse_others(self, one: Coding | Memo | Finish | Link) -> None:
        """What goes from here with a pack was made by the pack's own coder."""
        of = self._there.pack_of
        if of is not None and one.coder != self._terms.coders.here.get(of):
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

    def _newcomers(self, plan: MergePlan) -> Iterator[Coder]:
        """Those of whom anything comes in."""
        coming: tuple[Coding | Memo | Finish | Link, ...] = (
            *plan.codings.added,
            *plan.memos.added,
            *plan.finishes.added,
            *plan.links.added,
        )
        acting = {one.coder for one in coming}
        acting |= {one.added_by for one in plan.arrivals.transcripts.values()}
        acting |= {one.made_by for one in plan.rounds} | {one.made_by for one in plan.versions}
        acting |= {who for one in plan.rounds for who in one.coders}
        return (one for one in self._terms.coders.new.values() if one.id in acting)

    def _namesakes(self) -> tuple[Namesake, ...]:
        """Those whose work is in the file."""
        working = {thing.coder for thing in self._there.work}
        working |= {who for one in self._there.rounds.values() for who in one.coders}
        return tuple(one for one in self._terms.coders.namesakes if one.there in working)

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
        links = Counter(one.transcript for one in self._there.links.now.values())
        for transcript, why in self._terms.transcripts.refused.items():
            count, linked = codings[transcript], links[transcript]
            told = [why]
            if count:
                told.append(ngettext("{n} coding stays out", "{n} codings stay out", count))
            if linked:
                told.append(ngettext("{n} link stays out", "{n} links stay out", linked))
            yield MergeRow(self._there.texts[transcript].name, "; ".join(told))


def _place(one: Coding) -> tuple[object, ...]:
    return one.transcript, one.coder, one.code, one.layer, one.span, one.flags


def _said(one: Finish) -> tuple[object, ...]:
    return one.layer, one.coder, one.transcript


def _itself(memo: Memo) -> dict[CodingId, CodingId]:
    return {} if memo.coding is None else {memo.coding: memo.coding}

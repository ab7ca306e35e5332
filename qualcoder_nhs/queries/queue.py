"""The disagreement queue of a round: what coders differ on, passage by passage, in context."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce

from qualcoder_nhs.analysis.agreement.blocks import blocks
from qualcoder_nhs.analysis.agreement.grid import Grid, grids
from qualcoder_nhs.analysis.agreement.kinds import piece_kinds
from qualcoder_nhs.analysis.agreement.material import Material
from qualcoder_nhs.analysis.agreement.stretches import Agreed, Mark, Stretch, agreed, stretches
from qualcoder_nhs.domain.codebook_version import reworded
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.counted_codes import CountedCodes
from qualcoder_nhs.domain.ids import CodeId, CodingId
from qualcoder_nhs.domain.rounds import Round
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.queries.agreement import AgreementWish, agreement_material
from qualcoder_nhs.queries.coding_page import coding_memos
from qualcoder_nhs.queries.cutting import Cutter
from qualcoder_nhs.queries.disputed import Queue, QueueItem, Side
from qualcoder_nhs.queries.voices import all_voices
from qualcoder_nhs.storage.reader import Reader

_AROUND = 200
"""How many characters stand around a passage of a text without turns."""


def disagreement_queue(read: Reader, words: str) -> Queue:
    """What the coders of the round with this name or id differ on, in what they finished.

    Raises:
        NoSuch: when no round bears it.
        StillApart: when it is blind and not opened.
        TooFewCoders: when one coder is alone.
    """
    one = read.round(words)
    return _Asking(read, one, agreement_material(read, AgreementWish(one.id))).queue()


class _Asking:
    """One reading of a round."""

    def __init__(self, read: Reader, one: Round, material: Material) -> None:
        self._round, self._material = one, material
        self._today, version = read.codebook(), read.version(one.version)
        self._slugs = CountedCodes(version.codebook, self._today).slugs
        self._reworded = reworded(version.codebook, self._today)
        self._names = {coder.id: coder.name for coder in read.coders()}
        self._coders = {
            coder.name: coder for coder in read.coders() if coder.name in material.plan.coders
        }
        self._memos = coding_memos(read)
        self._texts = {text.name: text for text in read.transcripts()}
        self._voices = all_voices(read)
        self._decided = {frozenset(decision.about): decision for decision in read.decisions(one.id)}
        self._codings = self._by_mark()

    def queue(self) -> Queue:
        plan = self._material.plan
        cut = grids(blocks(self._material.continua, plan.coders), plan.codes)
        alike = [self._together(one, cut) for one in agreed(cut)]
        fresh = tuple(about for about in alike if not self._settled(about))
        return Queue(
            round=self._round,
            coders=tuple(self._coders[name] for name in plan.coders),
            names=self._names,
            codebook=self._today,
            reworded=self._reworded,
            items=tuple(self._items(cut)),
            agreed=fresh,
            agreed_settled=len(alike) - len(fresh),
        )

    def _items(self, cut: Sequence[Grid]) -> Iterator[QueueItem]:
        alike: dict[str, list[Agreed]] = defaultdict(list)
        for one in agreed(cut):
            alike[one.transcript].append(one)
        for grid in cut:
            name = grid.continuum.name
            text = self._texts[name]
            cutter = Cutter(text, self._voices.get(text.id, {}))
            for stretch in stretches([piece_kinds(grid, self._material.plan.parents)]):
                yield self._item(stretch, grid, text, cutter, alike[name])

    def _item(
        self,
        stretch: Stretch,
        grid: Grid,
        text: Transcript,
        cutter: Cutter,
        alike: Sequence[Agreed],
    ) -> QueueItem:
        sides = tuple(self._side(name, stretch) for name in grid.coders)
        span = _hull(coding.span for side in sides for coding in side.codings)
        said = cutter.whole(span) or cutter.said(_widened(text, span))
        before, after = cutter.around(span, 1)
        about = frozenset(coding.id for side in sides for coding in side.codings)
        return QueueItem(
            transcript=text.id,
            name=text.name,
            span=span,
            said=said,
            before=before,
            after=after,
            sides=sides,
            kind=stretch.kind,
            same_family=stretch.same_family,
            characters=stretch.characters,
            near=self._near(text, _hull(piece.span for piece in said), alike),
            decision=self._decided.get(about),
        )

    def _side(self, name: str, stretch: Stretch) -> Side:
        own = [mark for mark in stretch.marks if mark.coder == name]
        found = sorted(
            (coding for mark in own for coding in self._under(stretch.transcript, mark)),
            key=lambda coding: coding.span,
        )
        memos = (self._memos[coding.id] for coding in found if coding.id in self._memos)
        return Side(self._coders[name], tuple(found), tuple(memos))

    def _near(self, text: Transcript, around: Span, alike: Sequence[Agreed]) -> tuple[CodeId, ...]:
        heard = self._material.talk(text.name).heard(around)
        behind = bisect_left(alike, heard.end, key=lambda one: one.span.start)
        slugs = dict.fromkeys(one.code for one in alike[:behind] if one.span.end > heard.start)
        known = self._today.by_slug
        return tuple(known[slug].id for slug in slugs if slug in known)

    # ── from marks on the talk back to codings ───────────────────────────────────────────────

    def _by_mark(self) -> dict[tuple[str, str, str], list[tuple[Span, Coding]]]:
        """The codings with their place on the talk, by transcript, coder and code."""
        names = {text.id: name for name, text in self._texts.items()}
        found: dict[tuple[str, str, str], list[tuple[Span, Coding]]] = defaultdict(list)
        for coding in self._material.codings:
            name = names[coding.transcript]
            heard = self._material.talk(name).heard(coding.span)
            key = (name, self._names[coding.coder], self._slugs[coding.code])
            found[key].append((heard, coding))
        return found

    def _under(self, transcript: str, mark: Mark) -> list[Coding]:
        here = self._codings[transcript, mark.coder, mark.code]
        return [coding for heard, coding in here if heard.overlaps(mark.span)]

    def _together(self, one: Agreed, cut: Sequence[Grid]) -> tuple[CodingId, ...]:
        """The codings that agree, one of each coder who read the transcript."""
        grid = next(grid for grid in cut if grid.continuum.name == one.transcript)
        marks = (Mark(one.span, one.code, coder) for coder in grid.coders)
        return tuple(self._under(one.transcript, mark)[0].id for mark in marks)

    def _settled(self, about: Sequence[CodingId]) -> bool:
        decision = self._decided.get(frozenset(about))
        return decision is not None and decision.settles


def _hull(spans: Iterable[Span]) -> Span:
    return reduce(Span.hull, spans)


def _widened(text: Transcript, span: Span) -> Span:
    """What stands around a passage of a text without turns."""
    return Span(max(0, span.start - _AROUND), min(len(text.text), span.end + _AROUND))

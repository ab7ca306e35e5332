"""What is in dispute in a round: each stretch with its sides, and the queue of all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.errors import NoDisagreement, SeveralDisagreements
from qualcoder_nhs.domain.excerpts import Said
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId, TranscriptId
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.domain.rounds import Round
from qualcoder_nhs.domain.settling import Decision
from qualcoder_nhs.domain.span import Span


@dataclass(frozen=True)
class Side:
    """What one coder, who has read the transcript, did on a stretch: nothing, or these."""

    coder: Coder
    codings: tuple[Coding, ...]
    memos: tuple[str, ...] = ()


@dataclass(frozen=True)
class QueueItem:
    """One disputed stretch with all that is needed to decide on it.

    `said` are the whole turns it touches, `before` and `after` those around them. `sides` are in
    the order of the round. `characters` are those on which the coders differ. `near` are the codes
    that every coder gave in the same turns. `decision` is what was decided on exactly this.
    """

    transcript: TranscriptId
    name: str
    span: Span
    said: tuple[Said, ...]
    before: tuple[Said, ...]
    after: tuple[Said, ...]
    sides: tuple[Side, ...]
    kind: Kind
    same_family: bool
    characters: int
    near: tuple[CodeId, ...] = ()
    decision: Decision | None = None

    @property
    def about(self) -> tuple[CodingId, ...]:
        """The independent codings in dispute."""
        return tuple(coding.id for side in self.sides for coding in side.codings)

    @property
    def codes(self) -> tuple[CodeId, ...]:
        """The codes in dispute, each once, in the order of the sides."""
        every = (coding.code for side in self.sides for coding in side.codings)
        return tuple(dict.fromkeys(every))

    @property
    def turn(self) -> int | None:
        """The number of the first turn it lies in."""
        return next((piece.turn for piece in self.said if piece.turn is not None), None)

    @property
    def place(self) -> str:
        """Where to find it: `FG2 t.41`; the name alone where no turn is."""
        return self.name if self.turn is None else f"{self.name} t.{self.turn}"

    @property
    def settled(self) -> bool:
        """Whether it is decided; what was put off is not."""
        return self.decision is not None and self.decision.settles

    @property
    def words(self) -> str:
        """What was said on the stretch itself, without the rest of its turns."""
        cut = ((piece, piece.span.shared(self.span)) for piece in self.said)
        return " ".join(
            part.shifted(-piece.span.start).of(piece.text) for piece, part in cut if part
        )


@dataclass(frozen=True)
class Sought:
    """A code, by its slug, on words of a transcript: where one wants to go in the queue."""

    transcript: TranscriptId
    span: Span
    code: str


@dataclass(frozen=True)
class Queue:
    """All that is in dispute in a round, by place, and what is not.

    `codebook` is today's, `reworded` the codes that say something else there than when the round
    was coded. `agreed` is what every coder gave alike and nobody settled yet, `agreed_settled` how
    much of it was.
    """

    round: Round
    coders: tuple[Coder, ...]
    names: Mapping[CoderId, str]
    codebook: Codebook
    reworded: frozenset[CodeId]
    items: tuple[QueueItem, ...]
    agreed: tuple[tuple[CodingId, ...], ...]
    agreed_settled: int

    @cached_property
    def settled(self) -> int:
        """How many items are decided."""
        return sum(item.settled for item in self.items)

    def by_size(self) -> tuple[QueueItem, ...]:
        """The items with most characters first."""
        return tuple(sorted(self.items, key=lambda item: -item.characters))

    def on(self, transcript: TranscriptId, words: Span, code: CodeId | None = None) -> QueueItem:
        """The one item that touches these words, or the one of those that is about a code.

        An item on exactly these words is meant before others that touch them.

        Raises:
            NoDisagreement: when there is none.
            SeveralDisagreements: when there are several.
        """
        found = [
            item
            for item in self.items
            if item.transcript == transcript
            and item.span.overlaps(words)
            and (code is None or code in item.codes)
        ]
        found = [item for item in found if item.span == words] or found
        if not found:
            name = next((one.name for one in self.items if one.transcript == transcript), "")
            raise NoDisagreement(name=name, start=words.start, end=words.end, round=self.round.name)
        if len(found) > 1:
            places = ", ".join(f"{item.span.start}–{item.span.end}" for item in found)
            raise SeveralDisagreements(count=len(found), places=places)
        return found[0]

    def pair_before(self, wanted: QueueItem) -> tuple[QueueItem, ...]:
        """The other items in which the same codes were given for one another, by place.

        Where one code only is in dispute these are the others about that code alone.
        """
        codes = frozenset(wanted.codes)
        return tuple(
            item
            for item in self.items
            if item.about != wanted.about and _same_pair(codes, frozenset(item.codes))
        )

    def at(self, sought: Sought) -> QueueItem | None:
        """The item about a code on words of a transcript; of several the one that has most of them.

        None where nothing of it is in dispute.
        """
        known = self.codebook.by_slug.get(sought.code)
        found = [
            (len(coding.span.shared(sought.span)), item)
            for item in self.items
            if item.transcript == sought.transcript
            for side in item.sides
            for coding in side.codings
            if known is not None and coding.code == known.id and coding.span.overlaps(sought.span)
        ]
        return max(found, key=lambda one: one[0])[1] if found else None

    def siblings(self, item: QueueItem) -> tuple[Code, ...]:
        """The codes beside those in dispute in the tree that are in use and not in dispute."""
        book, codes = self.codebook, item.codes
        beside = (one for code in codes for one in book.children(book[code].parent))
        kept = (one for one in beside if one.id not in codes and not one.archived)
        return tuple(dict.fromkeys(kept))

    def chosen(self, item: QueueItem, code: CodeId) -> tuple[int, int]:
        """How often a code was given where these codes were in dispute, of how many times."""
        alike = (*self.pair_before(item), item)
        return sum(code in one.codes or code in one.near for one in alike), len(alike)


def _same_pair(codes: frozenset[CodeId], others: frozenset[CodeId]) -> bool:
    return codes == others if len(codes) == 1 else len(codes & others) > 1

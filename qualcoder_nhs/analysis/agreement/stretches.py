"""The stretches on which coders differ, each with all that is in dispute there; and the rest."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from qualcoder_nhs.analysis.agreement.disagreements import Disagreement, disagreements
from qualcoder_nhs.analysis.agreement.grid import Grid
from qualcoder_nhs.analysis.agreement.kinds import DIFFERENCES, Kind, PieceKinds
from qualcoder_nhs.analysis.agreement.pausing import look_up
from qualcoder_nhs.domain.span import Span, united


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One coder's span of one code on the continuum."""

    span: Span
    code: str
    coder: str


@dataclass(frozen=True)
class Stretch:
    """Marks that are one question to decide, in order; of each at least one coder has no like.

    Marks belong together where they overlap and have the same code, or share at least half of the
    shorter one. The kind is substitution where anybody gave another code instead, and otherwise
    the one that most of the characters are of; `same_family` says of a substitution that no code
    leaves its family. `characters` are those on which the coders differ.
    """

    transcript: str
    marks: tuple[Mark, ...]
    kind: Kind
    same_family: bool
    characters: int

    @property
    def span(self) -> Span:
        """From the first character anybody marked to the last."""
        return reduce(Span.hull, (mark.span for mark in self.marks))


@dataclass(frozen=True)
class Agreed:
    """A mark that every coder who read the transcript made alike."""

    transcript: str
    code: str
    span: Span


def stretches(found: Iterable[PieceKinds]) -> list[Stretch]:
    """All that is in dispute, by transcript and place."""
    return [each for pieces in found for each in _of_transcript(pieces)]


def agreed(cut: Iterable[Grid]) -> list[Agreed]:
    """All that every coder marked alike, by transcript and place."""
    return [
        Agreed(grid.continuum.name, code, span)
        for grid in cut
        for (span, code), coders in sorted(_alike(grid).items())
        if len(coders) == len(grid.coders)
    ]


def _alike(grid: Grid) -> dict[tuple[Span, str], list[str]]:
    found: dict[tuple[Span, str], list[str]] = defaultdict(list)
    for coder in grid.coders:
        for code in grid.codes:
            for span in grid.continuum.spans(coder, code):
                found[span, code].append(coder)
    return found


def _of_transcript(pieces: PieceKinds) -> Iterator[Stretch]:
    differing: dict[str, list[Disagreement]] = defaultdict(list)
    for row in disagreements([pieces]):
        differing[row.code].append(row)
    look_up()
    for marks in _linked(_disputed(pieces.grid)):
        yield _stretch(pieces.grid.continuum.name, marks, differing)


def _disputed(grid: Grid) -> list[Mark]:
    everybody = len(grid.coders)
    return sorted(
        Mark(span, code, coder)
        for (span, code), coders in _alike(grid).items()
        if len(coders) < everybody
        for coder in coders
    )


def _linked(marks: Sequence[Mark]) -> list[list[Mark]]:
    """The marks in groups, each group and the groups by place; a mark may link several groups.

    Marks come by place, so that what ends before one begins is done with.
    """
    done: list[list[Mark]] = []
    reached: list[list[Mark]] = []
    for mark in marks:
        near, apart = [mark], []
        for group in reached:
            if any(_belong(mark, other) for other in group):
                near += group
            elif any(other.span.end > mark.span.start for other in group):
                apart.append(group)
            else:
                done.append(group)
        reached = [*apart, near]
    return sorted(sorted(group) for group in (*done, *reached))


def _belong(one: Mark, other: Mark) -> bool:
    shared = len(one.span.shared(other.span))
    if one.code == other.code:
        return shared > 0
    return shared > 0 and 2 * shared >= min(len(one.span), len(other.span))


def _stretch(
    name: str, marks: Sequence[Mark], differing: Mapping[str, Sequence[Disagreement]]
) -> Stretch:
    here = [
        (row, row.span.shared(mark.span))
        for mark in marks
        for row in differing[mark.code]
        if row.span.overlaps(mark.span)
    ]
    instead = [row for row, _part in here if row.kind is Kind.SUBSTITUTION]
    return Stretch(
        name,
        tuple(marks),
        Kind.SUBSTITUTION if instead else _commonest(here),
        bool(instead) and all(row.same_family for row in instead),
        sum(map(len, united(part for _row, part in here))),
    )


def _commonest(parts: Sequence[tuple[Disagreement, Span]]) -> Kind:
    lengths = {
        kind: sum(map(len, united(part for row, part in parts if row.kind is kind)))
        for kind in DIFFERENCES
    }
    return max(DIFFERENCES, key=lambda kind: lengths[kind])

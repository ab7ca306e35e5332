"""What a report says of each code at a glance: one row a code, in the order of the tree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from qualcoder_nhs.analysis.agreement.code_figures import PairFigures
from qualcoder_nhs.analysis.agreement.comparison import CodeComparison, Measured, Plan
from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.analysis.agreement.hierarchy import line
from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.analysis.agreement.report import AgreementReport


@dataclass(frozen=True)
class Differences:
    """The characters that one of two coders gave a code and the other did not, by what differs."""

    ends: int
    another: int
    alone: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.ends + self.another + self.alone


@dataclass(frozen=True)
class Pooled:
    """The raw cells of all pairs of coders together; with two coders they are the cells."""

    both: int
    first_only: int
    second_only: int
    neither: int

    @property
    def dice(self) -> float | None:
        """Positive agreement; None where nobody gave the code."""
        given = 2 * self.both + self.first_only + self.second_only
        return 2 * self.both / given if given else None


@dataclass(frozen=True)
class CodeRow:
    """One code. `parent` is the nearest code above it that is compared, too.

    `rolled_up` says whether its figures take in what lies below it. `only` is the one coder who
    used it, where it was but one of several.
    """

    code: str
    name: str
    parent: str | None
    rolled_up: bool
    measured: Measured
    within_family: Figure

    @property
    def alpha(self) -> Figure:
        """The headline figure."""
        return self.measured.figures.figures["alpha"]

    @property
    def applications(self) -> Mapping[str, int]:
        """Spans of each coder."""
        return self.measured.figures.applications

    @property
    def few(self) -> bool:
        """Whether there is too little to judge by."""
        return self.measured.figures.few

    @property
    def used(self) -> bool:
        """Whether anybody gave it."""
        return any(self.applications.values())

    @property
    def only(self) -> str | None:
        """Who alone used it."""
        using = [coder for coder, count in self.applications.items() if count]
        return using[0] if len(using) == 1 and len(self.applications) > 1 else None

    @cached_property
    def pooled(self) -> Pooled:
        """Its raw cells."""
        return _pooled(self.measured.figures.pairs)

    @cached_property
    def differences(self) -> Differences:
        """What differs."""
        of = self.measured.kinds.characters
        ends = of[Kind.BOUNDARY] + of[Kind.SPLIT]
        return Differences(ends, of[Kind.SUBSTITUTION], of[Kind.OMISSION])

    def pair(self, name: str) -> Figure | None:
        """A figure of the two coders; None where there are more than two."""
        pairs = self.measured.figures.pairs
        return pairs[0].figures[name] if len(pairs) == 1 else None


def code_rows(report: AgreementReport, *, rolled_up: bool) -> tuple[CodeRow, ...]:
    """Every code that is compared; with what lies below it where `rolled_up` and there is any."""
    plan, names = report.material.plan, report.about.names
    parents = {code: _parent(code, plan) for code in plan.codes}
    above = set(parents.values())
    return tuple(
        _row(
            one,
            names.get(one.code, one.code),
            parents[one.code],
            up=rolled_up and one.code in above,
        )
        for one in report.comparison.codes
    )


def _row(one: CodeComparison, name: str, parent: str | None, *, up: bool) -> CodeRow:
    measured = one.rolled_up if up else one.own
    return CodeRow(one.code, name, parent, up, measured, one.within_family.cu_alpha)


def _parent(code: str, plan: Plan) -> str | None:
    """The nearest code above that takes part."""
    *over, _code = line(code, plan.parents)
    return next((each for each in reversed(over) if each in plan.codes), None)


def _pooled(pairs: Iterable[PairFigures]) -> Pooled:
    each = [(one.both, one.first_only, one.second_only, one.neither) for one in pairs]
    return Pooled(*map(sum, zip(*each, strict=True))) if each else Pooled(0, 0, 0, 0)

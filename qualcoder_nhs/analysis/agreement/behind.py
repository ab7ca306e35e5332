"""Which passages stand behind a figure: a row of a report, two coders, a cell of its table."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from qualcoder_nhs.analysis.agreement.disagreements import Disagreement
from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.analysis.agreement.passages import passages
from qualcoder_nhs.analysis.agreement.report import AgreementReport, StoredDisagreement
from qualcoder_nhs.analysis.agreement.sections import sections


@dataclass(frozen=True)
class Behind:
    """What is asked about; None and nothing mean all.

    `coders` are two who differ there, or one who differs from anybody. `instead` is the code that
    others gave in its place, where `codes` is but one. `agreed` asks for the passages that all who
    read them gave the codes.
    """

    codes: frozenset[str] | None = None
    transcript: str | None = None
    coders: tuple[str, ...] = ()
    instead: str | None = None
    agreed: bool = False


def behind(report: AgreementReport, asked: Behind) -> list[StoredDisagreement]:
    """The passages, the longest first."""
    listed = _agreed(report, asked) if asked.agreed else _differing(report, asked)
    return sorted(listed, key=lambda one: -len(one.span))


def _differing(report: AgreementReport, asked: Behind) -> Iterator[StoredDisagreement]:
    instead = _Instead(report, asked.instead) if asked.instead else None
    for one in report.disagreements:
        if _fits(one.of, asked) and (instead is None or instead.meets(one.of)):
            yield one


def _fits(one: Disagreement, asked: Behind) -> bool:
    if asked.codes is not None and one.code not in asked.codes:
        return False
    return asked.transcript in (None, one.transcript) and _between(one, asked.coders)


def _between(one: Disagreement, coders: tuple[str, ...]) -> bool:
    """Whether the coders are on either side of it."""
    given, not_given = (
        set(coders).intersection(each) for each in (one.coders_with, one.coders_without)
    )
    return bool(given and not_given) if len(coders) > 1 else bool(given or not_given or not coders)


class _Instead:
    """Where some coders gave one code and others did not."""

    def __init__(self, report: AgreementReport, code: str) -> None:
        self._at: dict[str, list[Disagreement]] = defaultdict(list)
        for one in report.comparison.disagreements:
            if one.code == code:
                self._at[one.transcript].append(one)

    def meets(self, one: Disagreement) -> bool:
        """Whether the code stands there in place of the other one's."""
        return one.kind is Kind.SUBSTITUTION and any(
            one.span.overlaps(other.span) and set(other.coders_with) & set(one.coders_without)
            for other in self._at[one.transcript]
        )


def _agreed(report: AgreementReport, asked: Behind) -> Iterator[StoredDisagreement]:
    """Where everybody who read the transcript gave the code."""
    cut, codes = report.comparison.cut, report.material.plan.codes
    laid = sections(cut, codes)
    readers = {one.name: tuple(c for c in cut.coders if c in one.marks) for one in cut.continua}
    for code in codes:
        if asked.codes is not None and code not in asked.codes:
            continue
        for who in set(readers.values()):
            for continuum, span in passages(laid, code, who):
                if readers[continuum.name] == who and asked.transcript in (None, continuum.name):
                    whole = Disagreement(
                        continuum.name, span, code, who, (), Kind.EXACT, same_family=False
                    )
                    yield from _stored(report, whole)


def _stored(report: AgreementReport, one: Disagreement) -> Iterator[StoredDisagreement]:
    for place in report.material.talk(one.transcript).stored(one.span):
        yield StoredDisagreement(one, place)

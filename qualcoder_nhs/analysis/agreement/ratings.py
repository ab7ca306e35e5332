"""The coders' work as plain rows, for the programs that others count agreement with."""

from collections.abc import Iterator
from itertools import pairwise

from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.analysis.agreement.report import AgreementReport

Row = tuple[str | int, ...]

MISSING = "NA"
"""Of a coder who has not read the transcript; R reads it so."""


def rating_columns(report: AgreementReport) -> tuple[str, ...]:
    """The names of the columns of `ratings`."""
    return ("code", "transcript", "start", "end", "length", *report.material.plan.coders)


def ratings(report: AgreementReport) -> Iterator[Row]:
    """For each code, the stretches on which nobody changes: 1 where a coder gave it, else 0.

    Positions are units on the talk that is counted. A stretch stands for `length` units that are
    rated alike; repeated that often, rows are the units themselves.
    """
    coders = report.material.plan.coders
    for code in report.material.plan.codes:
        for talk in report.comparison.counted.continua:
            edges = _edges(talk, code)
            for start, end in pairwise(edges):
                given = (_rating(talk, coder, code, start) for coder in coders)
                yield (code, talk.name, start, end, end - start, *given)


def _edges(talk: Continuum, code: str) -> list[int]:
    found = {0, talk.length}
    for coder in talk.marks:
        for span in talk.spans(coder, code):
            found |= {span.start, span.end}
    return sorted(found)


def _rating(talk: Continuum, coder: str, code: str, at: int) -> str | int:
    if coder not in talk.marks:
        return MISSING
    return int(any(at in span for span in talk.spans(coder, code)))


def annotations(report: AgreementReport) -> Iterator[Row]:
    """Coder, code, start and end of every span on the talk of transcripts laid end to end.

    Only transcripts that every coder has read, since the programs that take such rows know no
    others.
    """
    plan, behind = report.material.plan, 0
    for talk in report.comparison.cut.continua:
        if not set(plan.coders) <= set(talk.marks):
            continue
        for coder in plan.coders:
            for code in plan.codes:
                for span in talk.spans(coder, code):
                    yield (coder, code, behind + span.start, behind + span.end)
        behind += talk.length

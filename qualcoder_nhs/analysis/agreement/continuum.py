"""What agreement is counted on: what was said, end to end, and what each coder marked there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.span import Span

Marks = Mapping[str, tuple[Span, ...]]
"""The spans of one coder by code: sorted, none empty, overlapping ones of a code already one."""


@dataclass(frozen=True)
class Continuum:
    """What was said in one transcript, and what the coders who finished it marked there.

    Positions are code points of the talk that is counted, one turn after the other: labels, time
    marks and the space between turns are no part of it. `turns` abut and cover 0 to `length`.
    `marks` has a key for every coder who finished the transcript: one who marked nothing has no
    spans, and one who has no key has not read it.
    """

    name: str
    length: int
    turns: tuple[Span, ...]
    marks: Mapping[str, Marks]

    def spans(self, coder: str, code: str) -> tuple[Span, ...]:
        """Where the coder put the code."""
        return self.marks[coder].get(code, ())


def merged(spans: Iterable[Span], *, joined: bool = False) -> tuple[Span, ...]:
    """The same characters with overlapping spans made one; abutting ones, too, where `joined`.

    Abutting units are separate units in the published worked example of the unitizing family
    (Krippendorff, Mathet, Bouvry & Widlöcher 2016), and merging them changes its values.
    """
    result: list[Span] = []
    for span in sorted(span for span in spans if span):
        if result and span.start < result[-1].end + joined:
            result[-1] = result[-1].hull(span)
        else:
            result.append(span)
    return tuple(result)

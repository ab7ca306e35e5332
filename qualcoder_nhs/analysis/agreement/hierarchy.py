"""Codes in a tree: what a parent carries is the union of what is below it, never sum nor mean."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from qualcoder_nhs.analysis.agreement.continuum import Continuum, Marks, merged
from qualcoder_nhs.domain.span import Span

Parents = Mapping[str, str]
"""The parent of every code that has one."""


def line(code: str, parents: Parents) -> list[str]:
    """The code's ancestors from the root down, and the code itself."""
    found = [code]
    while (parent := parents.get(found[-1])) is not None:
        found.append(parent)
    return found[::-1]


def rolled_up(continuum: Continuum, parents: Parents, *, joined: bool = False) -> Continuum:
    """Every code carried where it or any of its descendants is; `joined` is that of `merged`."""
    return _recoded(continuum, lambda code: line(code, parents), joined=joined)


def at_level(continuum: Continuum, parents: Parents, level: int) -> Continuum:
    """Every code as its ancestor on the level, roots being on the first.

    Codes that stand higher stay what they are.
    """
    return _recoded(continuum, lambda code: line(code, parents)[:level][-1:])


def depth(codes: Iterable[str], parents: Parents) -> int:
    """How many levels the codes have."""
    return max((len(line(code, parents)) for code in codes), default=0)


def _recoded(
    continuum: Continuum, new: Callable[[str], Iterable[str]], *, joined: bool = False
) -> Continuum:
    marks = {coder: _united(each, new, joined=joined) for coder, each in continuum.marks.items()}
    return replace(continuum, marks=marks)


def _united(marks: Marks, new: Callable[[str], Iterable[str]], *, joined: bool) -> Marks:
    spans: dict[str, list[Span]] = {}
    for code, own in marks.items():
        for other in new(code):
            spans.setdefault(other, []).extend(own)
    return {code: merged(each, joined=joined) for code, each in spans.items()}

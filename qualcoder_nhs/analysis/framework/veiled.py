"""Sheets as they may leave the study: no summary repeats words that may give somebody away."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.left_out import LEFT_OUT
from qualcoder_nhs.domain.framework import referred_turns
from qualcoder_nhs.domain.framework_sheet import FrameworkCell, FrameworkSheet
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.span import Span, united
from qualcoder_nhs.i18n import _

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_QUOTED = 4
"""So many words in a row of what was flagged are a quote of it; of fewer, all of them are."""

_Run = tuple[str, ...]


def veiled(material: Material, made: FrameworkSheet) -> FrameworkSheet:
    """The sheet with a mark instead of flagged words, wherever a summary repeats them."""
    runs = set(_flagged(material))
    cases = tuple(
        replace(case, cells=tuple(_veiled(cell, runs) for cell in case.cells))
        for case in made.cases
    )
    return replace(made, cases=cases)


def doubtful(material: Material, made: FrameworkSheet) -> Iterator[str]:
    """Summaries that rest on turns in which words are flagged: `FG1 P3, Trust: t.143`."""
    for case, column, cell in made.cells:
        named = referred_turns(cell.summary.text) if cell.summary else ()
        kept = [turn for turn in named if _gives_away(material, case.transcript, turn)]
        if kept:
            turns = ", ".join(f"t.{turn}" for turn in kept)
            yield f"{case.group} {case.name}, {column.title}: {turns}"


def _gives_away(material: Material, room: TranscriptId, turn: int) -> bool:
    turns = material.by_id[room].turns
    return 1 <= turn <= len(turns) and material.identifies(room, turns[turn - 1].span)


def _flagged(material: Material) -> Iterator[_Run]:
    """The runs of words by which a quote of flagged words is known."""
    for room, span in material.identifying:
        said = _words(span.of(material.by_id[room].text))
        yield from _runs(said, min(_QUOTED, len(said))) if said else ()


def _veiled(cell: FrameworkCell, runs: Collection[_Run]) -> FrameworkCell:
    if cell.summary is None or not runs:
        return cell
    text = cell.summary.text
    for stretch in reversed(_repeated(text, runs)):
        text = text[: stretch.start] + _(LEFT_OUT) + text[stretch.end :]
    return replace(cell, summary=replace(cell.summary, text=text))


def _repeated(text: str, runs: Collection[_Run]) -> list[Span]:
    """Where the words of a text are any of these runs, from their first letter to their last."""
    places, said = [one.span() for one in _WORD.finditer(text)], _words(text)
    return united(
        Span(places[at][0], places[at + size - 1][1])
        for size in {len(run) for run in runs}
        for at, run in enumerate(_runs(said, size))
        if run in runs
    )


def _runs(said: Sequence[str], size: int) -> Iterator[_Run]:
    return (tuple(said[at : at + size]) for at in range(len(said) - size + 1))


def _words(text: str) -> list[str]:
    return [one.casefold().replace("’", "'") for one in _WORD.findall(text)]

"""A file as it was understood, line by line, with the doubtful lines in their places."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.importers.format import Doubt, Parsed


@dataclass(frozen=True)
class Line:
    """One turn, one doubtful line, or a paragraph outside all turns.

    `number` counts the lines of the stored text from 1. `label` is None where the words continue
    the turn before, and outside turns.
    """

    number: int
    start: int
    label: str | None
    text: str
    spoken: bool
    doubt: Doubt | None = None


def lines_of(parsed: Parsed) -> tuple[Line, ...]:
    """Every line worth showing, in order: turns, doubtful lines, and text outside turns."""
    number = _Numbering(parsed.text)
    doubts = sorted(parsed.doubts, key=lambda doubt: doubt.start)
    found = [*_before(parsed, number), *(_turn(turn, number) for turn in parsed.turns)]
    starts = [line.start for line in found]
    for doubt in doubts:
        at = bisect_right(starts, doubt.start) - 1
        if not (0 <= at < len(found) and _opens(found[at], parsed, doubt)):
            inside = bool(parsed.turns) and doubt.start >= parsed.turns[0].whole.start
            found.append(Line(number.at(doubt.start), doubt.start, None, "", spoken=inside))
    return _filled(parsed, sorted(found, key=lambda line: line.start), doubts)


class _Numbering:
    """Line numbers of places in a text."""

    def __init__(self, text: str) -> None:
        self._ends = [at for at, letter in enumerate(text) if letter == "\n"]

    def at(self, place: int) -> int:
        return bisect_right(self._ends, place - 1) + 1


def _turn(turn: Turn, number: _Numbering) -> Line:
    start = turn.whole.start
    return Line(number.at(start), start, turn.label, "", spoken=True)


def _before(parsed: Parsed, number: _Numbering) -> Iterator[Line]:
    """The paragraphs before the first turn; all of them where there is none."""
    stop = parsed.turns[0].whole.start if parsed.turns else len(parsed.text)
    at = 0
    for paragraph in parsed.text[:stop].split("\n"):
        if paragraph.strip():
            yield Line(number.at(at), at, None, paragraph.strip(), spoken=False)
        at += len(paragraph) + 1


def _opens(line: Line, parsed: Parsed, doubt: Doubt) -> bool:
    """Whether the doubt is about the very beginning of this line, mark, label and all."""
    return not parsed.text[line.start : doubt.start].strip() or any(
        doubt.start == turn.words.start for turn in parsed.turns if turn.whole.start == line.start
    )


def _filled(parsed: Parsed, lines: list[Line], doubts: list[Doubt]) -> tuple[Line, ...]:
    """The lines with their words, which run up to the next line, and with their doubts."""
    turns = {turn.whole.start: turn for turn in parsed.turns}
    stops = [line.start for line in lines[1:]] + [len(parsed.text)]
    starts = [line.start for line in lines]
    about = {bisect_right(starts, doubt.start) - 1: doubt for doubt in reversed(doubts)}
    return tuple(
        Line(
            line.number,
            line.start,
            line.label,
            line.text or _words(parsed.text, turns.get(line.start), line.start, stop),
            line.spoken,
            about.get(at),
        )
        for at, (line, stop) in enumerate(zip(lines, stops, strict=True))
    )


def _words(text: str, turn: Turn | None, start: int, stop: int) -> str:
    if turn is not None:
        start, stop = turn.words.start, min(stop, turn.words.end)
        return text[start : max(start, stop)].strip()
    return text[start:stop].split("\n", 1)[0].strip()

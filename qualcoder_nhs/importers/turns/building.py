"""From lines and the labels that count to the stored text and its turns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.importers.turns import times
from qualcoder_nhs.importers.turns.lines import Candidate, Line, Mark

# What Otter and Teams write under the talk. It stays in the text and is nobody's words.
_FOOTER = re.compile(
    r"(?i)transcribed by https?://(?:www\.)?otter\.ai/?|.{2,60} stopped transcription"
)


@dataclass(frozen=True)
class Built:
    """The stored text, its turns, and where each line begins in it."""

    text: str
    turns: tuple[Turn, ...]
    starts: tuple[int, ...]


def built_of(lines: Sequence[Line], accepted: Mapping[int, Candidate]) -> Built:
    """The lines, each with its end, and a turn from each accepted label to the next."""
    text = "".join(line.text + "\n" for line in lines)
    starts = tuple(accumulate((len(line.text) + 1 for line in lines[:-1]), initial=0))
    found = [accepted[index] for index in sorted(accepted)]
    again = {at for at in range(1, len(found)) if _is_said_again(lines, *found[at - 1 : at + 1])}
    opening = [found[at - 1] if at in again else head for at, head in enumerate(found)]
    heads = [head for at, head in enumerate(found) if at + 1 not in again]
    begins = [starts[_first_line(first)] for at, first in enumerate(opening) if at + 1 not in again]
    ends = [*begins[1:], _end_of_talk(lines, starts, text)] if heads else []
    turns = tuple(
        _turn(starts, text, number, head, max(begin, end))
        for number, (head, begin, end) in enumerate(zip(heads, begins, ends, strict=True), 1)
    )
    return Built(text, turns, starts)


def _is_said_again(lines: Sequence[Line], first: Candidate, head: Candidate) -> bool:
    """Whether a head says once more who began to speak, as Teams does below name and times."""
    between = [line for line in lines[first.line + 1 : head.line] if line.text.strip()]
    return (
        first.key == head.key
        and Mark.TIME in head.marks
        and bool(between)
        and not lines[first.line].text[first.words :].strip()
        and all(times.ALONE.fullmatch(line.text) for line in between)
    )


def _first_line(head: Candidate) -> int:
    return head.line if head.time_line is None else min(head.line, head.time_line)


def _end_of_talk(lines: Sequence[Line], starts: Sequence[int], text: str) -> int:
    for index in range(len(lines) - 1, max(-1, len(lines) - 6), -1):
        words = lines[index].text.strip()
        if _FOOTER.fullmatch(words):
            return starts[index]
        if words:
            break
    return len(text)


def _turn(starts: Sequence[int], text: str, number: int, head: Candidate, end: int) -> Turn:
    after = min(starts[head.line] + head.words, end)
    time_at, time = _given_time(head, starts)
    start = _past_blanks(text, after, end)
    if time_at is None:
        start, time_at = _time_below(text, start, after, end)
    end, mark = _without_marks(text, start, end)
    time_at = time_at or mark
    if time is None and time_at is not None:
        time = times.seconds(time_at.of(text))
    words = Span(start, end) if end > start else Span(after, after)
    return Turn(number, head.label, words, head.at.shifted(starts[head.line]), time_at, time)


def _given_time(head: Candidate, starts: Sequence[int]) -> tuple[Span | None, float | None]:
    if head.time_at is None:
        return None, head.time
    line = head.line if head.time_line is None else head.time_line
    return head.time_at.shifted(starts[line]), head.time


def _past_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _time_below(text: str, start: int, label_end: int, end: int) -> tuple[int, Span | None]:
    """A time mark on a line of its own between the label and the words."""
    if "\n" not in text[label_end:start]:
        return start, None
    stop = text.find("\n", start, end)
    stop = end if stop < 0 else stop
    line = text[start:stop].rstrip()
    if not line or not times.ALONE.fullmatch(line):
        return start, None
    return _past_blanks(text, stop, end), Span(start, start + len(line))


def _without_marks(text: str, start: int, end: int) -> tuple[int, Span | None]:
    """Where the words end before blanks and time marks, and the first of those marks."""
    mark: Span | None = None
    while True:
        while end > start and text[end - 1].isspace():
            end -= 1
        found = _closing_mark(text, start, end)
        if found is None:
            return end, mark
        mark, end = found, found.start


def _closing_mark(text: str, start: int, end: int) -> Span | None:
    """A time mark set apart by brackets or `#`, or any time mark alone on the last line."""
    tail = max(start, end - 60)
    found = times.mark_at_end(text[tail:end])
    if found is not None:
        return Span(tail + found.start(), tail + len(text[tail:end].rstrip()))
    line = max(text.rfind("\n", start, end) + 1, start)
    at_line_start = line == 0 or text[line - 1] == "\n"
    if end > line and at_line_start and times.ALONE.fullmatch(text[line:end]):
        return Span(_past_blanks(text, line, end), end)
    return None

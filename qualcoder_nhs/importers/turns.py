"""Lines of text to speakers' turns: which labels count, and what belongs to which turn."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.bare_labels import bare_labels
from qualcoder_nhs.importers.format import Doubt, ReadingOptions
from qualcoder_nhs.importers.label_count import LabelCount
from qualcoder_nhs.importers.labels import Candidate, candidate
from qualcoder_nhs.importers.speaker_names import could_name, listed_speakers
from qualcoder_nhs.importers.time_marks import RANGE, mark_at_end, seconds

NO_SPEAKERS = "none"

_CLOCK_LINE = re.compile(r"\s*(\d{1,2}[:.]\d{2})\s*(?:[ap]\.?m\.?)?\s*:", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """A line of the file; `bold` is how many of its first characters are bold."""

    text: str
    bold: int = 0


@dataclass(frozen=True)
class Recognised:
    """The stored text with its turns, the usual layout of labels, and what was doubtful."""

    text: str
    turns: tuple[Turn, ...]
    convention: str
    doubts: tuple[Doubt, ...]


def recognise(lines: Sequence[Line], options: ReadingOptions) -> Recognised:
    """Find the turns in lines of text.

    A label counts where it repeats, stands in a list of speakers, is set apart like those that do,
    or where nearly all paragraphs open with one. A turn is a label with everything up to the next.
    """
    text = "\n".join(line.text for line in lines) + ("\n" if lines else "")
    if options.convention == NO_SPEAKERS:
        return Recognised(text, (), "", ())
    words = [line.text for line in lines]
    listed = listed_speakers(words)
    found = _candidates(lines, {*_front_matter(words), *listed.lines})
    counted = LabelCount(found, words, listed, options).kept()
    if not counted and options.convention in (None, "line"):
        counted = bare_labels(words, options)
    turns = tuple(_turns(text, counted))
    doubts = tuple(_doubts(lines, found, counted))
    return Recognised(text, turns, _convention(counted, text), doubts)


def _candidates(lines: Sequence[Line], skipped: Container[int]) -> list[Candidate]:
    found: list[Candidate] = []
    start = 0
    times: tuple[float, Span] | None = None
    for number, line in enumerate(lines, 1):
        here = None if number in skipped else candidate(line.text, start, number, line.bold)
        if times and here is None and could_name(line.text.strip(), strong=True):
            here = _own_line(line.text, start, number)
        if times and here:
            here = _below_times(here, *times)
        if here:
            found.append(here)
        times = _times(line.text, start)
        start += len(line.text) + 1
    return found


def _own_line(text: str, start: int, number: int) -> Candidate:
    label = text.strip()
    begins = start + text.index(label)
    label_at = Span(begins, begins + len(label))
    return Candidate(number, begins, label, label_at, start + len(text), "line", strong=True)


def _times(text: str, start: int) -> tuple[float, Span] | None:
    """The time on a line of times alone, and where that line stands."""
    found = RANGE.fullmatch(text)
    indent = len(text) - len(text.lstrip())
    return (
        (seconds(found["time"]), Span(start + indent, start + len(text.rstrip())))
        if found
        else None
    )


def _below_times(one: Candidate, time: float, at: Span) -> Candidate:
    return replace(one, start=at.start, time=time, time_at=at, strong=True, layout="times above")


def _front_matter(lines: Sequence[str]) -> range:
    """The lines of a block between `---` at the head of the file."""
    if lines and lines[0].strip() == "---":
        for number, line in enumerate(lines[1:200], 2):
            if line.strip() == "---":
                return range(1, number + 1)
    return range(0)


def _turns(text: str, counted: Sequence[Candidate]) -> Iterable[Turn]:
    for index, one in enumerate(counted, 1):
        end = counted[index].start if index < len(counted) else len(text)
        yield _ended(text, _turn(text, index, one, end))


def _turn(text: str, index: int, one: Candidate, end: int) -> Turn:
    start = min(one.words_at, end)
    said = text[start:end]
    start += len(said) - len(said.lstrip())
    stop = end - (len(text[start:end]) - len(text[start:end].rstrip()))
    if stop <= start:
        start = stop = min(one.words_at, end)
    return Turn(index, one.label, Span(start, stop), one.label_at, one.time_at, one.time)


def _ended(text: str, turn: Turn) -> Turn:
    """The turn without the time mark that ends it."""
    at = None if turn.time_at else mark_at_end(text, turn.words)
    if not at:
        return turn
    said = text[turn.words.start : at.start].rstrip()
    words = Span(turn.words.start, turn.words.start + len(said))
    return replace(turn, words=words, time_at=at, time=seconds(at.of(text)))


def _convention(counted: Sequence[Candidate], text: str) -> str:
    """The first label as it stands in the file, in the layout that most have."""
    if not counted:
        return ""
    usual = Counter(one.layout for one in counted).most_common(1)[0][0]
    shown = next(one for one in counted if one.layout == usual)
    line_end = text.find("\n", shown.label_at.end)
    return text[shown.start : min(shown.words_at, line_end if line_end > 0 else len(text))].strip()


def _doubts(
    lines: Sequence[Line], found: Sequence[Candidate], counted: Sequence[Candidate]
) -> Iterable[Doubt]:
    if not counted:
        return
    kept = {one.line for one in counted}
    first = min(kept)
    often = Counter(one.key for one in counted)
    for one in found:
        if one.line > first and one.line not in kept:
            what = _(
                "“{label}” looks like a speaker label, but no one is called that. Read as speech."
            )
            yield Doubt(one.line, one.start, what.format(label=one.label), one.label)
    for one in counted:
        if often[one.key] == 1 and not one.strong:
            what = _("“{label}” speaks only once. Read as a speaker.")
            yield Doubt(one.line, one.start, what.format(label=one.label), one.label)
    start = 0
    for number, line in enumerate(lines, 1):
        if number > first and number not in kept and _CLOCK_LINE.match(line.text):
            yield Doubt(number, start, _("Starts with a clock time. Read as speech."))
        start += len(line.text) + 1

"""Lines of text to speakers' turns: which labels count, and what belongs to which turn."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Doubt, ReadingOptions
from qualcoder_nhs.importers.labels import (
    END_MARK,
    RANGE,
    Candidate,
    candidate,
    could_name,
    listed_speakers,
    seconds,
)

NO_SPEAKERS = "none"

_NEARLY = 0.84
_MOST = 0.9
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
    found = _candidates(lines)
    counted = _Count(found, lines, options).kept()
    turns = tuple(_turns(text, counted))
    doubts = tuple(_doubts(lines, found, counted))
    return Recognised(text, turns, _convention(counted, text), doubts)


def _candidates(lines: Sequence[Line]) -> list[Candidate]:
    found: list[Candidate] = []
    start = 0
    skipped = _front_matter(lines)
    times: tuple[float, Span] | None = None
    for number, line in enumerate(lines, 1):
        here = candidate(line.text, start, number, line.bold) if number > skipped else None
        if times and here is None and could_name(line.text.strip(), strong=True):
            here = _own_line(line.text, start, number)
        if times and here:
            here = replace(
                here,
                start=times[1].start,
                time=times[0],
                time_at=times[1],
                strong=True,
                layout="times above",
            )
        if here:
            found.append(here)
        stamp = RANGE.fullmatch(line.text)
        times = (
            (seconds(stamp["time"]), Span(start, start + len(line.text.rstrip())))
            if stamp
            else None
        )
        start += len(line.text) + 1
    return found


def _own_line(text: str, start: int, number: int) -> Candidate:
    label = text.strip()
    begins = start + text.index(label)
    end = begins + len(label)
    return Candidate(
        number, begins, label, Span(begins, end), start + len(text), "line", strong=True
    )


def _front_matter(lines: Sequence[Line]) -> int:
    """How many lines a block between `---` at the head of the file takes."""
    if lines and lines[0].text.strip() == "---":
        for number, line in enumerate(lines[1:200], 2):
            if line.text.strip() == "---":
                return number
    return 0


class _Count:
    """Which candidates are labels."""

    def __init__(
        self, found: Sequence[Candidate], lines: Sequence[Line], options: ReadingOptions
    ) -> None:
        self._found = [one for one in found if options.convention in (None, one.convention)]
        self._options = options
        self._times = Counter(one.key for one in self._found)
        self._listed = set(listed_speakers([line.text for line in lines]))
        self._lines = lines

    def kept(self) -> list[Candidate]:
        """The candidates that open turns, in order."""
        counted = self._repeated()
        if self._most_open_with_one():
            counted |= {one.key for one in self._found}
        counted |= self._like(counted)
        counted |= {label.casefold() for label in self._options.as_label}
        counted -= {label.casefold() for label in self._options.as_speech}
        kept = [one for one in self._found if one.key in counted]
        return self._without_strays(kept)

    def _repeated(self) -> set[str]:
        enough = {key for key, times in self._times.items() if times > 1 or key in self._listed}
        only_alone = defaultdict(set)
        for one in self._found:
            only_alone[one.key].add(one.layout)
        return {key for key in enough if not only_alone[key] <= {"tab"} or self._tabs_agree()}

    def _tabs_agree(self) -> bool:
        """Tabs also set tables and lists: labels before tabs count where most lines have one."""
        written = [line for line in self._lines if line.text.strip()]
        tabs = [one for one in self._found if one.layout.startswith("tab")]
        return len(tabs) * 2 >= len(written)

    def _like(self, counted: set[str]) -> set[str]:
        """Labels that stand once, in a strong layout or a shape that counted ones have."""
        strong = {
            one.layout
            for one in self._found
            if one.strong and one.key in counted and one.layout not in ("bold alone", "line")
        }
        own_line = {one.layout for one in self._found if one.key in counted} & {"line"}
        first = min((one.line for one in self._found if one.key in counted), default=0)
        shapes = {one.shape for one in self._found if one.key in counted and one.shape}
        names = {one.key for one in self._found if one.key in counted}
        like = set()
        for one in self._found:
            apart = one.layout in strong or (one.layout in own_line and one.line > first)
            if apart or one.shape in shapes or _nearly(one.key, names) or _joint(one.key, names):
                like.add(one.key)
        return like

    def _most_open_with_one(self) -> bool:
        """Whether at least nine in ten paragraphs between blank lines open with a label."""
        opening = [
            number
            for number, line in enumerate(self._lines, 1)
            if line.text.strip() and (number == 1 or not self._lines[number - 2].text.strip())
        ]
        labelled = {one.line for one in self._found}
        return len(opening) > 3 and sum(n in labelled for n in opening) >= _MOST * len(opening)

    def _without_strays(self, kept: list[Candidate]) -> list[Candidate]:
        """Where turns open with a time mark, a bare `word:` is speech unless known as a label."""
        timed = [one for one in kept if one.time is not None]
        if len(timed) < _MOST * len(kept):
            return kept
        known = {one.key for one in timed} | {label.casefold() for label in self._options.as_label}
        return [one for one in kept if one.time is not None or one.key in known]


def _nearly(key: str, names: Iterable[str]) -> bool:
    """A slip of the keyboard: `interviewr` for `interviewer`; never `P1` for `P2`."""
    if re.search(r"\d", key) or len(key) < 5:
        return False
    return any(
        not re.search(r"\d", name) and SequenceMatcher(None, key, name).ratio() >= _NEARLY
        for name in names
    )


def _joint(key: str, names: set[str]) -> bool:
    parts = [part for part in re.split(r"\s*(?:,|&|\+|/|\band\b)\s*", key) if part]
    several = re.fullmatch(r"several|all|everyone|many|group|\?{1,3}|unknown", key)
    return bool(several and names) or (len(parts) > 1 and all(part in names for part in parts))


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
    found = END_MARK.search(text, turn.words.start, turn.words.end)
    if not found or turn.time_at is not None:
        return turn
    at = Span(found.start("time"), found.end("time"))
    words = Span(turn.words.start, max(turn.words.start, found.start()))
    return replace(turn, words=words, time_at=at, time=seconds(found["time"]))


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

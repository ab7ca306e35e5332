"""Which of the labels that lines may open with are labels: by repeats, lists and layouts."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from qualcoder_nhs.importers.format import ReadingOptions
from qualcoder_nhs.importers.labels import Candidate
from qualcoder_nhs.importers.speaker_names import SpeakerList, is_joint, name_key, slips

_MOST = 0.9


class LabelCount:
    """The candidates of one text, and which of them count."""

    def __init__(
        self,
        found: Sequence[Candidate],
        lines: Sequence[str],
        listed: SpeakerList,
        options: ReadingOptions,
    ) -> None:
        self._lines = lines
        self._found = [one for one in found if options.convention in (None, one.convention)]
        if options.convention is None and not self._tabs_agree():
            self._found = [one for one in self._found if one.layout != "tab"]
        self._listed = listed
        self._as_label = {name_key(label) for label in options.as_label}
        self._as_speech = {name_key(label) for label in options.as_speech}

    def kept(self) -> list[Candidate]:
        """The candidates that open turns, in order."""
        counted = self._repeated() | self._opening_most()
        counted |= self._apart(counted) | self._like(counted)
        counted |= self._as_label
        counted -= self._as_speech
        return self._without_strays([one for one in self._found if one.key in counted])

    def _repeated(self) -> set[str]:
        times = Counter(one.key for one in self._found)
        enough = {key for key, often in times.items() if often > 1 or key in self._listed.names}
        bracketed = enough - {one.key for one in self._found if one.convention != "brackets"}
        usual = sum(times[key] for key in enough - bracketed)
        directions = sum(times[key] for key in bracketed) < usual
        return enough - bracketed if directions else enough

    def _tabs_agree(self) -> bool:
        """Tabs also set tables and lists: they mark labels where most lines have one."""
        written = sum(bool(line.strip()) for line in self._lines)
        return 2 * sum(one.convention == "tab" for one in self._found) >= written

    def _opening_most(self) -> set[str]:
        """The labels that open paragraphs where at least nine in ten open with one."""
        opening = {
            number
            for number, line in enumerate(self._lines, 1)
            if line.strip() and (number == 1 or not self._lines[number - 2].strip())
        }
        labelled = [one for one in self._found if one.line in opening]
        if len(opening) < 2 or len(labelled) < _MOST * len(opening):
            return set()
        return {one.key for one in labelled}

    def _apart(self, counted: set[str]) -> set[str]:
        """Labels that stand once, set apart by the same strong layout as those that count.

        On a line of its own a heading stands too: there only what words follow is a label.
        """
        known = [one for one in self._found if one.strong and one.key in counted]
        layouts = {one.layout for one in known}
        first = min((one.line for one in known), default=0)
        return {
            one.key
            for one in self._found
            if one.layout in layouts
            and (one.convention not in ("line", "bold") or one.line > first)
            and (one.layout != "bold alone" or self._words_follow(one))
        }

    def _words_follow(self, one: Candidate) -> bool:
        return self._below.get(one.line, one.line) not in self._labelled

    @cached_property
    def _below(self) -> dict[int, int]:
        """For each line with words, the next one."""
        written = [number for number, line in enumerate(self._lines, 1) if line.strip()]
        return dict(pairwise(written))

    @cached_property
    def _labelled(self) -> set[int]:
        return {one.line for one in self._found}

    def _like(self, counted: set[str]) -> set[str]:
        """Labels that stand once, in the shape of ones that count, slightly misspelt, or joint."""
        shapes = {one.shape for one in self._found if one.shape and one.key in counted}
        misspelt = {slip for key in counted for slip in slips(key)}
        return {
            one.key
            for one in self._found
            if one.shape in shapes or slips(one.key) & misspelt or is_joint(one.key, counted)
        }

    def _without_strays(self, kept: list[Candidate]) -> list[Candidate]:
        """Where turns open with a time mark, a bare `word:` is speech unless known as a label."""
        timed = [one for one in kept if one.time is not None]
        if len(timed) < _MOST * len(kept):
            return kept
        known = {one.key for one in timed} | self._as_label
        return [one for one in kept if one.time is not None or one.key in known]

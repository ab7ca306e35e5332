"""In what layout a label may stand at the head of a line: every convention there is."""

import re
from dataclasses import dataclass

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.speaker_names import could_name, name_key
from qualcoder_nhs.importers.time_marks import MARK, TIME, seconds

HEAD = 240
"""Within how many characters a label and its marks stand; what follows is not looked at."""

_GOES_ON = "…"
_ALIKE = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " "})
_BRACKETS = r"(?:\([^)\n]{1,60}\))?"
_NUMBER = r"(?:\d{1,5}(?:[.)][ \t]+|[ ]{2,}|\t+)[ \t]*)?"
_BULLET = r"(?:(?:[-–—•]|>{1,3})[ \t]+)?"
_LEAD = rf"{_BULLET}{_NUMBER}(?:(?P<time>{MARK})[ \t]*[-–—]?[ \t]*)?"
_NAME = r"[^\s:：\[\]()<>#*|{}\"“”][^:：\t\[\]<>#*|{}\"“”\n]{0,78}?"


@dataclass(frozen=True)
class Candidate:
    """A label that a line may open with. Places count from the start of the whole text.

    The turn begins at `start`, with its marks and its time. `layout` tells how it stands
    there; `strong` that nothing but a label usually stands so.
    """

    line: int
    start: int
    label: str
    label_at: Span
    words_at: int
    layout: str
    strong: bool
    time: float | None = None
    time_at: Span | None = None

    @property
    def key(self) -> str:
        """By which repeats are counted: an addition in brackets and case are left aside."""
        return name_key(self.label)

    @property
    def convention(self) -> str:
        """The layout as one chooses it: without whether it is bold too, or has a time mark."""
        plain = self.layout.removesuffix(" time").removeprefix("bold ")
        return "bold" if plain in ("bold", "alone") else plain

    @property
    def shape(self) -> str:
        """The same for `P4` and `P11`, for labels made of letters and a number."""
        return re.sub(r"[\s.\-]*\d+", "0", self.key) if re.search(r"\d", self.key) else ""


@dataclass(frozen=True)
class Layout:
    """A way for a label to stand at the head of a line, whose blanks at both ends are off."""

    name: str
    pattern: re.Pattern[str]
    strong: bool = True


_LAYOUTS = (
    Layout(
        "starred",
        re.compile(
            rf"{_LEAD}(?P<star>\*{{1,3}}|_{{1,3}})(?P<label>[^*_\s:][^*_\n:]{{0,60}}?)\s*"
            rf"(?::(?P=star)|(?P=star)\s*:)\s*"
            rf"(?:(?P<after>{MARK})$)?"
        ),
    ),
    Layout(
        "starred line",
        re.compile(rf"{_LEAD}\*\*(?P<label>[^*\n:]{{1,60}}?)\*\*\s*(?P<after>{MARK})?$"),
    ),
    Layout(
        "brackets",
        re.compile(rf"{_LEAD}\[(?P<label>[^\]\[:\n]{{1,40}})\](?P<colon>\s*:)?[ \t]*(?=\S)"),
    ),
    Layout(
        "timed line",
        re.compile(rf"(?P<label>{_NAME})\s*(?::\s*|\s)[-–—]?\s*(?P<after>{MARK})\s*:?$"),
    ),
    Layout(
        "timed",
        re.compile(rf"(?P<label>{_NAME})\s*:?\s+(?P<after>\[{TIME}\]|\({TIME}\))\s*:?[ \t]+(?=\S)"),
    ),
    Layout("line", re.compile(rf"{_LEAD}(?P<label>{_NAME}{_BRACKETS})\s?[:：]$")),
    Layout(
        "colon",
        re.compile(
            rf"{_LEAD}(?P<label>\(?{_NAME}{_BRACKETS})\s?"
            r"(?::(?:\s+(?=\S)|(?=[\[(“‘\"]|[^\W\d]))|：\s*(?=\S))"
        ),
        strong=False,
    ),
    Layout("tab", re.compile(rf"{_LEAD}(?P<label>{_NAME})[ ]*\t+[ ]*(?=\S)"), strong=False),
)

CONVENTIONS: tuple[tuple[str, str], ...] = (
    ("colon", "P4: words"),
    ("line", "P4:"),
    ("brackets", "[P4] words"),
    ("tab", "P4 ⇥ words"),
    ("timed line", "P4  00:12:44"),
    ("timed", "P4 [00:12:44] words"),
    ("starred", "**P4**: words"),
    ("starred line", "**P4**"),
    ("bold", "a bold name"),
    ("times above", "00:12 --> 00:14, then the name"),
)
"""The layouts one can choose, each with an example."""


def candidate(text: str, start: int, number: int, bold: int) -> Candidate | None:
    """The label that a line may open with; `bold` is how many of its first characters are bold."""
    indent = len(text) - len(text.lstrip())
    head = text[indent : indent + HEAD + 1].rstrip()
    if len(head) > HEAD:
        head = head[:HEAD] + _GOES_ON
    bold = max(0, bold - indent)
    for layout in _LAYOUTS:
        found = layout.pattern.match(head.translate(_ALIKE))
        if found and could_name(found["label"].strip(), strong=layout.strong or bold > 0):
            return _made(found, head, start + indent, number, layout, bold)
    return _bold(head, start + indent, number, bold) if bold else None


def _made(
    found: re.Match[str], head: str, start: int, number: int, layout: Layout, bold: int
) -> Candidate:
    raw = head[found.start("label") : found.end("label")]
    label = raw.strip()
    begins = start + found.start("label") + len(raw) - len(raw.lstrip())
    groups = found.groupdict()
    mark = next((key for key in ("time", "after") if groups.get(key)), None)
    is_bold = bold >= found.start("label") + len(label)
    name = "colon" if groups.get("colon") else layout.name
    kind = " ".join(filter(None, ["bold" if is_bold else "", name, "time" if mark else ""]))
    return Candidate(
        line=number,
        start=start,
        label=label,
        label_at=Span(begins, begins + len(label)),
        words_at=start + found.end(),
        layout=kind,
        strong=layout.strong or is_bold or mark is not None,
        time=seconds(groups[mark]) if mark else None,
        time_at=Span(start + found.start(mark), start + found.end(mark)) if mark else None,
    )


def _bold(head: str, start: int, number: int, bold: int) -> Candidate | None:
    """A bold run at the head of a line without a colon: before blanks, or alone on its line."""
    told, rest = head[:bold], head[bold:]
    label = told.strip(" \t:")
    apart = told != told.rstrip() or not rest.strip() or rest[:1] in " \t"
    if not label or not apart or not could_name(label, strong=True):
        return None
    begins = start + told.index(label)
    layout = "bold" if rest.strip() else "bold alone"
    words_at = start + len(head) - len(rest.lstrip(" \t"))
    label_at = Span(begins, begins + len(label))
    return Candidate(number, start, label, label_at, words_at, layout, strong=True)

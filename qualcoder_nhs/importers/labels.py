"""Which words at the head of a line could name a speaker, and in what layout they stand there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qualcoder_nhs.domain.span import Span

_TIME = r"\d{1,2}:\d{1,2}(?::\d{2})?(?:[.,\-]\d{1,3})?"
_MARK = rf"(?:\[{_TIME}\]|\({_TIME}\)|\#{_TIME}\#|<{_TIME}>|{_TIME})"
_LEAD = rf"(?:(?P<time>{_MARK})[ \t]*[-–—]?[ \t]*)?"
_NAME = r"[^\s:\[\]()<>#*|{}\"“”][^:\t\[\]<>#*|{}\"“”\n]{0,58}?"

RANGE = re.compile(rf"\s*(?P<time>{_TIME})\s*-->\s*{_TIME}\s*")
"""The line of a caption's times where it stands alone, as in Teams' older Word files."""

END_MARK = re.compile(rf"\s*(?P<time>\#{_TIME}\#|\[{_TIME}\]|\({_TIME}\))\s*\Z")
"""A time mark that ends a turn."""

_STAGE = re.compile(
    r"(laugh|pause|silence|inaud|unclear|unintell|cross|overlap|applau|nod|sigh|cough|music|noise"
    r"|gap|disfm|vocal|looks?\b|smil|whisper|background|phone|break|end\b|start\b|recording|cut\b)",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"(for (example|instance)|e\.?g|i\.?e|n\.?b|note|notes|p\.?s|so|and|but|because|well|okay|ok"
    r"|yes|no|that is|in other words|question \d+|q\d+|chapter|section|part|figure|table|step|page"
    r"|appendix|date|place|time|duration|venue|location|title|subject|re|keywords|summary|speakers"
    r"|participants|present|attendees|file|transcript(ion)?|http|https|www|mailto)\b\s*\d*",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(said|says|say|saying|asked|asks|told|thought|thinks?|goes|went|was|were|is|are|am|has|have"
    r"|had|it|this|that|which|what|why|how|these|those|there|here|my|your|our|their|reads?|wrote"
    r"|means?|would|will|can|could|should|do|does|did)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(\s*[ap]\.?m\.?)?", re.IGNORECASE)


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
        bare = re.sub(r"\s*\([^)]*\)\s*$", "", self.label) or self.label
        return " ".join(bare.split()).casefold()

    @property
    def convention(self) -> str:
        """The layout as one chooses it: without whether it is bold too, or has a time mark."""
        plain = self.layout.removesuffix(" time").removeprefix("bold ")
        return "bold" if plain in ("bold", "alone") else plain

    @property
    def shape(self) -> str:
        """The same for `P4` and `P11`, for labels made of letters and a number."""
        return re.sub(r"\d+", "0", self.key) if re.search(r"\d", self.key) else ""


_LAYOUTS: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    (
        "starred",
        True,
        re.compile(
            rf"\s*{_LEAD}\*\*(?P<label>[^*\n:]{{1,60}}?)\s*(?::\*\*|\*\*\s*:)\s*"
            rf"(?:(?P<after>{_MARK})\s*$)?"
        ),
    ),
    (
        "starred line",
        True,
        re.compile(rf"\s*\*\*(?P<label>[^*\n:]{{1,60}}?)\*\*\s*(?P<after>{_MARK})?\s*$"),
    ),
    (
        "brackets",
        True,
        re.compile(rf"\s*{_LEAD}\[(?P<label>[^\]\[:\n]{{1,40}})\]\s*:?[ \t]*(?=\S)"),
    ),
    (
        "timed line",
        True,
        re.compile(rf"\s*(?P<label>{_NAME})\s*(?::\s*|\s)[-–—]?\s*(?P<after>{_MARK})\s*:?\s*$"),
    ),
    (
        "timed",
        True,
        re.compile(
            rf"\s*(?P<label>{_NAME})\s*:?\s+(?P<after>\[{_TIME}\]|\({_TIME}\))\s*:?[ \t]+(?=\S)"
        ),
    ),
    ("line", True, re.compile(rf"\s*{_LEAD}(?P<label>{_NAME}(?:\([^)\n]{{1,40}}\))?)\s?:\s*$")),
    (
        "colon",
        False,
        re.compile(
            rf"\s*{_LEAD}(?P<label>\(?{_NAME}(?:\([^)\n]{{1,40}}\))?)\s?:"
            r"(?:[ \t]+(?=\S)|(?=[\[(“‘\"]))"
        ),
    ),
    ("tab", False, re.compile(rf"\s*{_LEAD}(?P<label>{_NAME})[ ]*\t+[ ]*(?=\S)")),
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
    for name, strong, pattern in _LAYOUTS:
        found = pattern.match(text)
        if found and could_name(found["label"].strip(), strong=strong or bold > 0):
            return _made(found, start, number, name, strong=strong, bold=bold)
    return _bold(text, start, number, bold) if bold else None


def _made(
    found: re.Match[str], start: int, number: int, name: str, *, strong: bool, bold: int
) -> Candidate:
    label = found["label"].rstrip()
    begins = start + found.start("label")
    groups = found.groupdict()
    mark = next((key for key in ("time", "after") if groups.get(key)), None)
    is_bold = bold >= len(label)
    layout = " ".join(filter(None, ["bold" if is_bold else "", name, "time" if mark else ""]))
    return Candidate(
        line=number,
        start=start + len(found[0]) - len(found[0].lstrip()),
        label=label,
        label_at=Span(begins, begins + len(label)),
        words_at=start + found.end(),
        layout=layout,
        strong=strong or is_bold or mark is not None,
        time=seconds(groups[mark]) if mark else None,
        time_at=Span(start + found.start(mark), start + found.end(mark)) if mark else None,
    )


def _bold(text: str, start: int, number: int, bold: int) -> Candidate | None:
    """A bold run at the head of a line without a colon: before blanks, or alone on its line."""
    head = text[:bold]
    label = head.strip(" \t:")
    rest = text[bold:]
    apart = head != head.rstrip() or not rest.strip() or rest[:1] in " \t"
    if not label or not apart or not could_name(label, strong=True):
        return None
    begins = start + text.index(label)
    blanks = len(rest) - len(rest.lstrip(" \t"))
    layout = "bold" if rest.strip() else "bold alone"
    return Candidate(
        number,
        begins,
        label,
        Span(begins, begins + len(label)),
        start + bold + blanks,
        layout,
        strong=True,
    )


def could_name(label: str, *, strong: bool) -> bool:
    """Whether the words could name a speaker at all."""
    if re.fullmatch(r"\?{1,3}", label):
        return True
    words = label.split()
    if not re.search(r"[^\W\d_]", label) or len(words) > (8 if strong else 6):
        return False
    if _NEVER.fullmatch(label) or _CLOCK.match(label) or _SAYING.search(label):
        return False
    if _STAGE.match(label) or re.search(r"[?!;…]|\.\s+[a-z]|,\s+[a-z]{3,}\s", label):
        return False
    plain = len(words) > 2 and label == label.lower()
    return not (plain and not strong and not re.search(r"\band\b|&|\d", label))


def seconds(mark: str) -> float:
    """A time mark in seconds: `[00:12:44]` is 764, `#00:01:02-3#` is 62.3."""
    digits = re.sub(r"[^\d:.,\-]", "", mark).replace(",", ".").replace("-", ".")
    total = 0.0
    for part in digits.split(":"):
        total = total * 60 + float(part)
    return total


def listed_speakers(lines: list[str]) -> Iterator[str]:
    """Names in a list of speakers ahead of the talk, such as `Speakers: Anna, Ben`."""
    for at, line in enumerate(lines[:60]):
        found = re.match(
            r"\W*(speakers|participants|present|attendees)\W*:?\**\s*(.*)", line, re.IGNORECASE
        )
        if found:
            names = found[2] or (lines[at + 1] if at + 1 < len(lines) else "")
            yield from (
                name.strip().casefold() for name in re.split(r"[,;]", names) if name.strip()
            )

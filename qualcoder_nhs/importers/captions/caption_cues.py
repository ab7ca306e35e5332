"""The cues of a caption file as they stand there, and the lines that are none of any."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Problem
from qualcoder_nhs.importers.turns.times import seconds

_TIME = r"((?:\d+:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(\s.*)?")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+(?=\S)([^<>]*)>")
_TAG = re.compile(
    r"</?(?:c|i|b|u|v|s|ruby|rt|lang|font)(?=[\s.>/])[^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}",
    re.IGNORECASE,
)
_BLOCKS = re.compile(r"(NOTE|STYLE|REGION)(\s|$)")
_NAMED = re.compile(r"\s*([^:\n]{1,60}?):(?:\s+(?=\S)|\s*$)")


@dataclass(frozen=True)
class Cue:
    """One caption: where it stands in the file, when it shows, who speaks, and the words."""

    line: int
    start: float
    end: float
    voice: str | None
    words: str


def cues_of(lines: Sequence[str], problems: list[Problem]) -> Iterator[Cue]:
    """The cues in the order of the file; lines that are none of any are listed."""
    number = _after_header(lines)
    first = _first_times(lines)
    while number < len(lines):
        line = lines[number]
        found = _TIMES.fullmatch(line)
        if found:
            words, number = _block(lines, number + 1)
            yield from _voices(number - len(words), found, words)
        elif not line.strip() or _starts_cue(lines, number):
            number += 1
        else:
            what = _left_out(line, of_head=number < first)
            if what:
                problems.append(Problem(number + 1, what))
            number = max(number + 1, _block(lines, number)[1])


def head_of(words: str) -> tuple[str, str]:
    """What stands before the first colon of a caption and what behind it, if a name could."""
    found = _NAMED.match(words)
    return (found[1].strip(), words[found.end() :].strip()) if found else ("", words)


def notice(lines: Sequence[str]) -> Iterator[str]:
    """What the head of the file says of itself: it is text, and no turn."""
    if lines and lines[0].startswith("WEBVTT") and lines[0][6:].strip(" \t-"):
        yield lines[0][6:].strip(" \t-")
    number, first = 0, _first_times(lines)
    while number < first:
        words, end = _block(lines, number)
        if words and _kind(words[0]) == "NOTE":
            yield from filter(None, (words[0][4:].strip(), *(word.strip() for word in words[1:])))
        number = max(number + 1, end)


def _first_times(lines: Sequence[str]) -> int:
    return next((at for at, line in enumerate(lines) if _TIMES.fullmatch(line)), len(lines))


def _after_header(lines: Sequence[str]) -> int:
    """The mark of the format and the lines that go with it end with a blank one."""
    if not lines or not lines[0].startswith("WEBVTT"):
        return 0
    return _block(lines, 0)[1]


def _left_out(line: str, *, of_head: bool) -> str:
    """What to say of a block that is no caption; nothing for those of the format's own."""
    if _kind(line):
        return "" if of_head or _kind(line) != "NOTE" else _("A note was left out.")
    if "-->" in line:
        return _("The times of this caption cannot be read.")
    return _("This stands in no caption and was left out.")


def _kind(line: str) -> str:
    found = _BLOCKS.match(line)
    return found[1] if found else ""


def _block(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """The lines up to the next blank one, or to the next line of times."""
    words = []
    while at < len(lines) and lines[at].strip() and not _starts_cue(lines, at):
        words.append(lines[at])
        at += 1
    return words, at


def _starts_cue(lines: Sequence[str], at: int) -> bool:
    """Whether the next cue begins here, for files that leave the blank line out."""
    if _TIMES.fullmatch(lines[at]):
        return True
    named = lines[at].strip().isdigit() or (at > 0 and not lines[at - 1].strip())
    return named and at + 1 < len(lines) and _TIMES.fullmatch(lines[at + 1]) is not None


def _voices(line: int, times: re.Match[str], words: Sequence[str]) -> Iterator[Cue]:
    """The cue, cut where the voice changes within it."""
    whole = " ".join(part.strip() for part in words)
    parts = _VOICE.split(whole)
    start, end = seconds(times[1]), seconds(times[2])
    if len(parts) == 1 and len(words) > 1 and all(_NAMED.match(part) for part in words):
        for part in words:
            yield Cue(line, start, end, None, _plain(part))
    elif parts[0].strip() or len(parts) == 1:
        yield Cue(line, start, end, None, _plain(parts[0]))
    for voice, said in zip(parts[1::2], parts[2::2], strict=True):
        name = " ".join(html.unescape(voice).split())
        yield Cue(line, start, end, name or None, _plain(said))


def _plain(words: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", words)).split())

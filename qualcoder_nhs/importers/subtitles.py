"""Captions, .vtt and .srt: cues of one voice joined to turns, in the order of the file."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Parsed, Problem, ReadingOptions, TranscriptFormat
from qualcoder_nhs.importers.labels import could_name, seconds
from qualcoder_nhs.importers.plain_text import text_of
from qualcoder_nhs.importers.spoken import Spoken

UNKNOWN = "?"

_TIMES = re.compile(
    r"\s*((?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3})(\s.*)?"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_TAG = re.compile(r"</?[a-zA-Z0-9:.][^>]*>")
_NAMED = re.compile(r"\s*([^:\n]{1,60}?):\s+(?=\S)|\s*([^:\n]{1,60}?):\s*$")
_BLOCKS = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True)
class Cue:
    """One caption: where it stands in the file, when it shows, who speaks, and the words."""

    line: int
    start: float
    end: float
    voice: str | None
    words: str


def read(path: Path, options: ReadingOptions) -> Parsed:
    """The turns in a caption file; consecutive cues of one voice are one turn.

    Raises:
        BadFile: when it is no text, or holds nothing that looks like a cue.
    """
    text, encoding = text_of(path)
    lines = text.split("\n")
    problems: list[Problem] = []
    cues = list(_named(list(_cues(lines, problems))))
    if not cues and not problems and not text.lstrip().startswith("WEBVTT"):
        raise BadFile(name=path.name, why=_("there is no caption in it."))
    problems += _out_of_order(cues)
    if not cues:
        problems.append(Problem(None, _("There is no caption in it.")))
    spoken = _spoken(_notice(lines), cues, options)
    voiced = bool(spoken.turns)
    return Parsed(
        spoken.text,
        tuple(spoken.turns),
        "captions",
        _("a voice to each caption") if voiced else "",
        "" if encoding == "utf-8" else encoding,
        tuple(sorted(problems, key=lambda one: one.line or 0)),
    )


def _cues(lines: Sequence[str], problems: list[Problem]) -> Iterator[Cue]:
    """The cues in the order of the file; lines that are none of any are listed."""
    number = 0
    while number < len(lines):
        line = lines[number]
        found = _TIMES.fullmatch(line)
        if found:
            words, number = _block(lines, number + 1)
            yield from _voices(number - len(words), found, words)
        elif "-->" in line:
            problems.append(Problem(number + 1, _("The times of this caption cannot be read.")))
            _words, number = _block(lines, number + 1)
        elif line.startswith(_BLOCKS):
            _words, number = _block(lines, number)
        else:
            number += 1


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
    numbered = lines[at].strip().isdigit() and at + 1 < len(lines)
    return numbered and _TIMES.fullmatch(lines[at + 1]) is not None


def _voices(line: int, times: re.Match[str], words: Sequence[str]) -> Iterator[Cue]:
    """The cue, cut where the voice changes within it."""
    whole = " ".join(part.strip() for part in words)
    parts = _VOICE.split(whole)
    start, end = seconds(times[1]), seconds(times[2])
    if parts[0].strip() or len(parts) == 1:
        yield Cue(line, start, end, None, _plain(parts[0]))
    for voice, said in zip(parts[1::2], parts[2::2], strict=True):
        yield Cue(line, start, end, html.unescape(voice).strip() or None, _plain(said))


def _plain(words: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", words)).split())


def _named(cues: Sequence[Cue]) -> Iterator[Cue]:
    """`Name: words` read as a voice, where the name repeats or most cues open with one."""
    heads = [_head(cue) for cue in cues]
    times = Counter(head for head in heads if head)
    most = sum(times.values()) * 10 >= 9 * len(cues)
    for cue, head in zip(cues, heads, strict=True):
        if head and (times[head] > 1 or most):
            words = cue.words[cue.words.index(":") + 1 :].strip()
            yield replace(cue, voice=head, words=words)
        else:
            yield cue


def _head(cue: Cue) -> str | None:
    found = _NAMED.match(cue.words) if cue.voice is None else None
    label = (found[1] or found[2]).strip() if found else ""
    return label if label and could_name(label, strong=True) else None


def _spoken(notice: Iterable[str], cues: Sequence[Cue], options: ReadingOptions) -> Spoken:
    """Consecutive cues of one voice as one turn; a cue without a voice goes on, or is unknown."""
    spoken = Spoken()
    for line in notice:
        spoken.plain(line)
    if options.convention == "none" or not any(cue.voice for cue in cues):
        for cue in cues:
            spoken.plain(cue.words)
        return spoken
    for voice, time, words in _joined(cues, options):
        if voice is None:
            spoken.plain(words)
        else:
            spoken.turn(voice, words, time)
    return spoken


def _joined(
    cues: Sequence[Cue], options: ReadingOptions
) -> Iterator[tuple[str | None, float, str]]:
    unknown = UNKNOWN if options.cue_without_voice == "unknown" else None
    voice: str | None = None
    begun, words = 0.0, list[str]()
    for cue in cues:
        here = cue.voice or unknown or voice
        if words and here != voice:
            yield voice, begun, " ".join(filter(None, words))
            words = []
        if not words:
            begun = cue.start
        voice = here
        words.append(cue.words)
    if words:
        yield voice, begun, " ".join(filter(None, words))


def _notice(lines: Sequence[str]) -> Iterator[str]:
    """What the head of the file says of itself: it is text, and no turn."""
    for line in lines[:1]:
        if line.startswith("WEBVTT") and line[6:].strip(" \t-"):
            yield line[6:].strip(" \t-")
    for number, line in enumerate(lines[:40]):
        if _TIMES.fullmatch(line):
            return
        if line.startswith("NOTE"):
            words, _end = _block(lines, number)
            yield from filter(None, (words[0][4:].strip(), *(word.strip() for word in words[1:])))


def _out_of_order(cues: Sequence[Cue]) -> Iterator[Problem]:
    for before, cue in pairwise(cues):
        if cue.line == before.line:
            continue
        if cue.start < before.start:
            yield Problem(cue.line, _("This caption begins before the one ahead of it."))
        elif cue.start < before.end and cue.voice != before.voice:
            yield Problem(cue.line, _("This caption overlaps the one ahead of it."))


FORMAT = TranscriptFormat("captions", "Captions", (".vtt", ".srt"), read)

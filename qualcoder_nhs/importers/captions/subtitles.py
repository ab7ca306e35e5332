"""Captions, .vtt and .srt: cues of one voice joined to turns, in the order of the file."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path

from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.captions.caption_cues import Cue, cues_of, head_of, notice
from qualcoder_nhs.importers.first_look import Look
from qualcoder_nhs.importers.format import Parsed, Problem, ReadingOptions, TranscriptFormat
from qualcoder_nhs.importers.labels import Convention
from qualcoder_nhs.importers.spoken import Heading, Spoken
from qualcoder_nhs.importers.text_file import text_of, unreadable
from qualcoder_nhs.importers.turns.names import is_name, is_plausible, key_of

UNKNOWN = "?"

_MOST_LINES = 400_000

_CLOCK = r"\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}"
_NUMBERED_CUE = re.compile(rf"\s*\d+[ \t]*\r?\n{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}")


def may_be_captions(text: str) -> bool:
    """Whether anything in a text is as in captions, be they empty or broken."""
    return "-->" in text or text.lstrip().startswith("WEBVTT")


def read(path: Path, options: ReadingOptions) -> Parsed:
    """The turns in a caption file; consecutive cues of one voice are one turn.

    Raises:
        BadFile: when it is no text.
        Endless: when it has more lines than any captions.
    """
    text, encoding = text_of(path, _MOST_LINES)
    lines = text.split("\n")
    problems: list[Problem] = [*unreadable(text)]
    cues = list(_named(list(cues_of(lines, problems)), options))
    problems += _out_of_order(cues)
    if not cues:
        problems.append(Problem(None, _("There is no caption in it.")))
    spoken = _spoken(notice(lines), cues, options)
    return Parsed(
        spoken.text,
        tuple(spoken.turns),
        "captions",
        _("a voice to each caption") if spoken.turns else "",
        "" if encoding == "utf-8" else encoding,
        tuple(sorted(problems, key=lambda one: one.line or 0)),
    )


def _named(cues: Sequence[Cue], options: ReadingOptions) -> Iterator[Cue]:
    """`Name: words` read as a voice, where the name repeats or most cues open with one.

    Half of them are enough for a name in two words: its bearer may speak once.
    """
    told = {key_of(label) for label in options.as_label}
    speech = {key_of(label) for label in options.as_speech}
    heads = [_head(cue) for cue in cues]
    times = Counter(key_of(head) for head in heads if head)
    most = times.total() * 10 >= 9 * len(cues)
    half = times.total() * 2 >= len(cues)
    for cue, head in zip(cues, heads, strict=True):
        key = key_of(cue.voice or head)
        if cue.voice and key in speech:
            yield replace(cue, voice=None, words=f"{cue.voice}: {cue.words}")
        elif (
            head
            and key not in speech
            and (times[key] > 1 or most or key in told or (half and is_name(head)))
        ):
            yield replace(cue, voice=head, words=head_of(cue.words)[1])
        else:
            yield cue


def _head(cue: Cue) -> str:
    label = head_of(cue.words)[0] if cue.voice is None else ""
    return label if label and is_plausible(label) else ""


def _spoken(said: Iterable[str], cues: Sequence[Cue], options: ReadingOptions) -> Spoken:
    """Consecutive cues of one voice as one turn; a cue without a voice goes on, or is unknown."""
    spoken = Spoken()
    for line in said:
        spoken.plain(line)
    if options.convention == Convention.NONE or not any(cue.voice for cue in cues):
        for cue in cues:
            spoken.plain(cue.words)
        return spoken
    for voice, same in groupby(_heard(cues, options), key=lambda cue: cue.voice):
        turn = list(same)
        words = " ".join(filter(None, (cue.words for cue in turn)))
        if voice is None:
            spoken.plain(words)
        else:
            spoken.turn(Heading(voice, voice, time=turn[0].start), words)
    return spoken


def _heard(cues: Sequence[Cue], options: ReadingOptions) -> Iterator[Cue]:
    """The cues with who is taken to speak in those without a voice."""
    last: str | None = None
    for cue in cues:
        last = cue.voice or (UNKNOWN if options.cue_without_voice == "unknown" else last)
        yield replace(cue, voice=last)


def _out_of_order(cues: Sequence[Cue]) -> Iterator[Problem]:
    for cue in cues:
        if cue.end < cue.start:
            yield Problem(cue.line, _("This caption ends before it begins."))
    for before, cue in pairwise(cues):
        if cue.line == before.line:
            continue
        if cue.start < before.start:
            yield Problem(cue.line, _("This caption begins before the one ahead of it."))
        elif cue.start < before.end:
            yield Problem(cue.line, _("This caption overlaps the one ahead of it."))


def _are_captions(look: Look) -> bool:
    """By the word that a .vtt opens with, or the number and the times that open an .srt."""
    return look.words.startswith("WEBVTT") or bool(_NUMBERED_CUE.match(look.words))


FORMAT = TranscriptFormat(
    "captions", "Captions", (".vtt", ".srt"), read, _are_captions, of_text=True
)

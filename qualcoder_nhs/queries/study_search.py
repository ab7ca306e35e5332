"""Words found in all transcripts of the study: who said them, where, and what stands around."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from qualcoder_nhs.domain.excerpts import Voice
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.queries.voices import all_voices
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.storage.search import Hit, terms

MOST = 2000
"""So many paragraphs are looked at; more than anybody reads in a list."""

_BEFORE, _AFTER = 40, 240


@dataclass(frozen=True)
class Found:
    """One place: `words` are of its paragraph, `marks` lie in them, `span` in the stored text."""

    transcript: TranscriptId
    turn: int | None
    voice: Voice | None
    span: Span
    words: str
    marks: tuple[Span, ...]


@dataclass(frozen=True)
class FoundIn:
    """The places of one transcript, in order."""

    transcript: TranscriptId
    name: str
    found: tuple[Found, ...]


@dataclass(frozen=True)
class StudySearch:
    """What was found for the words, in the order of the transcripts.

    `stems` where every form of a word was looked for. `cut` tells that there are more paragraphs
    than are looked at.
    """

    words: str = ""
    places: tuple[FoundIn, ...] = ()
    cut: bool = False
    stems: bool = False


def study_search(read: Reader, words: str, *, stems: bool = False) -> StudySearch:
    """Where the words stand. One word, or words in double quotes: each time they are said.

    Several: each paragraph that holds them all. Labels and time marks are not looked at. Where
    `stems`, every form of a word is found: managed, managing and managers for manage.
    """
    hits = read.search(words, MOST + 1, stems=stems)
    several = len(terms(words)) > 1
    names = read.transcript_names()
    order = {transcript: place for place, transcript in enumerate(names)}
    listed = sorted(hits[:MOST], key=lambda hit: (order[hit.transcript], hit.paragraph))
    voices = all_voices(read)
    places = []
    for one, group in groupby(listed, key=lambda hit: hit.transcript):
        looker = _Looker(read.transcript(one), voices.get(one, {}), several=several)
        found = tuple(place for hit in group for place in looker.found(hit))
        if found:
            places.append(FoundIn(one, names[one], found))
    return StudySearch(words, tuple(places), len(hits) > MOST, stems)


class _Looker:
    """Looks up what stands at the hits of one transcript."""

    def __init__(self, transcript: Transcript, voices: dict[str, Voice], *, several: bool) -> None:
        self._transcript, self._voices, self._several = transcript, voices, several

    def found(self, hit: Hit) -> Iterator[Found]:
        said = [mark for mark in hit.words if not self._in_label(mark)]
        groups = [said] if self._several and said else [[mark] for mark in said]
        for marks in groups:
            yield self._at(hit.paragraph, marks)

    def _in_label(self, mark: Span) -> bool:
        turn = self._transcript.turn_at(mark.start)
        return turn is not None and turn.whole.overlaps(mark) and not turn.words.overlaps(mark)

    def _turn(self, mark: Span) -> Turn | None:
        return next(self._transcript.turns_in(mark), None)

    def _at(self, paragraph: Span, marks: list[Span]) -> Found:
        turn, text = self._turn(marks[0]), self._transcript.text
        spoken = turn.words.shared(paragraph) if turn else paragraph
        shown = _around(text, spoken, marks[0])
        before = "…" if shown.start > spoken.start else ""
        after = "…" if shown.end < spoken.end else ""
        shift = len(before) - shown.start
        return Found(
            self._transcript.id,
            turn.index if turn else None,
            self._voices.get(turn.label) if turn else None,
            marks[0],
            before + shown.of(text) + after,
            tuple(mark.shifted(shift) for mark in marks if shown.covers(mark)),
        )


def _around(text: str, paragraph: Span, mark: Span) -> Span:
    """The words next to the mark, whole ones where there are gaps between them."""
    start, end = paragraph.start, paragraph.end
    if mark.start - start > _BEFORE:
        gap = text.find(" ", mark.start - _BEFORE, mark.start)
        start = gap + 1 if gap >= 0 else mark.start - _BEFORE
    if end - mark.end > _AFTER:
        gap = text.rfind(" ", mark.end, mark.end + _AFTER)
        end = gap if gap >= 0 else mark.end + _AFTER
    return Span(min(start, mark.start), max(end, mark.end))

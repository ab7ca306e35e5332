"""The talk behind an entry of a table: its codings in the turns they were made in, or its turns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.excerpts import Said, Voice, attribution, reference, turns_in, voices_in
from qualcoder_nhs.domain.ids import CodingId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.tabled import Entry, Place
from qualcoder_nhs.domain.talk_passage import Marked, SaidTurn, TalkPassage, shortened
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.queries.cutting import Cutter
from qualcoder_nhs.queries.voices import all_voices
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class Behind:
    """What is wanted of an entry. `whole` where its turns are one passage with marks in it."""

    codings: tuple[CodingId, ...] = ()
    turns: tuple[Place, ...] = ()
    whole: bool = False


def behind(entry: Entry, *, whole: bool = False) -> Behind:
    """What is to be asked for an entry."""
    return Behind(entry.codings, entry.turns, whole)


def talk_behind(read: Reader, wanted: Behind) -> tuple[TalkPassage, ...]:
    """The passages in the order of the talk; codings of the same turns are marked in one."""
    found = _Talk(read)
    codings = read.codings_by_id(wanted.codings)
    if wanted.whole:
        return tuple(found.stretch(wanted.turns, codings))
    if wanted.codings:
        return tuple(found.of_codings(codings))
    return tuple(found.of_turns(wanted.turns))


def talk_of_rows(read: Reader, wanted: Sequence[Behind]) -> tuple[tuple[TalkPassage, ...], ...]:
    """The passages of many entries, each on its own."""
    found = _Talk(read)
    known = {one.id: one for each in wanted for one in read.codings_by_id(each.codings)}
    return tuple(
        tuple(found.stretch(one.turns, [known[each] for each in one.codings if each in known]))
        for one in wanted
    )


class _Talk:
    """The transcripts of a study, ready to be cut."""

    def __init__(self, read: Reader) -> None:
        self._texts: dict[TranscriptId, Transcript] = {one.id: one for one in read.transcripts()}
        self._order = {key: at for at, key in enumerate(self._texts)}
        self._voices: Mapping[TranscriptId, Mapping[str, Voice]] = all_voices(read)
        self._cutters: dict[TranscriptId, Cutter] = {}

    def _cutter(self, transcript: TranscriptId) -> Cutter:
        if transcript not in self._cutters:
            voices = self._voices.get(transcript, {})
            self._cutters[transcript] = Cutter(self._texts[transcript], voices)
        return self._cutters[transcript]

    def of_codings(self, codings: Iterable[Coding]) -> Iterator[TalkPassage]:
        """A passage for each stretch of turns that codings touch."""
        together: dict[tuple[int, int, int], list[Coding]] = defaultdict(list)
        for one in codings:
            turns = turns_in(self._cutter(one.transcript).said(one.span)) or (0,)
            together[self._order[one.transcript], turns[0], turns[-1]].append(one)
        for _place, held in sorted(together.items(), key=lambda each: each[0]):
            transcript = held[0].transcript
            cutter, first = self._cutter(transcript), min(held, key=lambda one: one.span)
            said = cutter.whole(first.span) or cutter.said(first.span)
            yield self._passage(transcript, said, held)

    def of_turns(self, places: Iterable[Place]) -> Iterator[TalkPassage]:
        """A passage for each turn."""
        for transcript, turn in sorted(places, key=lambda one: (self._order[one[0]], one[1])):
            yield self._passage(transcript, self._turns(transcript, turn, turn), ())

    def stretch(self, places: Sequence[Place], codings: Sequence[Coding]) -> Iterator[TalkPassage]:
        """All of the turns from the first to the last, as one passage."""
        if not places:
            return
        transcript, turns = places[0][0], [turn for _transcript, turn in places]
        held = [one for one in codings if one.transcript == transcript]
        yield self._passage(transcript, self._turns(transcript, min(turns), max(turns)), held)

    def _turns(self, transcript: TranscriptId, first: int, last: int) -> tuple[Said, ...]:
        text = self._texts[transcript]
        start, end = text.turns[first - 1].words.start, text.turns[last - 1].words.end
        return self._cutter(transcript).whole(Span(start, end))

    def _passage(
        self, transcript: TranscriptId, said: Sequence[Said], codings: Sequence[Coding]
    ) -> TalkPassage:
        text, voices = self._texts[transcript], voices_in(said)
        whole = Span(said[0].span.start, said[-1].span.end) if said else Span(0, 0)
        spans = [one.span for one in codings]
        span = min(spans) if spans else whole
        marked = " … ".join(dict.fromkeys(" ".join(one.of(text.text).split()) for one in spans))
        return TalkPassage(
            transcript,
            text.name,
            tuple(_said(one, codings) for one in said),
            span,
            marked or " ".join(whole.of(text.text).split()),
            attribution(text.name, voices),
            reference(text.name, turns_in(said), span),
            voices,
            tuple(dict.fromkeys(one.code for one in codings)),
            tuple(dict.fromkeys(flag for one in codings for flag in one.flags)),
        )


def _said(one: Said, codings: Sequence[Coding]) -> SaidTurn:
    marks = []
    for coding in codings:
        if cut := coding.span.shared(one.span):
            start = cut.start - one.span.start
            marks.append(Marked(start, start + cut.end - cut.start, coding.code))
    words, moved = shortened(one.text, tuple(dict.fromkeys(marks)))
    return SaidTurn(one.turn or 0, one.voice, words, moved)

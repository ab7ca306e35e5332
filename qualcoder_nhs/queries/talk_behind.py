"""The talk behind an entry of a table: its codings in the turns they were made in, or its turns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.excerpts import Said, Voice, attribution, reference, turns_in, voices_in
from qualcoder_nhs.domain.ids import CodeId, CodingId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.tabled import Entry, Place
from qualcoder_nhs.domain.talk_passage import Marked, SaidTurn, TalkPassage, shortened
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.queries.cutting import Cutter
from qualcoder_nhs.queries.voices import all_voices
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class Behind:
    """What is wanted of an entry: passages with codings, or turns and what is meant of them."""

    codings: tuple[CodingId, ...] = ()
    turns: tuple[Place, ...] = ()
    spans: tuple[tuple[TranscriptId, Span], ...] = ()


def behind(entry: Entry) -> Behind:
    """What is to be asked for an entry."""
    return Behind(tuple(entry.codings), entry.turns, entry.spans)


def talk_behind(read: Reader, wanted: Behind) -> tuple[TalkPassage, ...]:
    """The passages in the order of the talk; codings of the same turns are marked in one."""
    found = _Talk(read)
    codings = read.codings_by_id(wanted.codings)
    if wanted.codings:
        return tuple(found.of_codings(codings))
    return tuple(found.of_turns(wanted.turns))


def talk_of_rows(read: Reader, wanted: Sequence[Behind]) -> tuple[tuple[TalkPassage, ...], ...]:
    """All turns of each of many entries, as one passage with its parts marked."""
    found = _Talk(read)
    return tuple(tuple(found.stretch(one, read.codings_by_id(one.codings))) for one in wanted)


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

    def stretch(self, wanted: Behind, codings: Sequence[Coding]) -> Iterator[TalkPassage]:
        """All of the turns from the first to the last, as one passage."""
        if not wanted.turns:
            return
        transcript, turns = wanted.turns[0][0], [turn for _transcript, turn in wanted.turns]
        held = [one for one in codings if one.transcript == transcript]
        spans = [span for _transcript, span in wanted.spans]
        said = self._turns(transcript, min(turns), max(turns))
        yield self._passage(transcript, said, held, spans)

    def _turns(self, transcript: TranscriptId, first: int, last: int) -> tuple[Said, ...]:
        text = self._texts[transcript]
        start, end = text.turns[first - 1].words.start, text.turns[last - 1].words.end
        return self._cutter(transcript).whole(Span(start, end))

    def _passage(
        self,
        transcript: TranscriptId,
        said: Sequence[Said],
        codings: Sequence[Coding],
        spans: Sequence[Span] = (),
    ) -> TalkPassage:
        text, voices = self._texts[transcript], voices_in(said)
        whole = Span(said[0].span.start, said[-1].span.end) if said else Span(0, 0)
        parts = [(one.span, one.code) for one in codings] + [(one, None) for one in spans]
        coded = [one.span for one in codings]
        span = whole if spans or not coded else min(coded)
        marked = " … ".join(dict.fromkeys(" ".join(one.of(text.text).split()) for one in coded))
        return TalkPassage(
            transcript,
            text.name,
            tuple(_said(one, parts) for one in said),
            span,
            " ".join(whole.of(text.text).split()) if spans or not marked else marked,
            attribution(text.name, voices),
            reference(text.name, turns_in(said), span),
            voices,
            tuple(dict.fromkeys(one.code for one in codings)),
            tuple(dict.fromkeys(flag for one in codings for flag in one.flags)),
        )


def _said(one: Said, parts: Sequence[tuple[Span, CodeId | None]]) -> SaidTurn:
    marks = []
    for span, code in parts:
        if cut := span.shared(one.span):
            start = cut.start - one.span.start
            marks.append(Marked(start, start + cut.end - cut.start, code))
    words, moved = shortened(one.text, tuple(dict.fromkeys(marks)))
    return SaidTurn(one.turn or 0, one.voice, words, moved)

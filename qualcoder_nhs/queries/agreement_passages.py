"""The words behind the figures of agreement: passages as they were said, and who coded them how."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcoder_nhs.analysis.agreement.behind import Behind, behind
from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.analysis.agreement.report import AgreementReport, StoredDisagreement
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.excerpts import Voice
from qualcoder_nhs.domain.ids import CodeId, CoderId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import count_words, snapped
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.queries.voices import voices
from qualcoder_nhs.storage.reader import Reader

WHOLE_TURN = 420
"""A turn up to so many characters is shown whole; of a longer one, the part that was coded."""

AROUND = 120

MOST = 300
"""Nobody walks through more; the queue has them all."""


@dataclass(frozen=True)
class Given:
    """What a coder gave there; the span is a place in the stored text, within what is shown."""

    coder: str
    code: CodeId
    span: Span
    words: int


@dataclass(frozen=True)
class AgreementPassage:
    """A passage on which coders differ, in its context.

    `shown` is the place of `text`, and `span` of the passage itself; `given` is what the coders
    gave that touches it, coder by coder.
    """

    of: StoredDisagreement
    transcript: TranscriptId
    turn: int | None
    voice: Voice | None
    shown: Span
    text: str
    given: tuple[Given, ...]

    @property
    def span(self) -> Span:
        """Its place in the stored text."""
        return self.of.span

    @property
    def words(self) -> str:
        """What was said in it."""
        start = self.shown.start
        return self.text[self.span.start - start : self.span.end - start]

    @property
    def reference(self) -> str:
        """Where to find it: `FG2 t.41`."""
        name = self.of.of.transcript
        return f"{name} t.{self.turn}" if self.turn else name


@dataclass(frozen=True)
class PassagesBehind:
    """The longest passages behind a figure; `total` counts the others, too."""

    asked: Behind
    passages: tuple[AgreementPassage, ...]
    total: int


def agreement_passages(
    read: Reader, report: AgreementReport, asked: Behind, most: int = MOST
) -> PassagesBehind:
    """The words behind a figure of a report.

    Who coded what is told from the report alone, which its asker has been shown; the study only
    gives the words. What stands in a transcript that is gone by now is left out.
    """
    ids = {name: one for one, name in read.transcript_names().items()}
    found = [one for one in behind(report, asked) if one.of.transcript in ids]
    coders = {coder.id: coder.name for coder in read.coders()}
    slugs = {code.id: code.slug for code in report.about.codebook.codes}
    placed: dict[TranscriptId, list[Coding]] = defaultdict(list)
    for coding in report.material.codings:
        placed[coding.transcript].append(coding)
    shown = found[:most]
    places = {
        name: _Place(
            read.transcript(ids[name]), voices(read, ids[name]), placed[ids[name]], coders, slugs
        )
        for name in dict.fromkeys(one.of.transcript for one in shown)
    }
    passages = tuple(places[one.of.transcript].passage(one) for one in shown)
    return PassagesBehind(asked, passages, len(found))


@dataclass(frozen=True)
class _Place:
    """One transcript with what was compared in it."""

    transcript: Transcript
    voices: Mapping[str, Voice]
    codings: Sequence[Coding]
    coders: Mapping[CoderId, str]
    slugs: Mapping[CodeId, str]

    def passage(self, one: StoredDisagreement) -> AgreementPassage:
        touching = self._touching(one)
        turn = next(self.transcript.turns_in(one.span), None)
        shown = self._shown(one.span, turn)
        return AgreementPassage(
            one,
            self.transcript.id,
            turn.index if turn else None,
            self.voices.get(turn.label) if turn else None,
            shown,
            shown.of(self.transcript.text),
            tuple(self._given(touching, shown)),
        )

    def _touching(self, one: StoredDisagreement) -> list[Coding]:
        """What the coders gave there: the code itself, and what others gave instead of it.

        Where ends differ, the other coder's passage ends before the difference begins: so it is
        enough that it meets a passage with the code.
        """
        here = [coding for coding in self.codings if coding.span.overlaps(one.span)]
        same = [coding for coding in here if self._is(coding, one)]
        met = [
            coding
            for coding in self.codings
            if self._is(coding, one) and any(coding.span.overlaps(each.span) for each in same)
        ]
        instead = here if one.of.kind is Kind.SUBSTITUTION else []
        silent = one.of.coders_without
        others = [each for each in instead if self.coders[each.coder] in silent]
        return [*met, *(each for each in others if not self._is(each, one))]

    def _is(self, coding: Coding, one: StoredDisagreement) -> bool:
        return self.slugs.get(coding.code) == one.of.code

    def _shown(self, span: Span, turn: Turn | None) -> Span:
        """The turn, or of a long one the passage with some words around."""
        room = turn.words if turn else Span(0, len(self.transcript.text))
        if len(room) <= WHOLE_TURN:
            return room.hull(span)
        wide = Span(max(room.start, span.start - AROUND), min(room.end, span.end + AROUND))
        return snapped(self.transcript.text, wide).shared(room).hull(span)

    def _given(self, touching: Iterable[Coding], shown: Span) -> Iterator[Given]:
        order = list(self.coders)
        for one in sorted(touching, key=lambda each: (order.index(each.coder), each.span)):
            words = count_words(self.transcript.text, one.span)
            yield Given(self.coders[one.coder], one.code, one.span.shared(shown), words)

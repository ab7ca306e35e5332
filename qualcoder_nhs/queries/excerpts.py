"""The excerpts of a study, filtered, in the order of the codebook, with context and counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.coding import Coding, Flag
from qualcoder_nhs.domain.excerpts import Excerpt, ExcerptBook, LeftOut, Section, Spread
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId, ParticipantId, TranscriptId
from qualcoder_nhs.domain.people import Function, Speaker
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.coding_page import coding_memos
from qualcoder_nhs.queries.cutting import Cutter
from qualcoder_nhs.queries.layers import shown_layer
from qualcoder_nhs.queries.voices import all_voices
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class ExcerptFilter:
    """Which excerpts are wanted; nothing named means all.

    `codes` take their descendants along unless `descendants` is off. `labels` and `roles` keep an
    excerpt in which any such voice speaks. `context` whole turns are added before and after.
    `layer` is the settled one where it exists and the open one otherwise, unless another is named.
    `scope` says the choice in words.
    """

    codes: tuple[CodeId, ...] = ()
    descendants: bool = True
    transcripts: frozenset[TranscriptId] = frozenset()
    coders: frozenset[CoderId] = frozenset()
    labels: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    flags: frozenset[Flag] = frozenset()
    without: frozenset[Flag] = frozenset()
    layer: str | None = None
    context: int = 0
    scope: str = ""

    def refuses(self, excerpt: Excerpt) -> str | None:
        """Why an excerpt under a wanted code is left out, in words; None for a wanted one."""
        return self._by_coding(excerpt.coding) or self._by_voice(excerpt)

    def _by_coding(self, coding: Coding) -> str | None:
        if self.transcripts and coding.transcript not in self.transcripts:
            return _("in other transcripts")
        if coding.layer != self.layer:
            return _("in another layer")
        if self.coders and coding.coder not in self.coders:
            return _("by other coders")
        if self.flags and not self.flags & set(coding.flags):
            return _("without the flag")
        return (
            _("flagged “{flag}”").format(flag=", ".join(sorted(self.without)))
            if self.without & set(coding.flags)
            else None
        )

    def _by_voice(self, excerpt: Excerpt) -> str | None:
        heard = [piece.voice for piece in excerpt.said if piece.voice]
        if self.labels and not any(voice.label in self.labels for voice in heard):
            return _("by other speakers")
        if self.roles and not any(voice.role in self.roles for voice in heard):
            return _("by other roles")
        return None


def excerpt_book(read: Reader, wanted: ExcerptFilter, coder: str = "") -> ExcerptBook:
    """All excerpts that fit the filter, under their codes, with what was left out and why.

    `coder` is who asks, for the title page.
    """
    codebook = read.codebook()
    layer = wanted.layer or shown_layer(read)
    wanted = replace(wanted, layer=layer)
    codings = read.codings(codes=_wanted_codes(codebook, wanted))
    kept: list[Excerpt] = []
    reasons: Counter[str] = Counter()
    for excerpt in cut_all(read, codings, codebook, wanted.context):
        if why := wanted.refuses(excerpt):
            reasons[why] += 1
        else:
            kept.append(excerpt)
    count = _Counting(read, wanted)
    return ExcerptBook(
        study=read.study().name,
        coder=coder,
        made=datetime.now(UTC),
        layer=read.layer_names().get(layer, layer),
        scope=wanted.scope,
        sections=tuple(_sections(codebook, kept, count)),
        spread=count.spread(kept),
        left_out=tuple(LeftOut(number, why) for why, number in reasons.items()),
        transcripts=tuple(dict.fromkeys(excerpt.coding.transcript for excerpt in kept)),
    )


def cut_all(
    read: Reader, codings: Sequence[Coding], codebook: Codebook, context: int = 0
) -> Iterator[Excerpt]:
    """Every coding with its words, cut from the text, by transcript and place."""
    names = {coder.id: coder.name for coder in read.coders()}
    rounds = read.layer_names()
    groups = read.groups()
    memos: dict[CodingId, str] = coding_memos(read)
    voices = all_voices(read)
    transcripts = {one.id: one for one in read.transcripts()}
    cutters = {key: Cutter(one, voices.get(key, {})) for key, one in transcripts.items()}
    paths = {code.id: codebook.path(code.id) for code in codebook.codes}
    order = {key: at for at, key in enumerate(transcripts)}
    for coding in sorted(codings, key=lambda one: (order[one.transcript], one.span)):
        transcript, cutter = transcripts[coding.transcript], cutters[coding.transcript]
        said = cutter.said(coding.span)
        before, after = cutter.around(coding.span, context)
        yield Excerpt(
            coding=coding,
            code=codebook[coding.code],
            path=paths[coding.code],
            transcript=transcript.name,
            group=groups[transcript.group].name,
            coder=names[coding.coder],
            text=coding.span.of(transcript.text),
            said=said,
            before=before,
            after=after,
            memo=memos.get(coding.id),
            round=rounds.get(coding.layer),
        )


def _wanted_codes(codebook: Codebook, wanted: ExcerptFilter) -> list[CodeId] | None:
    if not wanted.codes:
        return None
    if not wanted.descendants:
        return list(wanted.codes)
    return list(frozenset().union(*(codebook.descendants(code) for code in wanted.codes)))


def _sections(
    codebook: Codebook, excerpts: Sequence[Excerpt], count: "_Counting"
) -> Iterator[Section]:
    """A section for each code with excerpts and for each category above one, in tree order."""
    own: dict[CodeId, list[Excerpt]] = defaultdict(list)
    beneath: dict[CodeId, list[Excerpt]] = defaultdict(list)
    for excerpt in excerpts:
        own[excerpt.code.id].append(excerpt)
        for code in (*codebook.ancestors(excerpt.code.id), excerpt.code):
            beneath[code.id].append(excerpt)
    for code in codebook.walk():
        if code.id in beneath:
            yield Section(
                code=code,
                path=codebook.path(code.id),
                depth=codebook.depth(code.id),
                spread=count.spread(beneath[code.id]),
                excerpts=tuple(own[code.id]),
            )


class _Counting:
    """Counts over their denominators: the transcripts looked at, and the people in them."""

    def __init__(self, read: Reader, wanted: ExcerptFilter) -> None:
        scope = [
            one
            for one in read.transcript_summaries()
            if not wanted.transcripts or one.id in wanted.transcripts
        ]
        surveys = read.surveys()
        self._group = {one.id: one.group for one in scope if one.id not in surveys}
        looked_at = {one.id for one in scope}
        speaking = [
            one
            for one in read.speakers()
            if one.transcript in looked_at and one.function is Function.PARTICIPANT
        ]
        self._present = _people(one for one in speaking if one.transcript in self._group)
        self._asked = _people(one for one in speaking if one.transcript not in self._group)

    def spread(self, excerpts: Sequence[Excerpt]) -> Spread:
        """How widely these are said. A turn touched by several excerpts counts once."""
        rooms = {one.coding.transcript for one in excerpts} & self._group.keys()
        people: set[ParticipantId] = set()
        turns: set[tuple[TranscriptId, int | None]] = set()
        for excerpt in excerpts:
            for piece in excerpt.said:
                if piece.voice and piece.voice.function is Function.PARTICIPANT:
                    people.update(piece.voice.participants)
                    turns.add((excerpt.coding.transcript, piece.turn))
        return Spread(
            excerpts=len(excerpts),
            groups=len({self._group[room] for room in rooms}),
            groups_of=len(set(self._group.values())),
            participants=len(people & self._present),
            participants_of=len(self._present),
            turns=len(turns),
            respondents=len(people & self._asked),
            respondents_of=len(self._asked),
        )


def _people(speaking: Iterable[Speaker]) -> set[ParticipantId]:
    return {person for one in speaking for person in one.participants}

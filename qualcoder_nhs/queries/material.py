"""The material that tables and pictures are counted from, loaded once for each of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from qualcoder_nhs.analysis.counting.material import Material, Session, Standing, Uttered
from qualcoder_nhs.domain.attributes import Presence
from qualcoder_nhs.domain.coding import Coding, Flag
from qualcoder_nhs.domain.guide import Asking, Course
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.domain.people import Function, Group, Speaker
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import count_words
from qualcoder_nhs.domain.survey import SURVEY
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.domain.written import Written
from qualcoder_nhs.queries.layers import shown_layer
from qualcoder_nhs.storage.reader import Reader

T = TypeVar("T", Asking, Presence)
C = TypeVar("C", Coding, Link)

SHORT = 3
"""An interjection of at most so many words need not part the turn it falls into."""


@dataclass(frozen=True)
class MaterialWish:
    """What is looked at: nothing named means everything.

    `layer` is the settled one where it exists and the open one otherwise, unless another is named.
    Where `joined`, a turn that only a short interjection parts counts as one.
    """

    layer: str | None = None
    transcripts: frozenset[TranscriptId] = frozenset()
    coders: frozenset[CoderId] = frozenset()
    joined: bool = True


def material(read: Reader, wish: MaterialWish | None = None) -> Material:
    """Everything a table needs, read once for all tables until the study changes."""
    wished = wish or MaterialWish()
    layer = wished.layer or shown_layer(read)
    exact = replace(wished, layer=layer)
    return read.kept(exact, lambda: _read(read, exact, layer))


def _read(read: Reader, wished: MaterialWish, layer: str) -> Material:
    sessions = tuple(_sessions(read, wished))
    shown = {one.id for one in sessions}
    return Material(
        study=read.study().name,
        layer=read.layer_names().get(layer, layer),
        sessions=sessions,
        people=read.participants(),
        questions=tuple(read.questions()),
        codebook=read.codebook(),
        codings=_of(read.codings(layer=layer), shown, wished.coders),
        links=_of(read.links(layer=layer), shown, wished.coders),
        coders={coder.id: coder.name for coder in read.coders()},
        attributes=tuple(read.attributes()),
        themes=tuple(read.themes()),
        written=_written(read),
        standing=_standing(read, shown),
        identifying=tuple(
            (one.transcript, one.span)
            for one in read.codings(flag=Flag.IDENTIFYING)
            if one.transcript in shown
        ),
    )


def _written(read: Reader) -> Written:
    return Written(
        propositions=tuple(read.propositions()),
        voicings=tuple(read.voicings()),
        corrections=tuple(read.corrections()),
        summaries=tuple(read.summaries()),
    )


def _standing(read: Reader, shown: Collection[TranscriptId]) -> Standing:
    return Standing(
        stance=read.study().stance.words,
        coders={one: own for one, own in read.coders_of().items() if one in shown},
        guide_versions=len(read.guide_versions()),
        codebook_versions=len(read.versions()),
        quotes=tuple(one for one in read.quotes() if one.transcript in shown),
    )


def _of(
    things: Iterable[C], transcripts: Collection[TranscriptId], coders: Collection[CoderId]
) -> tuple[C, ...]:
    found = (one for one in things if one.transcript in transcripts)
    return tuple(one for one in found if not coders or one.coder in coders)


def _sessions(read: Reader, wished: MaterialWish) -> Iterator[Session]:
    groups, speakers = read.groups(), _cast(read.speakers())
    askings, presences = _by_transcript(read.askings()), _by_transcript(read.presences())
    chosen = [one for one in read.transcripts() if _wanted(one.id, wished.transcripts)]
    for transcript in sorted(chosen, key=lambda one: _held(groups[one.group], one)):
        turns = tuple(_uttered(transcript, speakers[transcript.id], joined=wished.joined))
        yield Session(
            id=transcript.id,
            name=transcript.name,
            group=groups[transcript.group],
            text=transcript.text,
            turns=turns,
            course=Course(askings[transcript.id], len(turns)),
            presences={one.participant: one for one in presences[transcript.id]},
            survey=transcript.kind == SURVEY,
        )


def _cast(speakers: Iterable[Speaker]) -> dict[TranscriptId, dict[str, Speaker]]:
    found: dict[TranscriptId, dict[str, Speaker]] = defaultdict(dict)
    for one in speakers:
        found[one.transcript][one.label] = one
    return found


def _by_transcript(things: Iterable[T]) -> dict[TranscriptId, list[T]]:
    found: dict[TranscriptId, list[T]] = defaultdict(list)
    for one in things:
        found[one.transcript].append(one)
    return found


def _wanted(transcript: TranscriptId, wanted: Collection[TranscriptId]) -> bool:
    return not wanted or transcript in wanted


def _held(group: Group, transcript: Transcript) -> tuple[str, int]:
    """By date where the group has one (written 2026-05-12), else in the order they came in."""
    return group.attributes.get("date", ""), transcript.position


def _uttered(
    transcript: Transcript, speakers: Mapping[str, Speaker], *, joined: bool
) -> Iterator[Uttered]:
    words = _counted(transcript.text, tuple(turn.words for turn in transcript.turns))
    part_of = _parts(transcript.turns, words) if joined else {}
    for turn, number in zip(transcript.turns, words, strict=True):
        speaker = speakers.get(turn.label)
        yield Uttered(
            index=turn.index,
            function=speaker.function if speaker else Function.UNKNOWN,
            people=speaker.participants if speaker else (),
            label=turn.label,
            span=turn.words,
            words=number,
            part_of=part_of.get(turn.index, turn.index),
        )


@lru_cache(maxsize=128)
def _counted(text: str, turns: tuple[Span, ...]) -> tuple[int, ...]:
    """The words of each turn. Texts are fixed, and counting a million words takes a second."""
    return tuple(count_words(text, turn) for turn in turns)


def _parts(turns: Sequence[Turn], words: Sequence[int]) -> dict[int, int]:
    """For a turn that goes on after a short interjection: the turn it is a part of."""
    found: dict[int, int] = {}
    for at in range(2, len(turns)):
        before, between, after = turns[at - 2 : at + 1]
        goes_on = before.label == after.label != between.label
        if goes_on and words[at - 1] <= SHORT < min(words[at - 2], words[at]):
            found[after.index] = found.get(before.index, before.index)
    return found

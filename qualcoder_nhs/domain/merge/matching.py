"""Which transcript, coder and code of a file is which here: by id and by words, never by name."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.merge.sides import Here, MergeRow, Text, There
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.domain.people import Coder, CoderRole
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.i18n import _


@dataclass(frozen=True)
class Transcripts:
    """Which transcript of the file is which here; `refused` says why others are none."""

    here: Mapping[TranscriptId, TranscriptId]
    matched: tuple[MergeRow, ...]
    refused: Mapping[TranscriptId, str]


def match_transcripts(here: Here, there: There) -> Transcripts:
    """The same id with the same words, or else the same words."""
    by_words = {_hash(one.text): one for one in reversed(tuple(here.transcripts.values()))}
    found: dict[TranscriptId, TranscriptId] = {}
    matched: list[MergeRow] = []
    refused: dict[TranscriptId, str] = {}
    for text in there.texts.values():
        own = here.transcripts.get(text.id)
        if own is not None and own.text != text.text:
            refused[text.id] = _differing(own, text)
            continue
        same = own or by_words.get(_hash(text.text))
        if same is None:
            refused[text.id] = _("this study has no transcript with these words")
            continue
        found[text.id] = same.id
        if own is None:
            why = _("the same words as “{name}” here").format(name=same.name)
            matched.append(MergeRow(text.name, why))
    return Transcripts(found, tuple(matched), refused)


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _differing(own: Transcript, text: Text) -> str:
    pairs = zip(own.text, text.text, strict=False)
    shorter = min(len(own.text), len(text.text))
    at = next((n for n, (one, other) in enumerate(pairs) if one != other), shorter)
    turn = own.turn_at(at)
    if turn is None:
        return _("text differs at character {n}").format(n=at)
    return _("text differs at turn {n}").format(n=turn.index)


@dataclass(frozen=True)
class Coders:
    """The coders that are new here, as they come in; others are known by their id."""

    new: Mapping[CoderId, Coder]
    rows: tuple[MergeRow, ...]


def match_coders(here: Here, there: There) -> Coders:
    """By id. A name that somebody else bears here gets a number, and nobody comes in as lead."""
    taken = {coder.name for coder in here.coders.values()}
    new: dict[CoderId, Coder] = {}
    rows: list[MergeRow] = []
    for coder in there.coders.values():
        if coder.id in here.coders:
            rows += _renamed(here.coders[coder.id], coder)
            continue
        name = unique_name(coder.name, taken)
        taken.add(name)
        new[coder.id] = Coder(coder.id, name, CoderRole.CODER, coder.added)
        if name != coder.name:
            why = _("known here by the same name with another id; comes in as “{name}”")
            rows.append(MergeRow(_coder(coder), why.format(name=name)))
    return Coders(new, tuple(rows))


def _renamed(own: Coder, coder: Coder) -> Iterator[MergeRow]:
    if own.name != coder.name:
        yield MergeRow(_coder(coder), _("called “{name}” here").format(name=own.name))


def _coder(coder: Coder) -> str:
    return _("coder {name}").format(name=coder.name)

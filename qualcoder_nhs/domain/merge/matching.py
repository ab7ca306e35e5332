"""Which transcript of a file is which here: by id and by words, never by name."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.merge.sides import Here, MergeRow, Text, There
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.i18n import _


@dataclass(frozen=True)
class Transcripts:
    """Which transcript of the file is which here; `refused` says why others are none.

    Those in `new` this study does not have: they come in under their own id.
    """

    here: Mapping[TranscriptId, TranscriptId]
    new: tuple[TranscriptId, ...]
    matched: tuple[MergeRow, ...]
    refused: Mapping[TranscriptId, str]


def match_transcripts(here: Here, there: There) -> Transcripts:
    """The same id with the same words, or else the same words; what is neither is new."""
    by_words = {one.text: one for one in reversed(tuple(here.transcripts.values()))}
    found: dict[TranscriptId, TranscriptId] = {}
    new: list[TranscriptId] = []
    matched: list[MergeRow] = []
    refused: dict[TranscriptId, str] = {}
    for text in there.texts.values():
        own = here.transcripts.get(text.id)
        same = own or by_words.get(text.text)
        why = _why_refused(here, there, text, same)
        if why:
            refused[text.id] = why
            continue
        found[text.id] = same.id if same else text.id
        if same is None:
            new.append(text.id)
        elif own is None:
            told = _("the same words as “{name}” here").format(name=same.name)
            matched.append(MergeRow(text.name, told))
    return Transcripts(found, tuple(new), tuple(matched), refused)


def _why_refused(here: Here, there: There, text: Text, same: Transcript | None) -> str:
    """Nothing where it is the same as one here, or can come in."""
    if same is not None:
        return "" if same.text == text.text else _differing(same, text)
    if text.id in here.gone:
        return here.gone[text.id]
    if text.id not in there.sessions:
        return _("its turns, or who was in the room, cannot be read")
    return ""


def _differing(own: Transcript, text: Text) -> str:
    pairs = zip(own.text, text.text, strict=False)
    shorter = min(len(own.text), len(text.text))
    at = next((n for n, (one, other) in enumerate(pairs) if one != other), shorter)
    turn = own.turn_at(at)
    if turn is None:
        return _("text differs at character {n}").format(n=at)
    return _("text differs at turn {n}").format(n=turn.index)

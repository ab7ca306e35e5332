"""Which transcript of a file is which here: by id and by words, never by name."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.merge.corrected import is_correction
from qualcoder_nhs.domain.merge.sides import Here, MergeRow, Text, There
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.i18n import _


@dataclass(frozen=True)
class Transcripts:
    """Which transcript of the file is which here; `refused` says why others are none.

    Those in `new` this study does not have: they come in under their own id. The words of those
    in `corrected` are others here, since one side corrected them.
    """

    here: Mapping[TranscriptId, TranscriptId]
    new: tuple[TranscriptId, ...]
    matched: tuple[MergeRow, ...]
    refused: Mapping[TranscriptId, str]
    corrected: tuple[TranscriptId, ...] = ()


def match_transcripts(here: Here, there: There) -> Transcripts:
    """The same id with the same words, or else the same words; what is neither is new.

    The same id with words that either side once had is the same, too.
    """
    by_words = {one.text: one for one in reversed(tuple(here.transcripts.values()))}
    found: dict[TranscriptId, TranscriptId] = {}
    new: list[TranscriptId] = []
    matched: list[MergeRow] = []
    corrected: list[TranscriptId] = []
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
        elif same.text != text.text:
            corrected.append(text.id)
            matched.append(MergeRow(text.name, _corrected_words(same, text)))
        elif own is None:
            told = _("the same words as “{name}” here").format(name=same.name)
            matched.append(MergeRow(text.name, told))
    return Transcripts(found, tuple(new), tuple(matched), refused, tuple(corrected))


def _why_refused(here: Here, there: There, text: Text, same: Transcript | None) -> str:
    """Nothing where it is the same as one here, or can come in."""
    if same is not None:
        alike = same.text == text.text or is_correction(here, there, text.id)
        return "" if alike else _differing(same, text)
    if text.id in here.gone:
        return here.gone[text.id]
    if text.id not in there.sessions:
        return _("its turns, or who was in the room, cannot be read")
    return ""


def _corrected_words(own: Transcript, text: Text) -> str:
    told = _("its words were corrected ({where}); what lies on them is placed by its words")
    return told.format(where=_differing(own, text))


def _differing(own: Transcript, text: Text) -> str:
    pairs = zip(own.text, text.text, strict=False)
    shorter = min(len(own.text), len(text.text))
    at = next((n for n, (one, other) in enumerate(pairs) if one != other), shorter)
    turn = own.turn_at(at)
    if turn is None:
        return _("text differs at character {n}").format(n=at)
    return _("text differs at turn {n}").format(n=turn.index)

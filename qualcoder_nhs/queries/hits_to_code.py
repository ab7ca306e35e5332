"""What coding every hit of a search would put a code on, looked at before it is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from qualcoder_nhs.analysis.sentences import sentence_at
from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.excerpts import Voice
from qualcoder_nhs.domain.ids import CodeId, CoderId, TranscriptId
from qualcoder_nhs.domain.people import MODERATING
from qualcoder_nhs.domain.rounds import Portion
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.i18n import N_
from qualcoder_nhs.queries.study_search import Found, study_search
from qualcoder_nhs.storage.reader import Reader

_LONGEST = 200


class HitUnit(StrEnum):
    """How much of the talk around a hit is coded."""

    TURN = "turn"
    SENTENCE = "sentence"
    HIT = "hit"


class Why(StrEnum):
    """Why a passage is not ticked from the start."""

    NONE = ""
    CODED = N_("coded already")
    MODERATOR = N_("the moderator’s words")
    BESIDE = N_("in no turn")
    OUTSIDE = N_("not in the round")  # it cannot be ticked at all


@dataclass(frozen=True)
class HitToCode:
    """A passage with at least one hit: whose words, which, and why it may be better left out.

    Of a long passage `words` are those around the first hit.
    """

    transcript: TranscriptId
    name: str
    turn: int | None
    voice: Voice | None
    span: Span
    words: str
    why: Why = Why.NONE


@dataclass(frozen=True)
class HitsToCode:
    """The passages in the order of the talk; `cut` where the search found more than it lists."""

    code: Code
    layer: str
    unit: HitUnit
    hits: tuple[HitToCode, ...]
    cut: bool


def hits_to_code(
    read: Reader,
    words: str,
    code: CodeId,
    coder: CoderId,
    *,
    stems: bool = False,
    unit: HitUnit = HitUnit.TURN,
    layer: str = OPEN,
) -> HitsToCode:
    """The passages that coding the hits of these words would take, each once.

    Raises:
        NoSuch: when the code is gone.
    """
    search = study_search(read, words, stems=stems)
    look = _Look(read, code, coder, layer, unit)
    hits = [one for place in search.places for one in look.at(place.transcript, place.found)]
    return HitsToCode(read.code(code), layer, unit, tuple(hits), search.cut)


class _Look:
    """Looks at the hits of one transcript after the other."""

    def __init__(
        self, read: Reader, code: CodeId, coder: CoderId, layer: str, unit: HitUnit
    ) -> None:
        self._read, self._unit = read, unit
        self._own = {
            (one.transcript, one.span)
            for one in read.codings(codes=[code], coder=coder, layer=layer)
        }
        self._round = read.round_of(layer)

    def at(self, key: TranscriptId, found: tuple[Found, ...]) -> Iterator[HitToCode]:
        """The passages of one transcript."""
        transcript = self._read.transcript(key)
        own = [span for room, span in self._own if room == key]
        portion = self._round.portion(key) if self._round else None
        done: set[Span] = set()
        for one in found:
            span = _passage(transcript, one, self._unit)
            if span not in done:
                done.add(span)
                yield HitToCode(
                    key,
                    transcript.name,
                    one.turn,
                    one.voice,
                    span,
                    _shown(" ".join(span.of(transcript.text).split()), one),
                    self._why(one, span, own, portion),
                )

    def _why(self, one: Found, span: Span, own: list[Span], portion: Portion | None) -> Why:
        if self._round and (portion is None or not _drawn(portion, one.turn)):
            return Why.OUTSIDE
        if any(coded.overlaps(span) for coded in own):
            return Why.CODED
        if one.turn is None:
            return Why.BESIDE
        moderates = one.voice is not None and one.voice.function in MODERATING
        return Why.MODERATOR if moderates else Why.NONE


def _shown(words: str, one: Found) -> str:
    return words if len(words) <= _LONGEST else one.words


def _drawn(portion: Portion, turn: int | None) -> bool:
    return portion.turns is None or turn in portion.turns


def _passage(transcript: Transcript, one: Found, unit: HitUnit) -> Span:
    turn = next(transcript.turns_in(one.span), None)
    if turn is None or unit is HitUnit.HIT:
        return one.span
    if unit is HitUnit.TURN:
        return turn.words
    first = sentence_at(transcript.text, one.span.start, turn.words) or one.span
    return first.hull(one.span)

"""What a coder looks at before saying that a transcript is finished."""

from dataclasses import dataclass

from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.rounds import Portion
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.queries.rounds import turns_in
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class Unsettled:
    """One thing to look at: a turn without a code, or a coding with a code that waits for another.

    `code` is the holding code's name, empty for a turn without any.
    """

    turn: int
    span: Span
    words: str
    code: str = ""


@dataclass(frozen=True)
class FinishCheck:
    """A transcript in a layer before it is called finished: what of `to_code` turns is left."""

    transcript: TranscriptId
    name: str
    layer: str
    layer_name: str
    to_code: int
    uncoded: tuple[Unsettled, ...]
    holding: tuple[Unsettled, ...]
    finished: bool


def finish_check(read: Reader, transcript: TranscriptId, layer: str, coder: CoderId) -> FinishCheck:
    """What this coder has not coded, and what holds a place only."""
    text, one = read.transcript(transcript), read.round_of(layer)
    portion = (one.portion(transcript) if one else None) or Portion(transcript)
    to_code = turns_in(read, portion)
    codings = read.codings(transcript=transcript, coder=coder, layer=layer)
    spans = [coding.span for coding in codings]
    codebook = read.codebook()
    holds = Applicable.HOLDING
    return FinishCheck(
        transcript,
        text.name,
        layer,
        read.layer_names().get(layer, layer),
        len(to_code),
        tuple(
            Unsettled(turn.index, turn.words, turn.words.of(text.text))
            for turn in text.turns
            if turn.index in to_code and not any(span.overlaps(turn.words) for span in spans)
        ),
        tuple(
            Unsettled(_turn_at(text, coding.span), coding.span, coding.span.of(text.text), name)
            for coding in codings
            if codebook[coding.code].applicable is holds and (name := codebook[coding.code].name)
        ),
        any((said.coder, said.transcript) == (coder, transcript) for said in read.finishes(layer)),
    )


def _turn_at(text: Transcript, span: Span) -> int:
    turn = next(text.turns_in(span), None)
    return turn.index if turn else 0

"""Which codes on the same words a code should not stand beside."""

from collections.abc import Iterable

from qualcoder_nhs.domain.codebook import Code, Codebook, CodeSet
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript

TURN_SCOPE = "speaker-turn"


def clashes(
    codebook: Codebook,
    transcript: Transcript,
    codings: Iterable[Coding],
    code: CodeId,
    span: Span,
) -> list[tuple[CodeSet, Code]]:
    """The codes already used where this one would go that a set says exclude it, each once.

    `codings` are one coder's in one layer. A set for speakers' turns looks at every turn the span
    touches, any other at the span itself.
    """
    turns = [turn.words for turn in transcript.turns_in(span)]
    here = list(codings)
    found: dict[CodeId, tuple[CodeSet, Code]] = {}
    for group, other in codebook.exclusive_with(code):
        reach = turns if group.scope == TURN_SCOPE else [span]
        used = (coding.span for coding in here if coding.code == other.id)
        if any(place.overlaps(part) for place in used for part in reach):
            found.setdefault(other.id, (group, other))
    return list(found.values())

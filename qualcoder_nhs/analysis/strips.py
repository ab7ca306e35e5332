"""How deep each coding of a turn lies under the others, and which cover the whole turn."""

from collections.abc import Sequence
from dataclasses import dataclass

from qualcoder_nhs.domain.span import Span

DEPTHS = 3
"""So many tints are drawn over one another; what lies deeper is hatched."""

NARROW_DEPTHS = 2
NARROW_PITCH = 22
"""Under this distance between lines there is room for two only."""

WHOLE = 0.95
"""From this part of its words on, a coding is of the whole turn."""

SHADE_ABOVE, SHADE_BELOW = 0.70, 0.26
STEP_ABOVE, STEP_BELOW = 3.0, 2.5


@dataclass(frozen=True, slots=True)
class Layer:
    """One coding inside one turn: the part of it that lies there, and how it is drawn."""

    span: Span
    depth: int
    whole: bool


def layers(turn: Span, spans: Sequence[Span], orders: Sequence[int]) -> list[Layer]:
    """How the codings of a turn lie over one another, in the order given.

    The longest lies lowest, then the earlier, then the earlier in the codebook (`orders`). Each
    takes the lowest depth that is free among those it overlaps.
    """
    parts = [turn.shared(span) for span in spans]
    by_length = sorted(
        range(len(parts)), key=lambda at: (-len(parts[at]), parts[at].start, orders[at])
    )
    depths = [0] * len(parts)
    laid: list[int] = []
    for at in by_length:
        taken = {depths[under] for under in laid if parts[under].overlaps(parts[at])}
        depths[at] = next(depth for depth in range(len(taken) + 1) if depth not in taken)
        laid.append(at)
    return [
        Layer(part, depth, is_whole(turn, part)) for part, depth in zip(parts, depths, strict=True)
    ]


def is_whole(turn: Span, part: Span) -> bool:
    """Whether a coding covers so much of the turn that it is of the turn."""
    return bool(turn) and len(turn.shared(part)) >= WHOLE * len(turn)


def drawn_depths(pitch: float) -> int:
    """How many tints lie over one another at this distance between lines."""
    return NARROW_DEPTHS if pitch < NARROW_PITCH else DEPTHS


def strip_edges(pitch: float, depth: int) -> tuple[float, float]:
    """Where a tint begins above the baseline and ends below it, both counted downwards."""
    return (
        STEP_ABOVE * depth - SHADE_ABOVE * pitch,
        SHADE_BELOW * pitch - STEP_BELOW * depth,
    )

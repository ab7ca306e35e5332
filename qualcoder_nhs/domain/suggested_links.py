"""A link that the words suggest: from where to where, of which kind, and why it is thought so."""

from dataclasses import dataclass

from qualcoder_nhs.domain.links import LinkKind


@dataclass(frozen=True)
class SuggestedLink:
    """Perhaps a turn answers an earlier one. `words` are what gave it away, `why` says how."""

    turn: int
    target: int
    kind: LinkKind
    words: str
    why: str

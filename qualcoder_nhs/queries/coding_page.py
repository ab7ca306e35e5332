"""One transcript as the coding desk shows it: text, turns, who speaks, codings and their codes."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import CoderId, CodingId
from qualcoder_nhs.domain.people import Coder, Function
from qualcoder_nhs.domain.transcript import Transcript


@dataclass(frozen=True)
class Voice:
    """What the gutter says of one label: `P4`, `medical director`."""

    name: str
    function: Function
    role: str


@dataclass(frozen=True)
class CodingPage:
    """Everything the desk draws for one transcript; values only.

    `codings` are of one layer, ordered by span. `memos` holds the ids of codings that carry one.
    """

    transcript: Transcript
    voices: Mapping[str, Voice]
    codebook: Codebook
    codings: tuple[Coding, ...]
    coders: Mapping[CoderId, Coder]
    memos: frozenset[CodingId] = frozenset()

"""A link as a table tells it: names and numbers, before anything is looked up in a study."""

from dataclasses import dataclass

from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.links import LinkKind


@dataclass(frozen=True)
class LinkDraft:
    """One row of a table of links.

    `line` is where the row begins in its file, 0 for one that comes from a study. `coder` is empty
    where whoever brings it in is meant.
    """

    line: int
    transcript: str
    turn: int
    target: int
    kind: LinkKind
    coder: str = ""
    layer: str = OPEN

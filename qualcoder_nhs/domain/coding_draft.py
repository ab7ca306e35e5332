"""A coding as a table tells it: names and numbers, before anything is looked up in a study."""

from dataclasses import dataclass

from qualcoder_nhs.domain.coding import OPEN, Flag
from qualcoder_nhs.domain.excerpts import Excerpt


@dataclass(frozen=True)
class CodingDraft:
    """One row of a table of codings.

    `line` is where the row begins in its file, 0 for one that comes from a study. `code` is what
    the row says, a slug or a path; `coder` is empty where whoever brings it in is meant. `start`
    comes before `end`; flags stand in the order of `Flag`, each once.
    """

    line: int
    transcript: str
    coder: str
    code: str
    start: int
    end: int
    memo: str = ""
    flags: tuple[Flag, ...] = ()
    layer: str = OPEN


def draft_of(excerpt: Excerpt) -> CodingDraft:
    """The row of a coding that stands in a study."""
    coding = excerpt.coding
    return CodingDraft(
        line=0,
        transcript=excerpt.transcript,
        coder=excerpt.coder,
        code=excerpt.code.slug,
        start=coding.span.start,
        end=coding.span.end,
        memo=excerpt.memo or "",
        flags=coding.flags,
        layer=excerpt.layer,
    )

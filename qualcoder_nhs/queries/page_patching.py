"""A page brought up to date from a patch, equal to one that is loaded afresh."""

from bisect import insort
from dataclasses import replace

from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import CodingId
from qualcoder_nhs.queries.coding_page import CodingPage, PagePatch


def patched(page: CodingPage, patch: PagePatch) -> CodingPage:
    """The page with the patch's codings in their places and the gone ones out."""
    touched = patch.gone.union(coding.id for coding in patch.now)
    codings = [coding for coding in page.codings if coding.id not in touched]
    for coding in patch.now:
        insort(codings, coding, key=in_order)
    memos = {coding: words for coding, words in page.memos.items() if coding not in touched}
    memos |= dict(patch.memos)
    return replace(page, codings=tuple(codings), memos=memos, links=patch.links)


def touched_by(patch: PagePatch) -> frozenset[CodingId]:
    """The codings that came, went or changed."""
    return patch.gone.union(coding.id for coding in patch.now)


def in_order(coding: Coding) -> tuple[int, int, str, str]:
    """The order of the store: by span, then by age."""
    return coding.span.start, coding.span.end, coding.made.isoformat(), coding.id

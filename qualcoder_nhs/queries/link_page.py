"""The page of links as one value: the list that is wanted, and what it can be narrowed by."""

from dataclasses import dataclass
from enum import Enum

from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.dialogue import DialogueBook, LinkLine
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.queries.exchanges import exchange_book
from qualcoder_nhs.queries.layers import layers_to_choose, shown_layer
from qualcoder_nhs.queries.links import (
    LinkFilter,
    SuggestedLine,
    Unlinked,
    link_list,
    suggested_links,
    unlinked_codes,
)
from qualcoder_nhs.storage.reader import Reader


class LinkView(Enum):
    """The lists of the page."""

    LINKS = "links"
    EXCHANGES = "exchanges"
    CODES = "codes"
    SUGGESTIONS = "suggestions"


@dataclass(frozen=True)
class LinkPage:
    """One of the lists is filled, as `view` says; the names are for filters.

    `shown_layer` is what is looked at where no layer is named and one must be.
    """

    view: LinkView
    transcripts: tuple[tuple[TranscriptId, str], ...]
    coders: tuple[tuple[CoderId, str], ...]
    layers: tuple[tuple[str, str], ...]
    shown_layer: str
    links: tuple[LinkLine, ...] = ()
    book: DialogueBook | None = None
    alone: tuple[Unlinked, ...] = ()
    suggested: tuple[SuggestedLine, ...] = ()


def link_page(read: Reader, coder: CoderId, view: LinkView, wanted: LinkFilter) -> LinkPage:
    """The page as this coder works with it."""
    layers = tuple((one.id, one.name) for one in layers_to_choose(read, coder))
    first = OPEN if view is LinkView.SUGGESTIONS else shown_layer(read)
    suggesting = view is LinkView.SUGGESTIONS
    return LinkPage(
        view,
        tuple(read.transcript_names().items()),
        tuple((one.id, one.name) for one in read.coders()),
        layers,
        dict(layers).get(first, first),
        tuple(link_list(read, wanted)) if view is LinkView.LINKS else (),
        exchange_book(read, wanted) if view is LinkView.EXCHANGES else None,
        tuple(unlinked_codes(read, wanted)) if view is LinkView.CODES else (),
        _suggested(read, coder, wanted) if suggesting else (),
    )


def _suggested(read: Reader, coder: CoderId, wanted: LinkFilter) -> tuple[SuggestedLine, ...]:
    found = suggested_links(read, coder, wanted.layer or OPEN, wanted.transcript)
    return tuple(one for one in found if wanted.kind in (None, one.suggested.kind))

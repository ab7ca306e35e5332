"""The page of a transcript whose words were corrected, and where places of the old words are."""

from collections.abc import Sequence
from dataclasses import dataclass

from qualcoder_nhs.domain.correcting.difference import difference
from qualcoder_nhs.domain.correcting.following import Following
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.coding_page import CodingPage, coding_page
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class CorrectedPage:
    """The page as it is now, with the places in it that were asked for, in the order given."""

    page: CodingPage
    places: tuple[int, ...]


def corrected_page(
    read: Reader, transcript: TranscriptId, layer: str, before: str, places: Sequence[int]
) -> CorrectedPage:
    """The page, and where these places of the text before lie in its text.

    Raises:
        NoSuch: when the transcript is gone.
    """
    page = coding_page(read, transcript, layer)
    if page.transcript.text == before:
        return CorrectedPage(page, tuple(places))
    following = Following(difference(before, page.transcript.text))
    moved = (following.passage(Span(one, one)).new.start for one in places)
    return CorrectedPage(page, tuple(moved))

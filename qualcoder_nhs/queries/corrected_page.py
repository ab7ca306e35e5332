"""The page of a transcript whose words were corrected, and where places of the old words are."""

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.correcting.difference import difference, lines_apart
from qualcoder_nhs.domain.correcting.following import Following
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.coding_page import CodingPage, coding_page
from qualcoder_nhs.queries.page_patching import in_order
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class CorrectedPage:
    """The page as it is now, but that of its codings it has those by the words that changed only.

    `was` are these words in the text before, `becomes` in its text; `places` are in its text those
    that were asked for, in the order given.
    """

    page: CodingPage
    was: Span
    becomes: Span
    places: tuple[int, ...]


def corrected_page(
    read: Reader, transcript: TranscriptId, layer: str, before: str, places: Sequence[int]
) -> CorrectedPage:
    """What became of the page with this text, and where these places of it are now.

    Raises:
        NoSuch: when the transcript is gone.
    """
    text = read.transcript(transcript).text
    was, becomes = lines_apart(before, text)
    page = coding_page(read, transcript, layer, _beside(becomes))
    following = Following(difference(before, text))
    moved = (following.passage(Span(one, one)).new.start for one in places)
    return CorrectedPage(page, was, becomes, tuple(moved))


def whole_page(found: CorrectedPage, before: CodingPage) -> CodingPage:
    """The page with all its codings: those of the page before that lie elsewhere moved along."""
    by, lines = len(found.becomes) - len(found.was), _beside(found.was)
    codings = [_shifted(one, found.was.end, by) for one in before.codings if _apart(one, lines)]
    for coding in found.page.codings:
        insort(codings, coding, key=in_order)
    return replace(found.page, codings=tuple(codings))


def _beside(lines: Span) -> Span:
    """With a character on either side: what ends or begins there is looked at too."""
    return Span(max(0, lines.start - 1), lines.end + 1)


def _apart(one: Coding, lines: Span) -> bool:
    return one.span.end <= lines.start or one.span.start >= lines.end


def _shifted(one: Coding, end: int, by: int) -> Coding:
    """Made anew by its parts: there may be thousands."""
    if not by or one.span.start < end:
        return one
    span = Span(one.span.start + by, one.span.end + by)
    parts = (one.id, one.transcript, one.coder, one.code, one.layer, span, one.made, one.flags)
    return Coding(*parts)

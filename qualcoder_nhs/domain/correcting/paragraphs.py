"""The paragraphs that nobody speaks: all of a text without turns, else headings and the like."""

from collections.abc import Iterator

from qualcoder_nhs.domain.errors import NoSuchParagraph
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript


def unspoken(transcript: Transcript) -> Iterator[Span]:
    """Their words in order, without the blanks around them."""
    start = 0
    for line in transcript.text.split("\n"):
        words = line.strip()
        if words:
            first = start + len(line) - len(line.lstrip())
            span = Span(first, first + len(words))
            if not _is_spoken(transcript, span):
                yield span
        start += len(line) + 1


def unspoken_at(transcript: Transcript, position: int) -> Span | None:
    """The one in whose line a position lies; None where somebody speaks, or nothing stands."""
    first = transcript.text.rfind("\n", 0, position) + 1
    last = transcript.text.find("\n", position)
    line = Span(first, len(transcript.text) if last < 0 else last)
    return next((one for one in unspoken(transcript) if one.overlaps(line)), None)


def unspoken_numbered(transcript: Transcript, number: int) -> Span:
    """The one with this number, counted from 1.

    Raises:
        NoSuchParagraph: when there are not so many.
    """
    found = list(unspoken(transcript))
    if not 1 <= number <= len(found):
        raise NoSuchParagraph(name=transcript.name, paragraph=number, paragraphs=len(found))
    return found[number - 1]


def _is_spoken(transcript: Transcript, span: Span) -> bool:
    """The last turn that begins before its end is the only one that can reach into it."""
    turn = transcript.turn_at(span.end - 1)
    return turn is not None and turn.whole.overlaps(span)

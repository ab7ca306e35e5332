"""Words said: what counts as a word, where words begin and end, and what is a stage direction."""

import re
from collections.abc import Iterator

from qualcoder_nhs.domain.span import Span

# Anything in square brackets or braces; in round ones only what transcribers write there, since
# speakers' asides stand in round brackets too; a whole starred line is Markdown for the same.
STAGE_DIRECTION = re.compile(
    r"""
      \[ [^\]\n]{1,80} \]
    | \{ [^}\n]{1,40} \}
    | \( \s* (?: laugh\w* | laughter | pause[sd]? | silence | sigh\w* | cough\w* | inaudible
        | unclear | unintelligible | crosstalk | overlapping | applause | nods? | nodding
        | general\ \w+ | several\ \w+ | noise | phone\ \w+ | smil\w+ | whisper\w* )
        \b [^)\n]{0,60} \)
    | \* \( [^)\n]{1,80} \) \*
    """,
    re.VERBOSE | re.IGNORECASE,
)

# Accents may be written as marks of their own behind the letter, which are no letters to `re`.
_WORD = re.compile(r"\w[\w\u0300-\u036f]*(?:['’.\-‐‑]\w[\w\u0300-\u036f]*)*")


def words_in(text: str, within: Span | None = None) -> Iterator[Span]:
    """Where each word lies, in order; hyphens, apostrophes and inner dots join."""
    for match in _WORD.finditer(text, *_bounds(within)):
        yield Span(*match.span())


def stage_directions(text: str, within: Span | None = None) -> Iterator[Span]:
    """Where marks such as `[laughs]` or `(pause, 7 secs)` lie, in order."""
    for match in STAGE_DIRECTION.finditer(text, *_bounds(within)):
        yield Span(*match.span())


def _bounds(within: Span | None) -> tuple[int, ...]:
    """Where to look; a span of no characters is not the whole text."""
    return () if within is None else (within.start, within.end)


def count_words(text: str, within: Span | None = None) -> int:
    """How many words are said: tokens between blanks that hold a letter or digit.

    Stage directions are not said and do not count.
    """
    said = text if within is None else text[within.start : within.end]
    if "[" in said or "(" in said or "{" in said:  # as every stage direction has it
        said = STAGE_DIRECTION.sub(" ", said)
    tokens = said.split()
    # Nearly every token begins with a letter, so that the rest of it need not be looked at.
    if "".join([token[0] for token in tokens]).isalnum():
        return len(tokens)
    return sum([any(map(str.isalnum, token)) for token in tokens])


def snapped(text: str, span: Span) -> Span:
    """The span grown to whole words at both ends, and shrunk by blanks at either.

    A span of blanks only comes back as it was.
    """
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return span
    return Span(_word_start(text, start), _word_end(text, end))


def _word_start(text: str, at: int) -> int:
    line = text.rfind("\n", 0, at) + 1
    for word in words_in(text, Span(line, min(len(text), at + 80))):
        if word.start <= at < word.end:
            return word.start
    return at


def _word_end(text: str, at: int) -> int:
    line = text.rfind("\n", 0, at) + 1
    stop = text.find("\n", at)
    for word in words_in(text, Span(line, len(text) if stop < 0 else stop)):
        if word.start < at <= word.end:
            return word.end
        if word.start >= at:
            break
    return at

"""What on a line may be a speaker's label, told by its layout alone."""

import re
from collections.abc import Collection, Iterator

from qualcoder_nhs.importers.turns import times
from qualcoder_nhs.importers.turns.directions import is_direction_line
from qualcoder_nhs.importers.turns.heads import Head
from qualcoder_nhs.importers.turns.lines import Candidate, Line, Mark
from qualcoder_nhs.importers.turns.names import is_plausible, key_of
from qualcoder_nhs.importers.turns.seeking import heads_at

# A committee numbers its questions; what else stands before a label makes a list of it.
_QUESTION = r"Q\d{1,4}\.?[ \t]+(?=[^\W\da-z_])"
_LIST = r"(?P<list>(?:>+|[-*+•·–—]|\d{1,4}[.)]?)[ \t]+)"
_HEADING = r"\#{1,6}[ \t]+"
_LEAD = re.compile(rf"\s*(?:{_QUESTION}|{_HEADING}|{_LIST})?")


def candidates_on(
    index: int, line: Line, named: Collection[str] = (), *, hearing: bool = False
) -> tuple[Candidate, ...]:
    """The labels this line may begin with, the most telling layout first.

    `named` are keys of labels that somebody called speakers: they pass whatever they say. In a
    `hearing`, `Q.` and `A.` speak.
    """
    lead = _LEAD.match(line.text)
    start = lead.end() if lead else 0
    if start >= len(line.text) or is_direction_line(line.text):
        return ()
    return tuple(
        _candidate(index, line, head, listed=bool(lead and lead["list"]))
        for head in heads_at(line, start, hearing=hearing)
        if is_plausible(head.label) or key_of(head.label) in named
    )


def _candidate(index: int, line: Line, head: Head, *, listed: bool) -> Candidate:
    return Candidate(
        line=index,
        label=head.label,
        key=key_of(head.label),
        at=head.at,
        words=head.words,
        convention=head.convention,
        marks=head.marks.union(_marks(line, head)),
        listed=listed,
        time_at=head.time_at,
        time=times.seconds(head.time_at.of(line.text)) if head.time_at else None,
    )


def _marks(line: Line, head: Head) -> Iterator[Mark]:
    """Whether the label is alone on its line, and bold where the words after it are not."""
    alone = not line.text[head.words :].strip()
    if alone:
        yield Mark.OWN_LINE
    if head.at.end <= line.bold and (alone or line.bold <= head.words):
        yield Mark.BOLD

"""Labels with nothing but a line of their own: `P1` or `ROMEO`, and below it what is said."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.format import ReadingOptions
from qualcoder_nhs.importers.labels import Candidate
from qualcoder_nhs.importers.speaker_names import could_name, name_key

_LONGEST = 40
_LEAST_SHARE = 6


def bare_labels(lines: Sequence[str], options: ReadingOptions) -> list[Candidate]:
    """The labels of a text that has no others: at least two names that return, often enough.

    A heading that returns on every page is one name only, and rare.
    """
    found = [one for one in _standing(lines) if one.key not in _keys(options.as_speech)]
    times = Counter(one.key for one in found)
    names = {key for key, often in times.items() if often > 1}
    written = sum(bool(line.strip()) for line in lines)
    if len(names) < 2 or _LEAST_SHARE * sum(times[key] for key in names) < written:
        return []
    names |= _keys(options.as_label)
    return [one for one in found if one.key in names]


def _keys(labels: frozenset[str]) -> set[str]:
    return {name_key(label) for label in labels}


def _standing(lines: Sequence[str]) -> Iterator[Candidate]:
    """Lines that hold a name alone, with words on the next line that is not blank."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    written = [at for at, line in enumerate(lines) if line.strip()]
    for at, below in pairwise(written):
        label = lines[at].strip()
        if _is_bare(label) and not _is_bare(lines[below].strip()):
            begins = starts[at] + lines[at].index(label)
            place = Span(begins, begins + len(label))
            yield Candidate(at + 1, begins, label, place, place.end, "line", strong=True)


def _is_bare(label: str) -> bool:
    """A name or number as labels have them: capitals or digits, and no full stop at the end."""
    words = label.split() if len(label) <= _LONGEST else []
    named = all(word[0].isupper() or word[0].isdigit() for word in words)
    return 0 < len(words) <= 4 and named and label[-1].isalnum() and could_name(label, strong=True)

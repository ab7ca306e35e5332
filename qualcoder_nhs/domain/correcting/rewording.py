"""Words written anew: which new word stands for which old one, where letters say so."""

from collections.abc import Iterator, Sequence

from qualcoder_nhs.domain.correcting.shortest import Effort
from qualcoder_nhs.domain.correcting.words import Word, alike, ending_alike

_ENOUGH = 0.5


def reworded(
    before: Sequence[Word], after: Sequence[Word], effort: Effort
) -> Iterator[tuple[Word, Word]]:
    """Pairs of words that look alike, in order on either side; one by one where few stand.

    None where comparing them would be more effort than is left.
    """
    if not before or not after:
        return
    if len(before) == len(after) and len(before) <= 2:
        yield from zip(before, after, strict=True)
    elif len(before) * len(after) <= effort.left:
        effort.left -= len(before) * len(after)
        yield from _most_alike(before, after)


def _most_alike(before: Sequence[Word], after: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """The order of pairs that is alike most of all."""
    best = [[0.0] * (len(after) + 1) for _one in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        row, below = best[i], best[i + 1]
        for j in range(len(after) - 1, -1, -1):
            score = likeness(before[i].text, after[j].text)
            row[j] = max(below[j], row[j + 1], below[j + 1] + score)
    i = j = 0
    while i < len(before) and j < len(after):
        score = likeness(before[i].text, after[j].text)
        if score and best[i][j] == best[i + 1][j + 1] + score:
            yield before[i], after[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def likeness(one: str, other: str) -> float:
    """The share of letters that both begin and end with; 0 where it is less than half."""
    if one == other:
        return 1.0
    longest = max(len(one), len(other))
    if one[0] != other[0] and one[-1] != other[-1]:
        return 0.0
    if min(len(one), len(other)) < longest * _ENOUGH:
        return 0.0
    first = alike(one, other)
    last = ending_alike(one[first:], other[first:])
    share = (first + last) / longest
    return share if share >= _ENOUGH else 0.0

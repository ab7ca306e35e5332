"""Lines printed a second time at the top of the next page, as MAXQDA does where it cuts one."""

from collections.abc import Sequence

from qualcoder_nhs.importers.pdf.rows import Row
from qualcoder_nhs.importers.pdf.taken import REPEATED, Taken

_MOST = 60
_ENOUGH = 6  # words; fewer may be said twice


def without_repeats(pages: Sequence[list[Row]], taken: Taken) -> list[list[Row]]:
    """The pages without lines that end one and begin the next, and numbers printed twice."""
    kept: list[list[Row]] = []
    for page in pages:
        before = next((each for each in reversed(kept) if each), [])
        again = _again(before, page)
        for row in page[:again]:
            taken.take(REPEATED, row.text)
        kept.append(page[again:])
        if kept[-1] and before and _is_cut(before[-1], kept[-1][0]):
            before.pop()
    return kept


def _again(before: Sequence[Row], page: Sequence[Row]) -> int:
    """How many lines of a page stand at the end of the one before."""
    for count in range(min(_MOST, len(before), len(page)), 0, -1):
        said = [_said(row) for row in page[:count]]
        enough = sum(len(words) for words in said) >= _ENOUGH or page[0].number is not None
        if (
            enough
            and said == [_said(row) for row in before[-count:]]
            and _numbers_agree(before[-count], page[0])
        ):
            return count
    return 0


def _said(row: Row) -> list[str]:
    return row.text.split()


def _numbers_agree(first: Row, again: Row) -> bool:
    """A paragraph that is said twice has two numbers."""
    return again.number is None or first.number == again.number


def _is_cut(last: Row, first: Row) -> bool:
    """Whether a page ends with the bare number of the paragraph that begins the next."""
    return not last.text.strip() and last.number is not None and last.number == first.number

"""Page headers, page footers and page numbers: what stands at the same place of most pages."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from qualcoder_nhs.importers.pdf.rows import Row
from qualcoder_nhs.importers.pdf.taken import FOOTERS, HEADERS, Taken

_REACH = 4  # lines from the edge
_ENOUGH = 3  # pages that have a line must be as many
_SHARE = 0.4  # left and right pages may differ
_SAME_HEIGHT = 4.0
_NUMBER = re.compile(r"\d{1,4}")
_MOST_NUMBERS = 4
_PAGE_NUMBER = re.compile(
    r"(?i)[\s\-–—|]*(?:page\s*)?(\d{1,4})(?:\s*(?:/|of)\s*(\d{1,4}))?[\s\-–—|]*"
)

Sign = tuple[int, str]


def without_edges(pages: Sequence[list[Row]], taken: Taken) -> list[list[Row]]:
    """The pages without what is printed on each of them.

    A line is taken for a header or a footer where it stands at the same height of enough pages with
    the same words, its numbers being the same or growing with the pages; and nothing that is none
    lies between it and the edge.
    """
    for kind, way in ((HEADERS, 1), (FOOTERS, -1)):
        usual = _usual(pages, way)
        pages = [list(_without(page, kind, way, usual, taken, len(pages))) for page in pages]
    return list(pages)


def _usual(pages: Sequence[list[Row]], way: int) -> set[Sign]:
    """What stands at one edge of enough pages."""
    seen: dict[Sign, set[int]] = defaultdict(set)
    for page in pages:
        for row in _outermost(page, way):
            for sign in _signs(row):
                seen[sign].add(row.page)
    written = sum(1 for page in pages if page)
    enough = max(min(_ENOUGH, written), _SHARE * written, 2)
    return {sign for sign, on in seen.items() if len(on) >= enough}


def _outermost(page: Sequence[Row], way: int) -> list[Row]:
    written = [row for row in page if row.text.strip()]
    return written[::way][:_REACH]


def _signs(row: Row) -> Iterator[Sign]:
    """The words at their height, with each number as it is and as it counts from the page."""
    text = " ".join(row.text.split())
    found = _NUMBER.findall(text)[:_MOST_NUMBERS]
    readings = product(*((number, f"+{int(number) - row.page}") for number in found))
    heights = {round(row.y / _SAME_HEIGHT), round(row.y / _SAME_HEIGHT + 0.5)}
    for reading in readings:
        numbers = iter(reading)
        words = _NUMBER.sub(lambda one, left=numbers: next(left, one[0]), text)  # type: ignore[misc]
        yield from ((height, words) for height in heights)


def _without(
    page: list[Row], kind: str, way: int, usual: set[Sign], taken: Taken, pages: int
) -> Iterator[Row]:
    """The lines of a page without those at one edge; a number in the margin stays."""
    out: list[Row] = []
    for row in _outermost(page, way):
        alone = not out and _is_page_number(row, pages)
        if not alone and usual.isdisjoint(_signs(row)):
            break
        if pages == 2 and not alone and not _is_set_apart(page, row, way):
            break
        out.append(row)
    for row in out[::way]:
        taken.take(kind, row.text)
    for row in page:
        if row not in out:
            yield row
        elif row.number is not None:
            yield row.bare()


def _is_page_number(row: Row, pages: int) -> bool:
    """Whether it says which page this is, and nothing else."""
    found = _PAGE_NUMBER.fullmatch(row.text)
    if found is None:
        return False
    return int(found[1]) == row.page + 1 and (found[2] is None or int(found[2]) == pages)


def _is_set_apart(page: Sequence[Row], row: Row, way: int) -> bool:
    """Whether a gap wider than between lines lies between it and the talk."""
    at = page.index(row) + way
    if not 0 <= at < len(page):
        return True
    return abs(row.y - page[at].y) > 1.9 * max(row.size, page[at].size)

"""Page headers, page footers and page numbers: what stands at the same place of most pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from statistics import quantiles

from qualcoder_nhs.importers.pdf.rows import Row
from qualcoder_nhs.importers.pdf.taken import FOOTERS, HEADERS, Taken

_REACH = 4  # lines from the edge
_ENOUGH = 3  # pages that have a line must be as many
_SHARE = 0.4  # left and right pages may differ
_NEARLY_ALL = 0.9  # of the pages: then it is printed there, however near the talk
_ELSEWHERE = 0.25  # as often as at the edge: then it is a name, or said
_APART = 1.3
_LARGER = 1.12
_SAME_HEIGHT = 4.0
_NUMBER = re.compile(r"\d{1,4}")
_MOST_NUMBERS = 4
_LABEL = re.compile(r"\A\W*[^\W\d_][^:]*:\s")
_PAGE_NUMBER = re.compile(
    r"(?i)[\s\-–—|]*(?:page\s*)?(\d{1,4})(?:\s*(?:/|of)\s*(\d{1,4}))?[\s\-–—|]*"
)

Sign = tuple[int, str]


@dataclass(frozen=True)
class _Look:
    """What stands at one edge of many pages and of all, how many there are, and what is a gap."""

    usual: set[Sign]
    everywhere: set[Sign]
    pages: int
    apart: float


def without_edges(pages: Sequence[list[Row]], taken: Taken) -> list[list[Row]]:
    """The pages without what is printed on each of them.

    A line is taken for a header or a footer where it stands at the same height of enough pages with
    the same words, its numbers being the same or growing with the pages; where nothing that is none
    lies between it and the edge; and where it is on all pages, or the talk lies further off than
    lines do, or is larger.
    Pages that hold nothing else are left as they are, unless others show what stands at their edge.
    """
    apart = _APART * _pitch(pages)
    for kind, way in ((HEADERS, 1), (FOOTERS, -1)):
        usual, everywhere = _usual(pages, way)
        look = _Look(usual, everywhere, len(pages), apart)
        edges = [_edge(page, way, look) for page in pages]
        edges = list(_known_from_talk(pages, edges))
        for row in (row for edge in edges for row in edge):
            taken.take(kind, row.text)
        pages = [list(_without(page, edge)) for page, edge in zip(pages, edges, strict=True)]
    return list(pages)


def _known_from_talk(
    pages: Sequence[list[Row]], edges: Sequence[Sequence[Row]]
) -> Iterator[Sequence[Row]]:
    """The edges, but for those that are all of a page and stand beside no talk elsewhere."""
    beside = {
        sign
        for page, edge in zip(pages, edges, strict=True)
        if len(edge) < len(page)
        for row in edge
        for sign in _signs(row)
    }
    for page, edge in zip(pages, edges, strict=True):
        whole = len(edge) == len(page)
        yield [row for row in edge if not beside.isdisjoint(_signs(row))] if whole else edge


def _pitch(pages: Sequence[Sequence[Row]]) -> float:
    """How far apart lines of one paragraph lie."""
    gaps = [first.y - later.y for page in pages for first, later in pairwise(page)]
    return quantiles(gaps, n=4)[0] if len(gaps) > 1 else 0.0


def _usual(pages: Sequence[list[Row]], way: int) -> tuple[set[Sign], set[Sign]]:
    """What stands at one edge of enough pages, and hardly anywhere else; and of nearly all."""
    seen: dict[Sign, set[int]] = defaultdict(set)
    words: dict[Sign, str] = {}
    for row in (row for page in pages for row in _outermost(page, way)):
        for sign in _signs(row):
            seen[sign].add(row.page)
            words[sign] = row.text
    written = sum(1 for page in pages if page)
    enough = max(min(_ENOUGH, written), _SHARE * written, 2)
    said = Counter(row.text for page in pages for row in page)
    usual = {
        sign
        for sign, on in seen.items()
        if len(on) >= enough and said[words[sign]] - len(on) <= max(1, _ELSEWHERE * len(on))
    }
    nearly_all = max(_ENOUGH, _NEARLY_ALL * written)
    return usual, {
        sign for sign in usual if len(seen[sign]) >= nearly_all and not _LABEL.search(words[sign])
    }


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


def _edge(page: Sequence[Row], way: int, look: _Look) -> Sequence[Row]:
    """The lines at one edge of a page that are no talk, up to the widest gap behind one."""
    edge: list[Row] = []
    gaps: dict[int, float] = {}
    for row in _outermost(page, way):
        numbers_page, signs = _is_page_number(row, look.pages), set(_signs(row))
        if look.usual.isdisjoint(signs) and (edge or not numbers_page):
            break
        edge.append(row)
        gap = _gap(page, row, way)
        sure = numbers_page or not look.everywhere.isdisjoint(signs)
        if sure or gap > look.apart or _is_smaller(page, row, way):
            gaps[len(edge)] = gap
    widest = max(gaps, key=lambda length: gaps[length], default=0)
    return edge[:widest][::way]


def _without(page: Sequence[Row], edge: Sequence[Row]) -> Iterator[Row]:
    """The lines of a page without those; a number in the margin stays."""
    gone = set(map(id, edge))
    for row in page:
        if id(row) not in gone:
            yield row
        elif row.number is not None:
            yield row.bare()


def _is_page_number(row: Row, pages: int) -> bool:
    """Whether it says which page this is, and nothing else."""
    found = _PAGE_NUMBER.fullmatch(row.text)
    if found is None:
        return False
    return int(found[1]) == row.page + 1 and (found[2] is None or int(found[2]) == pages)


def _gap(page: Sequence[Row], row: Row, way: int) -> float:
    """How far a line lies from the next one away from the edge."""
    at = page.index(row) + way
    return abs(row.y - page[at].y) if 0 <= at < len(page) else float("inf")


def _is_smaller(page: Sequence[Row], row: Row, way: int) -> bool:
    """Whether the next line away from the edge is set in larger letters, as the talk is."""
    at = page.index(row) + way
    return 0 <= at < len(page) and row.size * _LARGER < page[at].size

"""Timeline: where along each discussion the codes are spoken of."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qualcoder_nhs.analysis.counted_report import CODES, OF_MATERIAL, CountedReport
from qualcoder_nhs.analysis.counting.hits import Hit
from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.analysis.tables.code_rows import CodeRow, level_rows
from qualcoder_nhs.analysis.tables.grid import ALL, Grid
from qualcoder_nhs.analysis.tables.measures import of, places
from qualcoder_nhs.analysis.tables.slices import CODE, THEME, slices
from qualcoder_nhs.analysis.tables.telling import caption, of_material
from qualcoder_nhs.domain.chart import Lane, Strand, TimelineChart
from qualcoder_nhs.domain.codebook import families
from qualcoder_nhs.domain.ids import CodeId, TranscriptId
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Mark, Row, Tabled
from qualcoder_nhs.i18n import N_, _

TITLE = N_("Where in the discussion")
LEVEL = Option(
    "level",
    Takes.NUMBER,
    N_("At level"),
    N_("Take codes of this level with all below them; 0 takes each code by itself."),
    default=1,
)
PARTS = Option(
    "parts",
    Takes.NUMBER,
    N_("Parts"),
    N_("In how many parts of equally many turns each discussion is cut; the chart is exact."),
    default=10,
    least=1,
    most=100,
)

ROWS = Option(
    "rows",
    Takes.CHOICE,
    N_("Show"),
    N_("What is looked for along the discussion."),
    default=CODE,
    choices=((CODE, N_("Codes")), (THEME, N_("Themes"))),
)

_Found = dict[tuple[TranscriptId, str], list[Hit]]


@dataclass(frozen=True)
class Followed:
    """What is followed along the discussions: a code or a theme, and the codes that count as it."""

    key: str
    name: str
    takes: frozenset[CodeId]
    family: int
    row: CodeRow | None = None


def _followed(material: Material, wish: Wish) -> tuple[Followed, ...]:
    colours = families(material.codebook)
    if wish.word("rows") == CODE:
        return tuple(
            Followed(row.code.slug, row.code.name, row.takes, colours[row.code.id], row)
            for row in level_rows(material, wish)
        )
    return tuple(
        Followed(one.key, one.title, one.takes, min(colours[code] for code in one.takes))
        for one in slices(material, THEME, wish)
        if one.takes
    )


def run(material: Material, wish: Wish) -> Tabled:
    """The table.

    Raises:
        NoSuch, Ambiguous: when a name means nothing, or several things.
    """
    grid, parts = Grid(material, wish), wish.number("parts")
    codes = _followed(material, wish)
    found = _by_place(grid.held(ALL), codes)
    rooms = [one for one in material.sessions if one.turns and not one.survey]
    told = _("Of the turns in each part of a discussion, how many have the code.")
    notes = (told, *of_material(material, grid.scope(ALL), wish))
    return Tabled(
        name=_("Timeline"),
        title=_(TITLE),
        corner=_("Discussion, theme") if wish.word("rows") == THEME else _("Discussion, code"),
        heads=tuple(_head(at, parts) for at in range(parts)),
        rows=tuple(row for room in rooms for row in _rows(room, codes, found, parts)),
        notes=notes,
        caption=caption(_(TITLE), told, notes[1:]),
        headline=told,
        chart=_chart(material, rooms, codes, found),
    )


def _by_place(held: Sequence[Hit], codes: Sequence[Followed]) -> _Found:
    """The hits of each; a code may belong to several themes."""
    counts_as: dict[CodeId, list[str]] = defaultdict(list)
    for one in codes:
        for code in one.takes:
            counts_as[code].append(one.key)
    found: _Found = defaultdict(list)
    for hit in held:
        for key in counts_as.get(hit.coding.code, ()):
            found[hit.session.id, key].append(hit)
    return found


def _head(at: int, parts: int) -> Head:
    start, end = (round(100 * place / parts) for place in (at, at + 1))
    return Head(f"{start}–{end} %", key=str(at + 1))


def _rows(room: Session, codes: Sequence[Followed], found: _Found, parts: int) -> Iterator[Row]:
    ends = [round(len(room.turns) * at / parts) for at in range(parts + 1)]
    spans = [range(first + 1, last + 1) for first, last in pairwise(ends)]
    for one in codes:
        own, row = found.get((room.id, one.key), []), one.row
        entries = tuple(_entry(room, own, span) for span in spans)
        if any(entry.number for entry in entries):
            key = f"{room.name}:{one.key}"
            code, distinct = (row.code.id, row.distinct) if row else (None, True)
            yield Row(f"{room.name}: {one.name}", entries, 1, key, code, distinct)


def _entry(room: Session, own: Sequence[Hit], span: range) -> Entry:
    turns = [room.turns[number - 1] for number in span]
    counted = {turn.part_of for turn in turns if turn.counts and turn.words}
    here = [hit for hit in own if hit.near in span]
    said = {hit.turn.part_of for hit in here if hit.turn}
    events = {hit.near for hit in here if hit.turn is None} - said
    return Entry(
        words=of(len(said), len(counted)) + _and_events(len(events)),
        number=len(said) + len(events),
        mark=Mark.NONE if here else Mark.NOTHING,
        codings=tuple(dict.fromkeys(hit.coding.id for hit in here)),
        turns=places(here),
    )


def _and_events(number: int) -> str:
    return _(", {n} in the group").format(n=number) if number else ""


# ── the picture ──────────────────────────────────────────────────────────────────────────────────


def _chart(
    material: Material, rooms: Sequence[Session], codes: Sequence[Followed], found: _Found
) -> TimelineChart:
    used = [one for one in codes if any((room.id, one.key) in found for room in rooms)]
    strands = tuple(
        Strand(
            room.name,
            tuple(_lane(room, one, found.get((room.id, one.key), [])) for one in used),
            tuple(_marks(material, room)),
        )
        for room in rooms
    )
    return TimelineChart(_(TITLE), _("Place in the discussion, by turns"), strands)


def _lane(room: Session, one: Followed, own: Sequence[Hit]) -> Lane:
    return Lane(one.name, one.family, tuple(_stretches(room, own)))


def _stretches(room: Session, own: Sequence[Hit]) -> Iterator[tuple[float, float]]:
    """From where to where in the discussion, turns in a row as one stretch."""
    turns = sorted({hit.near for hit in own})
    begins = [one for before, one in pairwise([-1, *turns]) if one != before + 1]
    for at, first in enumerate(begins):
        stop = begins[at + 1] if at + 1 < len(begins) else len(room.turns) + 1
        last = turns[bisect_right(turns, stop - 1) - 1]
        yield (first - 1) / len(room.turns), last / len(room.turns)


def _marks(material: Material, room: Session) -> Iterator[tuple[float, str]]:
    names = {one.id: one.name for one in material.questions}
    for part in room.course.stretches:
        if part.question is not None and part.question in names:
            yield (part.first - 1) / len(room.turns), names[part.question]


REPORT = CountedReport(
    id="timeline",
    title=TITLE,
    purpose=N_("Where along each discussion codes or themes show, from first turn to last."),
    options=(ROWS, CODES, LEVEL, PARTS, *OF_MATERIAL),
    run=run,
    pictured=True,
)

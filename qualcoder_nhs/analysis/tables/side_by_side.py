"""Side by side: what two kinds of people say of the same codes, in their own words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from qualcoder_nhs.analysis.counted_report import CODES, OF_MATERIAL, QUESTION, CountedReport
from qualcoder_nhs.analysis.counting.hits import Hit
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.grid import ALL, Grid
from qualcoder_nhs.analysis.tables.measures import Measure, entry
from qualcoder_nhs.analysis.tables.quoting import kept_back, quotes
from qualcoder_nhs.analysis.tables.sides import ATTRIBUTE, LEFT, RIGHT, two_sides
from qualcoder_nhs.analysis.tables.slices import CODE, Slice, slices
from qualcoder_nhs.analysis.tables.telling import ONE_VOICE, caption, few_people, of_material, over
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Row, Tabled
from qualcoder_nhs.i18n import N_, _, ngettext

TITLE = N_("Side by side")
QUOTES = Option(
    "quotes",
    Takes.NUMBER,
    N_("Quotes"),
    N_("How many quotes each side has of a code, at most."),
    default=3,
)


def run(material: Material, wish: Wish) -> Tabled:
    """The table: a row for each code, and below it what is said on either side.

    Raises:
        NotAChoice: when there is no such attribute, or nobody has such a value.
        NoSuch, Ambiguous: when a name means nothing, or several things.
    """
    grid, sides = Grid(material, wish), two_sides(material, wish)
    rows = tuple(
        row
        for one in slices(material, CODE, wish)
        for row in _rows(material, grid, one, sides, wish.number("quotes"))
    )
    named = _("{left} beside {right}").format(left=sides[0].title, right=sides[1].title)
    title = named[:1].upper() + named[1:]
    said = _("For each code who of either side speaks of it, and what they say.")
    people = [(one.title, len(grid.scope(one).participants)) for one in sides]
    few = "".join(few_people(people))
    notes = (
        *(_(ONE_VOICE), *_kept_back(material, grid.held(ALL))),
        *([few] if few else []),
        *of_material(material, grid.scope(ALL), wish),
    )
    return Tabled(
        name=_(TITLE),
        title=title,
        corner=_("Code"),
        heads=tuple(
            Head(one.title, over(grid.scope(one)), one.key, long=True, people=there)
            for one, (_title, there) in zip(sides, people, strict=True)
        ),
        rows=rows,
        notes=notes,
        caption=caption(title, said, notes),
        headline=said,
        few=few,
    )


def _rows(
    material: Material, grid: Grid, one: Slice, sides: Sequence[Slice], most: int
) -> Iterator[Row]:
    row = one.row
    if row is None:
        return
    counts = tuple(_counted(grid, one, side) for side in sides)
    yield Row(one.title, counts, row.depth, one.key, row.code.id, distinct=row.distinct)
    quoted = (quotes(material, grid.at(one, side).held, row, side, most) for side in sides)
    for at, pair in enumerate(zip_longest(*quoted, fillvalue=Entry(""))):
        yield Row("", tuple(pair), row.depth + 1, f"{one.key}:{at + 1}", row.code.id)


def _counted(grid: Grid, one: Slice, side: Slice) -> Entry:
    """Such as `6 of 18 people, 9 turns`."""
    counted = grid.at(one, side)
    people = entry(counted, Measure.PEOPLE)
    if people.count is None:
        return people
    turns = ngettext("{n} turn", "{n} turns", people.count.turns)
    told = _("{people} people, {turns}").format(people=people.words, turns=turns)
    return replace(people, words=told)


def _kept_back(material: Material, held: Sequence[Hit]) -> Iterator[str]:
    flagged = {hit.coding.id for hit in held if kept_back(material, hit.coding)}
    if flagged:
        told = ngettext("{n} passage is", "{n} passages are", len(flagged))
        yield _("{passages} counted and not quoted, flagged as identifying.").format(passages=told)


REPORT = CountedReport(
    id="side-by-side",
    title=TITLE,
    purpose=N_("Doctors beside managers, or any two kinds of people: counts and quotes of a code."),
    options=(ATTRIBUTE, LEFT, RIGHT, CODES, QUESTION, QUOTES, *OF_MATERIAL),
    run=run,
)

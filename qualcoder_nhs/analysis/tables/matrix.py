"""Who says what: codes against people, roles, groups, questions or coders, or turned round."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qualcoder_nhs.analysis.counted_report import CODES, OF_MATERIAL, CountedReport
from qualcoder_nhs.analysis.counted_report import QUESTION as OF_QUESTION
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.code_rows import LEVEL, UNUSED
from qualcoder_nhs.analysis.tables.grid import ALL, Grid
from qualcoder_nhs.analysis.tables.measures import MEASURE, MEASURES, Measure, entry
from qualcoder_nhs.analysis.tables.share_bars import share_chart
from qualcoder_nhs.analysis.tables.slices import (
    CHOICES,
    CODE,
    CODER,
    GROUP,
    NONE,
    PARTICIPANT,
    QUESTION,
    THEME,
    Slice,
    attribute_title,
    group_attributes,
    slices,
)
from qualcoder_nhs.analysis.tables.telling import (
    DISTINCT,
    ONE_VOICE,
    caption,
    few_people,
    of_material,
    over,
    unused,
)
from qualcoder_nhs.domain.errors import NotCrossed
from qualcoder_nhs.domain.report import Measures
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.domain.tabled import Head, Row, Tabled
from qualcoder_nhs.i18n import N_, _

_OF_CODES = (CODE, THEME)
_MEASURES = {Measure.RATE: Measures.FIGURE}
ROWS = Option(
    "rows",
    Takes.DIMENSION,
    N_("Rows"),
    N_("What rows stand for: code, theme, participant, group, question, coder or an attribute."),
    default=CODE,
    choices=tuple(one for one in CHOICES if one[0] != NONE),
)
COLUMNS = Option(
    "columns",
    Takes.DIMENSION,
    N_("Columns"),
    N_("What columns stand for: as rows, or none."),
    default="role",
    choices=CHOICES,
)


def run(material: Material, wish: Wish) -> Tabled:
    """The table.

    Raises:
        NotCrossed: when rows and columns are the same.
        NotAChoice: when the study has no such attribute.
        NoSuch, Ambiguous: when a name means nothing, or several things.
    """
    rows, columns = wish.word("rows"), wish.word("columns")
    if rows == columns or {rows, columns} <= set(_OF_CODES):
        raise NotCrossed(rows=rows, columns=columns)
    grid, measure = Grid(material, wish), _measure(wish)
    down, across = _sliced(material, wish, ROWS), _sliced(material, wish, COLUMNS)
    title = _title(material, rows, columns)
    notes = tuple(_notes(material, wish, grid, (*down, *across)))
    said = _("{what}. All: {over}.").format(what=_(MEASURES[measure]), over=over(grid.scope(ALL)))
    shown = (*(_head(grid, one) for one in across), _all(grid, columns))
    heads = tuple(replace(head, measures=_MEASURES.get(measure, Measures.WORDS)) for head in shown)
    lines = tuple(_row(grid, one, across, measure) for one in down)
    return Tabled(
        name=_("Matrix"),
        title=title,
        corner=_called(material, rows),
        heads=heads,
        rows=lines,
        notes=notes,
        caption=caption(title, said, notes),
        headline=said,
        chart=share_chart(title, heads, lines) if measure is Measure.PEOPLE else None,
        few="".join(_few(grid, (*down, *across))),
    )


def _sliced(material: Material, wish: Wish, asked: Option) -> tuple[Slice, ...]:
    return slices(material, wish.word(asked.id), wish, asked)


def _measure(wish: Wish) -> Measure:
    """Of one person, turns are counted: there is no share of people."""
    wished = Measure(wish.word("measure"))
    alone = PARTICIPANT in (wish.word("rows"), wish.word("columns"))
    return Measure.TURNS if alone and wished in (Measure.PEOPLE, Measure.GROUPS) else wished


def _row(grid: Grid, one: Slice, across: Sequence[Slice], measure: Measure) -> Row:
    row, talked_of = one.row, one.takes is not None
    return Row(
        name=one.title,
        entries=tuple(entry(grid.at(one, other), measure) for other in (*across, ALL)),
        depth=row.depth if row else 1,
        key=one.key,
        code=row.code.id if row else None,
        distinct=row.distinct if row else False,
        over="" if talked_of else over(grid.scope(one), one.title),
        people=_people(grid, one),
    )


def _head(grid: Grid, one: Slice) -> Head:
    if one.takes is not None:
        return Head(one.title, key=one.key, code=one.row.code.id if one.row else None)
    said = over(grid.scope(one), one.title)
    return Head(one.title, said, key=one.key, people=_people(grid, one))


def _people(grid: Grid, one: Slice) -> int | None:
    return len(grid.scope(one).participants) if one.of_a_kind else None


def _all(grid: Grid, columns: str) -> Head:
    if columns in _OF_CODES:
        return Head(_("Any of these"), key=ALL.key)
    return Head(_("All"), over(grid.scope(ALL)), key=ALL.key)


# ── what it is called, and what is to be known of it ─────────────────────────────────────────────


def _title(material: Material, rows: str, columns: str) -> str:
    titles = dict(CHOICES)
    first = (_(titles[rows]) if rows in titles else _called(material, rows)).lower()
    second = _called(material, columns).lower()
    if columns == NONE:
        return _("Who says what: {rows}").format(rows=first)
    return _("Who says what: {rows} by {columns}").format(rows=first, columns=second)


def _called(material: Material, dimension: str) -> str:
    known = {
        CODE: _("Code"),
        THEME: _("Theme"),
        PARTICIPANT: _("Participant"),
        GROUP: _("Group"),
        QUESTION: _("Question"),
        CODER: _("Coder"),
    }
    return known.get(dimension) or attribute_title(material, dimension).capitalize()


def _notes(material: Material, wish: Wish, grid: Grid, parts: Sequence[Slice]) -> Iterator[str]:
    yield _(ONE_VOICE)
    dimensions = (wish.word("rows"), wish.word("columns"))
    if CODE in dimensions:
        yield _(DISTINCT)
        yield from unused(material, wish)
    elif THEME in dimensions:
        yield _("A theme counts its codes with all below them, everything once.")
    else:
        yield _("Every entry takes all codes that were chosen together, everything once.")
    if PARTICIPANT in dimensions and wish.word("measure") == Measure.PEOPLE:
        yield _("Of one person turns are counted, of all the turns they took.")
    if QUESTION in dimensions and not material.questions:
        yield _("There is no topic guide in this study yet.")
    if CODER in dimensions:
        yield _("A coder stands over the transcripts in which they coded anything.")
    if any(one in group_attributes(material) for one in dimensions):
        yield _("The attribute is said of groups: everybody in the room counts under its value.")
    yield from _few(grid, parts)
    yield from of_material(material, grid.scope(ALL), wish)


def _few(grid: Grid, parts: Sequence[Slice]) -> Iterator[str]:
    told = [one for one in parts if one.of_a_kind]
    return few_people((one.title, len(grid.scope(one).participants)) for one in told)


REPORT = CountedReport(
    id="matrix",
    title=N_("Who says what"),
    purpose=N_("How many of those present speak of each code, by role, group, question or coder."),
    options=(ROWS, COLUMNS, MEASURE, CODES, OF_QUESTION, LEVEL, UNUSED, *OF_MATERIAL),
    run=run,
    pictured=True,
)

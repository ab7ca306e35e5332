"""Which codes meet which: a square of codes, each entry over all turns of its row's code."""

from collections.abc import Iterator, Sequence

from qualcoder_nhs.analysis.counted_report import CODES, OF_MATERIAL, QUESTION, CountedReport
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.code_rows import CodeRow, level_rows
from qualcoder_nhs.analysis.tables.grid import ALL, Grid
from qualcoder_nhs.analysis.tables.measures import of
from qualcoder_nhs.analysis.tables.meeting import Meetings, Near
from qualcoder_nhs.analysis.tables.telling import caption, of_material
from qualcoder_nhs.domain.chart import HeatChart
from qualcoder_nhs.domain.links import exchanges
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Mark, Row, Tabled
from qualcoder_nhs.i18n import N_, _, ngettext

TITLE = N_("Which codes meet")
NEAR = Option(
    "near",
    Takes.CHOICE,
    N_("Codes meet"),
    N_("When two codes meet."),
    default=Near.TURN.value,
    choices=(
        (Near.OVERLAP.value, N_("On the same words")),
        (Near.TURN.value, N_("In the same turn")),
        (Near.EXCHANGE.value, N_("In the same exchange")),
        (Near.AFTER.value, N_("The second some turns after the first")),
    ),
)
WITHIN = Option(
    "within",
    Takes.NUMBER,
    N_("Within turns"),
    N_("How many turns later the second may come, where it comes after."),
    default=3,
    least=1,
)
LEVEL = Option(
    "level",
    Takes.NUMBER,
    N_("At level"),
    N_("Take codes of this level with all below them; 0 takes each code by itself."),
    default=0,
)


def run(material: Material, wish: Wish) -> Tabled:
    """The square.

    Raises:
        NoSuch, Ambiguous: when a name means nothing, or several things.
    """
    grid, near = Grid(material, wish), Near(wish.word("near"))
    found = grid.held(ALL)
    codes = level_rows(material, wish)
    met = Meetings(material, found, codes, near, wish.number("within"))
    shown = [row for row in codes if met.total(row.code.id)]
    notes = tuple(_notes(material, wish, near)) + of_material(material, grid.scope(ALL), wish)
    rows = tuple(_row(met, row, shown, near) for row in shown)
    told = _(_SAID[near]).format(n=wish.number("within"))
    return Tabled(
        name=_("Co-occurrence"),
        title=_(TITLE),
        corner=_("Code"),
        heads=tuple(_head(row) for row in shown),
        rows=rows,
        notes=(told, *notes),
        caption=caption(_(TITLE), told, notes),
        headline=told,
        chart=_chart(rows, told),
    )


_SAID = {
    Near.OVERLAP: N_(
        "Of the turns with the row’s code, how many have the column’s on some of the same words."
    ),
    Near.TURN: N_("Of the turns with the row’s code, how many have the column’s, too."),
    Near.EXCHANGE: N_("Of the exchanges with the row’s code, how many have the column’s, too."),
    Near.AFTER: N_(
        "Of the turns with the row’s code, how many are followed by the column’s within {n} turns."
    ),
}


def _head(row: CodeRow) -> Head:
    return Head(row.code.name, key=row.code.slug, code=row.code.id)


def _row(met: Meetings, row: CodeRow, used: Sequence[CodeRow], near: Near) -> Row:
    entries = tuple(_entry(met, row, other, near) for other in used)
    total = met.total(row.code.id)
    over = (
        ngettext("{n} exchange", "{n} exchanges", total)
        if near is Near.EXCHANGE
        else ngettext("{n} turn", "{n} turns", total)
    )
    return Row(row.code.name, entries, key=row.code.slug, code=row.code.id, over=over)


def _entry(met: Meetings, row: CodeRow, other: CodeRow, near: Near) -> Entry:
    """A code is not held against itself, but for what comes after."""
    if row is other and near is not Near.AFTER:
        return Entry("–")
    found, total = met.between(row.code.id, other.code.id), met.total(row.code.id)
    return Entry(
        words=of(len(found.units), total),
        number=len(found.units),
        mark=Mark.NONE if found.units else Mark.NOTHING,
        codings=found.codings,
        turns=found.units,
    )


def _chart(rows: Sequence[Row], told: str) -> HeatChart:
    values = tuple(tuple(one.number or 0.0 for one in row.entries) for row in rows)
    most = max((value for line in values for value in line), default=0.0)
    names = tuple(row.name for row in rows)
    return HeatChart(_(TITLE), _("Code"), _("Code"), names, values, most, told)


def _notes(material: Material, wish: Wish, near: Near) -> Iterator[str]:
    if near is Near.AFTER:
        yield _("Turns of everybody count on the way from one to the other, the moderator’s too.")
    else:
        yield _("A row reads otherwise than its column: each is over its own code.")
    if near is Near.EXCHANGE:
        number = len(exchanges(material.links))
        told = ngettext("{n} exchange of linked turns", "{n} exchanges of linked turns", number)
        yield _("There are {exchanges} in this layer.").format(exchanges=told)
    if wish.number("level"):
        yield _("A code takes in all below it, and no code is held against one it takes in.")
    yield _("Events, such as a pause, stand at the turn in which they were marked.")


REPORT = CountedReport(
    id="cooccurrence",
    title=TITLE,
    purpose=N_("How often codes meet: overlapping, in one turn or exchange, or some turns later."),
    options=(NEAR, WITHIN, CODES, QUESTION, LEVEL, *OF_MATERIAL),
    run=run,
    pictured=True,
)

"""How widely each code is spoken of: groups, people, turns, words and the largest single voice."""

from dataclasses import replace

from qualcoder_nhs.analysis.counted_report import CODES, OF_MATERIAL, QUESTION, CountedReport
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.code_rows import LEVEL, UNUSED
from qualcoder_nhs.analysis.tables.grid import ALL, Grid
from qualcoder_nhs.analysis.tables.measures import Counted, Measure, entry
from qualcoder_nhs.analysis.tables.share_bars import share_chart
from qualcoder_nhs.analysis.tables.slices import CODE, Slice, slices
from qualcoder_nhs.analysis.tables.telling import (
    DISTINCT,
    ONE_VOICE,
    caption,
    of_material,
    over,
    unused,
)
from qualcoder_nhs.domain.table_options import Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Mark, Row, Tabled
from qualcoder_nhs.domain.voices import voice_share
from qualcoder_nhs.i18n import N_, _

TITLE = N_("How widely each code is spoken of")
MEASURES = {
    Measure.GROUPS: N_("Groups"),
    Measure.PEOPLE: N_("Participants"),
    Measure.TURNS: N_("Turns"),
    Measure.WORDS: N_("Words"),
    Measure.EXCERPTS: N_("Excerpts"),
}
VOICE = "voice"


def run(material: Material, wish: Wish) -> Tabled:
    """The table.

    Raises:
        NoSuch, Ambiguous: when a name means nothing, or several things.
    """
    grid = Grid(material, wish)
    scope = grid.scope(ALL)
    heads = [Head(_(title), key=measure.value) for measure, title in MEASURES.items()]
    people = list(MEASURES).index(Measure.PEOPLE)
    rows = tuple(_row(material, grid, one) for one in slices(material, CODE, wish))
    own = (_(ONE_VOICE), _(DISTINCT), *unused(material, wish))
    notes = (*own, *of_material(material, scope, wish))
    told = _("Every entry stands over those who were asked and present: {over}.")
    said = told.format(over=over(scope))
    return Tabled(
        name=_("Frequencies"),
        title=_(TITLE),
        corner=_("Code"),
        heads=(*heads, Head(_("Largest single voice"), key=VOICE)),
        rows=rows,
        notes=notes,
        caption=caption(_(TITLE), said, notes),
        headline=said,
        chart=share_chart(_(TITLE), heads[people:][:1], [_only(row, people) for row in rows]),
    )


def _row(material: Material, grid: Grid, one: Slice) -> Row:
    counted, row = grid.at(one), one.row
    entries = [_unmarked(entry(counted, measure)) for measure in MEASURES]
    return Row(
        name=one.title,
        entries=(*entries, loudest(material, counted)),
        depth=row.depth if row else 1,
        key=one.key,
        code=row.code.id if row else None,
        distinct=row.distinct if row else False,
    )


def _only(row: Row, at: int) -> Row:
    """The row with one entry, marked as its largest voice is."""
    return replace(row, entries=(replace(row.entries[at], mark=row.entries[-1].mark),))


def _unmarked(one: Entry) -> Entry:
    """One voice is told in a column of its own."""
    return replace(one, mark=Mark.NONE) if one.mark is Mark.ONE_VOICE else one


def loudest(material: Material, counted: Counted) -> Entry:
    """Who holds the largest share of the turns: `FG2 P5, 13%`; all who do, where several."""
    found = counted.found
    if found.loudest is None:
        return Entry("–")
    told = [hit for hit in counted.held if hit.turn is not None]
    own = [hit for hit in told if hit.turn and not found.voices.isdisjoint(hit.turn.people)]
    rooms = {who: hit.session.name for hit in own if hit.turn for who in hit.turn.people}
    names = [f"{rooms.get(who, '')} {material.people[who].name}" for who in found.voices]
    words = voice_share(names, f"{found.share:.0%}")
    mark = Mark.ONE_VOICE if found.one_voice else Mark.NONE
    places = tuple(dict.fromkeys((hit.session.id, hit.near) for hit in own))
    codings = tuple(dict.fromkeys(hit.coding.id for hit in own))
    return Entry(words, found.share, mark, found, codings=codings, turns=places)


REPORT = CountedReport(
    id="frequencies",
    title=TITLE,
    purpose=N_("For each code: how many groups, people, turns and words, and who says most of it."),
    options=(CODES, QUESTION, LEVEL, UNUSED, *OF_MATERIAL),
    run=run,
    pictured=True,
)

"""How the group answers itself: links of each kind over groups, people and exchanges."""

from functools import partial

from qualcoder_nhs.analysis.counted_report import OF_MATERIAL, QUESTION, CountedReport
from qualcoder_nhs.analysis.counting.linked import LinkCount, linked
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.grid import ALL, Grid
from qualcoder_nhs.analysis.tables.telling import ONE_VOICE, caption, of_material, over
from qualcoder_nhs.domain.counts import ONE_VOICE as HALF
from qualcoder_nhs.domain.ids import ParticipantId, TranscriptId
from qualcoder_nhs.domain.links import Link, LinkKind
from qualcoder_nhs.domain.table_options import Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Mark, Row, Tabled
from qualcoder_nhs.domain.voices import voice_share
from qualcoder_nhs.i18n import N_, _

TITLE = N_("How the group answers itself")
EXCHANGES = N_(
    "Exchanges are turns that links hold together; a row counts those with at least one link of "
    "its kind, so that rows do not add up."
)


def run(material: Material, wish: Wish) -> Tabled:
    """The table.

    Raises:
        NoSuch: when a name means nothing.
    """
    scope = Grid(material, wish).scope(ALL)
    kinds = [(kind.words.capitalize(), kind.value, frozenset({kind})) for kind in LinkKind]
    lines = [*kinds, (_("All links"), "all", frozenset(LinkKind))]
    rows = []
    for name, key, wanted in lines:
        found = linked(material, scope, partial(_is_of, wanted))
        rows.append(Row(name, _entries(material, found), key=key))
    titles = (_("Links"), _("Groups"), _("Participants"), _("Exchanges"))
    keys = ("links", "groups", "participants", "exchanges")
    heads = [Head(title, key=key) for title, key in zip(titles, keys, strict=True)]
    notes = (_(EXCHANGES), _(ONE_VOICE), *of_material(material, scope, wish))
    said = _("Every entry stands over those who were asked and present: {over}.")
    return Tabled(
        name=_("Links"),
        title=_(TITLE),
        corner=_("Kind"),
        heads=(*heads, Head(_("Largest single voice"), key="voice")),
        rows=tuple(rows),
        notes=notes,
        caption=caption(_(TITLE), said.format(over=over(scope)), notes),
    )


def _is_of(kinds: frozenset[LinkKind], link: Link) -> bool:
    return link.kind in kinds


def _entries(material: Material, found: LinkCount) -> tuple[Entry, ...]:
    mark = Mark.NONE if found.links else Mark.NOTHING
    told = (
        (f"{found.links:,}", found.links),
        (_of(len(found.groups), found.groups_of), len(found.groups)),
        (_of(len(found.participants), found.participants_of), len(found.participants)),
        (_of(found.exchanges, found.exchanges_of), found.exchanges),
    )
    entries = [Entry(words, number, mark, turns=found.turns) for words, number in told]
    return (*entries, _loudest(material, found))


def _loudest(material: Material, found: LinkCount) -> Entry:
    """Who gives the largest share of these answers: `FG1 P5, 13%`; all who do, where several."""
    if found.loudest is None:
        return Entry("–")
    most = found.as_loud | {found.loudest}
    own = tuple(place for place in found.turns if most & set(_speakers(material, *place)))
    rooms = {who: place[0] for place in own for who in _speakers(material, *place)}
    names = [f"{material.by_id[rooms[who]].name} {material.people[who].name}" for who in most]
    alone = found.share > HALF and found.participants_of > 1
    words = voice_share(names, f"{found.share:.0%}")
    return Entry(words, found.share, Mark.ONE_VOICE if alone else Mark.NONE, turns=own)


def _speakers(material: Material, transcript: TranscriptId, turn: int) -> tuple[ParticipantId, ...]:
    return material.by_id[transcript].turns[turn - 1].people


def _of(part: int, whole: int) -> str:
    return _("{part} of {whole}").format(part=part, whole=whole)


REPORT = CountedReport(
    id="links",
    title=TITLE,
    purpose=N_("For each kind of link: how many, in how many groups and exchanges, by how many."),
    options=(QUESTION, *OF_MATERIAL),
    run=run,
)

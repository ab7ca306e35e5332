"""The COREQ table: what the study knows of each item, and what its team has yet to write."""

from collections.abc import Callable, Iterator

from qualcoder_nhs.analysis.counted_report import LAYER, CountedReport
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.coreq_analysis import ANALYSED
from qualcoder_nhs.analysis.tables.coreq_design import DESIGNED
from qualcoder_nhs.analysis.tables.coreq_items import DOMAINS, ITEMS
from qualcoder_nhs.analysis.tables.telling import caption
from qualcoder_nhs.domain.table_options import Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Row, Tabled
from qualcoder_nhs.i18n import N_, _

TITLE = N_("COREQ: what the study can say of itself")
OPEN = N_("▢ to be written by the team")
REST = N_("▢ the rest by the team")
_WHOLE = frozenset({12, 24, 25, 27, 29})
"""Items of which the study knows all; of the others it knows a part at most."""

_KNOWN: dict[int, Callable[[Material], str]] = {**DESIGNED, **ANALYSED}


def run(material: Material, _wish: Wish) -> Tabled:
    """The table."""
    rows = tuple(_rows(material))
    notes = (
        _(
            "Items are numbered as by Tong, Sainsbury and Craig (2007), in words of our own. A "
            "figure is what the study holds today; an empty square is for the team to fill."
        ),
        _("Moderators take no part in the counts; respondents to a survey are counted apart."),
    )
    return Tabled(
        name=_("COREQ"),
        title=_(TITLE),
        corner=_("Item"),
        heads=(
            Head(_("What the study knows"), key="known", long=True),
            Head(_("Still open"), key="open"),
            Head(_("What is asked"), key="asked", long=True),
        ),
        rows=rows,
        notes=notes,
        caption=caption(_(TITLE), "", notes),
    )


def _rows(material: Material) -> Iterator[Row]:
    domains = dict(DOMAINS)
    for number, (name, asked) in ITEMS.items():
        if number in domains:
            yield Row(_(domains[number]), (Entry(""),) * 3, key=f"domain {number}")
        known = _KNOWN[number](material) if number in _KNOWN else ""
        left = _(OPEN) if not known else "" if number in _WHOLE else _(REST)
        yield Row(
            f"{number}. {_(name)}",
            (Entry(known), Entry(left), Entry(_(asked))),
            depth=2,
            key=str(number),
        )


REPORT = CountedReport(
    id="coreq",
    title=TITLE,
    purpose=N_("The items that COREQ asks of a paper, filled as far as the study knows them."),
    options=(LAYER,),
    run=run,
)

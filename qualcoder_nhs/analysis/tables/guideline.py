"""Guidelines for reports: their items, each with what the study knows and what is left to write."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from qualcoder_nhs.analysis.counted_report import LAYER, CountedReport
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.telling import caption
from qualcoder_nhs.domain.table_options import Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Row, Tabled
from qualcoder_nhs.i18n import N_, _

OPEN = N_("▢ to be written by the team")
REST = N_("▢ the rest by the team")

Known = Mapping[int, Callable[[Material], str]]
"""What can be said, by the number of the item; empty words where nothing can."""


@dataclass(frozen=True)
class Guideline:
    """A list of what papers are asked to tell. Words are marked for translation.

    `source` cites it. `domains` are the first item of each part and what the part is about. `items`
    are each item's name and what is asked, by its number. Of items in `whole` the study knows all,
    of the others a part at most.
    """

    id: str
    name: str
    title: str
    purpose: str
    source: str
    domains: tuple[tuple[int, str], ...]
    items: Mapping[int, tuple[str, str]]
    known: Known
    whole: frozenset[int] = field(default_factory=frozenset)

    @property
    def report(self) -> CountedReport:
        """The table that is filled from a study."""
        return CountedReport(self.id, self.title, self.purpose, (LAYER,), self._run)

    def _run(self, material: Material, _wish: Wish) -> Tabled:
        notes = (
            _(self.source),
            _("A figure is what the study holds today; an empty square is for the team to fill."),
            _("Moderators take no part in the counts; respondents to a survey are counted apart."),
        )
        return Tabled(
            name=_(self.name),
            title=_(self.title),
            corner=_("Item"),
            heads=(
                Head(_("What the study knows"), key="known", long=True),
                Head(_("Still open"), key="open"),
                Head(_("What is asked"), key="asked", long=True),
            ),
            rows=tuple(self._rows(material)),
            notes=notes,
            caption=caption(_(self.title), "", notes),
        )

    def _rows(self, material: Material) -> Iterator[Row]:
        domains = dict(self.domains)
        for number, (name, asked) in self.items.items():
            if number in domains:
                yield Row(_(domains[number]), (Entry(""),) * 3, key=f"domain {number}")
            told = self.known[number](material) if number in self.known else ""
            left = _(OPEN) if not told else "" if number in self.whole else _(REST)
            entries = (Entry(told), Entry(left), Entry(_(asked)))
            yield Row(f"{number}. {_(name)}", entries, depth=2, key=str(number))

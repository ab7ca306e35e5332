"""The section over time: rounds beside each other, drift within this one, the same coder twice."""

from collections.abc import Mapping

from qualcoder_nhs.analysis.agreement.over_time import OverTime
from qualcoder_nhs.analysis.agreement_paper.time_tables import time_tables
from qualcoder_nhs.domain.report import Table
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.agreement.report.tables_section import TablesSection

NO_ROUND = N_("There is no other round that could be put beside this one.")
NO_AGAIN = N_("Nobody has coded a transcript both here and in another layer.")


class TimeSection(TablesSection):
    """Knows why there is nothing to compare over time."""

    def show_found(self, found: OverTime, names: Mapping[str, str]) -> None:
        """Show what came of it."""
        *rounds, drift, again = time_tables(found, names)
        shown = [(table, "") for table in rounds]
        if not rounds:
            shown.append((Table(_("Rounds"), _("Between rounds"), (), ()), _(NO_ROUND)))
        shown.append((drift, _(found.drift.why) if found.drift.why else ""))
        shown.append((again, _(NO_AGAIN)))
        self.show_tables(shown)

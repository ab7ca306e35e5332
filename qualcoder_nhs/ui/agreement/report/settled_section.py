"""The section on how disagreements were settled: why, by whom, and decision by decision."""

from collections.abc import Mapping

from qualcoder_nhs.analysis.agreement.settled import Settling
from qualcoder_nhs.analysis.agreement_paper.settling_tables import settling_tables, settling_words
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.agreement.report.tables_section import TablesSection

NOTHING = N_("Nothing was settled yet. The disagreement queue of a round is where that is done.")
LATER = N_("Nothing is settled: all that was looked at was put off.")


class SettledSection(TablesSection):
    """Says so where nothing was decided."""

    def show_found(self, found: Settling | None, names: Mapping[str, str]) -> None:
        """Show what was decided."""
        if found is None:
            self.show_nothing(_(NOTHING))
        else:
            self.told = settling_words(found)
            self.show_tables([(table, _(LATER)) for table in settling_tables(found, names)])

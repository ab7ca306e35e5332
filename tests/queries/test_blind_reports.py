"""No table of any report hangs on what others did in a blind round: every report there is is asked.

A report that is new is asked as soon as it stands in REPORTS; where it has to be told something to
have rows, that goes into NEEDED, and until it does the test says so.
"""

import pytest

from qualcoder_nhs.analysis.counted_report import LAYER, CountedReport
from qualcoder_nhs.analysis.tables import REPORTS
from qualcoder_nhs.analysis.tables.paper import document
from qualcoder_nhs.domain.table_options import Value, wish
from qualcoder_nhs.domain.tabled import Tabled
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.tables import MakeTable
from qualcoder_nhs.tasks.task import silent
from tests.builders import coder
from tests.queries.blind_pair import Pair

NEEDED: dict[str, dict[str, Value]] = {
    "kwic": {"word": "the"},
    "collocations": {"least": 1},
    "sequences": {"first": ("code:cold",), "then": ("link:challenge",)},
}


def table(study: Study, who: str, report: CountedReport, layer: str | None) -> Tabled:
    """The table as the window and the command line make it for a coder."""
    said: dict[str, Value] = dict(NEEDED.get(report.id, {}))
    if LAYER in report.options:
        said["layer"] = layer
    return MakeTable(report, wish(report.options, said)).run(study, coder(study, who), silent)


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: one.id)
@pytest.mark.parametrize("who", ["HL", "CD"])
@pytest.mark.parametrize("blind", [True, False], ids=["blind layer", "shown layer"])
def test_no_table_hangs_on_anothers_work(
    pair: Pair, report: CountedReport, who: str, *, blind: bool
) -> None:
    layer = pair.blind if blind else None
    without, with_ = (table(one, who, report, layer) for one in (pair.before, pair.after))
    assert with_ == without
    assert document(with_) == document(without)


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: one.id)
def test_whoever_did_the_work_sees_it_in_every_table_of_a_layer(
    pair: Pair, report: CountedReport
) -> None:
    """So that the test above has something to find; tables of mere talk are the same for all."""
    without, with_ = (table(one, "AB", report, pair.blind) for one in (pair.before, pair.after))
    assert with_.rows
    assert (with_ != without) is (LAYER in report.options)

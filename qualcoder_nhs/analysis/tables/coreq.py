"""The COREQ table: what the study knows of each item, and what its team has yet to write."""

from qualcoder_nhs.analysis.tables.coreq_analysis import ANALYSED
from qualcoder_nhs.analysis.tables.coreq_design import DESIGNED
from qualcoder_nhs.analysis.tables.coreq_items import DOMAINS, ITEMS
from qualcoder_nhs.analysis.tables.guideline import Guideline
from qualcoder_nhs.i18n import N_

COREQ = Guideline(
    id="coreq",
    name=N_("COREQ"),
    title=N_("COREQ: what the study can say of itself"),
    purpose=N_("The items that COREQ asks of a paper, filled as far as the study knows them."),
    source=N_(
        "Items are numbered as by Tong, Sainsbury and Craig (2007), International Journal for "
        "Quality in Health Care 19(6): 349–357, in words of our own."
    ),
    domains=DOMAINS,
    items=ITEMS,
    known={**DESIGNED, **ANALYSED},
    whole=frozenset({12, 24, 25, 27, 29}),
)
REPORT = COREQ.report

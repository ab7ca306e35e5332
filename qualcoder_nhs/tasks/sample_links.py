"""The links of the sample study: who answers whom, as its lead and the pilot's coders said it."""

from collections.abc import Callable

from qualcoder_nhs.actions.import_links import ImportLinks
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.link_draft import LinkDraft
from qualcoder_nhs.importers.ready_codebooks import shipped_folder
from qualcoder_nhs.importers.tables.links_csv import read_links
from qualcoder_nhs.study import Study

TABLE = "links.csv"
KEY = "fg1_q5_key.csv"
"""Who stands where on a claim in FG1's question 5, found out by reading: nothing is made of it."""


def link_turns(
    study: Study, coder: CoderId, folder: str, wanted: Callable[[LinkDraft], bool]
) -> None:
    """Take the links that are wanted, as this coder."""
    drafts = read_links(shipped_folder(folder) / TABLE).drafts
    taken = study.run(ImportLinks(tuple(filter(wanted, drafts)), "links"), coder)
    for problem in taken.problems:
        raise RuntimeError(f"{TABLE}, line {problem.line}: {problem.what}")

"""The pilot round of the sample study: two coders, apart and unseen."""

from collections.abc import Callable, Sequence
from functools import partial

from qualcoder_nhs.actions.finishing import FinishTranscript
from qualcoder_nhs.actions.import_codings import ImportCodings
from qualcoder_nhs.actions.rounds import EndRound, NewRound, OpenRound
from qualcoder_nhs.domain.coding_draft import CodingDraft
from qualcoder_nhs.domain.ids import CoderId, RoundId
from qualcoder_nhs.domain.link_draft import LinkDraft
from qualcoder_nhs.domain.rounds import Criterion, Measure, Unit
from qualcoder_nhs.importers.ready_codebooks import shipped_folder
from qualcoder_nhs.importers.tables.codings_csv import read_codings
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.sample_links import link_turns

TABLE = "pilot.csv"
ROUND = "Pilot"
CODERS = ("DM", "AW")
CRITERION = Criterion(Measure.ALPHA, 0.667)


def hold_pilot(
    study: Study, lead: CoderId, folder: str, coder: Callable[[str], CoderId]
) -> RoundId:
    """Declare the round, let each coder code and finish, end it and open it.

    `lead` leads it; `coder` gives the coder of a name.
    """
    drafts = read_codings(shipped_folder(folder) / TABLE).drafts
    coders = {name: coder(name) for name in CODERS}
    declared = NewRound(ROUND, tuple(coders.values()), unit=Unit.CHARACTER, criterion=CRITERION)
    held = study.run(declared, lead)
    for name, who in coders.items():
        own = [row for row in drafts if row.coder == name]
        _code(study, own, who)
        link_turns(study, who, folder, partial(_is_of, name))
        _finish(study, held, who)
    study.run(EndRound(held), lead)
    study.run(OpenRound(held), lead)
    return held


def _is_of(coder: str, row: LinkDraft) -> bool:
    return (row.layer, row.coder) == (ROUND, coder)


def _code(study: Study, rows: Sequence[CodingDraft], coder: CoderId) -> None:
    taken = study.run(ImportCodings(tuple(rows), ROUND), coder)
    for problem in taken.problems:
        raise RuntimeError(f"{TABLE}, line {problem.line}: {problem.what}")


def _finish(study: Study, held: RoundId, coder: CoderId) -> None:
    for transcript in study.ask(Reader.transcript_summaries):
        study.run(FinishTranscript(transcript.id, held), coder)

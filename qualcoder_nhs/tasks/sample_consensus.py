"""The propositions of the sample study: which turns voice them, and what was set by hand."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

from qualcoder_nhs.actions.corrections import SetPosition
from qualcoder_nhs.actions.propositions import AddProposition, Voice
from qualcoder_nhs.domain.consensus import Position
from qualcoder_nhs.domain.ids import CoderId, PropositionId, TranscriptId
from qualcoder_nhs.importers.ready_codebooks import shipped_folder
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study

PROPOSITIONS = "propositions.yaml"


def propose(study: Study, lead: CoderId, folder: str, coder: Callable[[str], CoderId]) -> None:
    """Write the propositions as their lead would; `coder` gives the coder of a name."""
    told = yaml.safe_load((shipped_folder(folder) / PROPOSITIONS).read_text(encoding="utf-8"))
    book = study.ask(Reader.codebook)
    for one in told:
        held, against = (tuple(book.find(s).id for s in one[side]) for side in ("for", "against"))
        question = study.ask(Reader.question, one["question"]).id
        proposed = study.run(AddProposition(question, one["text"], held, against), lead)
        for voicing in _voicings(study, proposed, one):
            study.run(voicing, lead)
        for row in one["by_hand"]:
            study.run(_set(study, proposed, row), coder(row["by"]))


def _voicings(study: Study, proposed: PropositionId, told: Mapping[str, Any]) -> Iterator[Voice]:
    for side, holds in (("voiced", True), ("contradicted", False)):
        for name, turns in told[side].items():
            room = study.ask(Reader.transcript_called, name)
            for turn in turns:
                yield Voice(proposed, room, turn, holds)


def _set(study: Study, proposed: PropositionId, row: Mapping[str, str]) -> SetPosition:
    room: TranscriptId = study.ask(Reader.transcript_called, row["transcript"])
    labels = {one.label: one.participants for one in study.ask(Reader.speakers, room)}
    (person,) = labels[row["label"]]
    return SetPosition(proposed, room, person, Position(row["position"]))

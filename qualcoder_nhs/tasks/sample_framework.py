"""The framework sheet of the sample study: what its lead wrote in the cells of Trust."""

import csv
from collections.abc import Iterator

from qualcoder_nhs.actions.framework import WriteSummaries, WriteSummary
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.importers.ready_codebooks import shipped_folder
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study

TABLE = "framework.csv"


def write_cells(study: Study, lead: CoderId, folder: str) -> None:
    """Write all of them, as one step."""
    study.run(WriteSummaries(tuple(_cells(study, folder)), TABLE), lead)


def _cells(study: Study, folder: str) -> Iterator[WriteSummary]:
    book, people = study.ask(Reader.codebook), study.ask(Reader.participants)
    rooms = {name: room for room, name in study.ask(Reader.transcript_names).items()}
    who = {
        (one.transcript, people[person].name): person
        for one in study.ask(Reader.speakers)
        for person in one.participants
    }
    with (shipped_folder(folder) / TABLE).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            room = rooms[row["transcript"]]
            person = who[room, row["participant"]] if row["participant"] else None
            yield WriteSummary(room, person, book.find(row["code"]).id, None, row["text"])

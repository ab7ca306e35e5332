"""The sample study: four invented focus groups with the NHS codebook, a pilot, two themes."""

import csv
from pathlib import Path

from qualcoder_nhs.actions.codebook import ImportCodebook
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.domain.casting import Part
from qualcoder_nhs.domain.ids import CoderId, new_id
from qualcoder_nhs.domain.people import CoderRole, Function
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.codebooks.codebook_formats import read_codebook
from qualcoder_nhs.importers.format import Parsed
from qualcoder_nhs.importers.ready_codebooks import ready_codebook, shipped_folder
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.first_attributes import first_attributes
from qualcoder_nhs.tasks.import_files import ImportFiles, proposed_cast
from qualcoder_nhs.tasks.sample_consensus import propose
from qualcoder_nhs.tasks.sample_framework import write_cells
from qualcoder_nhs.tasks.sample_links import link_turns
from qualcoder_nhs.tasks.sample_pilot import ROUND, hold_pilot
from qualcoder_nhs.tasks.sample_settling import settle_pilot
from qualcoder_nhs.tasks.sample_talk import describe_talk
from qualcoder_nhs.tasks.sample_themes import write_themes
from qualcoder_nhs.tasks.task import Progress

TRANSCRIPTS = ("FG1.docx", "FG2.txt", "FG3.vtt", "FG4.docx")
SAMPLE = "transcripts_sample"
CODEBOOK = "nhs_doctor_manager"
CODINGS = "codings.csv"
PEOPLE = "participants.csv"
CODER = "HL"

_ATTRIBUTES = ("role", "profession", "hybrid", "organisation_type", "nation")


def build_sample(path: Path, coder: str, progress: Progress) -> Study:
    """A new study from the sample files, open to write; its first coder is `coder`.

    Raises:
        AlreadyThere: when the file is there; it is left alone.
        Cancelled: when it was stopped; nothing of it is left then.
    """
    codebook = ready_codebook(CODEBOOK)
    name = _("Doctors and managers, demonstration study")
    study = Study.create(path, name, coder, first_attributes(codebook))
    try:
        lead = _coder(study, CODER, CoderRole.LEAD)
        _fill(study, lead, codebook, progress)
        describe_talk(study, lead, SAMPLE)
        link_turns(study, lead, SAMPLE, lambda row: row.layer != ROUND)
        held = hold_pilot(study, lead, SAMPLE, lambda name: _coder(study, name, CoderRole.CODER))
        settle_pilot(study, held, lead, SAMPLE)
        write_themes(study, lead, SAMPLE, lambda name: _coder(study, name, CoderRole.CODER))
        write_cells(study, lead, SAMPLE)
        propose(study, lead, SAMPLE, lambda name: _coder(study, name, CoderRole.CODER))
    except BaseException:
        study.close()
        path.unlink()
        raise
    return study


def _coder(study: Study, name: str, role: CoderRole) -> CoderId:
    """Somebody who works on the sample; whoever opens it keeps their own role and name.

    The steps that build it are theirs, and stay out of others' undo.
    """
    for coder in study.ask(Reader.coders):
        if coder.name == name:
            return coder.id
    newcomer = CoderId(new_id())
    return study.run(AddCoder(name, role, newcomer), newcomer)


def _fill(study: Study, coder: CoderId, codebook: Path, progress: Progress) -> None:
    study.run(ImportCodebook(read_codebook(codebook).draft, codebook.stem), coder)
    files = [shipped_folder(SAMPLE) / name for name in (*TRANSCRIPTS, CODINGS)]
    report = ImportFiles(files, cast=sample_cast).run(study, coder, progress)
    for refused in report.refused:
        raise RuntimeError(refused.why)


def sample_cast(transcript: str, parsed: Parsed) -> dict[str, Part]:
    """Who speaks in a sample transcript: as its list of participants says, else as proposed."""
    listed = {}
    with (shipped_folder(SAMPLE) / PEOPLE).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["transcript"] == transcript:
                listed[row["label"]] = _part(row)
    return {**proposed_cast(transcript, parsed), **listed}


def _part(row: dict[str, str]) -> Part:
    function = Function(row["function"])
    if function is not Function.PARTICIPANT:
        return Part(function)
    names = tuple(name.strip() for name in row["participant"].split(";"))
    return Part(function, names, {key: row[key] for key in _ATTRIBUTES if row[key]})

"""A study as a REFI-QDA project: a zip with XML that the schema allows, and texts beside it."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qualcoder_nhs.domain.foreign import About, ForeignStudy
from qualcoder_nhs.domain.foreign_beside import beside
from qualcoder_nhs.exporters.refi.cases import Variables, case_names, cases
from qualcoder_nhs.exporters.refi.codebook import codes
from qualcoder_nhs.exporters.refi.gathered import links, sets
from qualcoder_nhs.exporters.refi.markup import PROJECT, Markup, file_name, moment, written
from qualcoder_nhs.exporters.refi.notes import Notes, references
from qualcoder_nhs.exporters.refi.qualcoder import BY_DESCRIPTION, case_codes, for_qualcoder
from qualcoder_nhs.exporters.refi.sources import Sources
from qualcoder_nhs.exporters.refi.target import LaidText, Leaving, Target
from qualcoder_nhs.exporters.refi.users import layered, user_of, users
from qualcoder_nhs.exporters.whole_file import whole_file

HEART = "project.qde"
BESIDE = "qualcoder_nhs.json"
"""Beside the texts: what REFI-QDA has no place for, with the hash of the project it is of."""

_FOLDERS = {Target.NVIVO: "Sources"}
_FOLDER = "sources"

Progress = Callable[[int, int], None]


def write_project(
    study: ForeignStudy, path: Path, target: Target, leaving: Leaving, progress: Progress
) -> int:
    """Write it; how many characters had to be replaced, since XML cannot hold them, comes back.

    Raises:
        NotWritten: when the file cannot be put there.
    """
    make = Markup(PROJECT)
    laid_out = for_qualcoder(study) if target is Target.QUALCODER else study
    notes = Notes(laid_out.memos, BY_DESCRIPTION if target is Target.QUALCODER else (About.CASE,))
    heart = written(_project(laid_out, notes, target, leaving, make))
    folder, total = _FOLDERS.get(target, _FOLDER), len(study.texts)
    with whole_file(path) as where, zipfile.ZipFile(where, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(HEART, heart)
        for done, text in enumerate(study.texts):
            progress(done, total)
            laid = LaidText(text.text, target)
            archive.writestr(f"{folder}/{file_name(text.key)}", laid.content)
        for note in notes.written():
            laid = LaidText(note.words, target)
            archive.writestr(f"{folder}/{file_name(note.key)}", laid.content)
        archive.writestr(f"{folder}/{BESIDE}", _beside(study, heart))
    progress(total, total)
    return make.legible.replaced


def _project(
    study: ForeignStudy, notes: Notes, target: Target, leaving: Leaving, make: Markup
) -> Any:
    root = make.root(
        "Project",
        {
            "name": study.name,
            "origin": leaving.origin,
            "creatingUserGUID": user_of(leaving.coder),
            "creationDateTime": moment(leaving.at),
            "modifiedDateTime": moment(leaving.at),
        },
    )
    variables = Variables(study, make)
    sources = Sources(study, notes, variables, make, leaving, target)
    root.extend(make.list_of("Users", users(study, make)))
    people = case_codes(study, case_names(study)) if target is Target.QUALCODER else ()
    coded = frozenset(one.code for one in study.codings)
    listed = codes((*study.codes, *people), make, notes.all_on(About.CODE), coded)
    book = make.list_of("Codes", listed)
    root.extend(make.list_of("CodeBook", book))
    root.extend(make.list_of("Variables", variables.elements()))
    root.extend(make.list_of("Cases", cases(study, variables, notes, make)))
    root.extend(make.list_of("Sources", sources.elements()))
    root.extend(make.list_of("Notes", notes.elements(make)))
    root.extend(make.list_of("Links", links(study, make)))
    root.extend(make.list_of("Sets", sets(study, make)))
    root.extend(references(make, notes.on(About.STUDY)))
    return root


def _beside(study: ForeignStudy, heart: bytes) -> bytes:
    who = {str(user_of(coder, layer)): (coder, layer) for coder, layer in layered(study)}
    document = beside(study, who) | {"of": hashlib.sha256(heart).hexdigest()}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()

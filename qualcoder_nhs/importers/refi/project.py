"""A REFI-QDA project as any program wrote it, read leniently, with an account of all of it."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

from qualcoder_nhs.domain.foreign import About, ForeignStudy
from qualcoder_nhs.domain.foreign_beside import DoesNotFit, made_whole
from qualcoder_nhs.domain.taking.sayings import said_by_cases
from qualcoder_nhs.importers.refi.bodies import bodies_of
from qualcoder_nhs.importers.refi.codes import codes_of
from qualcoder_nhs.importers.refi.gathered import Gathered
from qualcoder_nhs.importers.refi.ledger import Ledger
from qualcoder_nhs.importers.refi.markup import Element, child, root_named, root_of
from qualcoder_nhs.importers.refi.memos import Memos
from qualcoder_nhs.importers.refi.parts import Parts, is_project_archive, parts_of
from qualcoder_nhs.importers.refi.passages import codings_of, lay_out
from qualcoder_nhs.importers.refi.places import Place, Places
from qualcoder_nhs.importers.refi.sayings import Sayings
from qualcoder_nhs.importers.refi.who import Who

BESIDE = "qualcoder_nhs.json"
"""What this program lays beside its own projects: what REFI-QDA has no place for."""

_HEAD = 20_000


def is_project(path: Path) -> bool:
    """Whether the file is a project, whatever it is called: zipped, or its XML alone."""
    if is_project_archive(path):
        return True
    try:
        with path.open("rb") as file:
            return root_named(file.read(_HEAD)) == "Project"
    except OSError:
        return False


def read_project(path: Path) -> ForeignStudy:
    """All that stands in a project.

    Raises:
        BadFile: when it is none, is damaged, protected, or made to do harm.
    """
    with parts_of(path) as parts:
        return _completed(_study(root_of(parts.project, path.name, "Project"), parts), parts)


def _completed(study: ForeignStudy, parts: Parts) -> ForeignStudy:
    """With what this program laid beside a project of its own that nobody has changed since."""
    if not parts.holds(BESIDE):
        return study
    try:
        document = json.loads(parts.read(BESIDE))
        if document["of"] != hashlib.sha256(parts.project).hexdigest():
            return study
        whole = made_whole(study, document)
    except (ValueError, TypeError, KeyError, RecursionError, DoesNotFit):
        return study
    lengths = {one.key: len(one.text) for one in whole.texts}
    spans = ((one.span.end, one.on) for one in whole.memos if one.span)
    if any(end > lengths.get(text, 0) for end, text in spans):
        return study
    # What was written for another program's sake only is nothing of the study.
    cases = {case.key for case in study.cases}
    return replace(said_by_cases(whole, cases), memos=whole.memos, turned=())


def _study(project: Element, parts: Parts) -> ForeignStudy:
    ledger, places = Ledger(), Places()
    who, sources = Who(project, ledger), child(project, "Sources")
    places.put(project, Place(About.STUDY))
    people = Sayings(project)
    codes = list(codes_of(child(project, "CodeBook"), ledger))
    for code, element in codes:
        places.put(element, Place(About.CODE, code.key))
    names = {code.key: code.name for code, _element in codes}
    bodies = list(bodies_of(sources, parts, ledger))
    placings = lay_out(bodies, project.get("origin", ""), places, ledger)
    codings = tuple(codings_of(sources, names, places, who, ledger, people))
    gathered = Gathered(project, places, frozenset(names), ledger, people)
    cases = tuple(gathered.cases())
    memos = Memos(project, places, who, ledger)
    gathered.leave_the_rest()
    return ForeignStudy(
        program=project.get("origin", ""),
        name=project.get("name", ""),
        coders=who.coders,
        codes=tuple(code for code, _element in codes),
        texts=tuple(body.text for body in bodies),
        codings=codings,
        memos=(*memos.described(), *memos.notes(parts)),
        cases=cases,
        attributes=tuple(gathered.variables.values()),
        group_attributes=dict(gathered.of_groups(sources)),
        sets=tuple(gathered.sets()),
        links=tuple(gathered.links(who)),
        left_out=tuple(ledger.left_out),
        altered=tuple(ledger.altered),
        placings=placings,
    )

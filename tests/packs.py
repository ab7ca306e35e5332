"""A lead and two coders on three laptops: a study with a blind round, and packs of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from qualcoder_nhs.actions.codebook import AddCode
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.actions.rounds import NewRound
from qualcoder_nhs.domain.merge.plan import MergePlan
from qualcoder_nhs.domain.rounds import Sample
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.packs import incoming, merge, merge_plan, write_pack
from tests.builders import (
    GROUP,
    a_coded_study,
    an_import,
    code,
    coder,
    make_coded_study,
    transcript,
)

ROUND = "Pilot"


def a_team(path: Path, sample: Sample | None = None) -> Study:
    """The coded study of HL, AB and CD, with the blind round `Pilot` of both transcripts."""
    return _with_pilot(a_coded_study(path), sample)


def another_team(path: Path) -> Study:
    """A study like it that is another one."""
    return _with_pilot(make_coded_study(path), None)


def _with_pilot(study: Study, sample: Sample | None) -> Study:
    lead = coder(study)
    study.run(AddCoder("CD"), lead)
    who = tuple(coder(study, name) for name in ("HL", "AB", "CD"))
    study.run(NewRound(ROUND, who, sample=sample), lead)
    return study


def a_pack(study: Study, name: str = "AB") -> Path:
    """The pack of a coder, beside the study."""
    path = study.path.parent / f"{name}.qnhs"
    write_pack(study, ROUND, coder(study, name), path, coder(study))
    return path


@contextmanager
def opened(path: Path) -> Iterator[Study]:
    """A file that its coder works in."""
    with Study.open(path) as study:
        yield study


def layer(study: Study) -> str:
    """The layer of the round."""
    return study.ask(lambda read: read.round(ROUND).layer)


def merged(study: Study, path: Path) -> MergePlan:
    """What merging the file did."""
    return merge(study, incoming(study, path), coder(study))


def plan_of(study: Study, path: Path) -> MergePlan:
    """What merging the file would do."""
    return merge_plan(study, incoming(study, path), coder(study))


def work(path: Path, start: int = 18, name: str = "Warm", who: str = "AB") -> str:
    """Code a passage of the round in a pack; the id of the coding."""
    with opened(path) as pack:
        made = CodePassage(transcript(pack), Span(start, start + 8), code(pack, name), layer(pack))
        return pack.run(made, coder(pack, who)).coding


def a_study_alone(path: Path) -> Study:
    """A study of ZZ and YY that has FG1, too, under another name, and FG7 for itself."""
    study = Study.create(path, "Alone", "ZZ")
    lead = coder(study, "ZZ")
    study.run(AddCoder("YY"), lead)
    study.run(an_import("First"), lead)
    study.run(an_import("FG7", GROUP.replace("board", "ward")), lead)
    trust = study.run(AddCode("Trust"), lead)
    study.run(AddCode("Warm", trust), lead)
    study.run(AddCode("Sky"), lead)
    return study


def harmed(study: Study, *statements: str) -> Path:
    """A copy of the study after somebody wrote into it with another program."""
    path = study.path.with_name("harmed.qnhs")
    study.save_copy(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)
    return path

"""The talk of the sample study: who came late, the topic guide, and where it was asked."""

import csv
from collections import defaultdict
from collections.abc import Iterable

from qualcoder_nhs.actions.asking import MarkCourse
from qualcoder_nhs.actions.attributes import DescribeGroups
from qualcoder_nhs.actions.guide import FreezeGuide, MoveQuestion, TakeGuide
from qualcoder_nhs.actions.presence import SayPresence
from qualcoder_nhs.domain.guide_draft import QuestionDraft
from qualcoder_nhs.domain.ids import CoderId, QuestionId
from qualcoder_nhs.importers.ready_codebooks import shipped_folder
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study

GROUPS, GUIDE, ASKINGS, PRESENCE = "groups.csv", "guide.csv", "askings.csv", "presence.csv"
SOURCE = "guide"

Row = dict[str, str]


def describe_talk(study: Study, coder: CoderId, folder: str) -> None:
    """Say what is known of the groups, who was not there all the time, and what was asked when.

    The guide comes in two versions: after two groups a question was added.
    """
    _describe_groups(study, coder, _rows(folder, GROUPS))
    _say_presence(study, coder, _rows(folder, PRESENCE))
    _take_guide(study, coder, _rows(folder, GUIDE))
    _mark(study, coder, _rows(folder, ASKINGS))


def _rows(folder: str, name: str) -> list[Row]:
    with (shipped_folder(folder) / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _describe_groups(study: Study, coder: CoderId, rows: Iterable[Row]) -> None:
    groups = {one.name: one.group for one in study.ask(Reader.transcript_summaries)}
    told = {
        groups[row["transcript"]]: {key: row[key] for key in row if key != "transcript"}
        for row in rows
    }
    study.run(DescribeGroups(told), coder)


def _say_presence(study: Study, coder: CoderId, rows: Iterable[Row]) -> None:
    for row in rows:
        room = study.ask(Reader.transcript_called, row["transcript"])
        labels = {one.label: one.participants for one in study.ask(Reader.speakers, room)}
        (person,) = labels[row["label"]]
        first, last = (int(row[end]) if row[end] else None for end in ("first", "last"))
        study.run(SayPresence(room, person, first, last), coder)


def _take_guide(study: Study, coder: CoderId, rows: list[Row]) -> None:
    """Version by version; a question that comes later moves to its place among the others."""
    for version in sorted({int(row["since"]) for row in rows}):
        known = [row for row in rows if int(row["since"]) <= version]
        study.run(TakeGuide(tuple(_draft(row) for row in known), SOURCE), coder)
        for place, row in enumerate(known):
            if 1 < version == int(row["since"]):
                question = study.ask(Reader.question, row["question"]).id
                study.run(MoveQuestion(question, place), coder)
        study.run(FreezeGuide(), coder)


def _draft(row: Row) -> QuestionDraft:
    return QuestionDraft(row["text"], tuple(row["probes"].split(";")), row["question"])


def _mark(study: Study, coder: CoderId, rows: Iterable[Row]) -> None:
    questions: dict[str, QuestionId] = {one.name: one.id for one in study.ask(Reader.questions)}
    marks: dict[str, list[tuple[int, QuestionId | None]]] = defaultdict(list)
    missing: dict[str, list[QuestionId]] = defaultdict(list)
    for row in rows:
        if row["turn"]:
            marks[row["transcript"]].append((int(row["turn"]), questions.get(row["question"])))
        else:
            missing[row["transcript"]].append(questions[row["question"]])
    for name, turns in marks.items():
        room = study.ask(Reader.transcript_called, name)
        study.run(MarkCourse(room, tuple(turns), tuple(missing[name])), coder)

"""Value to rows and row to value, side by side."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Table

from qualcoder_nhs.domain.codebook import Applicable, Code, CodeSet, SetKind
from qualcoder_nhs.domain.coding import Coding, Flag, Memo
from qualcoder_nhs.domain.ids import CodeId, ParticipantId
from qualcoder_nhs.domain.people import Coder, CoderRole, Function, Group, Participant, Speaker
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.study import Export, StudyNote
from qualcoder_nhs.domain.transcript import Transcript, TranscriptSummary, Turn
from qualcoder_nhs.storage import schema

Row = dict[str, Any]


@dataclass(frozen=True)
class Placed:
    """One row and the table it stands in."""

    table: Table
    row: Row


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _ends(span: Span | None, start: str, end: str) -> Row:
    return {start: span.start if span else None, end: span.end if span else None}


def _span(row: Mapping[str, Any], start: str = "start", end: str = "end") -> Span | None:
    return None if row[start] is None else Span(row[start], row[end])


def _study(study: StudyNote) -> list[Placed]:
    row = {"id": study.id, "name": study.name, "created": study.created.isoformat()}
    return [Placed(schema.studies, row)]


def study_from(row: Mapping[str, Any]) -> StudyNote:
    """The study's own row."""
    return StudyNote(row["id"], row["name"], datetime.fromisoformat(row["created"]))


def _coder(coder: Coder) -> list[Placed]:
    row = {
        "id": coder.id,
        "name": coder.name,
        "role": coder.role.value,
        "added": coder.added.isoformat(),
    }
    return [Placed(schema.coders, row)]


def coder_from(row: Mapping[str, Any]) -> Coder:
    """A coder."""
    return Coder(
        row["id"], row["name"], CoderRole(row["role"]), datetime.fromisoformat(row["added"])
    )


def _group(group: Group) -> list[Placed]:
    row = {"id": group.id, "name": group.name, "attributes": _json(dict(group.attributes))}
    return [Placed(schema.groups, row)]


def group_from(row: Mapping[str, Any]) -> Group:
    """A group of people in one room."""
    return Group(row["id"], row["name"], json.loads(row["attributes"]))


def _participant(person: Participant) -> list[Placed]:
    row = {"id": person.id, "name": person.name, "attributes": _json(dict(person.attributes))}
    return [Placed(schema.participants, row)]


def participant_from(row: Mapping[str, Any]) -> Participant:
    """A person in the study."""
    return Participant(row["id"], row["name"], json.loads(row["attributes"]))


def _transcript(transcript: Transcript) -> list[Placed]:
    row = {
        "id": transcript.id,
        "name": transcript.name,
        "text": transcript.text,
        "words": transcript.word_count,  # kept so that lists need not read texts
        "group": transcript.group,
        "kind": transcript.kind,
        "file_name": transcript.file_name,
        "file_hash": transcript.file_hash,
        "position": transcript.position,
        "added": transcript.added.isoformat(),
        "added_by": transcript.added_by,
    }
    turns = [Placed(schema.turns, _turn(transcript.id, turn)) for turn in transcript.turns]
    return [Placed(schema.transcripts, row), *turns]


def _turn(transcript: str, turn: Turn) -> Row:
    return {
        "id": f"{transcript}/{turn.index}",
        "transcript": transcript,
        "index": turn.index,
        "label": turn.label,
        "start": turn.words.start,
        "end": turn.words.end,
        **_ends(turn.label_at, "label_start", "label_end"),
        **_ends(turn.time_at, "time_start", "time_end"),
        "time": turn.time,
    }


def turn_from(row: Mapping[str, Any]) -> Turn:
    """A turn of a transcript."""
    return Turn(
        row["index"],
        row["label"],
        Span(row["start"], row["end"]),
        _span(row, "label_start", "label_end"),
        _span(row, "time_start", "time_end"),
        row["time"],
    )


def summary_from(row: Mapping[str, Any]) -> TranscriptSummary:
    """What lists say of a transcript."""
    return TranscriptSummary(
        row["id"], row["name"], row["characters"], row["words"], row["turns"], row["group"]
    )


def transcript_from(row: Mapping[str, Any], turns: Iterable[Mapping[str, Any]]) -> Transcript:
    """A transcript with its turns, which must come in order."""
    return Transcript(
        id=row["id"],
        name=row["name"],
        text=row["text"],
        turns=tuple(map(turn_from, turns)),
        group=row["group"],
        kind=row["kind"],
        file_name=row["file_name"],
        file_hash=row["file_hash"],
        position=row["position"],
        added=datetime.fromisoformat(row["added"]),
        added_by=row["added_by"],
    )


def _speaker(speaker: Speaker) -> list[Placed]:
    row = {
        "id": speaker.id,
        "transcript": speaker.transcript,
        "label": speaker.label,
        "function": speaker.function.value,
    }
    people = [
        {
            "id": f"{speaker.id}/{person}",
            "speaker": speaker.id,
            "participant": person,
            "position": position,
        }
        for position, person in enumerate(speaker.participants)
    ]
    members = [Placed(schema.speaker_participants, person) for person in people]
    return [Placed(schema.speakers, row), *members]


def speaker_from(row: Mapping[str, Any], people: Iterable[ParticipantId]) -> Speaker:
    """What a label stands for."""
    return Speaker(
        row["id"], row["transcript"], row["label"], Function(row["function"]), tuple(people)
    )


def _code(code: Code) -> list[Placed]:
    row = {
        "id": code.id,
        "slug": code.slug,
        "name": code.name,
        "parent": code.parent,
        "position": code.position,
        "colour": code.colour,
        "applicable": code.applicable.value,
        "definition": code.definition,
        "use": code.use,
        "do_not_use": code.do_not_use,
        "example": code.example,
        "serves": code.serves,
        "companions": _json(code.companions),
        "aliases": _json(code.aliases),
        "archived": int(code.archived),
    }
    return [Placed(schema.codes, row)]


def code_from(row: Mapping[str, Any]) -> Code:
    """A node of the codebook."""
    return Code(
        **{
            **row,
            "applicable": Applicable(row["applicable"]),
            "companions": tuple(json.loads(row["companions"])),
            "aliases": tuple(json.loads(row["aliases"])),
            "archived": bool(row["archived"]),
        }
    )


def _code_set(group: CodeSet) -> list[Placed]:
    row = {
        "id": group.id,
        "kind": group.kind.value,
        "name": group.name,
        "scope": group.scope,
        "why": group.why,
    }
    members = [
        {"id": f"{group.id}/{code}", "code_set": group.id, "code": code, "position": position}
        for position, code in enumerate(group.members)
    ]
    return [
        Placed(schema.code_sets, row),
        *(Placed(schema.code_set_members, member) for member in members),
    ]


def code_set_from(row: Mapping[str, Any], members: Iterable[CodeId]) -> CodeSet:
    """Codes listed together."""
    return CodeSet(
        row["id"], SetKind(row["kind"]), row["name"], row["scope"], row["why"], tuple(members)
    )


def _coding(coding: Coding) -> list[Placed]:
    row = {
        "id": coding.id,
        "transcript": coding.transcript,
        "coder": coding.coder,
        "code": coding.code,
        "layer": coding.layer,
        "start": coding.span.start,
        "end": coding.span.end,
        "made": coding.made.isoformat(),
        "flags": ";".join(coding.flags),
    }
    return [Placed(schema.codings, row)]


def coding_from(row: Mapping[str, Any]) -> Coding:
    """A coding."""
    return Coding(
        row["id"],
        row["transcript"],
        row["coder"],
        row["code"],
        row["layer"],
        Span(row["start"], row["end"]),
        datetime.fromisoformat(row["made"]),
        tuple(map(Flag, row["flags"].split(";"))) if row["flags"] else (),
    )


def _memo(memo: Memo) -> list[Placed]:
    row = {
        "id": memo.id,
        "coder": memo.coder,
        "text": memo.text,
        "made": memo.made.isoformat(),
        "changed": memo.changed.isoformat(),
        "transcript": memo.transcript,
        **_ends(memo.span, "start", "end"),
        "code": memo.code,
        "coding": memo.coding,
        "participant": memo.participant,
    }
    return [Placed(schema.memos, row)]


def memo_from(row: Mapping[str, Any]) -> Memo:
    """Dated words on a thing."""
    return Memo(
        row["id"],
        row["coder"],
        row["text"],
        datetime.fromisoformat(row["made"]),
        datetime.fromisoformat(row["changed"]),
        row["transcript"],
        _span(row),
        row["code"],
        row["coding"],
        row["participant"],
    )


def _export(export: Export) -> list[Placed]:
    row = {
        "id": export.id,
        "coder": export.coder,
        "made": export.made.isoformat(),
        "what": export.what,
        "file": export.file,
        "file_hash": export.file_hash,
        "transcripts": _json(export.transcripts),
    }
    return [Placed(schema.exports, row)]


def export_from(row: Mapping[str, Any]) -> Export:
    """A file that left the study."""
    return Export(
        row["id"],
        row["coder"],
        datetime.fromisoformat(row["made"]),
        row["what"],
        row["file"],
        row["file_hash"],
        tuple(json.loads(row["transcripts"])),
    )


_ROWS: dict[type, Callable[[Any], list[Placed]]] = {
    StudyNote: _study,
    Coder: _coder,
    Group: _group,
    Participant: _participant,
    Transcript: _transcript,
    Speaker: _speaker,
    Code: _code,
    CodeSet: _code_set,
    Coding: _coding,
    Memo: _memo,
    Export: _export,
}


def rows_of(value: object) -> list[Placed]:
    """The rows that keep a value, parents before children.

    Raises:
        KeyError: for a value that no table keeps.
    """
    return _ROWS[type(value)](value)

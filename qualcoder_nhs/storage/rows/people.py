"""Coders, groups, participants and speakers as rows, and back."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from qualcoder_nhs.domain.ids import ParticipantId
from qualcoder_nhs.domain.people import Coder, CoderRole, Function, Group, Participant, Speaker
from qualcoder_nhs.storage import schema
from qualcoder_nhs.storage.rows.placed import Placed, as_json


def of_coder(coder: Coder) -> list[Placed]:
    """The rows that keep a coder."""
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


def of_group(group: Group) -> list[Placed]:
    """The rows that keep a group."""
    row = {"id": group.id, "name": group.name, "attributes": as_json(dict(group.attributes))}
    return [Placed(schema.groups, row)]


def group_from(row: Mapping[str, Any]) -> Group:
    """A group of people in one room."""
    return Group(row["id"], row["name"], json.loads(row["attributes"]))


def of_participant(person: Participant) -> list[Placed]:
    """The rows that keep a participant."""
    row = {"id": person.id, "name": person.name, "attributes": as_json(dict(person.attributes))}
    return [Placed(schema.participants, row)]


def participant_from(row: Mapping[str, Any]) -> Participant:
    """A person in the study."""
    return Participant(row["id"], row["name"], json.loads(row["attributes"]))


def of_speaker(speaker: Speaker) -> list[Placed]:
    """The rows that keep a speaker."""
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

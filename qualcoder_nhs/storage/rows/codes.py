"""Codes and sets of them as rows, and back."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from qualcoder_nhs.domain.codebook import Applicable, Code, CodeSet, SetKind
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.storage import schema
from qualcoder_nhs.storage.rows.placed import Placed, as_json


def of_code(code: Code) -> list[Placed]:
    """The rows that keep a code."""
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
        "companions": as_json(code.companions),
        "aliases": as_json(code.aliases),
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


def of_code_set(group: CodeSet) -> list[Placed]:
    """The rows that keep a code set."""
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

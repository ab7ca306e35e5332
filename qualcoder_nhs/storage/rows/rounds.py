"""Frozen codebooks, rounds and what coders say they have finished as rows, and back."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.codebook_version import CodebookVersion
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.rounds import (
    Criterion,
    Finish,
    Measure,
    Portion,
    Round,
    Sample,
    Unit,
)
from qualcoder_nhs.storage import schema
from qualcoder_nhs.storage.rows.codes import code_from, code_set_from, of_code, of_code_set
from qualcoder_nhs.storage.rows.placed import Placed, Row, as_json


def of_version(version: CodebookVersion) -> list[Placed]:
    """The row that keeps a frozen codebook, as one document."""
    row = {
        "id": version.id,
        "number": version.number,
        "codebook": as_json(_document(version.codebook)),
        "made": version.made.isoformat(),
        "made_by": version.made_by,
    }
    return [Placed(schema.codebook_versions, row)]


def _document(codebook: Codebook) -> Row:
    """Codes and sets in a fixed order, so that the same codebook is the same document."""
    codes = sorted(codebook.codes, key=lambda code: code.id)
    sets = sorted(codebook.sets, key=lambda group: group.id)
    return {
        "codes": [of_code(code)[0].row for code in codes],
        "sets": [{**of_code_set(group)[0].row, "members": list(group.members)} for group in sets],
    }


def version_from(row: Mapping[str, Any]) -> CodebookVersion:
    """A frozen codebook."""
    document = json.loads(row["codebook"])
    codebook = Codebook(
        tuple(map(code_from, document["codes"])),
        tuple(code_set_from(group, group["members"]) for group in document["sets"]),
    )
    made = datetime.fromisoformat(row["made"])
    return CodebookVersion(row["id"], row["number"], codebook, made, row["made_by"])


def of_round(one: Round) -> list[Placed]:
    """The rows that keep a round, its coders and its portions."""
    row = {
        "id": one.id,
        "name": one.name,
        "version": one.version,
        "unit": one.unit.value,
        "measure": one.criterion.measure.value if one.criterion else None,
        "at_least": float(one.criterion.at_least) if one.criterion else None,
        "blind": int(one.blind),
        "share": float(one.sample.share) if one.sample else None,
        "seed": one.sample.seed if one.sample else None,
        "made": one.made.isoformat(),
        "made_by": one.made_by,
        "opened": one.opened.isoformat() if one.opened else None,
        "ended": one.ended.isoformat() if one.ended else None,
        "by_question": int(one.sample.by_question) if one.sample else None,
        "questions": as_json(one.questions) if one.questions else None,
    }
    return [Placed(schema.rounds, row), *_coders(one), *_portions(one)]


def _coders(one: Round) -> list[Placed]:
    rows = (
        {"id": f"{one.id}/{coder}", "round": one.id, "coder": coder, "position": position}
        for position, coder in enumerate(one.coders)
    )
    return [Placed(schema.round_coders, row) for row in rows]


def _portions(one: Round) -> list[Placed]:
    rows = (
        {
            "id": f"{one.id}/{portion.transcript}",
            "round": one.id,
            "transcript": portion.transcript,
            "position": position,
            "turns": None if portion.turns is None else as_json(portion.turns),
        }
        for position, portion in enumerate(one.portions)
    )
    return [Placed(schema.round_transcripts, row) for row in rows]


def portion_from(row: Mapping[str, Any]) -> Portion:
    """What of one transcript is coded."""
    turns = None if row["turns"] is None else tuple(json.loads(row["turns"]))
    return Portion(row["transcript"], turns)


def round_from(
    row: Mapping[str, Any], coders: Iterable[CoderId], portions: Iterable[Portion]
) -> Round:
    """A round with its coders and portions, which must come in order."""
    return Round(
        id=row["id"],
        name=row["name"],
        version=row["version"],
        coders=tuple(coders),
        portions=tuple(portions),
        unit=Unit(row["unit"]),
        criterion=Criterion(Measure(row["measure"]), row["at_least"]) if row["measure"] else None,
        blind=bool(row["blind"]),
        made=datetime.fromisoformat(row["made"]),
        made_by=row["made_by"],
        sample=_sample(row),
        opened=_moment(row["opened"]),
        ended=_moment(row["ended"]),
        questions=tuple(json.loads(row.get("questions") or "[]")),
    )


def _sample(row: Mapping[str, Any]) -> Sample | None:
    """Images from before guides were known to rounds do not say how questions were drawn."""
    if row["share"] is None:
        return None
    return Sample(row["share"], row["seed"], bool(row.get("by_question")))


def _moment(words: str | None) -> datetime | None:
    return None if words is None else datetime.fromisoformat(words)


def of_finish(finish: Finish) -> list[Placed]:
    """The row that keeps a coder's word that a transcript is done."""
    row = {
        "id": finish.id,
        "layer": finish.layer,
        "coder": finish.coder,
        "transcript": finish.transcript,
        "at": finish.at.isoformat(),
    }
    return [Placed(schema.finishes, row)]


def finish_from(row: Mapping[str, Any]) -> Finish:
    """A coder's word that a transcript is done."""
    at = datetime.fromisoformat(row["at"])
    return Finish(row["id"], row["layer"], row["coder"], row["transcript"], at)

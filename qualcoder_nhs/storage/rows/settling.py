"""Decisions on disagreements, and codings that were looked at again, as rows, and back."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from qualcoder_nhs.domain.settling import Cause, Choice, Decision, Recheck
from qualcoder_nhs.storage import schema
from qualcoder_nhs.storage.rows.placed import Placed, as_json


def of_decision(decision: Decision) -> list[Placed]:
    """The row that keeps a decision."""
    row = {
        "id": decision.id,
        "round": decision.round,
        "transcript": decision.transcript,
        "about": as_json(decision.about),
        "choice": decision.choice.value,
        "coder": decision.coder,
        "code": decision.code,
        "cause": decision.cause.value if decision.cause else None,
        "reason": decision.reason,
        "codings": as_json(decision.codings),
        "made": decision.made.isoformat(),
        "made_by": decision.made_by,
    }
    return [Placed(schema.decisions, row)]


def decision_from(row: Mapping[str, Any]) -> Decision:
    """A decision."""
    return Decision(
        id=row["id"],
        round=row["round"],
        transcript=row["transcript"],
        about=tuple(json.loads(row["about"])),
        choice=Choice(row["choice"]),
        made=datetime.fromisoformat(row["made"]),
        made_by=row["made_by"],
        cause=Cause(row["cause"]) if row["cause"] else None,
        reason=row["reason"],
        coder=row["coder"],
        code=row["code"],
        codings=tuple(json.loads(row["codings"])),
    )


def of_recheck(recheck: Recheck) -> list[Placed]:
    """The row that keeps when a coding was last looked at again."""
    row = {"id": recheck.coding, "at": recheck.at.isoformat(), "coder": recheck.by}
    return [Placed(schema.rechecks, row)]


def recheck_from(row: Mapping[str, Any]) -> Recheck:
    """When a coding was last looked at again."""
    return Recheck(row["id"], datetime.fromisoformat(row["at"]), row["coder"])

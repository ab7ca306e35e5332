"""Topic guides of earlier times as rows, and back."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from qualcoder_nhs.domain.guide import GuideVersion, Question
from qualcoder_nhs.storage import schema
from qualcoder_nhs.storage.rows.placed import Placed, as_json


def of_guide_version(version: GuideVersion) -> list[Placed]:
    """The row that keeps a topic guide as it was."""
    row = {
        "id": version.id,
        "number": version.number,
        "questions": as_json([asdict(one) for one in version.questions]),
        "made": version.made.isoformat(),
        "made_by": version.made_by,
    }
    return [Placed(schema.guide_versions, row)]


def guide_version_from(row: Mapping[str, Any]) -> GuideVersion:
    """A topic guide as it was."""
    questions = (
        Question(**{**one, "probes": tuple(one["probes"])}) for one in json.loads(row["questions"])
    )
    made = datetime.fromisoformat(row["made"])
    return GuideVersion(row["id"], row["number"], tuple(questions), made, row["made_by"])

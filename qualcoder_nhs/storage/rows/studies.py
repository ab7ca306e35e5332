"""The study's own entry, its exports and its merges as rows, and back."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from qualcoder_nhs.domain.merge.lineage import Merge
from qualcoder_nhs.domain.study import Export, Stance, StudyNote
from qualcoder_nhs.storage import schema
from qualcoder_nhs.storage.rows.placed import Placed, as_json


def of_study(study: StudyNote) -> list[Placed]:
    """The rows that keep a study."""
    row = {
        "id": study.id,
        "name": study.name,
        "created": study.created.isoformat(),
        "stance": study.stance.value,
    }
    return [Placed(schema.studies, row)]


def study_from(row: Mapping[str, Any]) -> StudyNote:
    """The study's own row."""
    created = datetime.fromisoformat(row["created"])
    return StudyNote(row["id"], row["name"], created, Stance(row["stance"]))


def of_export(export: Export) -> list[Placed]:
    """The rows that keep an export."""
    row = {
        "id": export.id,
        "coder": export.coder,
        "made": export.made.isoformat(),
        "what": export.what,
        "file": export.file,
        "file_hash": export.file_hash,
        "transcripts": as_json(export.transcripts),
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


def of_merge(merge: Merge) -> list[Placed]:
    """The row that keeps a merge."""
    row = {
        "id": merge.id,
        "study": merge.study,
        "file": merge.file,
        "made": merge.made.isoformat(),
        "made_by": merge.made_by,
        "lineage": merge.lineage,
    }
    return [Placed(schema.merges, row)]


def merge_from(row: Mapping[str, Any]) -> Merge:
    """A file that was merged."""
    return Merge(
        row["id"],
        row["study"],
        row["file"],
        datetime.fromisoformat(row["made"]),
        row["made_by"],
        row["lineage"],
    )

"""Lineage: the steps of a study in short, by which two states of one file are told apart."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from qualcoder_nhs.domain.ids import CoderId, MergeId, StudyId

_SHORT = 8  # characters of a step


@dataclass(frozen=True)
class Merge:
    """A file that was merged: what study it called itself, and its lineage at that time."""

    id: MergeId
    study: StudyId
    file: str
    made: datetime
    made_by: CoderId
    lineage: str


def lineage_of(steps: Iterable[str]) -> str:
    """Eight characters a step, which hang on it and on all steps before it."""
    told, before = [], ""
    for step in steps:
        before = hashlib.sha256(f"{before}\n{step}".encode()).hexdigest()[:_SHORT]
        told.append(before)
    return "".join(told)


def length(lineage: str) -> int:
    """How many steps it tells of."""
    return len(lineage) // _SHORT


def common(one: str, other: str) -> int:
    """How many steps two lineages share from their beginning."""
    most = min(length(one), length(other))
    parts = range(most)
    at = (slice(n * _SHORT, (n + 1) * _SHORT) for n in parts)
    return next((n for n, part in enumerate(at) if one[part] != other[part]), most)

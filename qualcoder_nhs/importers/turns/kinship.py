"""Why a label that stands only once belongs with those that repeat."""

from collections import Counter
from collections.abc import Collection, Iterable

from qualcoder_nhs.importers.labels import Convention
from qualcoder_nhs.importers.turns.lines import Candidate, Mark
from qualcoder_nhs.importers.turns.names import (
    is_code,
    is_collective,
    is_identifier,
    is_role,
    is_titled,
    joint_parts,
    key_of,
    series_of,
)
from qualcoder_nhs.importers.turns.spelling import Spelling

Signature = tuple[Convention, frozenset[Mark]]


class Kin:
    """The labels of a file that count already, asked about one that stands once."""

    def __init__(self, known: Iterable[str], accepted: Collection[Candidate]) -> None:
        self._known = set(known) | {each.key for each in accepted}
        self._spelling = Spelling(self._known)
        self._series = {series_of(key) for key in self._known} - {None}
        self._capital = not any(each.label[0].islower() for each in accepted)
        self._layouts = _common_layouts(accepted)

    def reason(self, each: Candidate) -> str:
        """What makes this label one of them, in a word; empty where nothing does."""
        if not self._known:
            return ""
        alike = not self._capital or not each.label[0].islower()
        return self._kinship(each) or ("layout" if alike and self._is_set_apart(each) else "")

    def _kinship(self, each: Candidate) -> str:
        parts = joint_parts(each.label)
        if len(parts) > 1 and all(key_of(part) in self._known for part in parts):
            return "joint"
        if self._layouts and not self._is_set_apart(each) and not is_identifier(each.label):
            return ""
        if series_of(each.label) in self._series:
            return "series"
        if is_collective(each.label) or is_role(each.label) or is_code(each.label):
            return "role"
        if is_titled(each.label):
            return "title"
        return "typo" if self._spelling.nearest(each.key) else ""

    def _is_set_apart(self, each: Candidate) -> bool:
        """Whether it bears the same strong layout as they do."""
        return any(
            each.convention is convention and each.marks >= marks
            for convention, marks in self._layouts
        )


def _common_layouts(accepted: Collection[Candidate]) -> set[Signature]:
    """The strong layouts that at least half of the labels bear."""
    counts = Counter((each.convention, each.marks) for each in accepted)
    return {each for each, count in counts.items() if each[1] and 2 * count >= len(accepted)}

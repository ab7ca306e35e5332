"""Which column of a sheet holds what: the names that programs and people give them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qualcoder_nhs.domain.codebook_draft import DEEPEST, LEVEL

NAMES: dict[str, tuple[str, ...]] = {
    "name": ("name", "code", "code name", "codename", "label"),
    "tag": ("tag",),
    "hierarchy": ("hierarchical name",),
    "path": ("path", "code path", "full path", "full name"),
    "parent": (
        "parent",
        "parent slug",
        "parent code",
        "parent name",
        "category",
        "theme",
        "obercode",
    ),
    "slug": ("slug",),
    "applicable": ("applicable", "how applied"),
    "definition": (
        "definition",
        "description",
        "meaning",
        "comment",
        "memo",
        "code memo",
        "beschreibung",
        "kommentar",
    ),
    "use": ("use", "when to use", "use when", "inclusion", "inclusion criteria", "include"),
    "do_not_use": (
        "do not use",
        "not",
        "when not to use",
        "do not use when",
        "exclusion",
        "exclusion criteria",
        "exclude",
    ),
    "example": ("example", "examples", "eg"),
    "serves": ("serves",),
    "companions": ("companions",),
    "colour": ("colour", "color", "farbe"),
    "aliases": ("aliases",),
    "archived": ("archived",),
    "set": ("set",),
    "kind": ("kind",),
    "scope": ("scope",),
    "why": ("why",),
    "members": ("members",),
}
_KNOWN = {name: field for field, names in NAMES.items() for name in names}
_NAMING = {"name", "tag", "hierarchy", "path"}
_PLACING = {"slug", "tag", "hierarchy", "path", "parent"}
_LEVEL = re.compile(rf"(?:{LEVEL}|l) ?(\d{{1,2}})")


@dataclass(frozen=True)
class Columns:
    """Where each field stands. `levels` are the columns of level 1, level 2 … in that order."""

    fields: dict[str, int]
    levels: tuple[int, ...]
    unknown: tuple[str, ...]

    @property
    def usable(self) -> bool:
        """Whether codes can be read from such rows."""
        return bool(self.levels or _NAMING & self.fields.keys() or self.of_sets)

    @property
    def of_sets(self) -> bool:
        """Whether sets can be read from such rows."""
        return {"set", "kind", "members"} <= self.fields.keys()

    @property
    def may_hold_paths(self) -> bool:
        """Whether nothing but its name can say where a code lies."""
        return not self.levels and not _PLACING & self.fields.keys()

    @property
    def recognised(self) -> int:
        """How many columns are known."""
        return len(self.fields) + len(self.levels)


def columns_of(header: Sequence[str]) -> Columns:
    """The fields that a header names; the first column of a kind counts."""
    fields: dict[str, int] = {}
    levels: dict[int, int] = {}
    unknown: list[str] = []
    for at, title in enumerate(header):
        words = " ".join(re.sub(r"[_\W]+", " ", title).casefold().split())
        level = _LEVEL.fullmatch(words)
        if level and 0 < int(level[1]) <= DEEPEST:
            levels.setdefault(int(level[1]), at)
        elif words in _KNOWN and _KNOWN[words] not in fields:
            fields[_KNOWN[words]] = at
        elif words:
            unknown.append(title.strip())
    if "parent" in fields and not (_NAMING & fields.keys() or levels):
        fields["name"] = fields.pop("parent")
    return Columns(fields, tuple(levels[number] for number in sorted(levels)), tuple(unknown))

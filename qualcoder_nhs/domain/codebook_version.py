"""CodebookVersion: the codebook as it was at one time; and what has become of its codes since."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.ids import CodeId, CoderId, VersionId
from qualcoder_nhs.i18n import N_, _

WORDINGS = ("definition", "use", "do_not_use", "example")
"""The fields of a code that tell a coder where it belongs."""

_ROOT = N_("the top")


@dataclass(frozen=True)
class CodebookVersion:
    """A frozen copy of the whole codebook. `number` counts the study's versions from 1."""

    id: VersionId
    number: int
    codebook: Codebook
    made: datetime
    made_by: CoderId

    def still_holds(self, today: Codebook) -> bool:
        """Whether the codebook is still what it was, in whatever order its codes are listed."""
        then, now = (frozenset((*one.codes, *one.sets)) for one in (self.codebook, today))
        return then == now


class Became(StrEnum):
    """What happened to a code between two states of a codebook."""

    ADDED = "added"
    REMOVED = "removed"
    MERGED = "merged"
    RENAMED = "renamed"
    MOVED = "moved"
    REWORDED = "reworded"
    ALLOWED = "allowed"
    ARCHIVED = "archived"
    BROUGHT_BACK = "brought back"


_SENTENCES = {
    Became.ADDED: N_("“{before}” was added beneath {after}."),
    Became.REMOVED: N_("“{before}” was deleted."),
    Became.MERGED: N_("“{before}” became part of “{after}”."),
    Became.RENAMED: N_("“{before}” is called “{after}” now."),
    Became.MOVED: N_("“{name}” moved from {before} to {after}."),
    Became.REWORDED: N_("“{name}” has another {field}: “{before}” became “{after}”."),
    Became.ALLOWED: N_("“{name}” may be put on words: {before} became {after}."),
    Became.ARCHIVED: N_("“{name}” was archived."),
    Became.BROUGHT_BACK: N_("“{name}” was brought back from the archive."),
}


@dataclass(frozen=True)
class CodeDifference:
    """One thing that happened to one code.

    `before` and `after` are what changed, ready to be read: names, places or words. `field` is
    the field of a card that was reworded. `name` is what the code is called now.
    """

    code: CodeId
    name: str
    became: Became
    before: str = ""
    after: str = ""
    field: str = ""

    @property
    def words(self) -> str:
        """It in one sentence."""
        return _(_SENTENCES[self.became]).format(
            name=self.name,
            before=self.before,
            after=self.after,
            field=self.field.replace("_", " "),
        )


def differences(before: Codebook, after: Codebook) -> tuple[CodeDifference, ...]:
    """What happened to each code, in the order of the tree; what is gone comes last."""
    found: list[CodeDifference] = []
    for code in after.walk():
        old = before.by_id.get(code.id)
        if old is None:
            under = _place(after, code)
            found.append(CodeDifference(code.id, code.name, Became.ADDED, code.name, under))
        else:
            found += _changes(before, after, old, code)
    found += (_gone(after, code) for code in before.walk() if code.id not in after.by_id)
    return tuple(found)


def reworded(before: Codebook, after: Codebook) -> frozenset[CodeId]:
    """The codes of both whose card says something else: what was coded with them by the old one."""
    return frozenset(
        code.id
        for code in after.codes
        if (old := before.by_id.get(code.id)) is not None and any(_rewordings(old, code))
    )


def _changes(before: Codebook, after: Codebook, old: Code, new: Code) -> Iterator[CodeDifference]:
    if old.name != new.name:
        yield CodeDifference(new.id, new.name, Became.RENAMED, old.name, new.name)
    if old.parent != new.parent:
        places = _place(before, old), _place(after, new)
        yield CodeDifference(new.id, new.name, Became.MOVED, *places)
    yield from _rewordings(old, new)
    if old.applicable != new.applicable:
        how = old.applicable.value, new.applicable.value
        yield CodeDifference(new.id, new.name, Became.ALLOWED, *how)
    if old.archived != new.archived:
        became = Became.ARCHIVED if new.archived else Became.BROUGHT_BACK
        yield CodeDifference(new.id, new.name, became)


def _rewordings(old: Code, new: Code) -> Iterator[CodeDifference]:
    for field in WORDINGS:
        was, now = getattr(old, field), getattr(new, field)
        if was != now:
            yield CodeDifference(new.id, new.name, Became.REWORDED, was, now, field)


def _gone(after: Codebook, code: Code) -> CodeDifference:
    heir = after.by_slug.get(code.slug)
    if heir is None:
        return CodeDifference(code.id, code.name, Became.REMOVED, code.name)
    return CodeDifference(code.id, code.name, Became.MERGED, code.name, heir.name)


def _place(codebook: Codebook, code: Code) -> str:
    return _(_ROOT) if code.parent is None else f"“{codebook.path(code.parent)}”"

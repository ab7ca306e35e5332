"""A codebook as a file tells it: codes and sets without ids, hanging together by slugs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook, CodeSet, SetKind
from qualcoder_nhs.domain.codebook_text import clean
from qualcoder_nhs.domain.links import LinkKind

DEEPEST = 40
"""How many levels a file may have; deeper ones are taken for damage."""

PLAIN_FIELDS = ("definition", "use", "do_not_use", "example", "serves")
"""The written fields of a card, in the order in which files show them."""

LEVEL = "level"
"""Sheets name a code in the column of its level: `level 1`, `level 2` …"""

CODE_COLUMNS = (
    "slug",
    "applicable",
    *PLAIN_FIELDS,
    "companions",
    "colour",
    "aliases",
    "archived",
)
FILE_KEYS = ("title", "about", "codes", "sets")
CODE_KEYS = ("slug", "name", *CODE_COLUMNS[1:], "children")
SET_KEYS = ("name", "kind", "scope", "why", "members")
SCOPES = ("speaker-turn", "span", "link", "event", *LinkKind)
SET_COLUMNS = ("set", "kind", "scope", "why", "members")
LIST_SEPARATOR = "; "
YES = "yes"


@dataclass(frozen=True)
class CodeDraft:
    """A code without an id. `parent` is the slug of the code above, None for a root.

    Where the file gives no slug, `slug` was made from the name and `slug_given` is false: then the
    code is known again by its place and name, not by the slug.
    """

    slug: str
    name: str
    parent: str | None = None
    colour: str | None = None
    applicable: Applicable = Applicable.YES
    definition: str = ""
    use: str = ""
    do_not_use: str = ""
    example: str = ""
    serves: str = ""
    companions: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    archived: bool = False
    slug_given: bool = True


@dataclass(frozen=True)
class SetDraft:
    """A set without an id; `members` are slugs. Sets are told apart by kind and name."""

    kind: SetKind
    name: str
    scope: str = ""
    why: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class CodebookDraft:
    """What stands in a codebook file. Codes stand in tree order: each after its parent.

    The order of siblings is their order here; slugs and aliases are unique. `title` and `about`
    describe the file and do not enter a study.
    """

    codes: tuple[CodeDraft, ...] = ()
    sets: tuple[SetDraft, ...] = ()
    title: str = ""
    about: str = ""

    def depths(self) -> dict[str, int]:
        """The level of each code by its slug, 1 for a root."""
        depths: dict[str, int] = {}
        for code in self.codes:
            depths[code.slug] = 1 if code.parent is None else depths[code.parent] + 1
        return depths

    def paths(self) -> dict[str, tuple[str, ...]]:
        """The names from the root down to each code, by its slug."""
        paths: dict[str, tuple[str, ...]] = {}
        for code in self.codes:
            above = () if code.parent is None else paths[code.parent]
            paths[code.slug] = (*above, code.name)
        return paths


def draft_of(codebook: Codebook, title: str = "") -> CodebookDraft:
    """The codebook as a file tells it, archived codes among the others.

    Texts are cleaned as `codebook_text.clean` says, so that every format gives back what it got.
    """
    codes = tuple(_code_draft(codebook, code) for code in codebook.walk())
    sets = tuple(_set_draft(codebook, group) for group in codebook.sets)
    return CodebookDraft(codes=codes, sets=sets, title=clean(title))


def _code_draft(codebook: Codebook, code: Code) -> CodeDraft:
    return CodeDraft(
        slug=code.slug,
        name=clean(code.name) or code.slug,
        parent=None if code.parent is None else codebook[code.parent].slug,
        colour=code.colour,
        applicable=code.applicable,
        definition=clean(code.definition),
        use=clean(code.use),
        do_not_use=clean(code.do_not_use),
        example=clean(code.example),
        serves=clean(code.serves),
        companions=code.companions,
        aliases=code.aliases,
        archived=code.archived,
    )


def _set_draft(codebook: Codebook, group: CodeSet) -> SetDraft:
    known = (codebook.by_id.get(member) for member in group.members)
    return SetDraft(
        kind=group.kind,
        name=clean(group.name) or group.kind.value,
        scope=clean(group.scope),
        why=clean(group.why),
        members=tuple(code.slug for code in known if code is not None),
    )


def in_tree_order(codes: Iterable[CodeDraft]) -> tuple[CodeDraft, ...]:
    """The codes with each after its parent; what has no known parent, or runs in a circle, a root.

    Siblings keep their order.
    """
    known = {code.slug: code for code in codes}
    for slug in _closing_circles(known):
        known[slug] = replace(known[slug], parent=None)
    below: dict[str | None, list[CodeDraft]] = {}
    for code in known.values():
        parent = code.parent if code.parent in known else None
        below.setdefault(parent, []).append(replace(code, parent=parent))
    ordered: list[CodeDraft] = []
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        ordered.append(waiting.pop())
        waiting.extend(reversed(below.get(ordered[-1].slug, [])))
    return tuple(ordered)


def _closing_circles(known: Mapping[str, CodeDraft]) -> list[str]:
    """The codes, one a circle, from which the way up leads back to themselves."""
    closing: list[str] = []
    seen: set[str] = set()
    for start in known:
        line: set[str] = set()
        at: str | None = start
        while at is not None and at in known and at not in seen:
            seen.add(at)
            line.add(at)
            at = known[at].parent
        if at is not None and at in line:
            closing.append(at)
    return closing

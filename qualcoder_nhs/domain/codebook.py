"""Code and Codebook: the tree, its paths and the rules of what may be applied where."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from qualcoder_nhs.domain.errors import Ambiguous, NoSuch
from qualcoder_nhs.domain.ids import CodeId, CodeSetId

PATH_SEPARATOR = " > "


class Applicable(StrEnum):
    """How a code may be put on words."""

    YES = "yes"
    HOLDING = "holding"  # until a child is chosen
    NO = "no"


@dataclass(frozen=True)
class Code:
    """A node of the codebook. The slug is stable; the name may change.

    `position` orders siblings. `colour` is `#RRGGBB`, or None to take the family's. `aliases` are
    slugs of codes that were merged into this one. `companions` are slugs (or prefixes that end in
    `-`) of codes that are expected beside it.
    """

    id: CodeId
    slug: str
    name: str
    parent: CodeId | None = None
    position: int = 0
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


class SetKind(StrEnum):
    """Why codes are listed together."""

    EXCLUSIVE = "exclusive"
    CORE = "core"
    EVENTS = "events"
    LINKS = "links"
    TOGETHER = "together"


@dataclass(frozen=True)
class CodeSet:
    """Codes that exclude one another in a scope, make up the core set for pilots, or mark events.

    What marks an event, such as a silence, happens to the group: it has no speaker and counts in
    no participants. Codes of a set of links say of a turn what a link from it says, and are
    expected beside one. What stands together says no more than that: so do groups of codes of
    other programs.

    `scope` of an exclusive set is `speaker-turn`, `span`, `link` or `event`; of a set of links the
    kind of the link, or nothing where any will do.
    """

    id: CodeSetId
    kind: SetKind
    name: str
    scope: str
    why: str
    members: tuple[CodeId, ...]


@dataclass(frozen=True)
class Codebook:
    """All codes of a study as a tree of any depth, archived ones included.

    The same name may stand under different parents; slugs and aliases are unique.
    """

    codes: tuple[Code, ...] = ()
    sets: tuple[CodeSet, ...] = ()

    @cached_property
    def by_id(self) -> dict[CodeId, Code]:
        """Every code by its id."""
        return {code.id: code for code in self.codes}

    @cached_property
    def by_slug(self) -> dict[str, Code]:
        """Every code by its slug and by the slugs that were merged into it."""
        found = {alias: code for code in self.codes for alias in code.aliases}
        return found | {code.slug: code for code in self.codes}

    @cached_property
    def _children(self) -> dict[CodeId | None, tuple[Code, ...]]:
        below: dict[CodeId | None, list[Code]] = defaultdict(list)
        for code in self.codes:
            below[code.parent].append(code)
        return {
            parent: tuple(sorted(codes, key=lambda code: (code.position, code.name, code.slug)))
            for parent, codes in below.items()
        }

    def __getitem__(self, code: CodeId) -> Code:
        return self.by_id[code]

    def children(self, parent: CodeId | None) -> tuple[Code, ...]:
        """The codes right beneath one, in order; the roots for None."""
        return self._children.get(parent, ())

    def walk(self, under: CodeId | None = None) -> Iterator[Code]:
        """Every code beneath `under`, parents before children, in the order of the tree."""
        for code in self.children(under):
            yield code
            yield from self.walk(code.id)

    def descendants(self, code: CodeId) -> frozenset[CodeId]:
        """The code and all beneath it."""
        return frozenset({code, *(below.id for below in self.walk(code))})

    def ancestors(self, code: CodeId) -> tuple[Code, ...]:
        """From the root down to the code's parent."""
        line: list[Code] = []
        above = self.by_id[code].parent
        while above is not None:
            line.append(self.by_id[above])
            above = line[-1].parent
        return tuple(reversed(line))

    def root(self, code: CodeId) -> Code:
        """The family the code belongs to."""
        return next(iter(self.ancestors(code)), self.by_id[code])

    def depth(self, code: CodeId) -> int:
        """1 for a root."""
        return len(self.ancestors(code)) + 1

    def path(self, code: CodeId) -> str:
        """The names from the root, such as `Trust > Suspicion > Doubted motive`."""
        return PATH_SEPARATOR.join(
            [above.name for above in self.ancestors(code)] + [self.by_id[code].name]
        )

    def find(self, words: str) -> Code:
        """The code meant by an id, slug, alias, full path or unique name.

        Raises:
            NoSuch: when nothing bears it.
            Ambiguous: when a bare name stands at several places.
        """
        known = self.by_id.get(CodeId(words)) or self.by_slug.get(words)
        if known:
            return known
        wanted = PATH_SEPARATOR.join(part.strip() for part in words.split(">")).casefold()
        by_path = [code for code in self.codes if self.path(code.id).casefold() == wanted]
        matches = by_path or [code for code in self.codes if code.name.casefold() == wanted]
        if len(matches) > 1:
            raise Ambiguous(kind="code", name=words, count=len(matches))
        if not matches:
            raise NoSuch(kind="code", name=words)
        return matches[0]

    def exclusive_with(self, code: CodeId) -> Iterator[tuple[CodeSet, Code]]:
        """The codes that should not stand beside this one, each with the set that says so."""
        for group in self.sets:
            if group.kind is SetKind.EXCLUSIVE and code in group.members:
                for member in group.members:
                    if member != code and member in self.by_id:
                        yield group, self.by_id[member]


def families(codebook: Codebook) -> dict[CodeId, int]:
    """The number of each code's root in the order of the tree, from 0; colours go by it."""
    return {
        code: number
        for number, root in enumerate(codebook.children(None))
        for code in codebook.descendants(root.id)
    }


def in_tree_order(codebook: Codebook, codes: Iterable[CodeId]) -> list[CodeId]:
    """The codes as the tree lists them."""
    order = {code.id: at for at, code in enumerate(codebook.walk())}
    return sorted(codes, key=lambda code: order.get(code, len(order)))

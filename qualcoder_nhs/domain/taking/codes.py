"""Where the codes of another program's tree go in a codebook."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook
from qualcoder_nhs.domain.codebook_change import CodebookChange, difference
from qualcoder_nhs.domain.codebook_rules import end_of, regarding_children
from qualcoder_nhs.domain.codebook_text import NAMELESS, clean, is_slug, slug_for, tidy_name
from qualcoder_nhs.domain.foreign import ForeignCode
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.taking.ids import kept_id
from qualcoder_nhs.i18n import _


@dataclass(frozen=True)
class CodesPlan:
    """The change to the codebook, the code that each key stands for, and what is to be told.

    `known` are the keys of codes that the study has already; `changed` tells by key how a code is
    otherwise than in the file.
    """

    change: CodebookChange
    places: Mapping[str, CodeId]
    known: frozenset[str]
    changed: Sequence[tuple[str, str]]


def plan_codes(codes: Sequence[ForeignCode], codebook: Codebook) -> CodesPlan:
    """How the codes come in: each under its parent, with its id where that is free.

    A code is known by its id, or by its name beneath the same parent; it stays as the study has it.
    Of siblings with one name the later get a number.
    """
    coming = _Coming(codebook)
    for code in _parents_first(codes, coming.changed):
        coming.take(code)
    after = regarding_children(codebook, Codebook(tuple(coming.codes.values()), codebook.sets))
    return CodesPlan(
        difference(codebook, after), coming.places, frozenset(coming.known), tuple(coming.changed)
    )


def _parents_first(
    codes: Iterable[ForeignCode], changed: list[tuple[str, str]]
) -> list[ForeignCode]:
    """Every code behind the one above it; one whose parent is missing, or itself, is a root."""
    listed = {code.key: code for code in codes}
    below: dict[str | None, list[ForeignCode]] = defaultdict(list)
    for code in listed.values():
        below[code.parent if code.parent in listed else None].append(code)
    ordered: dict[str, ForeignCode] = {}
    waiting = list(reversed(below[None]))
    left = list(reversed(listed.values()))
    while waiting or left:
        code = waiting.pop() if waiting else left.pop()
        if code.key not in ordered:
            ordered[code.key] = code
            waiting += reversed(below[code.key])
    places = {key: at for at, key in enumerate(ordered)}
    changed.extend(
        (code.key, _("the code above it is not there; it is a root"))
        for code in ordered.values()
        if code.parent is not None and places.get(code.parent, len(places)) >= places[code.key]
    )
    return list(ordered.values())


@dataclass
class _Coming:
    """The codes of the study while those of the file are taken in one after the other."""

    codebook: Codebook
    places: dict[str, CodeId] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    changed: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        book = self.codebook
        self.codes: dict[CodeId, Code] = dict(book.by_id)
        self._slugs = set(book.by_slug)
        self._free = dict(book.by_id)
        self._names: dict[CodeId | None, set[str]] = defaultdict(set)
        for code in book.codes:
            self._names[code.parent].add(code.name.casefold())
        self._ends = {parent: end_of(book, parent) for parent in {c.parent for c in book.codes}}

    def take(self, foreign: ForeignCode) -> None:
        """Find the code that is meant, or make it."""
        parent = None if foreign.parent is None else self.places.get(foreign.parent)
        name = self._tidied(foreign)
        code = self._already(foreign.key, name, parent)
        if code is None:
            code = self._made(foreign, name, parent)
            self.codes[code.id] = code
        else:
            self._use(foreign, code)
        self.places[foreign.key] = code.id

    def _tidied(self, foreign: ForeignCode) -> str:
        name = tidy_name(foreign.name)
        if name != foreign.name.strip() or not name:
            how = _("its name was made tidy") if name else _("it had no name")
            self.changed.append((foreign.key, how))
        return name or NAMELESS

    def _already(self, key: str, name: str, parent: CodeId | None) -> Code | None:
        """The code of this id, or of this name; of a name that came before, one with a number."""
        if CodeId(key) in self._free:
            return self._free[CodeId(key)]
        siblings = [code for code in self.codebook.children(parent) if not code.archived]
        alike = [code for code in siblings if code.name.casefold() == name.casefold()]
        if alike and all(code.id not in self._free for code in alike):
            numbered = re.compile(rf"{re.escape(name)} \(\d+\)", re.IGNORECASE)
            alike = [code for code in siblings if numbered.fullmatch(code.name)]
        return next((code for code in alike if code.id in self._free), None)

    def _use(self, foreign: ForeignCode, code: Code) -> None:
        self._free.pop(code.id)
        self.known.add(foreign.key)
        definition = clean(foreign.definition)
        if definition and definition != clean(code.definition):
            how = _("the study has it with another definition, which stays")
            self.changed.append((foreign.key, how))

    def _made(self, foreign: ForeignCode, name: str, parent: CodeId | None) -> Code:
        called = self._unlike_siblings(name, parent)
        if called != name:
            how = _("another beside it is called “{name}” too").format(name=name)
            self.changed.append((foreign.key, how))
        given = is_slug(foreign.slug) and foreign.slug not in self._slugs
        slug = foreign.slug if given else slug_for(called, self._slugs)
        aliases = tuple(alias for alias in foreign.aliases if alias not in self._slugs)
        self._slugs.update((slug, *aliases))
        position = self._ends.get(parent, 0)
        self._ends[parent] = position + 1
        return Code(
            id=CodeId(kept_id(foreign.key, self.codes)),
            slug=slug,
            name=called,
            parent=parent,
            position=position,
            colour=None if foreign.of_family else foreign.colour,
            # What other programs call not codable is a folder there and was coded all the same.
            applicable=foreign.applicable if foreign.slug else Applicable.YES,
            definition=clean(foreign.definition),
            use=clean(foreign.use),
            do_not_use=clean(foreign.do_not_use),
            example=clean(foreign.example),
            serves=clean(foreign.serves),
            companions=foreign.companions,
            aliases=aliases,
            archived=foreign.archived or (parent is not None and self.codes[parent].archived),
        )

    def _unlike_siblings(self, name: str, parent: CodeId | None) -> str:
        number, free = 2, name
        while free.casefold() in self._names[parent]:
            free = f"{name} ({number})"
            number += 1
        self._names[parent].add(free.casefold())
        return free

"""Which code of a file is which here; codes that are new arrive under *New ideas*."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from qualcoder_nhs.domain.codebook import PATH_SEPARATOR, Applicable, Code, Codebook
from qualcoder_nhs.domain.codebook_rules import NEW_IDEAS, end_of
from qualcoder_nhs.domain.codebook_text import clean, colour_of, is_slug, slug_for, tidy_name
from qualcoder_nhs.domain.codebook_version import WORDINGS
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.merge.sides import Here, MergeRow, There
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.i18n import _

DEEPEST = 100
"""A tree with more levels than this was not made by people."""


@dataclass(frozen=True)
class Codes:
    """Which code of the file is which here, `new` ones among them, parents before children.

    `matched` asks for a look where they were found by slug or path; `rows` are those that differ
    and stay as they are here; `refused` says why others come to nothing.
    """

    here: Mapping[CodeId, CodeId]
    new: tuple[Code, ...]
    matched: tuple[MergeRow, ...]
    rows: Mapping[CodeId, tuple[MergeRow, ...]]
    refused: Mapping[CodeId, str]


def match_codes(here: Here, there: There, new: Callable[[], str]) -> Codes:
    """By id; in a study that was made by itself, by slug and then by path.

    What was deleted here comes back only where it is on words there.
    """
    matching = _Matching(here, there, new)
    for code in there.codes.values():
        matching.match(code)
    for code in there.codes.values():
        if code.id in matching.used or not here.past(code.id):
            matching.bring(code)
    return Codes(
        matching.found,
        tuple(matching.coming.values()),
        tuple(matching.matched),
        {code: tuple(rows) for code, rows in matching.rows.items()},
        matching.refused,
    )


def path_of(codes: Mapping[CodeId, Code], code: Code) -> str | None:
    """The names from the root; None where the way up does not end at one."""
    names, seen = [code.name], {code.id}
    while code.parent is not None:
        if code.parent in seen or code.parent not in codes or len(seen) > DEEPEST:
            return None
        code = codes[code.parent]
        seen.add(code.id)
        names.append(code.name)
    return PATH_SEPARATOR.join(reversed(names))


class _Matching:
    """The codes of a file while they are found or brought in, one after the other."""

    def __init__(self, here: Here, there: There, new: Callable[[], str]) -> None:
        self.found: dict[CodeId, CodeId] = {}
        self.coming: dict[CodeId, Code] = {}
        self.matched: list[MergeRow] = []
        self.rows: dict[CodeId, list[MergeRow]] = {}
        self.refused: dict[CodeId, str] = {}
        self._here, self._there, self._new = here, there, new
        self.used = {coding.code for coding in there.codings.now.values()}
        self._book = here.codebook
        self._independent = here.study != there.study
        self._by_path = _by_path(here.codebook) if self._independent else {}
        self._slugs = {slug for code in self._book.codes for slug in (code.slug, *code.aliases)}
        self._names: dict[CodeId, set[str]] = {}
        self._ends: dict[CodeId, int] = {}

    def match(self, code: Code) -> None:
        """Find what the code is here, where it is anything."""
        if code.slug == NEW_IDEAS and (root := self._book.by_slug.get(NEW_IDEAS)):
            self.found[code.id] = root.id
        elif code.id in self._book.by_id:
            self.found[code.id] = code.id
            self._tell(code, _differences(self._book[code.id], code))
        elif self._here.past(code.id):
            self._match_gone(code)
        elif self._independent:
            self._match_by_words(code)

    def _match_gone(self, code: Code) -> None:
        """A code that was here once: it has become part of another, or was deleted."""
        heir = self._book.by_slug.get(code.slug)
        if heir is None:
            back = [_("deleted here; comes back under New ideas")]
            self._tell(code, back if code.id in self.used else [])
            return
        self.found[code.id] = heir.id
        self._tell(code, [_("part of “{name}” here by now").format(name=heir.name)])

    def _match_by_words(self, code: Code) -> None:
        path = path_of(self._there.codes, code)
        same = self._book.by_slug.get(code.slug)
        why = _("taken for “{path}” here, which has the same slug")
        if same is None and path is not None:
            same, why = self._by_path.get(path.casefold()), _("taken for “{path}” here")
        if same is not None:
            self.found[code.id] = same.id
            place = self._book.path(same.id)
            self.matched.append(MergeRow(_code(path or code.name), why.format(path=place)))
            self._tell(code, _differences(same, code))

    def _tell(self, code: Code, whys: list[str]) -> None:
        what = _code(path_of(self._there.codes, code) or code.name)
        self.rows[code.id] = [MergeRow(what, why) for why in whys]

    def bring(self, code: Code) -> CodeId | None:
        """What the code is here, brought in with all above it where it is new."""
        if code.id in self.found:
            return self.found[code.id]
        if code.id in self.refused:
            return None
        if path_of(self._there.codes, code) is None:
            self.refused[code.id] = _("its place in the tree leads to no root")
            return None
        if code.slug == NEW_IDEAS:
            return self._root(code.id)
        parent = self._parent_of(code)
        self.coming[code.id] = self._made(code, parent)
        self.found[code.id] = code.id
        return code.id

    def _parent_of(self, code: Code) -> CodeId:
        """The new code above it, or *New ideas*: nothing arrives within what was agreed."""
        above = None if code.parent is None else self._there.codes[code.parent]
        if above is not None:
            brought = self.bring(above)
            if brought is not None and brought in self.coming:
                return brought
        return self._root()

    def _root(self, wanted: CodeId | None = None) -> CodeId:
        known = self._book.by_slug.get(NEW_IDEAS)
        if known is not None:
            return known.id
        for code in self.coming.values():
            if code.slug == NEW_IDEAS:
                return code.id
        theirs = (code.id for code in self._there.codes.values() if code.slug == NEW_IDEAS)
        free = (code for code in theirs if code not in self.found)
        root = wanted or next(free, None) or CodeId(self._new())
        self.coming[root] = Code(
            root,
            NEW_IDEAS,
            _("New ideas"),
            position=end_of(self._book, None),
            applicable=Applicable.NO,
        )
        self.found[root] = root
        self._slugs.add(NEW_IDEAS)
        return root

    def _made(self, code: Code, parent: CodeId) -> Code:
        slug = code.slug if is_slug(code.slug) else ""
        slug = slug if slug and slug not in self._slugs else slug_for(code.name, self._slugs)
        self._slugs.add(slug)
        return replace(
            code,
            slug=slug,
            name=self._free_name(code, parent),
            parent=parent,
            position=self._next(parent),
            colour=None if code.colour is None else colour_of(code.colour),
            companions=(),
            aliases=(),
            definition=clean(code.definition),
            use=clean(code.use),
            do_not_use=clean(code.do_not_use),
            example=clean(code.example),
            serves=clean(code.serves),
        )

    def _free_name(self, code: Code, parent: CodeId) -> str:
        name = tidy_name(code.name) or code.id[:8]
        siblings = self._book.children(parent)
        taken = self._names.setdefault(parent, {one.name for one in siblings})
        free = unique_name(name, taken)
        taken.add(free)
        if free != name:
            why = _("another code here has this name; comes in as “{name}”").format(name=free)
            self.rows.setdefault(code.id, []).append(MergeRow(_code(name), why))
        return free

    def _next(self, parent: CodeId) -> int:
        at = self._ends.get(parent, end_of(self._book, parent))
        self._ends[parent] = at + 1
        return at


def _by_path(book: Codebook) -> dict[str, Code]:
    return {book.path(code.id).casefold(): code for code in reversed(tuple(book.walk()))}


def _differences(own: Code, code: Code) -> list[str]:
    return list(_differing(own, code))


def _differing(own: Code, code: Code) -> Iterator[str]:
    if own.name != code.name:
        yield _("called “{name}” here").format(name=own.name)
    if any(getattr(own, field) != getattr(code, field) for field in WORDINGS):
        yield _("its card says something else here")


def _code(name: str) -> str:
    return _("code “{name}”").format(name=name)

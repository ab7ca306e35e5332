"""What a codebook file brings to a study: what is new, what is told anew, what stays."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from qualcoder_nhs.domain.codebook import Code, Codebook, CodeSet, SetKind
from qualcoder_nhs.domain.codebook_change import CodebookChange, difference
from qualcoder_nhs.domain.codebook_draft import CodebookDraft, CodeDraft, SetDraft
from qualcoder_nhs.domain.codebook_rules import end_of, regarding_children
from qualcoder_nhs.domain.codebook_text import clean, slug_for
from qualcoder_nhs.domain.ids import CodeId, CodeSetId, new_id


@dataclass(frozen=True)
class CodebookPlan:
    """The change an import would make, and how many codes of the file are of which kind.

    `added` + `updated` + `known` is the number of codes in the file.
    """

    change: CodebookChange
    added: int
    updated: int
    known: int


def merged(
    draft: CodebookDraft, codebook: Codebook, new: Callable[[], str] = new_id
) -> CodebookPlan:
    """How the codes and sets of a file come into a codebook.

    A code is known by its slug, also by one that was merged into another code; without a slug in
    the file, by its name beneath the same parent. A known code takes the name and the texts the
    file gives; an empty field changes nothing, and its place, colour, applicability and archiving
    stay as the study has them. Codes the study does not know come last among their siblings.
    A known set takes members in. Nothing is deleted; the same file twice changes nothing.
    """
    coming = _Coming(codebook, draft, new)
    for code in draft.codes:
        coming.take(code)
    sets = list(codebook.sets)
    for group in draft.sets:
        _take_set(sets, group, coming.places, new)
    after = regarding_children(codebook, Codebook(tuple(coming.codes.values()), tuple(sets)))
    return CodebookPlan(
        change=difference(codebook, after),
        added=coming.added,
        updated=coming.updated,
        known=len(draft.codes) - coming.added - coming.updated,
    )


class _Coming:
    """The codes of the study while those of the file are taken in one after the other."""

    def __init__(self, codebook: Codebook, draft: CodebookDraft, new: Callable[[], str]) -> None:
        self.codes = dict(codebook.by_id)
        self.places: dict[str, CodeId] = {}
        self.added = 0
        self.updated = 0
        self._new = new
        self._by_slug = {slug: code.id for slug, code in codebook.by_slug.items()}
        given = {code.slug for code in draft.codes if code.slug_given}
        self._taken = given | self._by_slug.keys()
        self._named: dict[tuple[CodeId | None, str], list[CodeId]] = defaultdict(list)
        for code in codebook.walk():
            if code.slug not in given:  # else the file has a line that means it by its slug
                self._named[code.parent, code.name.casefold()].append(code.id)
        parents = {code.parent for code in codebook.codes}
        self._ends = {parent: end_of(codebook, parent) for parent in parents}

    def take(self, draft: CodeDraft) -> None:
        """Find the code the draft means, or make it."""
        parent = None if draft.parent is None else self.places[draft.parent]
        known = self._known(draft, parent)
        if known is None:
            code = self._made(draft, parent)
            self.added += 1
        else:
            code = known if draft.slug in known.aliases else _told_anew(known, draft)
            self.updated += code != known
        self.places[draft.slug] = code.id
        self.codes[code.id] = code

    def _known(self, draft: CodeDraft, parent: CodeId | None) -> Code | None:
        if draft.slug_given:
            known = self._by_slug.get(draft.slug)
            return None if known is None else self.codes[known]
        alike = self._named[parent, draft.name.casefold()]
        return self.codes[alike.pop(0)] if alike else None

    def _made(self, draft: CodeDraft, parent: CodeId | None) -> Code:
        slug = draft.slug if draft.slug_given else slug_for(draft.name, self._taken)
        self._taken.add(slug)
        aliases = tuple(alias for alias in draft.aliases if alias not in self._taken)
        self._taken.update(aliases)
        self._ends[parent] = self._ends.get(parent, 0) + 1
        return Code(
            id=CodeId(self._new()),
            slug=slug,
            name=draft.name,
            parent=parent,
            position=self._ends[parent] - 1,
            colour=draft.colour,
            applicable=draft.applicable,
            definition=draft.definition,
            use=draft.use,
            do_not_use=draft.do_not_use,
            example=draft.example,
            serves=draft.serves,
            companions=draft.companions,
            aliases=aliases,
            archived=draft.archived or (parent is not None and self.codes[parent].archived),
        )


def _take_set(
    sets: list[CodeSet], draft: SetDraft, places: dict[str, CodeId], new: Callable[[], str]
) -> None:
    """Put the set among the others, or its members and words into the one of that name.

    One that does not say what it is for is there already where the same codes are, under its name.
    """
    members = tuple(dict.fromkeys(places[slug] for slug in draft.members if slug in places))
    if draft.kind is SetKind.TOGETHER and any(
        known.name == draft.name and set(known.members) == set(members) for known in sets
    ):
        return
    at = next((n for n, known in enumerate(sets) if _same(known, draft)), None)
    if at is None:
        at = len(sets)
        sets.append(CodeSet(CodeSetId(new()), draft.kind, draft.name, "", "", ()))
    known = sets[at]
    sets[at] = replace(
        known,
        scope=_words(draft.scope, known.scope),
        why=_words(draft.why, known.why),
        members=tuple(dict.fromkeys((*known.members, *members))),
    )


def _told_anew(known: Code, draft: CodeDraft) -> Code:
    """The code with the words of the file; a file without slugs has found it by its name."""
    return replace(
        known,
        name=_words(draft.name, known.name) if draft.slug_given else known.name,
        definition=_words(draft.definition, known.definition),
        use=_words(draft.use, known.use),
        do_not_use=_words(draft.do_not_use, known.do_not_use),
        example=_words(draft.example, known.example),
        serves=_words(draft.serves, known.serves),
        companions=draft.companions or known.companions,
    )


def _words(given: str, known: str) -> str:
    """The words of the file; the study's own where the file has none or the same ones cleaned."""
    return known if given in {"", clean(known)} else given


def _same(known: CodeSet, draft: SetDraft) -> bool:
    return known.kind is draft.kind and clean(known.name).casefold() == draft.name.casefold()

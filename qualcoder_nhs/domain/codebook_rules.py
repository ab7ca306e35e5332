"""What may be done to a codebook, code by code: add, name, move, archive; values in, values out."""

from collections.abc import Mapping
from dataclasses import replace

from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook
from qualcoder_nhs.domain.codebook_change import CodebookChange, difference, sets_with
from qualcoder_nhs.domain.codebook_text import clean, colour_of, slug_for, tidy_name
from qualcoder_nhs.domain.errors import (
    AlreadyThere,
    Archived,
    IllegalMove,
    Nameless,
    NoSuch,
    NotAColour,
    StillInUse,
)
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _

NEW_IDEAS = "new-ideas"
"""The slug of the root under which codes made while coding are parked."""


def add_code(
    codebook: Codebook,
    new: CodeId,
    name: str,
    parent: CodeId | None = None,
    before: CodeId | None = None,
) -> CodebookChange:
    """A new code beneath `parent`, ahead of its sibling `before`, else last.

    Raises:
        Nameless: when the name has no characters.
        AlreadyThere: when a sibling bears the name.
        Archived: when the parent is.
    """
    called = _free_name(codebook, name, parent)
    code = Code(new, slug_for(called, codebook.by_slug), called, parent)
    return difference(codebook, _placed(codebook, code, parent, before))


def add_idea(codebook: Codebook, new: CodeId, name: str, root: CodeId) -> CodebookChange:
    """A new code under *New ideas*, which is made with the id `root` when it is first needed.

    Raises:
        Nameless: when the name has no characters.
        AlreadyThere: when there is such an idea.
    """
    ideas = codebook.by_slug.get(NEW_IDEAS) or Code(
        root,
        NEW_IDEAS,
        _("New ideas"),
        position=end_of(codebook, None),
        applicable=Applicable.NO,
    )
    ready = _with(codebook, replace(ideas, archived=False))
    return difference(codebook, add_code(ready, new, name, ideas.id).applied(ready))


def rename(codebook: Codebook, code: CodeId, name: str) -> CodebookChange:
    """Another name; the slug stays.

    Raises:
        Nameless: when the name has no characters.
        AlreadyThere: when a sibling bears the name.
    """
    known = known_code(codebook, code)
    called = _free_name(codebook, name, known.parent, besides=code)
    return difference(codebook, _with(codebook, replace(known, name=called)))


def recolour(codebook: Codebook, code: CodeId, colour: str | None) -> CodebookChange:
    """A colour of its own, or None for the family's.

    Raises:
        NotAColour: when it is none.
    """
    chosen = colour_of(colour) if colour is not None else None
    if colour is not None and chosen is None:
        raise NotAColour(colour=colour)
    return difference(codebook, _with(codebook, replace(known_code(codebook, code), colour=chosen)))


def rewrite(
    codebook: Codebook,
    code: CodeId,
    *,
    definition: str | None = None,
    use: str | None = None,
    do_not_use: str | None = None,
    example: str | None = None,
    serves: str | None = None,
) -> CodebookChange:
    """Other words on the code's card; fields that are not given stay."""
    known = known_code(codebook, code)
    rewritten = replace(
        known,
        definition=_else(definition, known.definition),
        use=_else(use, known.use),
        do_not_use=_else(do_not_use, known.do_not_use),
        example=_else(example, known.example),
        serves=_else(serves, known.serves),
    )
    return difference(codebook, _with(codebook, rewritten))


def allow(codebook: Codebook, code: CodeId, applicable: Applicable) -> CodebookChange:
    """Another answer to how the code may be put on words."""
    known = known_code(codebook, code)
    return difference(codebook, _with(codebook, replace(known, applicable=applicable)))


def move(
    codebook: Codebook, code: CodeId, under: CodeId | None, before: CodeId | None = None
) -> CodebookChange:
    """The code, with all beneath it, to another place: ahead of the sibling `before`, else last.

    Raises:
        IllegalMove: when it would come to lie beneath itself.
        AlreadyThere: when a code of that name stands there.
        Archived: when the new parent is.
    """
    known = known_code(codebook, code)
    if under in codebook.descendants(code):
        raise IllegalMove(name=known.name, under=known_code(codebook, under).name)
    if under != known.parent:
        _free_name(codebook, known.name, under, besides=code)
    return difference(codebook, _placed(codebook, known, under, before))


def archive(codebook: Codebook, code: CodeId) -> CodebookChange:
    """The code and all beneath it put away: its codings stay, it is offered no more."""
    known_code(codebook, code)
    away = [replace(codebook[below], archived=True) for below in codebook.descendants(code)]
    return difference(codebook, regarding_children(codebook, _with(codebook, *away)))


def bring_back(codebook: Codebook, code: CodeId) -> CodebookChange:
    """The code out of the archive, with all beneath and above it."""
    known_code(codebook, code)
    line = codebook.descendants(code).union(above.id for above in codebook.ancestors(code))
    back = [replace(codebook[each], archived=False) for each in line]
    return difference(codebook, regarding_children(codebook, _with(codebook, *back)))


def delete(codebook: Codebook, code: CodeId, codings: Mapping[CodeId, int]) -> CodebookChange:
    """The code and all beneath it gone, from the sets as well; `codings` counts those on each code.

    Raises:
        StillInUse: when any of them is on words; archive it instead.
    """
    known = known_code(codebook, code)
    gone = codebook.descendants(code)
    used = sum(codings.get(each, 0) for each in gone)
    if used:
        raise StillInUse(name=known.name, count=used)
    left = Codebook(
        codes=tuple(each for each in codebook.codes if each.id not in gone),
        sets=sets_with(codebook.sets, dict.fromkeys(gone)),
    )
    return difference(codebook, regarding_children(codebook, left))


def known_code(codebook: Codebook, code: CodeId | None) -> Code:
    """The code of this id.

    Raises:
        NoSuch: when the codebook has none.
    """
    if code is None or code not in codebook.by_id:
        raise NoSuch(kind=_("code"), name=str(code))
    return codebook[code]


def _free_name(
    codebook: Codebook, name: str, parent: CodeId | None, besides: CodeId | None = None
) -> str:
    """The name made tidy, when no sibling that is in use bears it."""
    called = tidy_name(name)
    if not called:
        raise Nameless
    for sibling in codebook.children(parent):
        same = sibling.name.casefold() == called.casefold()
        if same and sibling.id != besides and not sibling.archived:
            raise AlreadyThere(kind=_("code"), name=called)
    return called


def _placed(
    codebook: Codebook, code: Code, parent: CodeId | None, before: CodeId | None
) -> Codebook:
    """The codebook with the code at that place and its new siblings numbered in their order."""
    if parent is not None and known_code(codebook, parent).archived:
        raise Archived(name=codebook[parent].name)
    siblings = [each for each in codebook.children(parent) if each.id != code.id]
    at = next((n for n, each in enumerate(siblings) if each.id == before), len(siblings))
    siblings.insert(at, replace(code, parent=parent))
    numbered = [replace(each, position=n) for n, each in enumerate(siblings)]
    return regarding_children(codebook, _with(codebook, *numbered))


def regarding_children(before: Codebook, after: Codebook) -> Codebook:
    """How codes may be applied where the first child came or the last one went.

    In a codebook that knows holding codes, a code that gets its first child is held until a child
    is chosen, and one that lost its last is a code like others. A codebook that says `yes` of every
    node keeps saying so, and a code that is never applied stays that.
    """
    if not any(code.applicable is Applicable.HOLDING for code in before.codes):
        return after
    told = []
    for code in after.codes:
        was, now = _is_category(before, code.id), _is_category(after, code.id)
        if None not in (was, now) and was != now and code.applicable is not Applicable.NO:
            applicable = Applicable.HOLDING if now else Applicable.YES
            told.append(replace(code, applicable=applicable))
    return _with(after, *told)


def _is_category(codebook: Codebook, code: CodeId) -> bool | None:
    """Whether it has children that are in use; None where it is not in use itself."""
    if code not in codebook.by_id or codebook[code].archived:
        return None
    return any(not child.archived for child in codebook.children(code))


def _with(codebook: Codebook, *codes: Code) -> Codebook:
    return CodebookChange(codes=codes).applied(codebook)


def _else(given: str | None, known: str) -> str:
    return known if given is None else clean(given)


def end_of(codebook: Codebook, parent: CodeId | None) -> int:
    """The position after the last child of the parent, archived ones counted."""
    return max((each.position for each in codebook.children(parent)), default=-1) + 1

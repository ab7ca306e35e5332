"""Two codes become one: what happens to slugs, children and sets."""

from collections.abc import Iterable
from dataclasses import replace

from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook
from qualcoder_nhs.domain.codebook_change import CodebookChange, difference, sets_with
from qualcoder_nhs.domain.codebook_rules import end_of, known_code, regarding_children
from qualcoder_nhs.domain.errors import Archived, IllegalMove, NotApplicable, Refusal
from qualcoder_nhs.domain.ids import CodeId


def merge(
    codebook: Codebook, gone: CodeId, kept: CodeId, *, still_named: bool = False
) -> CodebookChange:
    """`gone` becomes part of `kept`, which answers to both slugs from now on.

    The children of `gone` come last beneath `kept`; where `kept` lay beneath `gone` it takes the
    place of `gone` first. In sets `kept` stands for both. Names and words on the card of `kept`
    stay. The codings of `gone` must be given `kept` before the change is written; where some must
    keep it, `still_named`, it is emptied and archived in its place, and keeps its slug.

    Raises:
        NoSuch: when the codebook has not both.
        IllegalMove: when a code is merged with itself.
        NotApplicable: when `kept` is never put on words and `gone` may be.
        Archived: when `kept` is put away.
    """
    leaving, staying = known_code(codebook, gone), known_code(codebook, kept)
    _refuse_unfit(leaving, staying)
    if gone in {above.id for above in codebook.ancestors(kept)}:
        staying = replace(staying, parent=leaving.parent, position=leaving.position)
    if not still_named:
        slugs = (*staying.aliases, leaving.slug, *leaving.aliases)
        staying = replace(staying, aliases=_once(slugs))
    orphans = [child for child in codebook.children(gone) if child.id != kept]
    first = end_of(codebook, kept)
    moved = [replace(each, parent=kept, position=first + n) for n, each in enumerate(orphans)]
    emptied = (replace(leaving, archived=True),) if still_named else ()
    change = CodebookChange((*emptied, staying, *moved), () if still_named else (gone,))
    after = change.applied(codebook)
    sets = sets_with(codebook.sets, {gone: kept})
    return difference(codebook, regarding_children(codebook, replace(after, sets=sets)))


def may_merge(leaving: Code, staying: Code) -> bool:
    """Whether the one may become part of the other."""
    try:
        _refuse_unfit(leaving, staying)
    except Refusal:
        return False
    return True


def _refuse_unfit(leaving: Code, staying: Code) -> None:
    if leaving.id == staying.id:
        raise IllegalMove(name=leaving.name, under=staying.name)
    if staying.archived:
        raise Archived(name=staying.name)
    if staying.applicable is Applicable.NO and leaving.applicable is not Applicable.NO:
        raise NotApplicable(name=staying.name)


def _once(slugs: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(slugs))

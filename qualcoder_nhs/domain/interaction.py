"""Which codes say of a turn what a link from it says, as the codebook's own sets tell."""

from collections.abc import Iterator

from qualcoder_nhs.domain.codebook import Code, Codebook, CodeSet, SetKind
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.links import LinkKind

LINK_SCOPE = "link"


def codes_for(codebook: Codebook, kind: LinkKind) -> tuple[Code, ...]:
    """The codes that say what a link of this kind says, such as Agreement; archived ones not."""
    named = (one for group in _sets(codebook) if group.scope == kind for one in group.members)
    found = (codebook.by_id[code] for code in dict.fromkeys(named) if code in codebook.by_id)
    return tuple(code for code in found if not code.archived)


def kinds_for(codebook: Codebook, code: CodeId) -> tuple[LinkKind, ...] | None:
    """The kinds of link that a code is expected beside: all where any will do.

    None where the code says nothing of links.
    """
    scopes = [group.scope for group in _sets(codebook) if code in group.members]
    if not scopes:
        return None
    return tuple(kind for kind in LinkKind if kind in scopes or "" in scopes)


def interaction_codes(codebook: Codebook) -> frozenset[CodeId]:
    """The codes that are expected beside a link."""
    return frozenset(code for group in _sets(codebook) for code in group.members)


def at_odds(codebook: Codebook, kind: LinkKind) -> frozenset[LinkKind]:
    """The kinds that should not stand beside this one on the same two turns."""
    own = {code.id for code in codes_for(codebook, kind)}
    rivals = {
        member
        for group in codebook.sets
        if group.kind is SetKind.EXCLUSIVE and group.scope == LINK_SCOPE
        if own & set(group.members)
        for member in group.members
        if member not in own
    }
    said = {one: {code.id for code in codes_for(codebook, one)} for one in LinkKind}
    return frozenset(one for one, codes in said.items() if one is not kind and codes & rivals)


def _sets(codebook: Codebook) -> Iterator[CodeSet]:
    return (group for group in codebook.sets if group.kind is SetKind.LINKS)

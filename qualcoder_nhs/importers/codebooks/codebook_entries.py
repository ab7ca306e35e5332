"""Codes as they come out of a file one by one, before all have slugs; made into drafts here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qualcoder_nhs.domain.codebook_draft import CodeDraft, in_tree_order
from qualcoder_nhs.domain.codebook_text import slug_for


@dataclass(frozen=True)
class Entry:
    """One code of a file. `above` is the number of the entry it stands beneath.

    The slug of `code` is empty where the file gives none; its parent is not looked at.
    """

    code: CodeDraft
    above: int | None
    line: int | None


def slugs_of(entries: Sequence[Entry]) -> list[str]:
    """The slug of each, made where the file gives none."""
    taken = {slug for entry in entries for slug in (entry.code.slug, *entry.code.aliases)}
    slugs = []
    for entry in entries:
        slug = entry.code.slug or slug_for(entry.code.name, taken)
        taken.add(slug)
        slugs.append(slug)
    return slugs


def drafts(entries: Sequence[Entry]) -> tuple[CodeDraft, ...]:
    """The codes in tree order, with slugs made where the file gives none."""
    slugs = slugs_of(entries)
    return in_tree_order(
        replace(
            entry.code,
            slug=slug,
            parent=None if entry.above is None else slugs[entry.above],
            slug_given=bool(entry.code.slug),
        )
        for slug, entry in zip(slugs, entries, strict=True)
    )

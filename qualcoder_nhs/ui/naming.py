"""Words of a codebook as they are shown: codes under their names, not under their slugs."""

import re

from qualcoder_nhs.domain.codebook import Codebook

_SLUG = re.compile(r"(?<![\w-])[^\W_]+(?:-[^\W_]+)+(?![\w-])")
"""Words joined by hyphens; a slug of one word may be a word of the language as well."""


def in_names(codebook: Codebook, words: str) -> str:
    """The words with the name of a code wherever its slug stands."""
    known = codebook.by_slug

    def name(found: re.Match[str]) -> str:
        return known[found[0]].name if found[0] in known else found[0]

    return _SLUG.sub(name, words)

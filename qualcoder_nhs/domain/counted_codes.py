"""The codes of a comparison: a codebook as a round froze it, whatever became of its codes since."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.ids import CodeId


@dataclass(frozen=True)
class CountedCodes:
    """Which code a coding counts as, so that renaming, moving and merging are no disagreement.

    `frozen` is the codebook that was coded by; `today` the one of now, or the same.
    """

    frozen: Codebook
    today: Codebook

    def counts_as(self, code: CodeId) -> Code:
        """The code of the frozen codebook that a code of today is or stands for; else itself."""
        known = self.frozen.by_id.get(code)
        if known is not None:
            return known
        now = self.today[code]
        slugs = (now.slug, *now.aliases)
        heirs = (self.frozen.by_slug[slug] for slug in slugs if slug in self.frozen.by_slug)
        return next(heirs, now)

    @cached_property
    def slugs(self) -> dict[CodeId, str]:
        """The slug that each code of today counts under."""
        return {code.id: self.counts_as(code.id).slug for code in self.today.codes}

    @cached_property
    def codebook(self) -> Codebook:
        """The frozen codebook, with the codes that were made since at their place of today."""
        return Codebook((*self.frozen.codes, *self._made_since()), self.frozen.sets)

    def _made_since(self) -> Iterator[Code]:
        for code in self.today.walk():
            if code.id not in self.frozen.by_id and self.counts_as(code.id) is code:
                yield code

    def find(self, words: str) -> Code:
        """The code meant by an id, slug, path or name of either codebook.

        Raises:
            NoSuch, Ambiguous: when that is none, or several.
        """
        found = self.frozen.by_slug.get(words)
        return found or self.counts_as(self.today.find(words).id)

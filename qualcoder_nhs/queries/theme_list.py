"""All themes as their list shows them, and the codes that are in none yet."""

from collections import Counter
from dataclasses import dataclass

from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.themes import Theme
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class ListedTheme:
    """A theme with the number it has in the order, and how many quotes were chosen."""

    theme: Theme
    number: int
    quotes: int
    against: int
    statement: str = ""


@dataclass(frozen=True)
class ThemeList:
    """The themes in the analyst's order; `homeless` are codes that are used and in no theme."""

    codebook: Codebook
    themes: tuple[ListedTheme, ...]
    homeless: tuple[Code, ...]

    def with_code(self, code: CodeId) -> tuple[ListedTheme, ...]:
        """The themes that use a code."""
        return tuple(one for one in self.themes if code in one.theme.codes)


def theme_list(read: Reader, layer: str | None = None) -> ThemeList:
    """The themes and the codes without one."""
    chosen = Counter((one.theme, one.against) for one in read.quotes())
    claims = {one.theme: one.text for one in read.statements()}
    themes, book = read.themes(), read.codebook()
    listed = tuple(
        ListedTheme(
            one, number, chosen[one.id, False], chosen[one.id, True], claims.get(one.id, "")
        )
        for number, one in enumerate(themes, 1)
    )
    used = read.code_counts(layer)
    housed = {below for one in themes for code in one.codes for below in book.descendants(code)}
    homeless = tuple(code for code in book.walk() if _seeks_a_theme(code, used, housed))
    return ThemeList(book, listed, homeless)


def _seeks_a_theme(code: Code, used: dict[CodeId, int], housed: set[CodeId]) -> bool:
    applied = code.applicable is not Applicable.NO and used.get(code.id, 0)
    return bool(applied) and code.id not in housed and not code.archived

"""The one door to gettext: `_` translates now, `N_` marks a label for later."""

import gettext
from pathlib import Path

_catalogue = gettext.translation(
    "qualcoder_nhs", localedir=Path(__file__).parent / "locale", fallback=True
)


def _(words: str) -> str:
    """The words in the user's language; the words themselves where no catalogue has them."""
    return _catalogue.gettext(words)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the words that goes with `count`, with `{n}` filled in."""
    return _catalogue.ngettext(one, many, count).format(n=f"{count:,}")


def N_(words: str) -> str:  # noqa: N802  (gettext's own name for it)
    """Mark words that are kept as data and translated where they are shown."""
    return words

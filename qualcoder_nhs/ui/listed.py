"""Names one after the other, as many as a sentence takes."""

from collections.abc import Sequence

from qualcoder_nhs.i18n import _

MOST = 4


def listed(names: Sequence[str], most: int = MOST) -> str:
    """Such as `Trust, Cost, Waste, Pay and 3 more`."""
    named, more = ", ".join(names[:most]), len(names) - most
    if more <= 0:
        return named
    return _("{names} and {more} more").format(names=named, more=f"{more:,}")

"""Figure: one coefficient with its interval, or the reason why there is none."""

import math
from dataclasses import dataclass

from qualcoder_nhs.i18n import N_

NEVER_APPLIED = N_("never applied")
ALWAYS_APPLIED = N_("applied to everything by everyone")
ONE_CODER = N_("fewer than two coders")
NOTHING_SAID = N_("nothing to compare")
NOTHING_CODED = N_("nobody coded anything")
ALL_ALIKE = N_("everything has the same codes from everyone")
NOWHERE_DEFINED = N_("undefined for every code")
NO_PAIR = N_("undefined for every pair of coders")
NO_TRANSCRIPT = N_("undefined in every transcript")
NOT_BOTH = N_("one of the two is undefined")
ONE_BLOCK = N_("no interval: only one piece to draw from")
UNSTABLE = N_("no interval: undefined in more than 5 % of the resamples")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, and the interval the resamples put around it.

    `why` says why there is no value; where there is one, why there is no interval. Both None and no
    interval: intervals were not asked for. `below` is the share of resamples below the criterion
    that was asked about (Krippendorff's q). Reasons are kept untranslated.
    """

    value: float | None
    why: str | None = None
    low: float | None = None
    high: float | None = None
    below: float | None = None

    @classmethod
    def of(cls, value: float, why: str | None = None) -> "Figure":
        """A figure without an interval; `why` holds where the value is not a number."""
        return cls(None, why) if math.isnan(value) else cls(float(value))


def undefined(marked: float, unmarked: float) -> str | None:
    """Why chance-corrected agreement on one code has no value; None where it has one.

    `marked` and `unmarked` count what coders gave and did not give the code, over all coders.
    """
    if marked + unmarked <= 0:
        return NOTHING_SAID
    if marked <= 0:
        return NEVER_APPLIED
    return ALWAYS_APPLIED if unmarked <= 0 else None

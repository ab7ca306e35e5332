"""Which label another one is probably a typing error for."""

from collections.abc import Iterable


class Spelling:
    """Labels that count, asked for the one that another is one slip away from.

    `interviewr` is one from `interviewer`. Names of few letters or with a number are near to none,
    so that `P1` and `P2` are never taken for one another.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._by_slip = {slip: key for key in keys for slip in _slips(key)}

    def nearest(self, key: str) -> str | None:
        """The label that this one is probably meant to be."""
        found = (self._by_slip.get(slip) for slip in _slips(key))
        return next((near for near in found if near not in {None, key}), None)


def _slips(key: str) -> list[str]:
    """The name and what is left of it when a letter is missed; names one slip apart share one."""
    if len(key) < 5 or any(map(str.isdigit, key)):
        return []
    return [key, *(key[:at] + key[at + 1 :] for at in range(len(key)))]

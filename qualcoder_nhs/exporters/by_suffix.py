"""What the suffix of a name asks for, where a thing can be written in several formats."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from qualcoder_nhs.domain.errors import UnknownSuffix
from qualcoder_nhs.i18n import _

T = TypeVar("T")


def by_suffix(known: Mapping[str, T], path: Path) -> T:
    """The one of these that the suffix asks for, in any case of letters.

    Raises:
        UnknownSuffix: when it asks for none of them; the sentence names them all.
    """
    found = known.get(path.suffix.casefold())
    if found is None:
        *first, last = known
        listed = _("{first} or {last}").format(first=", ".join(first), last=last)
        raise UnknownSuffix(path.name, listed)
    return found

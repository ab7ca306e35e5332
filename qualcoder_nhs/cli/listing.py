"""Several names in one word of the command line."""

from collections.abc import Iterable


def listed(values: Iterable[str], known: Iterable[str]) -> list[str]:
    """Names one by one; a comma parts them unless it belongs to a name."""
    there = set(known)
    return [
        part.strip()
        for value in values
        for part in ([value] if value in there else value.split(","))
        if part.strip()
    ]

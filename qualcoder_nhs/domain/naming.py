"""What may serve as a name."""

from collections.abc import Container

from qualcoder_nhs.domain.errors import Nameless


def refuse_nameless(name: str) -> None:
    """A name holds something that can be seen.

    Raises:
        Nameless: when it is empty or blank.
    """
    if not name.strip():
        raise Nameless


def unique_name(name: str, taken: Container[str]) -> str:
    """The name, or the first of `name (2)`, `name (3)`, … that is free."""
    number, free = 2, name
    while free in taken:
        free = f"{name} ({number})"
        number += 1
    return free

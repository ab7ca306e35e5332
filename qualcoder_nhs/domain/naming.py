"""What may serve as a name."""

from qualcoder_nhs.domain.errors import Nameless


def refuse_nameless(name: str) -> None:
    """A name holds something that can be seen.

    Raises:
        Nameless: when it is empty or blank.
    """
    if not name.strip():
        raise Nameless

"""What an action is: a label, and `apply(writer)`."""

from typing import ClassVar, Protocol, TypeVar

from qualcoder_nhs.storage.writer import Writer

R_co = TypeVar("R_co", covariant=True)

__all__ = ["Action", "Writer"]


class Action(Protocol[R_co]):
    """One thing a coder can do: one step in the history, taken back as a whole.

    `label` names it there; `{}` in it is filled with what `apply` gives to `Writer.detail`. `apply`
    checks the rules before it writes; when it raises, nothing was written.
    """

    label: ClassVar[str]

    def apply(self, write: Writer) -> R_co:
        """Do it; what it returns goes to whoever ran it."""
        ...

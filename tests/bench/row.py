"""One line of the table of speeds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A figure, what it may be at most, and the limit that was measured in the same run.

    `measured` is what the same work costs at best on this machine (a bare window, one commit), in
    the same unit; None where there is nothing to hold the figure against.
    """

    what: str
    figure: float
    limit: float
    measured: float | None
    unit: str
